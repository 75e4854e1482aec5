package translit

import (
	"sync/atomic"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The normalization forms of UAX #15, piece by piece, so that a trace knows what became what. Most
// letters are inert: they are normal and do not combine with what stands before. A stretch of them is
// passed over without asking golang.org/x/text, except for its last, which a mark behind may join.

// normalize gives the pass of a normalization form.
func normalize(form norm.Form) func(*machine, *origin) {
	table := &inertLetters{form: form}
	return func(m *machine, by *origin) {
		for m.pos < m.limit() {
			in := m.right[m.pos:m.limit()]
			if n := table.prefix(in); n > 0 {
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

// inertLetters are those below U+0800, found out 64 at a time when one of them comes.
type inertLetters struct {
	form  norm.Form
	known atomic.Uint32 // a bit for each 64
	inert [0x800 / 64]atomic.Uint64
}

// prefix counts the bytes that text opens with which are the same in the form, whatever follows.
func (t *inertLetters) prefix(text []byte) int {
	p, last := 0, 0
	for p < len(text) {
		letter, size := rune(text[p]), 1
		if letter >= 0xE0 {
			return last
		} else if letter >= utf8.RuneSelf {
			letter, size = (letter&0x1F)<<6|rune(text[p+1]&0x3F), 2
		}
		if t.inert[letter/64].Load()&(1<<(letter%64)) == 0 && !t.learn(letter) {
			return last
		}
		last, p = p, p+size
	}
	return p
}

// learn looks at a letter and its neighbours, and tells whether it is inert.
func (t *inertLetters) learn(letter rune) bool {
	block := letter / 64
	if t.known.Load()&(1<<block) == 0 {
		var inert uint64
		for r := block * 64; r < block*64+64; r++ {
			text := []byte(string(r))
			if p := t.form.Properties(text); t.form.IsNormal(text) && p.CCC() == 0 && p.BoundaryBefore() {
				inert |= 1 << (r % 64)
			}
		}
		t.inert[block].Store(inert)
		t.known.Or(1 << block)
	}
	return t.inert[block].Load()&(1<<(letter%64)) != 0
}
