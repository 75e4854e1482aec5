package main

import (
	"time"

	"github.com/schollz/progressbar/v3"
)

// patience is how long work goes on before its progress shows.
const patience = time.Second

// progress shows how far work has come when it is long and someone watches. total is the number of
// steps, -1 when it is not known. Call step after each, done at the end.
func (u *ui) progress(what string, total int) (step, done func()) {
	if !isTerminal(u.err) {
		return func() {}, func() {}
	}
	begun := time.Now()
	bar := progressbar.NewOptions(total,
		progressbar.OptionSetWriter(u.err),
		progressbar.OptionSetDescription(what),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionShowCount(),
		progressbar.OptionSetRenderBlankState(false),
		progressbar.OptionClearOnFinish())
	clear := func() {
		if time.Since(begun) > patience {
			bar.Finish()
		}
	}
	if total < 0 {
		stop := make(chan struct{})
		stopped := make(chan struct{})
		go func() { // work whose steps cannot be seen: a wheel turns
			defer close(stopped)
			for {
				select {
				case <-stop:
					return
				case <-time.After(100 * time.Millisecond):
					if time.Since(begun) > patience {
						bar.Add(1)
					}
				}
			}
		}()
		return func() {}, func() { close(stop); <-stopped; clear() }
	}
	steps := 0
	step = func() {
		steps++
		if time.Since(begun) > patience {
			bar.Set(steps)
		}
	}
	return step, clear
}
