// Command namesake finds the people that texts name, gathers spellings of one name into entities, and
// says why. Run "namesake help" for its commands.
package main

import (
	"bufio"
	"errors"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// What the command exits with.
const (
	exitDone      = 0
	exitRefused   = 1 // done, but some rows were refused
	exitUnusable  = 2 // unusable arguments or input; nothing, or not everything, was written
	exitInterrupt = 130
)

func main() {
	interrupted := make(chan os.Signal, 1)
	signal.Notify(interrupted, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-interrupted
		if file := unfinished.Load(); file != nil {
			os.Remove(*file)
		}
		io.WriteString(os.Stderr, "\n"+msgInterrupted)
		os.Exit(exitInterrupt)
	}()
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is the whole command: data goes to out, everything else to errw.
func run(args []string, in io.Reader, out, errw io.Writer) int {
	u := &ui{in: in, out: bufio.NewWriterSize(out, 1<<16), err: errw}
	u.colour = isTerminal(out) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	root := newRoot(u)
	root.SetArgs(takeTwo(args))
	err := root.Execute()
	if flush := u.out.Flush(); err == nil && flush != nil {
		err = writeError{flush}
	}
	switch {
	case errors.Is(err, syscall.EPIPE): // the reader, head for one, has what it wanted
		return exitDone
	case err != nil:
		u.fail(err)
		return exitUnusable
	case u.refused > 0:
		u.summary()
		return exitRefused
	}
	return exitDone
}

// writeError says that the output, not the input, is the trouble.
type writeError struct{ error }

func (e writeError) Error() string { return msgCannotWrite + e.error.Error() }
func (e writeError) Unwrap() error { return e.error }
