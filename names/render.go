package names

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/bidi"
	"golang.org/x/text/width"
)

// An explanation as text
//
// The two names as written, the verdict, the names again with their words under each other, and the reasons with their
// costs, which add up to the total. Lines keep within 80 columns; a wide character (Han, kana, hangul) takes two. Behind
// each piece that is written from right to left stands a left-to-right mark, which keeps terminals from turning the line.

const columns, costColumn = 80, 6

// Caveat is what a person whom an explanation concerns has to be told with it.
const Caveat = "This compares names, not people or firms; two can have one name."

// String renders the explanation for the person it concerns.
func (e Explanation) String() string { return e.Text(false) }

// Text renders the explanation for the person it concerns; colour marks, with ANSI escapes, what agrees (green), is
// spelled otherwise (yellow), stands against each other (red) or in one name only (blue).
func (e Explanation) Text(colour bool) string {
	reasons := e.Reasons()
	t := textWriter{colour: colour}
	t.line("First:   " + t.pieces(e.PiecesA(Span{0, len(e.A)})))
	t.line("Second:  " + t.pieces(e.PiecesB(Span{0, len(e.B)})))
	t.wrap("", e.Verdict(), "")
	t.line("")
	t.aligned(e, reasons)
	t.line("  Cost")
	for _, r := range reasons {
		t.wrap(fmt.Sprintf("%*d  ", costColumn, r.Cost), r.Label+": "+r.Says, r.Rule())
		for _, s := range r.Details() {
			t.wrap(fmt.Sprintf("%*s%*d  ", costColumn+2, "", 3, s.Cost), e.Says(r, s), s.Rule())
		}
	}
	t.wrap(fmt.Sprintf("%*d  ", costColumn, e.Cost), "in all; a letter that is quite another costs 100", "")
	return t.String()
}

type textWriter struct {
	strings.Builder
	colour bool
}

func (t *textWriter) line(s string) { t.WriteString(strings.TrimRight(s, " ") + "\n") }

// aligned writes the words of the names under their partners, as many to a block as a line holds.
func (t *textWriter) aligned(e Explanation, reasons []Reason) {
	words := slices.DeleteFunc(slices.Clone(reasons), func(r Reason) bool { return r.Kind == Moved })
	if len(words) < 2 {
		return
	}
	const indent = "         "
	first, second, used := indent, indent, len(indent)
	flush := func() {
		t.line(first)
		t.line(second)
		t.line("")
		first, second, used = indent, indent, len(indent)
	}
	for _, r := range words {
		a, b := textWidth(e.A[r.A.Start:r.A.End]), textWidth(e.B[r.B.Start:r.B.End])
		wide := max(a, b)
		if used > len(indent) && used+wide > columns {
			flush()
		}
		first += t.pieces(e.PiecesA(r.A)) + strings.Repeat(" ", wide-a+2)
		second += t.pieces(e.PiecesB(r.B)) + strings.Repeat(" ", wide-b+2)
		used += wide + 2
	}
	flush()
}

// pieces writes a stretch of a name, in colours if there are any.
func (t *textWriter) pieces(pieces []Piece) string {
	var text, coloured strings.Builder
	for _, p := range pieces {
		text.WriteString(p.Text)
		coloured.WriteString(colours[p.Shade] + shown(p.Text) + "\x1b[0m")
	}
	if t.colour {
		return coloured.String()
	}
	return shown(text.String())
}

var colours = map[string]string{
	"equal": "\x1b[32m", "close": "\x1b[33m", "apart": "\x1b[1;31m", "alone": "\x1b[34m",
}

// wrap writes a head, a text that is broken between words and kept behind the head's column, and at the end of the last
// line, to the right, a tail.
func (t *textWriter) wrap(head, text, tail string) {
	indent, room := strings.Repeat(" ", len(head)), columns-len(head)
	line, used := "", 0
	for _, word := range strings.Fields(text) {
		w := textWidth(word)
		if used > 0 && used+1+w > room {
			t.line(head + shown(line))
			head, line, used = indent, "", 0
		}
		if used > 0 {
			line, used = line+" ", used+1
		}
		line, used = line+word, used+w
	}
	if tail == "" {
		t.line(head + shown(line))
		return
	}
	if used+2+len(tail) > room {
		t.line(head + shown(line))
		head, line, used = indent, "", 0
	}
	t.line(head + shown(line) + strings.Repeat(" ", room-used-len(tail)) + tail)
}

// shown is a text that is safe on a terminal: no control characters, and left-to-right marks around what is written from
// right to left.
func shown(s string) string {
	var out, neutral strings.Builder // blanks between two words from right to left belong to them
	turned := false
	for _, r := range Visible(s) {
		switch rtl := isRightToLeft(r); {
		case rtl && !turned:
			out.WriteString(neutral.String())
			out.WriteRune(leftToRightMark)
		case rtl:
			out.WriteString(neutral.String())
		case turned && !unicode.IsLetter(r) && !unicode.IsDigit(r):
			neutral.WriteRune(r)
			continue
		case turned:
			out.WriteRune(leftToRightMark)
			out.WriteString(neutral.String())
		}
		neutral.Reset()
		turned = isRightToLeft(r)
		out.WriteRune(r)
	}
	if turned {
		out.WriteRune(leftToRightMark)
	}
	return out.String() + neutral.String()
}

const leftToRightMark = '\u200e'

func isRightToLeft(r rune) bool {
	p, _ := bidi.LookupRune(r)
	return p.Class() == bidi.R || p.Class() == bidi.AL
}

// textWidth is how many columns a text takes.
func textWidth(s string) int {
	columns := 0
	for _, r := range Visible(s) {
		switch kind := width.LookupRune(r).Kind(); {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case kind == width.EastAsianWide || kind == width.EastAsianFullwidth:
			columns += 2
		default:
			columns++
		}
	}
	return columns
}
