package translit

import "unicode/utf8"

// An origin is the place of a rule or a pass in its file.
type origin struct {
	File string
	Line int
}

// A rule is one conversion rule, in the direction in which it is used:
//
//	before { key } after → out
type rule struct {
	before, key, after []element
	atStart, atEnd     bool // anchors ^ and $: the context reaches the edge of the text
	segments           int
	out                output
	at                 origin

	// What makes it quick to try; prepare notes it.
	ask            // what must be true of the letters beside the one that a match begins with
	letters string // the key, when it is nothing but letters
	single  bool   // the key is one letter or one of a set; who looked the rule up by it knows that it matches
	plain   bool   // single, the contexts are no more than what is asked, and the output is letters: most rules
}

// prepare notes what makes a rule quick to try.
func (r *rule) prepare(of *questions) {
	if len(r.key) == 1 && r.key[0].kind == literal {
		r.letters = r.key[0].text
	}
	r.single = utf8.RuneCountInString(r.letters) == 1 ||
		len(r.key) == 1 && r.key[0].kind == setOf && r.key[0].set.strings == nil
	prev, next := closing(r.before), ahead{}
	if len(r.key) > 0 && next.add(r.key) {
		next.add(r.after)
	}
	var exactPrev, exactNext bool
	r.ask.prev, exactPrev = of.bit(prev)
	r.ask.next, exactNext = of.bit(next.peeks[1])
	r.ask.second, _ = of.bit(next.peeks[2])
	r.plain = r.single && exactPrev && prev.tellsAll(r.before) && exactNext && next.peeks[1].tellsAll(r.after) &&
		!r.atStart && !r.atEnd && r.out.parts == nil && r.out.offset == 0 && r.out.cursor == len(r.out.text)
}

// An output is what a rule writes in place of its key.
type output struct {
	text   []byte // when parts is nil
	parts  []part // else: letters, segments and functions, in order
	cursor int    // where rules go on: a byte of text, or a part
	offset int    // letters by which @ moves the cursor out of what was written: back when below 0
}

// A part of an output: letters, a segment $1, or a function &Any-Upper( … ) of further parts.
type part struct {
	text     string
	segment  int
	function *Table
	sub      []part
}

// try applies the rule at the cursor if it matches there. The letter behind the cursor, of so many
// bytes, is one with which its matches begin.
func (m *machine) try(r *rule, size int) bool {
	for i := range r.segments {
		m.captures[i+1].start = -1
	}
	end := m.pos + size
	switch {
	case r.single:
	case r.letters != "":
		if end = m.pos + len(r.letters); end > m.limit() || string(m.right[m.pos:end]) != r.letters {
			return false
		}
	default:
		if end = m.forward(r.key, m.pos, m.limit()); end < 0 {
			return false
		}
	}
	stop := end
	if r.after != nil {
		if stop = m.forward(r.after, end, len(m.right)); stop < 0 {
			return false
		}
	}
	if r.atEnd && stop != len(m.right) {
		return false
	}
	start := len(m.left)
	if r.before != nil {
		if start = m.backward(r.before, start); start < 0 {
			return false
		}
	}
	if r.atStart && start != m.base {
		return false
	}
	text, cursor := r.out.text, r.out.cursor
	if r.out.parts != nil {
		text, cursor = m.compose(&r.out)
	}
	m.work -= len(text)
	m.replace(end-m.pos, text, cursor, &r.at)
	if r.out.offset != 0 {
		m.moveCursor(r.out.offset, start, stop-end)
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
		if i == out.cursor {
			cursor = len(m.scratch)
		}
		m.scratch = m.appendPart(m.scratch, &out.parts[i])
	}
	if out.cursor == len(out.parts) {
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
