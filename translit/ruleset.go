package translit

import (
	"errors"
	"slices"
	"unicode/utf8"
)

// A ruleset is the conversion rules of one pass. At each letter the first rule that matches wins; the
// letters that can begin a match are known beforehand, so that a letter is tried against the few
// rules that may speak of it and against none that cannot.
//
// The code points fall into stretches within which the candidates are the same. Below U+0800 the
// stretch is read from a table, above it is found by binary search.
type ruleset struct {
	rules     []*rule
	starts    []rune    // first code point of each stretch; the first is 0
	lists     [][]*rule // the stretch's candidates, in the order of the file
	direct    [0x800]uint16
	hasDirect bool // false when there are too many stretches to number in 16 bits
}

// maxCandidates bounds the lists of a ruleset, summed over all stretches.
const maxCandidates = 1 << 22

func newRuleset(rules []*rule) (*ruleset, error) {
	s := &ruleset{rules: rules}
	var edges []edge
	for i, r := range rules {
		starts, empty := first(r.key)
		if empty {
			more, none := first(r.after)
			if starts = append(starts, more...); none {
				starts = []codeRange{{0, utf8.MaxRune}}
			}
		}
		for _, g := range coalesce(starts) {
			edges = append(edges, newEdge(g.lo, i, 0), newEdge(g.hi+1, i, 1))
		}
	}
	slices.Sort(edges)
	s.starts, s.lists = make([]rune, 1, len(edges)+1), make([][]*rule, 1, len(edges)+1)
	var active []int                           // the rules of the stretch at hand, in order
	candidates := make([]*rule, 0, len(edges)) // all lists, end to end
	for i, e := range edges {
		if at, found := slices.BinarySearch(active, e.rule()); found {
			active = slices.Delete(active, at, at+1)
		} else {
			active = slices.Insert(active, at, e.rule())
		}
		if i+1 < len(edges) && edges[i+1].at() == e.at() {
			continue
		}
		if len(candidates)+len(active) > maxCandidates {
			return nil, errors.New("too many rules whose keys begin with wide sets; split the file into passes")
		}
		from := len(candidates)
		for _, n := range active {
			candidates = append(candidates, rules[n])
		}
		if e.at() > 0 {
			s.starts, s.lists = append(s.starts, e.at()), append(s.lists, nil)
		}
		s.lists[len(s.lists)-1] = candidates[from:len(candidates):len(candidates)]
	}
	if s.hasDirect = len(s.starts) < 1<<16; s.hasDirect {
		for r := range rune(0x800) {
			s.direct[r] = uint16(s.stretch(r))
		}
	}
	return s, nil
}

// An edge is where a rule's first letters begin or, with bit 0 set, where they end: a code point and a
// rule in one number, so that edges sort fast.
type edge uint64

func newEdge(at rune, rule int, ends edge) edge { return edge(at)<<32 | edge(rule)<<1 | ends }

func (e edge) at() rune  { return rune(e >> 32) }
func (e edge) rule() int { return int(uint32(e) >> 1) }

func (s *ruleset) stretch(r rune) int {
	at, found := slices.BinarySearch(s.starts, r)
	if !found {
		at--
	}
	return at
}

// candidates are the rules whose match can begin with r.
func (s *ruleset) candidates(r rune) []*rule {
	if r < 0x800 && s.hasDirect {
		return s.lists[s.direct[r]]
	}
	return s.lists[s.stretch(r)]
}

// apply runs the rules from the cursor to the limit. Like ICU it gives up after sixteen steps for each
// byte, so that rules which put back what they match cannot run for ever; the rest stays as it is.
func (m *machine) apply(s *ruleset) {
	steps := 16*(m.limit()-m.pos) + 1
next:
	for m.pos < m.limit() && steps > 0 && m.work > 0 {
		glided := m.glide(s, min(steps, m.work))
		m.work -= glided
		if steps -= glided + 1; m.pos == m.limit() || steps < 0 {
			break
		}
		letter, size := m.next()
		for _, r := range s.candidates(letter) {
			m.work--
			if m.try(r, size) {
				continue next
			}
		}
		m.advance(size)
	}
	m.advance(m.limit() - m.pos)
}

// glide goes over letters of which no rule or a plain one speaks first, which are most of a text, and
// counts them. It is apply without anything that such letters do not need.
func (m *machine) glide(s *ruleset, most int) (count int) {
	left, right, p, limit := m.left, m.right, m.pos, m.limit()
	for ; p < limit && count < most; count++ {
		letter, size := rune(right[p]), 1
		switch {
		case letter < utf8.RuneSelf:
		case letter < 0xE0:
			letter, size = (letter&0x1F)<<6|rune(right[p+1]&0x3F), 2
		default:
			letter, size = utf8.DecodeRune(right[p:])
		}
		list := s.candidates(letter)
		if len(list) == 0 {
			left = append(left, right[p:p+size]...)
			if m.trace != nil {
				m.trace.advance(size)
			}
		} else if r := list[0]; r.plain {
			left = append(left, r.out.text...)
			if m.trace != nil {
				m.trace.replace(size, len(r.out.text), len(r.out.text), &r.at)
			}
		} else {
			break
		}
		p += size
	}
	m.left, m.pos = left, p
	return count
}
