package main

import (
	"time"

	"github.com/schollz/progressbar/v3"
)

const (
	patience = time.Second            // how long work goes on before its progress shows
	turn     = 100 * time.Millisecond // how often it is drawn
)

// wheel turns while work goes on whose steps cannot be seen. It shows when the work is long and someone
// watches. Call done at the end.
func (u *ui) wheel(what string) (done func()) {
	if !isTerminal(u.err) {
		return func() {}
	}
	bar := newBar(u, what, -1)
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		wait := patience
		for {
			select {
			case <-stop:
				return
			case <-time.After(wait):
				bar.Add(1)
				wait = turn
			}
		}
	}()
	return func() { close(stop); <-stopped; clearBar(bar) }
}

// bar grows with each step of total. It shows when the work is long and someone watches. Call step after
// each step, done at the end.
func (u *ui) bar(what string, total int) (step, done func()) {
	if !isTerminal(u.err) {
		return func() {}, func() {}
	}
	begun, steps := time.Now(), 0
	bar := newBar(u, what, total, progressbar.OptionShowCount())
	step = func() {
		steps++
		if time.Since(begun) > patience {
			bar.Set(steps)
		}
	}
	return step, func() { clearBar(bar) }
}

// share shows how much of long work is done, 0 to 1, with a word on how fast it goes and the time left; less than 0 is
// not known. Call done at the end.
func (u *ui) share(what string) (show func(share float64, how string), done func()) {
	if !isTerminal(u.err) {
		return func(float64, string) {}, func() {}
	}
	const parts = 1000
	begun := time.Now()
	bar := newBar(u, what, parts)
	show = func(share float64, how string) {
		if time.Since(begun) < patience {
			return
		}
		bar.Describe(what + ", " + how)
		if share >= 0 {
			bar.Set(int(share * parts))
		}
	}
	return show, func() { clearBar(bar) }
}

func newBar(u *ui, what string, total int, more ...progressbar.Option) *progressbar.ProgressBar {
	return progressbar.NewOptions(total, append(more,
		progressbar.OptionSetWriter(u.err),
		progressbar.OptionSetDescription(what),
		progressbar.OptionThrottle(turn),
		progressbar.OptionSetRenderBlankState(false),
		progressbar.OptionClearOnFinish())...)
}

// clearBar leaves the terminal as it was; a bar that never showed left nothing.
func clearBar(bar *progressbar.ProgressBar) {
	if bar.State().CurrentNum > 0 {
		bar.Finish()
	}
}
