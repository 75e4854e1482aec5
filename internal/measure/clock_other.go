//go:build !linux

package main

import "time"

var begun = time.Now()

// threadTime is the time on the wall, where nothing tells the thread's own.
func threadTime() time.Duration { return time.Since(begun) }
