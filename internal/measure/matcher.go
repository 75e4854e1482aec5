package main

import (
	"runtime"
	"sync"

	"github.com/namesake-go/namesake/names"
)

// matcherFor gives the matcher for names of a schema: the one place to change when a schema becomes an
// option of names.
func matcherFor(schema string) *names.Matcher { return names.New(names.Options{}) }

// parseAll parses names side by side, each once.
func parseAll(texts []string) []names.Name {
	out := make([]names.Name, len(texts))
	inParallel(len(texts), func(i int) { out[i] = names.Parse(texts[i]) })
	return out
}

// inParallel calls f(0) ... f(n-1) on all processors. f writes to its own place only, so results do not
// depend on who came first.
func inParallel(n int, f func(i int)) {
	var wait sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		wait.Go(func() {
			for i := w; i < n; i += workers {
				f(i)
			}
		})
	}
	wait.Wait()
}
