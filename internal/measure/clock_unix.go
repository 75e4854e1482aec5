//go:build unix

package main

import (
	"os"
	"runtime"
	"syscall"
	"time"
)

// processTime is the time that all threads have had a processor for.
func processTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// peakMemory is the most that a process held at once, in bytes.
func peakMemory(state *os.ProcessState) int64 {
	u, known := state.SysUsage().(*syscall.Rusage)
	switch {
	case !known:
		return 0
	case runtime.GOOS == "darwin":
		return int64(u.Maxrss)
	}
	return int64(u.Maxrss) << 10
}
