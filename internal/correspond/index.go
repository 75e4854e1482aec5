package correspond

import (
	"cmp"
	"math"
	"slices"
)

// The rules by their first letters
//
// Distance asks, in each place of its grid, which rules may begin there. Two letters answer nearly always "none", so
// the rules are laid out in a table with a row and a column for each letter:
//
//	      ∅   a          g             j
//	 g                   gh~g          g~j  gh~j
//	 j                   j~g  j~gh
//
// Whether the rest of the two sides stands in the words is told without walking: the next eight letters of each place are one
// number, a window, and compared at once.

// An index is the rules laid out for Distance.
type index struct {
	letters  [256]*[256]uint8 // the code of each letter, by its high byte and its low one
	codes    int
	opens    [256]uint64   // by code: the bits of the letters that open the other side of some rule
	spans    []span        // the table, row by row: where its rules stand in entries
	entries  []entry       // each rule in both directions
	dropping [256]int32    // by code: the cheapest rule that leaves the one letter out, or Far
	leaving  uint64        // the bits of letters that open a rule which leaves out several letters anywhere
	unopened uint64        // the same of rules which leave out letters at the start
	covers   [64]levelSets // by the bit of a letter: those that it may explain
	free     levelSets     // the letters that need no other to explain them
}

type span struct{ from, to uint16 }

// A code stands for a letter: noLetter for none, another number under strange for a letter of the rules. All other
// letters have numbers from strange on, which some share.
const (
	noLetter = 0
	strange  = 192
)

// An entry is one direction of a rule.
type entry struct {
	left, right         side
	cost                int32
	leftSize, rightSize uint8
	start, end          bool
}

// A side is the window that it asks for, and the bits of that which count.
type side struct{ window, mask uint64 }

func (s *side) differs(window uint64) uint64 { return (window ^ s.window) & s.mask }

// packed is how many letters a window has, and a side at most.
const packed = 8

func newIndex(r *Rules) *index {
	x := &index{codes: noLetter + 1}
	for _, u := range r.units {
		for _, letter := range u.text {
			if letter > math.MaxUint16 || !x.addLetter(letter) {
				return nil // no code tells it; the units do
			}
		}
	}
	if 2*len(r.rules) > math.MaxUint16 {
		return nil
	}
	for i := range x.dropping {
		x.dropping[i] = Far
	}
	var all []placed
	for i := range r.rules {
		rule := &r.rules[i]
		u, v := r.units[rule.left], r.units[rule.right]
		if u.size+v.size == 1 && !u.start && !u.end {
			code := x.codeOf(u.text + v.text)
			x.dropping[code] = min(x.dropping[code], int32(rule.Cost))
			continue
		}
		if u.size == 0 || v.size == 0 { // those bound to the end are found there, where the other word has no letter
			switch letter := bit(x.codeOf(u.text + v.text)); {
			case u.start:
				x.unopened |= letter
			case !u.end:
				x.leaving |= letter
			}
		}
		all = append(all, x.place(u, v, rule.Cost), x.place(v, u, rule.Cost))
	}
	x.tabulate(all)
	x.addCovers(r)
	return x
}

// placed is an entry with the place of the table where it belongs.
type placed struct {
	entry
	row, column uint8
}

func (x *index) place(u, v unit, cost int) placed {
	e := entry{left: x.side(u.text), right: x.side(v.text), cost: int32(cost), leftSize: uint8(u.size), rightSize: uint8(v.size), start: u.start, end: u.end}
	return placed{e, x.codeOf(u.text), x.codeOf(v.text)}
}

// side gives the window of a side's letters.
func (x *index) side(text string) side {
	letters := []rune(text)
	return side{x.appendFace(nil, letters).end().window(0), 1<<(8*len(letters)) - 1} // 1<<64 is 0
}

// tabulate lays out the entries.
func (x *index) tabulate(all []placed) {
	slices.SortStableFunc(all, func(a, b placed) int {
		return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.column, b.column))
	})
	x.spans = make([]span, x.codes*x.codes)
	for i, e := range all {
		x.entries = append(x.entries, e.entry)
		x.opens[e.row] |= bit(e.column)
		s := &x.spans[int(e.row)*x.codes+int(e.column)]
		if s.to == 0 {
			s.from = uint16(i)
		}
		s.to = uint16(i + 1)
	}
}

// at gives the place of the rules whose sides open with two letters.
func (x *index) at(row, column uint8) span {
	if row >= strange || column >= strange {
		return span{}
	}
	return x.spans[int(row)*x.codes+int(column)]
}

// addLetter gives a letter a code; false when there are no more.
func (x *index) addLetter(r rune) bool {
	page := &x.letters[r>>8]
	if *page == nil {
		*page = &[256]uint8{}
	}
	if (*page)[r&255] == noLetter {
		if x.codes == strange {
			return false
		}
		(*page)[r&255] = uint8(x.codes)
		x.codes++
	}
	return true
}

func (x *index) code(r rune) uint8 {
	if r <= math.MaxUint16 {
		if page := x.letters[r>>8]; page != nil && page[r&255] != noLetter {
			return page[r&255]
		}
	}
	return strange | uint8(r)
}

// codeOf gives the code of the letter that opens a side.
func (x *index) codeOf(side string) uint8 {
	for _, r := range side {
		return x.code(r)
	}
	return noLetter
}

// drops gives by code what leaving a letter out costs, a strange one so much.
func (x *index) drops(letter int32) (drops [256]int32) {
	for code, cost := range x.dropping {
		drops[code] = min(cost, letter)
	}
	return drops
}
