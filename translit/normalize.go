package translit

import (
	"sync"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The normalization forms of UAX #15, piece by piece, so that a trace knows what became what. Most
// letters are inert: they are normal and do not combine with what stands before. A stretch of them is
// passed over without asking golang.org/x/text, except for its last, which a mark behind may join.

// normalize gives the pass of a normalization form.
func normalize(form norm.Form) func(*machine, *origin) {
	inert := sync.OnceValue(func() *[0x800]bool { return inertLetters(form) })
	return func(m *machine, by *origin) {
		table := inert()
		for m.pos < m.limit() {
			in := m.right[m.pos:m.limit()]
			if n := inertPrefix(in, table); n > 0 {
				m.advance(n)
				continue
			}
			if n := form.QuickSpan(in); n > 0 {
				m.advance(n)
				continue
			}
			n := form.NextBoundary(in, true)
			if n <= 0 {
				n = len(in)
			}
			m.scratch = m.scratch[:0]
			for m.norm.Init(form, in[:n]); !m.norm.Done(); { // Form.Append would allocate
				m.scratch = append(m.scratch, m.norm.Next()...)
			}
			m.replace(n, m.scratch, len(m.scratch), by)
		}
	}
}

// inertPrefix counts the bytes that text opens with which are the same in the form, whatever follows.
func inertPrefix(text []byte, inert *[0x800]bool) int {
	p, last := 0, 0
	for p < len(text) {
		letter, size := rune(text[p]), 1
		if letter >= 0xE0 {
			return last
		} else if letter >= utf8.RuneSelf {
			letter, size = (letter&0x1F)<<6|rune(text[p+1]&0x3F), 2
		}
		if !inert[letter] {
			return last
		}
		last, p = p, p+size
	}
	return p
}

func inertLetters(form norm.Form) *[0x800]bool {
	var inert [0x800]bool
	for r := range rune(len(inert)) {
		letter := []byte(string(r))
		p := form.Properties(letter)
		inert[r] = form.IsNormal(letter) && p.CCC() == 0 && p.BoundaryBefore()
	}
	return &inert
}
