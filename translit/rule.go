package translit

import (
	"slices"
	"unicode/utf8"
)

// An origin is the place of a rule or a pass in its file.
type origin struct {
	File string
	Line int
}

// A rule is one conversion rule, in the direction in which it is used:
//
//	before { key } after → out
type rule struct {
	elements       []element // of before, key and after, one behind the other: see their methods
	keyAt, afterAt uint16
	segments       uint16
	atStart, atEnd bool // anchors ^ and $: the context reaches the edge of the text
	out            output
	at             origin
}

func (r *rule) before() []element { return r.elements[:r.keyAt] }
func (r *rule) key() []element    { return r.elements[r.keyAt:r.afterAt] }
func (r *rule) after() []element  { return r.elements[r.afterAt:] }

// single tells whether the key is one letter or one of a set. Who looked the rule up by it knows that it matches.
func (r *rule) single() bool {
	if len(r.key()) != 1 {
		return false
	}
	e := &r.key()[0]
	return e.kind == literal && utf8.RuneCountInString(e.text) == 1 || e.kind == setOf && e.set.strings == nil
}

// ask numbers what must be true of the letters beside the one by which the rule is looked up. The rule is plain when that
// is all it needs and the output is letters: most rules are. Then it tells how many letters its key has.
func (r *rule) ask(of *questions) (a ask, plain uint8) {
	prev, next := closing(r.before()), ahead{}
	if len(r.key()) > 0 && next.add(r.key()) {
		next.add(r.after())
	}
	var exactPrev, exactNext, exactSecond bool
	a.prev, exactPrev = of.bit(prev)
	a.next, exactNext = of.bit(next.peeks[1])
	a.second, exactSecond = of.bit(next.peeks[2])
	before, key, after := countLetters(r.before()), countLetters(r.key()), countLetters(r.after())
	if exactPrev && exactNext && exactSecond && 0 <= before && before <= 1 && key > 0 && after >= 0 && key+after <= len(next.peeks) &&
		!r.atStart && !r.atEnd && r.out.parts == nil && r.out.offset == 0 && int(r.out.cursor) == len(r.out.text) {
		plain = uint8(key)
	}
	return a, plain
}

// An output is what a rule writes in place of its key.
type output struct {
	text   []byte // when parts is nil
	parts  []part // else: letters, segments and functions, in order
	cursor int32  // where rules go on: a byte of text, or a part
	offset int32  // letters by which @ moves the cursor out of what was written: back when below 0
}

// A part of an output: letters, a segment $1, or a function &Any-Upper( … ) of further parts.
type part struct {
	text     string
	segment  int
	function *Table
	sub      []part
}

// try applies the rule at the cursor if it matches there. The letter behind the cursor, of so many
// bytes, is one with which its matches begin, and all of the key if that is single.
func (m *machine) try(r *rule, single bool, size int) bool {
	for i := range int(r.segments) {
		m.captures[i+1].start = -1
	}
	end := m.pos + size
	if !single {
		if end = m.forward(r.key(), m.pos, m.limit()); end < 0 {
			return false
		}
	}
	stop := end
	if after := r.after(); len(after) > 0 {
		if stop = m.forward(after, end, len(m.right)); stop < 0 {
			return false
		}
	}
	if r.atEnd && stop != len(m.right) {
		return false
	}
	start := len(m.left)
	if before := r.before(); len(before) > 0 {
		if start = m.backward(before, start); start < 0 {
			return false
		}
	}
	if r.atStart && start != m.base {
		return false
	}
	text, cursor := r.out.text, int(r.out.cursor)
	if r.out.parts != nil {
		text, cursor = m.compose(&r.out)
	}
	m.work -= len(text)
	m.replace(end-m.pos, text, cursor, &r.at)
	if r.out.offset != 0 {
		m.moveCursor(int(r.out.offset), start, stop-end)
	}
	return true
}

// moveCursor moves the cursor n letters: back to no less than start, a byte of left, or on over at
// most the bytes of the after-context.
func (m *machine) moveCursor(n, start, after int) {
	bytes := 0
	for ; n < 0 && len(m.left)-bytes > start; n++ {
		_, size := decodeBefore(m.left, len(m.left)-bytes)
		bytes += size
	}
	if bytes > 0 {
		m.retreat(bytes)
		return
	}
	after = min(after, m.limit()-m.pos)
	for ; n > 0 && bytes < after; n-- {
		_, size := decode(m.right, m.pos+bytes)
		bytes += size
	}
	m.advance(bytes)
}

// compose writes out the parts of an output and tells the byte where the cursor stands.
func (m *machine) compose(out *output) (text []byte, cursor int) {
	m.scratch = m.scratch[:0]
	for i := range out.parts {
		if i == int(out.cursor) {
			cursor = len(m.scratch)
		}
		m.scratch = m.appendPart(m.scratch, &out.parts[i])
	}
	if int(out.cursor) == len(out.parts) {
		cursor = len(m.scratch)
	}
	return m.scratch, cursor
}

func (m *machine) appendPart(dst []byte, p *part) []byte {
	switch {
	case p.function != nil:
		return m.call(dst, p.function, p.sub)
	case p.segment > 0:
		c := m.captures[p.segment]
		if c.start < 0 {
			return dst
		}
		if c.inLeft {
			return append(dst, m.left[c.start:c.end]...)
		}
		return append(dst, m.right[c.start:c.end]...)
	}
	return append(dst, p.text...)
}

// first tells the letters with which a match of elements can begin, and whether it can be empty.
func first(elements []element) (starts []codeRange, empty bool) {
	if len(elements) > 0 && elements[0].kind == setOf && elements[0].set.strings == nil {
		return slices.Clip(elements[0].set.ranges), false
	}
	for _, e := range elements {
		switch e.kind {
		case literal:
			r, _ := utf8.DecodeRuneInString(e.text)
			return append(starts, codeRange{r, r}), false
		case setOf:
			starts = append(starts, e.set.ranges...)
			for _, s := range e.set.strings {
				r, _ := utf8.DecodeRuneInString(s)
				starts = append(starts, codeRange{r, r})
			}
			return starts, false
		case repeat, segment:
			more, none := first(e.sub)
			starts = append(starts, more...)
			if !none && !(e.kind == repeat && e.min == 0) {
				return starts, false
			}
		}
	}
	return starts, true
}
