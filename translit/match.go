package translit

// Matching follows UTS #35: every element takes the most it can and nothing is tried again, so a match
// costs no more than the text it reads. A rule's before-context is read backwards from the cursor.
//
// At the edge of the text a set that holds the ether ($, or any negated set) matches the nothing there.

// An element is one thing in a pattern. Exactly one of the groups below is in use.
type element struct {
	text string // letters as written, when kind is literal
	set  *set
	sub  []element // of a segment or a quantifier
	kind elementKind
	min  uint8  // of a quantifier: 0 or 1
	many bool   // of a quantifier: more than 1
	seg  uint16 // of a segment: its number, from 1
}

type elementKind uint8

const (
	literal elementKind = iota
	setOf
	repeat
	segment
)

// A capture is the text that a segment matched: bytes of left or of right.
type capture struct {
	start, end int
	inLeft     bool
}

// forward matches elements at right[p:limit] and returns where the match ends, or -1.
func (m *machine) forward(elements []element, p, limit int) int {
	for i := range elements {
		e := &elements[i]
		switch e.kind {
		case literal:
			end := p + len(e.text)
			if end > limit || string(m.right[p:end]) != e.text {
				return -1
			}
			p = end
		case setOf:
			if p = m.setForward(e.set, p, limit); p < 0 {
				return -1
			}
		case repeat:
			if p = m.repeatForward(e, p, limit); p < 0 {
				return -1
			}
		case segment:
			q := m.forward(e.sub, p, limit)
			if q < 0 {
				return -1
			}
			m.captures[e.seg] = capture{start: p, end: q}
			p = q
		}
	}
	return p
}

func (m *machine) setForward(s *set, p, limit int) int {
	if p >= limit {
		if s.contains(ether) {
			return p
		}
		return -1
	}
	r, size := decode(m.right, p)
	if s.strings != nil && s.heads.contains(r) {
		for _, t := range s.strings {
			if end := p + len(t); end <= limit && string(m.right[p:end]) == t {
				return end
			}
		}
	}
	if p+size > limit || !s.contains(r) {
		return -1
	}
	return p + size
}

// backward matches elements, last one first, so that they end at left[:p], and returns where they
// start, or -1.
func (m *machine) backward(elements []element, p int) int {
	for i := len(elements) - 1; i >= 0; i-- {
		e := &elements[i]
		switch e.kind {
		case literal:
			start := p - len(e.text)
			if start < m.base || string(m.left[start:p]) != e.text {
				return -1
			}
			p = start
		case setOf:
			if p = m.setBackward(e.set, p); p < 0 {
				return -1
			}
		case repeat:
			if p = m.repeatBackward(e, p); p < 0 {
				return -1
			}
		case segment:
			q := m.backward(e.sub, p)
			if q < 0 {
				return -1
			}
			if c := &m.captures[e.seg]; c.start < 0 { // of a repeated segment the one nearest the cursor counts
				*c = capture{start: q, end: p, inLeft: true}
			}
			p = q
		}
	}
	return p
}

func (m *machine) setBackward(s *set, p int) int {
	if p <= m.base {
		if s.contains(ether) {
			return p
		}
		return -1
	}
	r, size := decodeBefore(m.left, p)
	if s.strings != nil && s.tails.contains(r) {
		for _, t := range s.strings {
			if start := p - len(t); start >= m.base && string(m.left[start:p]) == t {
				return start
			}
		}
	}
	if !s.contains(r) {
		return -1
	}
	return p - size
}

// repeatForward matches a quantifier. One of a set, which most are, takes the letters one by one.
func (m *machine) repeatForward(e *element, p, limit int) int {
	count := uint8(0)
	if s := e.single(); s != nil {
		start := p
		for p < limit && (e.many || p == start) {
			r, size := decode(m.right, p)
			if p+size > limit || !s.contains(r) {
				break
			}
			p += size
		}
		if m.work -= p - start; p == start && e.min > 0 && !(p >= limit && s.contains(ether)) {
			return -1
		}
		return p
	}
	for (e.many || count == 0) && m.work > 0 {
		m.work--
		q := m.forward(e.sub, p, limit)
		if q < 0 {
			break
		}
		count = 1
		if q == p {
			break // a match of nothing would repeat for ever
		}
		p = q
	}
	if count < e.min {
		return -1
	}
	return p
}

// repeatBackward is repeatForward in left.
func (m *machine) repeatBackward(e *element, p int) int {
	count := uint8(0)
	if s := e.single(); s != nil {
		start := p
		for p > m.base && (e.many || p == start) {
			r, size := decodeBefore(m.left, p)
			if !s.contains(r) {
				break
			}
			p -= size
		}
		if m.work -= start - p; p == start && e.min > 0 && !(p <= m.base && s.contains(ether)) {
			return -1
		}
		return p
	}
	for (e.many || count == 0) && m.work > 0 {
		m.work--
		q := m.backward(e.sub, p)
		if q < 0 {
			break
		}
		count = 1
		if q == p {
			break
		}
		p = q
	}
	if count < e.min {
		return -1
	}
	return p
}

// single is the set of which a quantifier takes letters; nil when it is for anything else.
func (e *element) single() *set {
	if len(e.sub) == 1 && e.sub[0].kind == setOf && e.sub[0].set.strings == nil {
		return e.sub[0].set
	}
	return nil
}
