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
//	      ∅    other  a          g             j
//	 g         ·                 gh~g          g~j  gh~j
//	 j         ·                 j~g  j~gh
//
// Whether the rest of the two sides stands in the words is told without walking: the next four letters of each place
// are packed into one number, a window, and compared at once.

// An index is the rules laid out for Distance.
type index struct {
	letters  [256]*[256]uint16 // a letter's class, by its high byte and its low one
	classes  int
	spans    []span  // by the classes of both first letters, row by row
	entries  []entry // each rule in both directions
	dropping []int32 // by class: the cheapest rule that leaves the one letter out, or Far
	leaving  bool    // some rules leave out several letters, or some letter at the start or the end
	least    []least // by class
}

// A class stands for a letter of the rules; two stand for no letter and for any other.
const (
	noLetter    = 0
	otherLetter = 1
)

type span struct{ from, to int32 }

// An entry is one direction of a rule.
type entry struct {
	left, right side
	cost        int32
	start, end  bool
}

// A side is what an entry asks of a word.
type side struct {
	window, mask uint64 // its first four letters
	size         int
	rest         []rune // the letters behind those
}

// packed is how many letters a window has.
const packed = 4

// push makes the window of a place from that of the next place.
func push(letter rune, next uint64) uint64 {
	if letter > math.MaxUint16 {
		letter = math.MaxUint16 // stands in no rule
	}
	return next<<16 | uint64(letter)
}

func newIndex(r *Rules) *index {
	x := &index{classes: 2}
	for _, u := range r.units {
		letters := []rune(u.text)
		for _, letter := range letters {
			if letter == 0 || letter >= math.MaxUint16 {
				return nil // no window tells it; the units do
			}
			x.addLetter(letter)
		}
	}
	if x.classes > maxClasses {
		return nil
	}
	x.dropping = make([]int32, x.classes)
	for i := range x.dropping {
		x.dropping[i] = Far
	}
	type placed struct {
		entry
		at int
	}
	var all []placed
	place := func(e entry, u, v string) {
		all = append(all, placed{e, x.classOf(u)*x.classes + x.classOf(v)})
	}
	for i := range r.rules {
		rule := &r.rules[i]
		u, v := r.units[rule.left], r.units[rule.right]
		e := entry{newSide(u.text), newSide(v.text), int32(rule.Cost), u.start, u.end}
		if e.left.size+e.right.size == 1 && !u.start && !u.end {
			class := x.classOf(u.text + v.text)
			x.dropping[class] = min(x.dropping[class], e.cost)
			continue
		}
		x.leaving = x.leaving || e.left.size == 0 || e.right.size == 0
		place(e, u.text, v.text)
		e.left, e.right = e.right, e.left
		place(e, v.text, u.text)
	}
	slices.SortStableFunc(all, func(a, b placed) int { return cmp.Compare(a.at, b.at) })
	x.spans = make([]span, x.classes*x.classes)
	for i, e := range all {
		x.entries = append(x.entries, e.entry)
		if i == 0 || all[i-1].at != e.at {
			x.spans[e.at].from = int32(i)
		}
		x.spans[e.at].to = int32(i + 1)
	}
	x.addLeast(r)
	return x
}

// maxClasses bounds the table; no set of rules that people have written comes near.
const maxClasses = 2000

func newSide(text string) side {
	letters := []rune(text)
	s := side{size: len(letters)}
	for i := min(len(letters), packed) - 1; i >= 0; i-- {
		s.window, s.mask = push(letters[i], s.window), s.mask<<16|math.MaxUint16
	}
	if len(letters) > packed {
		s.rest = letters[packed:]
	}
	return s
}

func (x *index) addLetter(r rune) {
	page := &x.letters[r>>8]
	if *page == nil {
		*page = &[256]uint16{}
		for i := range *page {
			(*page)[i] = otherLetter
		}
	}
	if (*page)[r&255] == otherLetter {
		(*page)[r&255] = uint16(x.classes)
		x.classes++
	}
}

func (x *index) class(r rune) int {
	if r > math.MaxUint16 {
		return otherLetter
	}
	if page := x.letters[r>>8]; page != nil {
		return int(page[r&255])
	}
	return otherLetter
}

// classOf gives the class of the letter that opens a side.
func (x *index) classOf(side string) int {
	for _, r := range side {
		return x.class(r)
	}
	return noLetter
}
