package translit

import (
	"errors"
	"fmt"
	"strconv"
	"unicode/utf8"
)

// maxRule is the most elements in a rule, when variables within variables are written out.
const maxRule = 1 << 14

var (
	errSecondFilter = errors.New("a second global filter; join the two sets into one")
	errRuleSize     = fmt.Errorf("the rule has more than %d elements when its variables are written out; split it", maxRule)
)

func (o origin) String() string { return o.File + ":" + strconv.Itoa(o.Line) }

// A ruleRoom is memory for rules and elements to come, so that many share an allocation.
type ruleRoom struct {
	rules    []rule
	elements []element
	bytes    []byte
}

// text keeps a copy.
func (m *ruleRoom) text(b []byte) []byte {
	if cap(m.bytes)-len(m.bytes) < len(b) {
		m.bytes = make([]byte, 0, max(len(b), 1<<10))
	}
	start := len(m.bytes)
	m.bytes = append(m.bytes, b...)
	return m.bytes[start:len(m.bytes):len(m.bytes)]
}

func (m *ruleRoom) rule() *rule {
	if len(m.rules) == 0 {
		m.rules = make([]rule, 32)
	}
	r := &m.rules[0]
	m.rules = m.rules[1:]
	return r
}

// pattern gives an empty list with room for what items are compiled to, in pieces that are cut at two places.
func (m *ruleRoom) pattern(items []item, cut, cut2 int) []element {
	n := 0
	for i := range items {
		if i == 0 || i == cut || i == cut2 || !items[i].isLetter() || !items[i-1].isLetter() {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	if len(m.elements) < n {
		m.elements = make([]element, max(n, 64))
	}
	list := m.elements[:0:n]
	m.elements = m.elements[n:]
	return list
}

// newRule turns two sides into a rule, now that it is known which is the pattern.
func newRule(pattern, out *side, segments int, memory *ruleRoom) (*rule, error) {
	if out.before >= 0 || out.after >= 0 || out.atStart || out.atEnd {
		return nil, errors.New("the output has a context or an anchor; those belong on the other side of the arrow")
	}
	if pattern.cursor >= 0 || pattern.offset != 0 {
		return nil, errors.New("the pattern has a cursor | ; that belongs in the output")
	}
	from, to := 0, len(pattern.items)
	if pattern.before >= 0 {
		from = pattern.before
	}
	if pattern.after >= 0 {
		to = pattern.after
	}
	if from > to {
		return nil, errors.New("} stands before { ; write before { key } after → output")
	}
	r := memory.rule()
	r.atStart, r.atEnd, r.segments = pattern.atStart, pattern.atEnd, uint16(segments)
	room := maxRule
	elements := memory.pattern(pattern.items, from, to)
	var err error
	for i, piece := range [][]item{pattern.items[:from], pattern.items[from:to], pattern.items[to:]} {
		switch i {
		case 1:
			r.keyAt = uint16(len(elements))
		case 2:
			r.afterAt = uint16(len(elements))
		}
		if elements, err = compilePattern(elements, piece, &room, memory); err != nil {
			return nil, err
		}
	}
	r.elements = elements
	return r, r.out.compile(out, segments, &room, memory)
}

// compilePattern joins neighbouring letters, turns the rest into elements one by one, and appends all to out.
func compilePattern(out []element, items []item, room *int, memory *ruleRoom) ([]element, error) {
	if *room -= len(items); *room < 0 {
		return nil, errRuleSize
	}
	for len(items) > 0 {
		if text, n := lettersOf(items); n > 0 {
			out = append(out, element{kind: literal, text: text})
			items = items[n:]
			continue
		}
		it := &items[0]
		items = items[1:]
		sub, err := compilePattern(memory.pattern(it.sub, 0, 0), it.sub, room, memory)
		if err != nil {
			return nil, err
		}
		switch {
		case it.set != nil:
			out = append(out, element{kind: setOf, set: it.set})
		case it.repeat != 0:
			e := element{kind: repeat, sub: sub, many: it.repeat != '?'}
			if it.repeat == '+' {
				e.min = 1
			}
			out = append(out, e)
		case it.segment > 0:
			out = append(out, element{kind: segment, sub: sub, seg: uint16(it.segment)})
		case it.reference > 0:
			return nil, fmt.Errorf("$%d stands in the pattern; a segment can only be used in the output", it.reference)
		case it.function != nil:
			return nil, errors.New("a function & stands in the pattern; it belongs in the output")
		}
	}
	return out, nil
}

// lettersOf joins the letters that items open with, and counts them.
func lettersOf(items []item) (text string, n int) {
	var few [32]byte
	joined := few[:0]
	for ; n < len(items) && items[n].isLetter(); n++ {
		joined = utf8.AppendRune(joined, items[n].letter)
	}
	return string(joined), n
}

// compile fills the output: plain text when it can be, parts when it holds $1 or functions.
func (o *output) compile(s *side, segments int, room *int, memory *ruleRoom) error {
	cursor := s.cursor
	if cursor < 0 {
		cursor = len(s.items)
	}
	o.offset = int32(s.offset)
	if o.offset > 0 && cursor != len(s.items) {
		return errors.New("@ stands inside the output; write it at one end, beside |")
	}
	if o.offset != 0 && s.cursor < 0 {
		return errors.New("@ without | ; write |@ or @|")
	}
	plain := true
	for i := range s.items {
		plain = plain && s.items[i].isLetter()
	}
	if plain {
		var few [32]byte
		text := few[:0]
		for i := range s.items {
			if i == cursor {
				o.cursor = int32(len(text))
			}
			text = utf8.AppendRune(text, s.items[i].letter)
		}
		if cursor == len(s.items) {
			o.cursor = int32(len(text))
		}
		o.text = memory.text(text)
		return nil
	}
	ahead, err := compileParts(s.items[:cursor], segments, room)
	if err != nil {
		return err
	}
	rest, err := compileParts(s.items[cursor:], segments, room)
	o.parts, o.cursor = append(ahead, rest...), int32(len(ahead))
	return err
}

func compileParts(items []item, segments int, room *int) ([]part, error) {
	if *room -= len(items); *room < 0 {
		return nil, errRuleSize
	}
	var out []part
	for len(items) > 0 {
		if text, n := lettersOf(items); n > 0 {
			out = append(out, part{text: text})
			items = items[n:]
			continue
		}
		it := &items[0]
		items = items[1:]
		switch {
		case it.reference > segments:
			return nil, fmt.Errorf("$%d is used, but the pattern has %d segments ( )", it.reference, segments)
		case it.reference > 0:
			out = append(out, part{segment: it.reference})
		case it.function != nil:
			sub, err := compileParts(it.sub, segments, room)
			if err != nil {
				return nil, err
			}
			out = append(out, part{function: it.function, sub: sub})
		case it.segment > 0:
			return nil, errors.New("the output has a segment ( ); write \\( for the sign itself")
		default:
			return nil, errors.New("the output has a set or a quantifier; only letters, $1 and functions can be written")
		}
	}
	return out, nil
}
