package main

import (
	"syscall"
	"time"
	"unsafe"
)

const clockThread = 3 // CLOCK_THREAD_CPUTIME_ID

// threadTime is the time that the calling thread has had a processor for; others that share the machine do not count.
func threadTime() time.Duration {
	var t syscall.Timespec
	if _, _, e := syscall.Syscall(syscall.SYS_CLOCK_GETTIME, clockThread, uintptr(unsafe.Pointer(&t)), 0); e != 0 {
		return 0
	}
	return time.Duration(t.Nano())
}
