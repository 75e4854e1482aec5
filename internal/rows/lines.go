package rows

import (
	"io"
	"iter"
	"strings"
	"unicode/utf8"
)

// A Line is one line without its end.
type Line struct {
	Number int // from 1
	Text   string
	More   bool // whether the next line has been read already and will not block
}

// Lines yields the lines of r, of any length; in the place of one that is not UTF-8, a [Refused] error.
// Any other error is the reader's, and the last thing yielded.
func Lines(file string, r io.Reader) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		in, _ := Decode(r)
		for n := 1; ; n++ {
			text, err := in.ReadString('\n')
			if text != "" {
				line := Line{n, strings.TrimSuffix(strings.TrimSuffix(text, "\n"), "\r"), in.Buffered() > 0}
				var refused error
				if !utf8.ValidString(text) {
					refused = Refused{file, n, notUTF8}
				}
				if !yield(line, refused) {
					return
				}
			}
			if err == io.EOF {
				return
			}
			if err != nil {
				yield(Line{Number: n}, err)
				return
			}
		}
	}
}
