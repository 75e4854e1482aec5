package names

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// inParallel calls do for 0 to n-1, on all processors; the calls must not depend on each other. A worker takes a chunk
// at a time, and few calls are not worth a second worker.
func inParallel(n int, do func(int)) {
	inParallelWith(n, func() struct{} { return struct{}{} }, func(_ struct{}, i int) { do(i) })
}

// inParallelWith is inParallel for calls that need room of their own, which tools makes once for each worker.
func inParallelWith[T any](n int, tools func() T, do func(T, int)) {
	const chunk = 32
	var next atomic.Int64
	work := func() {
		room := tools()
		for from := int(next.Add(chunk)) - chunk; from < n; from = int(next.Add(chunk)) - chunk {
			for i := from; i < min(from+chunk, n); i++ {
				do(room, i)
			}
		}
	}
	var others sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), (n+chunk-1)/chunk) - 1 {
		others.Go(work)
	}
	work()
	others.Wait()
}
