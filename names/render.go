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
const Caveat = "This compares names, not people: two people can have one name."

// String renders the explanation for the person it concerns.
func (e Explanation) String() string { return e.Text(false) }

// Text renders the explanation for the person it concerns; colour marks, with ANSI escapes, what agrees (green), is
// spelled otherwise (yellow), stands against each other (red) or in one name only (blue).
func (e Explanation) Text(colour bool) string {
	reasons := e.Reasons()
	t := textWriter{colour: colour}
	t.line("First:   " + t.spans(e.A, Span{0, len(e.A)}, e.Steps, sideOfA))
	t.line("Second:  " + t.spans(e.B, Span{0, len(e.B)}, e.Steps, sideOfB))
	t.wrap("", e.Verdict(), "")
	t.line("")
	t.aligned(e, reasons)
	t.line("  Cost")
	for _, r := range reasons {
		rule := ""
		if r.Kind != Letters {
			rule = r.Steps[0].Rule()
		}
		t.wrap(fmt.Sprintf("%*d  ", costColumn, r.Cost), r.Label+": "+r.Says, rule)
		for _, s := range r.Letters() {
			t.wrap(fmt.Sprintf("%*s%*d  ", costColumn+2, "", 3, s.Cost), e.Says(s), s.Rule())
		}
	}
	t.wrap(fmt.Sprintf("%*d  ", costColumn, e.Cost), "in all; a letter that is quite another costs 100", "")
	return t.String()
}

func sideOfA(s Step) Span { return s.A }
func sideOfB(s Step) Span { return s.B }

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
		first += t.spans(e.A, r.A, r.Steps, sideOfA) + strings.Repeat(" ", wide-a+2)
		second += t.spans(e.B, r.B, r.Steps, sideOfB) + strings.Repeat(" ", wide-b+2)
		used += wide + 2
	}
	flush()
}

// spans writes a stretch of a name, each step in its colour.
func (t *textWriter) spans(text string, whole Span, steps []Step, side func(Step) Span) string {
	if !t.colour {
		return shown(text[whole.Start:whole.End])
	}
	sorted := slices.Clone(steps)
	slices.SortStableFunc(sorted, func(x, y Step) int { return side(x).Start - side(y).Start })
	var out strings.Builder
	at := whole.Start
	for _, step := range sorted {
		if s := side(step); s.End > s.Start {
			out.WriteString(shown(text[at:s.Start]) + colours[step.Shade()] + shown(text[s.Start:s.End]) + "\x1b[0m")
			at = s.End
		}
	}
	return out.String() + shown(text[at:whole.End])
}

// Shade says in one word what a step means: "equal", "close" (spelled otherwise), "apart" (stands against each other),
// "alone" (in one name only) or "between" (no part of a word). Colours go by it.
func (s Step) Shade() string {
	switch {
	case s.Kind == Between:
		return "between"
	case s.Kind == LeftOut:
		return "alone"
	case s.Kind == Contradicted:
		return "apart"
	case s.Cost > 0:
		return "close"
	}
	return "equal"
}

var colours = map[string]string{
	"equal": "\x1b[32m", "close": "\x1b[33m", "apart": "\x1b[1;31m", "alone": "\x1b[34m", "between": "",
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
