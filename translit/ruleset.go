package translit

import (
	"encoding/binary"
	"errors"
	"slices"
	"unicode/utf8"
)

// A ruleset is the conversion rules of one pass. At each letter the first rule that matches wins; the
// letters that can begin a match are known beforehand, so that a letter is tried against the few
// rules that may speak of it and against none that cannot.
//
// The code points fall into stretches within which the candidates are the same. Below U+0800 the list
// is read from a table, above it the stretch is found by binary search. Stretches are many (every other
// Han letter begins one) and lists are few.
type ruleset struct {
	rules  []*rule
	starts []rune    // first code point of each stretch; the first is 0
	list   []uint32  // which of the lists each stretch has
	lists  [][]*rule // candidates, in the order of the file
	direct [0x800]uint32
}

// maxCandidates bounds the lists of a ruleset, summed over all of them.
const maxCandidates = 1 << 22

func newRuleset(rules []*rule) (*ruleset, error) {
	s := &ruleset{rules: rules}
	edges := edgesOf(rules)
	s.starts, s.list = make([]rune, 1, len(edges)+1), make([]uint32, 1, len(edges)+1)
	var active []int // the rules of the stretch at hand, in order
	lists := newListing(rules)
	for i, e := range edges {
		if at, found := slices.BinarySearch(active, e.rule()); found {
			active = slices.Delete(active, at, at+1)
		} else {
			active = slices.Insert(active, at, e.rule())
		}
		if i+1 < len(edges) && edges[i+1].at() == e.at() {
			continue
		}
		if e.at() > 0 {
			s.starts, s.list = append(s.starts, e.at()), append(s.list, 0)
		}
		s.list[len(s.list)-1] = lists.of(active)
		if lists.size > maxCandidates {
			return nil, errors.New("too many rules whose keys begin with wide sets; split the file into passes")
		}
	}
	s.lists = lists.lists
	stretch := 0
	for r := range rune(len(s.direct)) {
		for stretch+1 < len(s.starts) && s.starts[stretch+1] <= r {
			stretch++
		}
		s.direct[r] = s.list[stretch]
	}
	return s, nil
}

// A listing numbers lists of rules, equal ones alike.
type listing struct {
	rules []*rule
	lists [][]*rule         // the first is empty
	alone []uint32          // by rule: its list of one, when it has a number
	other map[string]uint32 // lists of several, by the bytes of their numbers
	key   []byte
	room  []*rule // for lists to come, so that many share an allocation
	size  int     // of all lists together
}

func newListing(rules []*rule) *listing {
	return &listing{rules: rules, lists: make([][]*rule, 1), alone: make([]uint32, len(rules)), other: map[string]uint32{}}
}

func (l *listing) of(active []int) uint32 {
	switch {
	case len(active) == 0:
		return 0
	case len(active) == 1:
		if n := &l.alone[active[0]]; *n == 0 {
			*n = l.add(active)
		}
		return l.alone[active[0]]
	}
	l.key = l.key[:0]
	for _, n := range active {
		l.key = binary.LittleEndian.AppendUint32(l.key, uint32(n))
	}
	n, ok := l.other[string(l.key)]
	if !ok {
		n = l.add(active)
		l.other[string(l.key)] = n
	}
	return n
}

func (l *listing) add(active []int) uint32 {
	if len(l.room) < len(active) {
		l.room = make([]*rule, max(len(active), 512))
	}
	list := l.room[:len(active):len(active)]
	l.room = l.room[len(active):]
	for i, n := range active {
		list[i] = l.rules[n]
	}
	l.size += len(list)
	l.lists = append(l.lists, list)
	return uint32(len(l.lists) - 1)
}

// An edge is where a rule's first letters begin or end: a code point and a rule in one number, so that
// many sort fast.
type edge uint64

func newEdge(at rune, rule int) edge { return edge(at)<<32 | edge(rule) }

func (e edge) at() rune  { return rune(e >> 32) }
func (e edge) rule() int { return int(uint32(e)) }

// edgesOf gathers the edges of all rules, sorted by code point.
func edgesOf(rules []*rule) []edge {
	starts, letters, count := make([][]codeRange, len(rules)), make([]codeRange, len(rules)), 0
	for i, r := range rules {
		switch {
		case len(r.key) > 0 && r.key[0].kind == setOf && r.key[0].set.strings == nil: // as below, without copies
			starts[i] = r.key[0].set.ranges
		case len(r.key) > 0 && r.key[0].kind == literal:
			letter, _ := utf8.DecodeRuneInString(r.key[0].text)
			letters[i] = codeRange{letter, letter}
			starts[i] = letters[i : i+1]
		default:
			opening, empty := first(r.key)
			if empty {
				more, none := first(r.after)
				if opening = append(opening, more...); none {
					opening = []codeRange{{0, utf8.MaxRune}}
				}
			}
			starts[i] = coalesce(opening)
		}
		count += len(starts[i])
	}
	edges := make([]edge, 0, 2*count)
	for i, ranges := range starts {
		for _, g := range ranges {
			edges = append(edges, newEdge(g.lo, i), newEdge(g.hi+1, i))
		}
	}
	return sortEdges(edges)
}

