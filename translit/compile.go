package translit

import (
	"errors"
	"fmt"
	"strconv"
)

// maxRule is the most elements in a rule, when variables within variables are written out.
const maxRule = 1 << 14

var (
	errSecondFilter = errors.New("a second global filter; join the two sets into one")
	errRuleSize     = fmt.Errorf("the rule has more than %d elements when its variables are written out; split it", maxRule)
)

func (o origin) String() string { return o.File + ":" + strconv.Itoa(o.Line) }

// newRule turns two sides into a rule, now that it is known which is the pattern.
func newRule(pattern, out *side, segments int) (*rule, error) {
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
	r := &rule{atStart: pattern.atStart, atEnd: pattern.atEnd, segments: segments}
	room := maxRule
	for _, piece := range []struct {
		items []item
		into  *[]element
	}{{pattern.items[:from], &r.before}, {pattern.items[from:to], &r.key}, {pattern.items[to:], &r.after}} {
		elements, err := compilePattern(piece.items, &room)
		if err != nil {
			return nil, err
		}
		*piece.into = elements
	}
	err := r.out.compile(out, segments, &room)
	r.prepare()
	return r, err
}

// compilePattern joins neighbouring letters and turns the rest into elements one by one.
func compilePattern(items []item, room *int) ([]element, error) {
	var out []element
	for i := range items {
		it := &items[i]
		if *room--; *room < 0 {
			return nil, errRuleSize
		}
		if it.isLetter() {
			if last := len(out) - 1; last >= 0 && out[last].kind == literal {
				out[last].text += string(it.letter)
			} else {
				out = append(out, element{kind: literal, text: string(it.letter)})
			}
			continue
		}
		sub, err := compilePattern(it.sub, room)
		if err != nil {
			return nil, err
		}
		switch {
		case it.set != nil:
			out = append(out, element{kind: setOf, set: it.set})
		case it.repeat != 0:
			least, most := 0, many
			if it.repeat == '+' {
				least = 1
			} else if it.repeat == '?' {
				most = 1
			}
			out = append(out, element{kind: repeat, sub: sub, min: least, max: most})
		case it.segment > 0:
			out = append(out, element{kind: segment, sub: sub, seg: it.segment})
		case it.reference > 0:
			return nil, fmt.Errorf("$%d stands in the pattern; a segment can only be used in the output", it.reference)
		case it.function != nil:
			return nil, errors.New("a function & stands in the pattern; it belongs in the output")
		}
	}
	return out, nil
}

// compile fills the output: plain text when it can be, parts when it holds $1 or functions.
func (o *output) compile(s *side, segments int, room *int) error {
	cursor := s.cursor
	if cursor < 0 {
		cursor = len(s.items)
	}
	o.offset = s.offset
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
		for i := range s.items {
			if i == cursor {
				o.cursor = len(o.text)
			}
			o.text = append(o.text, string(s.items[i].letter)...)
		}
		if cursor == len(s.items) {
			o.cursor = len(o.text)
		}
		return nil
	}
	ahead, err := compileParts(s.items[:cursor], segments, room)
	if err != nil {
		return err
	}
	rest, err := compileParts(s.items[cursor:], segments, room)
	o.parts, o.cursor = append(ahead, rest...), len(ahead)
	return err
}

func compileParts(items []item, segments int, room *int) ([]part, error) {
	var out []part
	for i := range items {
		it := &items[i]
		if *room--; *room < 0 {
			return nil, errRuleSize
		}
		switch {
		case it.isLetter():
			if last := len(out) - 1; last >= 0 && out[last].text != "" {
				out[last].text += string(it.letter)
			} else {
				out = append(out, part{text: string(it.letter)})
			}
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
