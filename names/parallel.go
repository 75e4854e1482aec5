package names

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// inParallel calls do for 0 to n-1, on all processors; the calls must not depend on each other. A worker takes a chunk
// at a time, and few calls are not worth a second worker.
func inParallel(n int, do func(int)) {
	const chunk = 32
	var next atomic.Int64
	work := func() {
		for from := int(next.Add(chunk)) - chunk; from < n; from = int(next.Add(chunk)) - chunk {
			for i := from; i < min(from+chunk, n); i++ {
				do(i)
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
