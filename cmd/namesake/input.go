package main

import (
	"errors"
	"io"
	"iter"

	"github.com/namesake-go/namesake/internal/rows"
)

// readTable reads a CSV file that must have these columns.
func (u *ui) readTable(file string, columns ...string) (*rows.Table, error) {
	in, name, err := u.open(file)
	if err != nil {
		return nil, err
	}
	table, err := rows.ReadTable(name, &untilEnd{in: in})
	if err != nil {
		return nil, err
	}
	return table, table.Need(columns...)
}

// untilEnd reads a file and closes it at its end.
type untilEnd struct {
	in  io.ReadCloser
	err error
}

func (r *untilEnd) Read(p []byte) (n int, err error) {
	if r.err != nil {
		return 0, r.err
	}
	if n, r.err = r.in.Read(p); r.err != nil {
		r.in.Close()
	}
	return n, r.err
}

// rows yields the rows that can be read and refuses the others. That a table could not be read to its end is for ready to
// say.
func (u *ui) rows(t *rows.Table) iter.Seq[rows.Row] {
	return func(yield func(rows.Row) bool) {
		for row, err := range t.All() {
			switch {
			case err == nil:
				if !yield(row) {
					return
				}
			case isRefused(err):
				u.refuse(err)
			default:
				u.broken = err
			}
		}
	}
}

// A line of the input. A refused one has been reported, and its text is not to be used.
type line struct {
	rows.Line
	file    string
	refused bool
}

func isRefused(err error) bool {
	var refused rows.Refused
	return errors.As(err, &refused)
}

// lines yields the lines of a file as they come, and flushes the output before it waits for more; under
// --strict it reads them all first. Its errors are of reading and writing.
func (u *ui) lines(file string) (iter.Seq2[line, error], error) {
	in, name, err := u.open(file)
	if err != nil {
		return nil, err
	}
	source := func(yield func(line, error) bool) {
		defer in.Close()
		for l, err := range rows.Lines(name, in) {
			refused := err != nil && isRefused(err)
			switch {
			case refused:
				u.refuse(err)
				err = nil
			case err != nil:
				err = fileError(name, err)
			}
			if !yield(line{l, name, refused}, err) {
				return
			}
			if l.More {
				continue
			}
			if err := u.out.Flush(); err != nil {
				yield(line{}, writeError{err})
				return
			}
		}
	}
	if !u.strict {
		return source, nil
	}
	var all []line
	for l, err := range source {
		if err != nil {
			return nil, err
		}
		all = append(all, l)
	}
	return func(yield func(line, error) bool) {
		for _, l := range all {
			if !yield(l, nil) {
				return
			}
		}
	}, u.ready()
}

// each calls do with every line of a file; a refused one has been reported.
func (u *ui) each(file string, do func(line) error) error {
	return u.eachOf(file, func() error { return nil }, do)
}

// eachOf is each with something to do first, once the file is known to be there.
func (u *ui) eachOf(file string, first func() error, do func(line) error) error {
	lines, err := u.lines(file)
	if err != nil {
		return err
	}
	if err := first(); err != nil {
		return err
	}
	for l, err := range lines {
		if err != nil {
			return err
		}
		if err := do(l); err != nil {
			return err
		}
	}
	return nil
}
