package names

import (
	"runtime"
	"slices"
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

// inRanges calls do for as many ranges of 0 to n-1, one behind the other, as there are processors, each range in its own
// goroutine. Few calls are not worth a second one.
func inRanges(n int, do func(part, from, to int)) (parts int) {
	const few = 1 << 12
	parts = max(1, min(runtime.GOMAXPROCS(0), n/few))
	var others sync.WaitGroup
	for part := range parts {
		others.Go(func() { do(part, part*n/parts, (part+1)*n/parts) })
	}
	others.Wait()
	return parts
}

// sortInParallel sorts a list, which is used up, into a new one or itself. The order must tell all elements apart.
func sortInParallel[T any](list []T, compare func(a, b T) int) []T {
	sorted := make([][]T, runtime.GOMAXPROCS(0))
	inRanges(len(list), func(part, from, to int) {
		sorted[part] = list[from:to:to]
		slices.SortFunc(sorted[part], compare)
	})
	for len(sorted) > 1 {
		half := (len(sorted) + 1) / 2
		for i := half; i < len(sorted); i++ {
			sorted[i-half] = merged(sorted[i-half], sorted[i], compare)
		}
		sorted = sorted[:half]
	}
	return sorted[0]
}

// merged joins two lists in order.
func merged[T any](a, b []T, compare func(a, b T) int) []T {
	if len(b) == 0 {
		return a
	}
	all := make([]T, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if compare(b[0], a[0]) < 0 {
			all, b = append(all, b[0]), b[1:]
		} else {
			all, a = append(all, a[0]), a[1:]
		}
	}
	return append(append(all, a...), b...)
}
