package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"syscall"

	"golang.org/x/term"
)

// ui is how the command meets the world: its streams, and what it says on them.
type ui struct {
	in  io.Reader
	out *bufio.Writer
	err io.Writer

	stdin   bool // standard input is taken
	colour  bool // standard output is a terminal that shows colours
	schema  schema
	strict  bool // stop before anything is written when a row is refused
	refused int
	broken  error // why a table could not be read to its end
}

func (u *ui) say(format string, args ...any) {
	fmt.Fprintf(u.err, "namesake: "+format+"\n", args...)
}

func (u *ui) fail(err error) { u.say("%s", err) }

// refuse reports one row that cannot be used. The position leads, so that editors can jump to it.
func (u *ui) refuse(err error) {
	u.refused++
	fmt.Fprintln(u.err, err)
}

// context is that of work that can be stopped; the process ends at an interrupt as it is.
func (u *ui) context() context.Context { return context.Background() }

func (u *ui) summary() {
	if u.refused == 1 {
		u.say(msgRefusedOne)
		return
	}
	u.say(msgRefusedMany, u.refused)
}

// ready is called when all input is read and nothing is written yet.
func (u *ui) ready() error {
	if u.broken != nil {
		return u.broken
	}
	if u.strict && u.refused > 0 {
		return fmt.Errorf(msgStrict, u.refused)
	}
	return nil
}

// open opens a file, or standard input for "-" and "". The name returned is for messages and rows.
func (u *ui) open(file string) (io.ReadCloser, string, error) {
	if file == "-" || file == "" {
		if u.stdin {
			return nil, "-", errors.New(msgStdinTwice)
		}
		u.stdin = true
		if f, ok := u.in.(*os.File); ok && isTerminal(f) {
			u.say(msgStdin)
		}
		return io.NopCloser(u.in), "-", nil
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, file, fileError(file, err)
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		f.Close()
		return nil, file, fileError(file, syscall.EISDIR)
	}
	return f, file, nil
}

func fileError(file string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf(msgMissing, file)
	case errors.Is(err, syscall.EISDIR):
		return fmt.Errorf(msgDirectory, file)
	}
	var path *fs.PathError // says the path once more
	if errors.As(err, &path) {
		err = path.Err
	}
	return fmt.Errorf(msgCannotRead, file, err)
}

func isTerminal(w any) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
