package rows

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"io"
	"strings"
)

// records reads a CSV file record by record, and holds no more of it than one. A record goes on over lines as long as a
// quote is open, which is as long as its quotes are odd. One without any is split at its commas; the others are left to
// package encoding/csv.
type records struct {
	in     *bufio.Reader
	again  []byte // lines that were read, and are to be read anew
	begun  []byte // these when the record was begun; all of it stands in front of them, unless it goes on behind their end
	line   int    // of the next record
	record []byte
	quoted *csv.Reader // of record
	rest   []byte      // what of record it has not taken
}

func newRecords(in *bufio.Reader) *records { return &records{in: in, line: 1} }

// next reads a record; err is io.EOF at the end, and faulty tells whether it is the record's and not the reader's: then
// nothing but its first line is passed over. Blank lines are no records.
func (r *records) next() (fields []string, line int, faulty bool, err error) {
	if err := r.gather(); err != nil {
		return nil, r.line, false, err
	}
	for isBlank(r.record) {
		r.line++
		if err := r.gather(); err != nil {
			return nil, r.line, false, err
		}
	}
	line = r.line
	if bytes.IndexByte(r.record, '"') < 0 {
		r.line++
		return strings.Split(string(withoutEnd(r.record)), ","), line, false, nil
	}
	if r.quoted == nil {
		r.quoted = csv.NewReader(r)
		r.quoted.FieldsPerRecord = -1
	}
	r.rest = r.record
	if fields, err = r.quoted.Read(); err != nil {
		first := bytes.IndexByte(r.record, '\n') + 1
		if first == 0 {
			first = len(r.record)
		}
		if r.again = r.begun; len(r.begun) < len(r.record) {
			r.again = bytes.Clone(r.record)
		}
		r.again = r.again[first:]
		r.quoted, r.line = nil, r.line+1
		return nil, line, true, err
	}
	r.line += bytes.Count(r.record, []byte("\n"))
	return fields, line, false, nil
}

// Read gives the record to package csv.
func (r *records) Read(p []byte) (n int, err error) {
	if len(r.rest) == 0 {
		return 0, io.EOF
	}
	n = copy(p, r.rest)
	r.rest = r.rest[n:]
	return n, nil
}

// gather reads the lines of the next record.
func (r *records) gather() error {
	r.record, r.begun = r.record[:0], r.again
	for open := false; open || len(r.record) == 0; {
		from := len(r.record)
		err := r.addLine()
		open = open != (bytes.Count(r.record[from:], []byte{'"'})%2 == 1)
		if err == io.EOF && len(r.record) > 0 {
			return nil
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (r *records) addLine() error {
	if len(r.again) > 0 {
		end := bytes.IndexByte(r.again, '\n') + 1
		if end > 0 {
			r.record, r.again = append(r.record, r.again[:end]...), r.again[end:]
			return nil
		}
		r.record, r.again = append(r.record, r.again...), nil // the end of the file
	}
	for {
		part, err := r.in.ReadSlice('\n')
		r.record = append(r.record, part...)
		if err != bufio.ErrBufferFull {
			return err
		}
	}
}

// withoutEnd is a line without its end.
func withoutEnd(line []byte) []byte {
	return bytes.TrimSuffix(bytes.TrimSuffix(line, []byte("\n")), []byte("\r"))
}

// isBlank tells whether a line holds nothing. A carriage return before the end is something.
func isBlank(line []byte) bool { return len(withoutEnd(line)) == 0 }