// sortEdges sorts by code point, in two rounds of 11 bits: a table of Han letters has 40,000 edges, and
// this takes a fifth of the time that comparing them does.
func sortEdges(edges []edge) []edge {
	const digit = 11 // bits; two hold all code points
	if len(edges) < 1<<digit {
		slices.Sort(edges)
		return edges
	}
	other := make([]edge, len(edges))
	for shift := 32; shift < 32+2*digit; shift += digit {
		var ends [1<<digit + 1]int
		for _, e := range edges {
			ends[e>>shift&(1<<digit-1)+1]++
		}
		for i := range 1 << digit {
			ends[i+1] += ends[i]
		}
		for _, e := range edges {
			at := &ends[e>>shift&(1<<digit-1)]
			other[*at] = e
			*at++
		}
		edges, other = other, edges
	}
	return edges
}

// candidates are the rules whose match can begin with r.
func (s *ruleset) candidates(r rune) []*rule {
	if r < rune(len(s.direct)) {
		return s.lists[s.direct[r]]
	}
	at, found := slices.BinarySearch(s.starts, r)
	if !found {
		at--
	}
	return s.lists[s.list[at]]
}

// apply runs the rules from the cursor to the limit. Like ICU it gives up after sixteen steps for each
// byte, so that rules which put back what they match cannot run for ever; the rest stays as it is.
func (m *machine) apply(s *ruleset) {
	steps := 16*(m.limit()-m.pos) + 1
next:
	for m.pos < m.limit() && steps > 0 && m.work > 0 {
		glided, list := m.glide(s, min(steps, m.work))
		if steps -= glided + 1; m.pos == m.limit() || steps < 0 || m.work <= 0 {
			break
		}
		_, size := m.next()
		prev, next := m.beside(m.left, m.pos+size)
		cut := m.pos+size == m.limit() && m.tail > 0
		for _, r := range list {
			m.work--
			if r.prev.allows(prev) && (cut || r.next.allows(next)) && m.try(r, size) {
				continue next
			}
		}
		m.advance(size)
	}
	m.advance(m.limit() - m.pos)
}

// glide goes over letters of which no rule speaks, or a plain one before any other that may match, which
// are most of a text, and counts them. It is apply without anything that such letters do not need. It
// gives the rules that may match at the letter where it stops.
func (m *machine) glide(s *ruleset, most int) (count int, rest []*rule) {
	left, right, p, limit := m.left, m.right, m.pos, m.limit()
	copied := p // what lies before it in right is in left, and what lies behind up to p is to be copied
letters:
	for ; p < limit && count < most; count++ {
		letter, size := rune(right[p]), 1
		switch {
		case letter < utf8.RuneSelf:
		case letter < 0xE0:
			letter, size = (letter&0x1F)<<6|rune(right[p+1]&0x3F), 2
		default:
			letter, size = utf8.DecodeRune(right[p:])
		}
		var list []*rule
		if letter < rune(len(s.direct)) { // as candidates does, without the call
			list = s.lists[s.direct[letter]]
		} else {
			list = s.candidates(letter)
		}
		if len(list) == 0 {
			p += size
			continue
		}
		if copied < p {
			left, copied = m.carry(left, right[copied:p]), p
		}
		if r := list[0]; r.bare {
			left, p = append(left, r.out.text...), p+size
			if copied = p; m.trace != nil {
				m.trace.replace(size, len(r.out.text), len(r.out.text), &r.at)
			}
			continue
		}
		if p+size == limit && m.tail > 0 {
			rest = list // the letter behind is for contexts alone
			break
		}
		prev, next := m.beside(left, p+size)
		for i, r := range list {
			if !r.next.allows(next) || !r.prev.allows(prev) {
				m.work--
				continue
			}
			if !r.plain {
				rest = list[i:]
				break letters
			}
			left = append(left, r.out.text...)
			if m.trace != nil {
				m.trace.replace(size, len(r.out.text), len(r.out.text), &r.at)
			}
			p += size
			copied = p
			continue letters
		}
		p += size
	}
	m.left, m.pos, m.work = m.carry(left, right[copied:p]), p, m.work-count
	return count, rest
}

// carry appends text that stays as it is.
func (m *machine) carry(left, text []byte) []byte {
	if m.trace != nil {
		m.trace.advance(len(text))
	}
	return append(left, text...)
}

// beside gives the letter at the end of left and the one at right[p].
func (m *machine) beside(left []byte, p int) (prev, next rune) {
	prev, next = ether, ether
	if len(left) > m.base {
		prev, _ = decodeBefore(left, len(left))
	}
	if p < len(m.right) {
		next, _ = decode(m.right, p)
	}
	return prev, next
}
