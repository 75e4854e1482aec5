package main

import (
	"runtime"
	"sync"

	"github.com/namesake-go/namesake/names"
)

// matcherFor gives the matcher for names of a schema.
func matcherFor(schema string) *names.Matcher {
	return names.New(names.Options{Schema: names.SchemaOf(schema)})
}

// parseAll parses names of a schema side by side, each once.
func parseAll(texts []string, schema string) []names.Name {
	out := make([]names.Name, len(texts))
	inParallel(len(texts), func(i int) { out[i] = names.ParseAs(texts[i], names.SchemaOf(schema)) })
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
