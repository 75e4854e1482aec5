package translit

import (
	"strings"
	"unicode/utf8"
)

// Most rules that speak of a letter do not match where it stands, and its neighbours show which. So what the
// rules of a pass ask of a neighbour is numbered, once for all of them, and each letter's answers are the bits of
// one word. A rule can match only where the letters beside the one it is looked up by answer what it asks:
//
//	Ш } $capital → SH      asks     next: capital
//	$capital { Ш } $small  asks     prev: capital        next: small
//	[иы] { вич } $end      asks     prev: [иы]           next: и      second: ч
//
// That is three operations a rule. The edge of the text answers as the ether, wherever behind it one looks.

// A peek is a question that a rule has of one letter: is it this one, or one of these? The zero value is none.
type peek struct {
	letter rune
	in     *set // when it is not nil
}

// An ask is what a rule asks: a set of questions for each place.
type ask struct{ prev, next, second uint64 }

// Questions are the peeks of a pass. Each has a bit, and the first so many have one for themselves.
type questions struct {
	peeks []peek
	bits  map[peek]uint64
}

const (
	ownBits    = 48
	sharedBits = 64 - ownBits // for further letters, by their code points
)

// bit numbers a question. It is not exact when other questions have the same bit.
func (q *questions) bit(k peek) (bit uint64, exact bool) {
	if k == (peek{}) {
		return 0, true
	}
	if bit, ok := q.bits[k]; ok {
		return bit, true
	}
	switch {
	case len(q.peeks) < ownBits:
		if q.bits == nil {
			q.bits = map[peek]uint64{}
		}
		bit = 1 << len(q.peeks)
		q.peeks, q.bits[k] = append(q.peeks, k), bit
		return bit, true
	case k.in == nil:
		return 1 << (ownBits + k.letter%sharedBits), false
	}
	return 0, false
}

// answers gives the bits of the questions to which a letter is the answer.
func (q *questions) answers(letter rune) uint64 {
	bits := uint64(1) << (ownBits + letter%sharedBits)
	for i, k := range q.peeks {
		if k.in == nil && k.letter == letter || k.in != nil && k.in.contains(letter) {
			bits |= 1 << i
		}
	}
	return bits
}

// countLetters counts the letters of a pattern that is nothing but letters and sets of letters; it is -1 for others.
func countLetters(elements []element) int {
	n := 0
	for i := range elements {
		switch e := &elements[i]; {
		case e.kind == setOf && e.set.strings == nil:
			n++
		case e.kind == literal && !strings.ContainsAny(e.text, "\x00\uFFFF"): // no question can be asked about these
			n += utf8.RuneCountInString(e.text)
		default:
			return -1
		}
	}
	return n
}

// closing is what the last letter of a match must be.
func closing(elements []element) peek {
	if len(elements) == 0 {
		return peek{}
	}
	switch e := &elements[len(elements)-1]; {
	case e.kind == literal:
		r, _ := utf8.DecodeLastRuneInString(e.text)
		return peek{letter: r}
	case e.kind == setOf:
		return peek{in: e.set.tails}
	case e.kind == segment || e.min > 0:
		return closing(e.sub)
	}
	return peek{}
}

// An ahead gathers what the first letters of a match must be, as far as they are known.
type ahead struct {
	peeks [3]peek
	n     int
}

// add follows elements, and tells whether what comes behind them is known as well.
func (a *ahead) add(elements []element) bool {
	for i := range elements {
		e := &elements[i]
		switch {
		case a.n == len(a.peeks):
			return false
		case e.kind == literal:
			for _, r := range e.text {
				if a.n < len(a.peeks) {
					a.peeks[a.n], a.n = peek{letter: r}, a.n+1
				}
			}
		case e.kind == setOf:
			a.peeks[a.n], a.n = peek{in: e.set.heads}, a.n+1
			if e.set.strings != nil {
				return false
			}
		case e.kind == segment:
			if !a.add(e.sub) {
				return false
			}
		default:
			if e.min > 0 {
				a.add(e.sub)
			}
			return false
		}
	}
	return true
}
