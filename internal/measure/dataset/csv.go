package dataset

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
)

// A row is one line of a CSV file, read by the names of its columns.
type row struct {
	file   string
	line   int
	column map[string]int
	fields []string
}

func (r row) get(name string) string { return r.fields[r.column[name]] }

func (r row) errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", r.file, r.line, fmt.Sprintf(format, args...))
}

// eachRow calls f with every row of the file, which must have the columns named.
func eachRow(file string, columns []string, f func(row) error) error {
	in, err := os.Open(file)
	if err != nil {
		return fmt.Errorf("%w; name the folder of the data with --data or NAMESAKE_DATA", err)
	}
	defer in.Close()
	r := csv.NewReader(in)
	head, err := r.Read()
	if err != nil {
		return fmt.Errorf("%s:1: no heading: %w", file, err)
	}
	at := row{file: file, column: map[string]int{}}
	for _, c := range columns {
		i := slices.Index(head, c)
		if i < 0 {
			return fmt.Errorf("%s:1: no column %s among %q; add it", file, c, head)
		}
		at.column[c] = i
	}
	for {
		at.fields, err = r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		at.line, _ = r.FieldPos(0)
		if err := f(at); err != nil {
			return err
		}
	}
}
