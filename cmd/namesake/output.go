package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/namesake-go/namesake/internal/nearest"
)

var formats = []string{"csv", "jsonl"}

// format is the value of --format; the flag itself refuses what there is not.
type format string

func (f *format) String() string { return string(*f) }
func (f *format) Type() string   { return "csv|jsonl" }
func (f *format) Set(s string) error {
	for _, known := range formats {
		if s == known {
			*f = format(s)
			return nil
		}
	}
	return fmt.Errorf(msgUnknownFormat, s, nearest.Hint(s, formats))
}

// rowFlags adds the flags of every command that reads and prints rows.
func rowFlags(c *cobra.Command, u *ui) *format {
	f := format("csv")
	c.Flags().Var(&f, "format", "how rows are printed")
	c.Flags().BoolVar(&u.strict, "strict", false, "stop before anything is written when a row cannot be used")
	return &f
}

// probability prints with four digits, in CSV and JSON alike.
type probability float64

func (p probability) String() string { return strconv.FormatFloat(float64(p), 'f', 4, 64) }

// MarshalJSON makes a probability a number.
func (p probability) MarshalJSON() ([]byte, error) { return []byte(p.String()), nil }

// printer prints rows. Its errors are of writing.
type printer struct {
	u       *ui
	format  format
	columns []string
	csv     *csv.Writer
}

// printRows begins a table with these columns; header says whether CSV opens with their names.
func (u *ui) printRows(f format, header bool, columns ...string) (*printer, error) {
	p := &printer{u, f, columns, csv.NewWriter(u.out)} // it writes into u.out's buffer, so it needs no Flush
	if f == "csv" && header {
		return p, p.record(columns)
	}
	return p, nil
}

// row prints one value for each column.
func (p *printer) row(values ...any) error {
	if p.format == "csv" {
		fields := make([]string, len(values))
		for i, v := range values {
			switch v := v.(type) { // no other way is as fast, and there may be millions
			case string:
				fields[i] = v
			case fmt.Stringer:
				fields[i] = v.String()
			default:
				fields[i] = fmt.Sprint(v)
			}
		}
		return p.record(fields)
	}
	line := []byte("{")
	for i, v := range values {
		if i > 0 {
			line = append(line, ',')
		}
		line = strconv.AppendQuote(line, p.columns[i])
		line = append(line, ':')
		line = append(line, jsonOf(v)...)
	}
	return p.u.write(append(line, "}\n"...))
}

func (p *printer) record(fields []string) error {
	if err := p.csv.Write(fields); err != nil {
		return writeError{err}
	}
	return nil
}

func (u *ui) write(b []byte) error {
	if _, err := u.out.Write(b); err != nil {
		return writeError{err}
	}
	return nil
}

// jsonOf leaves <, > and & as they are: the lines are data, not a web page.
func jsonOf(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err) // values are strings, integers, decisions and probabilities
	}
	return bytes.TrimSpace(b.Bytes())
}
