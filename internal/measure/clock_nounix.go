//go:build !unix

package main

import (
	"os"
	"time"
)

// processTime is not known here.
func processTime() time.Duration { return 0 }

// peakMemory is not known here.
func peakMemory(*os.ProcessState) int64 { return 0 }
