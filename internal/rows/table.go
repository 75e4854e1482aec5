package rows

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/namesake-go/namesake/internal/nearest"
)

// A Table is a CSV file with a header, whose rows are read as they are asked for.
type Table struct {
	File   string
	Header []string // trimmed, as written

	records *records // that follow the header
}

// A Row is one row of a table.
type Row struct {
	Line   int // where it starts, from 1
	Number int // its place among all rows, refused ones too, from 1
	Fields []string

	table *Table
}

// ReadTable reads the header of a CSV file. The error says that no row of it can be used.
func ReadTable(file string, r io.Reader) (*Table, error) {
	in, _ := Decode(r)
	if head, _ := in.Peek(1000); Binary(head) { // an error comes back with the first read
		return nil, fmt.Errorf("%s: is no text, it holds NUL bytes; give a CSV file", file)
	}
	records := newRecords(in)
	header, _, faulty, err := records.next()
	switch {
	case err == io.EOF:
		return nil, fmt.Errorf("%s: is empty; needs a header line with a column name", file)
	case faulty:
		return nil, fmt.Errorf("%s:1: the header cannot be read: %s", file, csvReason(err))
	case err != nil:
		return nil, unreadable(file, err)
	}
	for i := range header {
		header[i] = strings.TrimSpace(header[i])
		if !utf8.ValidString(header[i]) {
			return nil, fmt.Errorf("%s:1: %s", file, notUTF8)
		}
	}
	return &Table{file, header, records}, nil
}

func unreadable(file string, err error) error { return fmt.Errorf("%s: cannot be read: %w", file, err) }

// Has tells whether there is a column of that name; case does not count.
func (t *Table) Has(column string) bool { return t.index(column) >= 0 }

func (t *Table) index(column string) int {
	return slices.IndexFunc(t.Header, func(h string) bool { return strings.EqualFold(h, column) })
}

// Need gives an error that names the columns there are when one of those asked for is missing.
func (t *Table) Need(columns ...string) error {
	others := slices.DeleteFunc(slices.Clone(t.Header), func(h string) bool {
		return slices.ContainsFunc(columns, func(c string) bool { return strings.EqualFold(h, c) })
	})
	for _, c := range columns {
		if t.Has(c) {
			continue
		}
		hint := nearest.Hint(c, others)
		for _, h := range others { // full_name is nearer to name than any count of letters says
			if strings.Contains(strings.ToLower(h), c) {
				hint = "; did you mean " + h + "?"
			}
		}
		switch {
		case len(t.Header) == 1 && strings.ContainsAny(t.Header[0], ";\t|"):
			hint = "; put commas between the columns"
		case hint != "":
			hint += " Rename it"
		default:
			hint = "; name the column in the first line"
		}
		return fmt.Errorf("%s:1: no column %s among: %s%s", t.File, c, strings.Join(t.Header, ", "), hint)
	}
	return nil
}

// Get gives the row's field in that column, "" when the table has no such column.
func (r Row) Get(column string) string {
	if i := r.table.index(column); i >= 0 {
		return r.Fields[i]
	}
	return ""
}

// Refuse makes the error for a row that can be read but not used.
func (r Row) Refuse(what string) error { return Refused{r.table.File, r.Line, what} }

// All yields the rows in order, once; in the place of one that cannot be read, a [Refused] error. Any other error is the
// reader's, and the last thing yielded.
//
// A quote that opens a field by mistake would swallow every line to the next quote. So when a row of
// many lines is faulty, only its first line is refused, and reading starts anew at the line after it.
func (t *Table) All() iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		for number := 1; ; number++ {
			fields, line, faulty, err := t.records.next()
			row := Row{line, number, fields, t}
			switch {
			case err == io.EOF:
				return
			case faulty:
				err = Refused{t.File, line, csvReason(err)}
			case err != nil:
				yield(row, unreadable(t.File, err))
				return
			default:
				err = t.check(row)
			}
			if !yield(row, err) {
				return
			}
		}
	}
}

func (t *Table) check(r Row) error {
	if len(r.Fields) != len(t.Header) {
		return r.Refuse(fmt.Sprintf("%d fields where the header has %d; put a field with a comma in quotes",
			len(r.Fields), len(t.Header)))
	}
	for _, f := range r.Fields {
		if !utf8.ValidString(f) {
			return r.Refuse(notUTF8)
		}
	}
	return nil
}

// csvReason says what is wrong with a record, without the position, and what to do.
func csvReason(err error) string {
	switch {
	case errors.Is(err, csv.ErrBareQuote):
		return `a quote inside a field without quotes; write the field as "Dwayne ""Rock"" Johnson"`
	case errors.Is(err, csv.ErrQuote):
		return "a quote opens and does not close before a comma or the end of a line; close it or leave it out"
	}
	return err.Error()
}

// ReadHeadless reads a CSV file without a header: headers has, by the number of columns, what they are.
func ReadHeadless(file string, r io.Reader, headers map[int][]string) (*Table, error) {
	in, _ := Decode(r)
	body, err := io.ReadAll(in)
	if err != nil {
		return nil, unreadable(file, err)
	}
	body = bytes.TrimRight(body, "\x1a\r\n ") // old files end with Ctrl-Z
	if len(body) == 0 {
		return nil, fmt.Errorf("%s: is empty; give a CSV file", file)
	}
	records := newRecords(bufio.NewReader(bytes.NewReader(body)))
	first, _, _, err := records.next()
	if err != nil {
		return nil, fmt.Errorf("%s:1: cannot be read: %s", file, csvReason(err))
	}
	header := headers[len(first)]
	if header == nil {
		return nil, fmt.Errorf("%s:1: has %d columns, as no such file has; is it another kind of file?", file, len(first))
	}
	return &Table{file, header, newRecords(bufio.NewReader(bytes.NewReader(body)))}, nil
}
