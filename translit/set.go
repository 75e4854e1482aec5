package translit

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// ether is the code point by which a UnicodeSet asks for the edge of the text: [a$] is a or the
// edge, and so is every negated set. It is a noncharacter, hence never found in a text.
const ether = 0xFFFF

// A span of code points, both ends included.
type codeRange struct{ lo, hi rune }

// A set is a compiled UnicodeSet: immutable, looked up by bitmap below U+0800 (where one and two
// byte letters live) and by binary search above.
type set struct {
	low     *[0x800 / 64]uint64
	ranges  []codeRange // sorted, disjoint, not adjacent
	strings []string    // the {ab} members, of two letters or more, longest first
	heads   *set        // letters with which a member begins; the set itself when there are no strings
	tails   *set        // and those with which one ends
}

// noLow is the bitmap of the many sets without letters below U+0800.
var noLow [0x800 / 64]uint64

// newSet takes ranges in any order, overlapping or not. It keeps both slices.
func newSet(ranges []codeRange, strs []string) *set {
	s := &set{ranges: coalesce(ranges), strings: strs, low: &noLow}
	if len(s.ranges) > 0 && s.ranges[0].lo < 0x800 {
		s.low = new([0x800 / 64]uint64)
	}
	for _, g := range s.ranges {
		for r := g.lo; r <= g.hi && r < 0x800; r++ {
			s.low[r/64] |= 1 << (r % 64)
		}
	}
	if s.heads, s.tails = s, s; len(s.strings) == 0 {
		s.strings = nil
		return s
	}
	slices.SortFunc(s.strings, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	s.strings = slices.Compact(s.strings)
	heads, tails := slices.Clone(s.ranges), slices.Clone(s.ranges)
	for _, t := range s.strings {
		first, _ := utf8.DecodeRuneInString(t)
		last, _ := utf8.DecodeLastRuneInString(t)
		heads, tails = append(heads, codeRange{first, first}), append(tails, codeRange{last, last})
	}
	s.heads, s.tails = newSet(heads, nil), newSet(tails, nil)
	return s
}

// coalesce sorts ranges and joins those that overlap or touch, in place.
func coalesce(ranges []codeRange) []codeRange {
	byStart := func(a, b codeRange) int { return int(a.lo - b.lo) }
	if !slices.IsSortedFunc(ranges, byStart) { // most sets are written in order
		sortRanges(ranges)
	}
	joined := ranges[:0]
	for _, g := range ranges {
		if last := len(joined) - 1; last >= 0 && g.lo <= joined[last].hi+1 {
			joined[last].hi = max(joined[last].hi, g.hi)
			continue
		}
		joined = append(joined, g)
	}
	return joined
}

// sortRanges sorts by both ends, as numbers.
func sortRanges(ranges []codeRange) {
	numbers := make([]uint64, len(ranges))
	for i, g := range ranges {
		numbers[i] = uint64(g.lo)<<32 | uint64(g.hi)
	}
	slices.Sort(numbers)
	for i, n := range numbers {
		ranges[i] = codeRange{rune(n >> 32), rune(uint32(n))}
	}
}

func (s *set) contains(r rune) bool {
	if uint32(r) < 0x800 {
		return s.low[r/64]&(1<<(r%64)) != 0
	}
	lo, hi := 0, len(s.ranges)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if s.ranges[mid].hi < r {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo < len(s.ranges) && s.ranges[lo].lo <= r
}

func (s *set) union(t *set) *set {
	return newSet(append(slices.Clone(s.ranges), t.ranges...), append(slices.Clone(s.strings), t.strings...))
}

// complement holds every code point that s does not; strings have no complement and go.
func (s *set) complement() *set {
	var out []codeRange
	next := rune(0)
	for _, g := range s.ranges {
		if g.lo > next {
			out = append(out, codeRange{next, g.lo - 1})
		}
		next = g.hi + 1
	}
	if next <= utf8.MaxRune {
		out = append(out, codeRange{next, utf8.MaxRune})
	}
	return newSet(out, nil)
}

func (s *set) intersect(t *set) *set {
	var both []codeRange
	for i, j := 0, 0; i < len(s.ranges) && j < len(t.ranges); {
		a, b := s.ranges[i], t.ranges[j]
		if lo, hi := max(a.lo, b.lo), min(a.hi, b.hi); lo <= hi {
			both = append(both, codeRange{lo, hi})
		}
		if a.hi < b.hi {
			i++
		} else {
			j++
		}
	}
	return newSet(both, keep(s.strings, t.strings, true))
}

func (s *set) minus(t *set) *set {
	rest := s.intersect(t.complement())
	return newSet(rest.ranges, keep(s.strings, t.strings, false))
}

// keep returns the strings whose presence in other is as wanted.
func keep(strs, other []string, wanted bool) []string {
	var out []string
	for _, s := range strs {
		if slices.Contains(other, s) == wanted {
			out = append(out, s)
		}
	}
	return out
}

// covers tells whether every member of t is one of s.
func (s *set) covers(t *set) bool {
	for _, g := range t.ranges {
		if !s.contains(g.lo) {
			return false
		}
		at, found := slices.BinarySearchFunc(s.ranges, g.lo, func(r codeRange, lo rune) int { return int(r.lo - lo) })
		if !found {
			at--
		}
		if s.ranges[at].hi < g.hi {
			return false
		}
	}
	for _, str := range t.strings {
		if !slices.Contains(s.strings, str) {
			return false
		}
	}
	return true
}
