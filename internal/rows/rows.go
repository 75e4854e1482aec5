// Package rows reads the tables and lines that people hand to namesake: CSV with a header, and plain
// lines. It takes UTF-8 with or without a byte order mark and UTF-16 with one, LF and CRLF.
//
// A row that cannot be read is refused: it is yielded as a [Refused] error in its place, and the next
// rows follow.
package rows

import (
	"bufio"
	"bytes"
	"fmt"
	"io"

	"golang.org/x/text/encoding/unicode"
)

// Refused says which row cannot be used and what to do about it.
type Refused struct {
	File string
	Line int // from 1
	What string
}

func (r Refused) Error() string { return fmt.Sprintf("%s:%d: %s", r.File, r.Line, r.What) }

const notUTF8 = "not UTF-8; save the file as UTF-8"

// Binary tells whether what a file begins with is no text. UTF-16 without its mark is not told from it.
func Binary(b []byte) bool { return bytes.IndexByte(b[:min(len(b), 1000)], 0) >= 0 }

// Decode gives r as UTF-8, and how many bytes of byte order mark it left out of UTF-8 text.
func Decode(r io.Reader) (*bufio.Reader, int) {
	in := bufio.NewReaderSize(r, 1<<16)
	head, _ := in.Peek(3) // an error comes back with the first read
	switch {
	case len(head) == 3 && string(head) == "\xef\xbb\xbf":
		in.Discard(3)
		return in, 3
	case len(head) >= 2 && (string(head[:2]) == "\xff\xfe" || string(head[:2]) == "\xfe\xff"):
		utf16 := unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM)
		return bufio.NewReaderSize(utf16.NewDecoder().Reader(in), 1<<16), 0
	}
	return in, 0
}
