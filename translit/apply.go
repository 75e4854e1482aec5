package translit

import "unicode/utf8"

// apply runs the rules from the cursor to the limit. Like ICU it gives up after sixteen steps for each
// byte, so that rules which put back what they match cannot run for ever; the rest stays as it is.
//
// Of most letters it is settled what they become, or their neighbours show that no rule matches, or one does that is
// plain: they go from right[p:] to left. The machine's own cursor follows when a rule is tried that is not plain.
func (m *machine) apply(s *ruleset) {
	s.once.Do(s.prepare)
	left, right, p, limit := m.left, m.right, m.pos, m.limit()
	room, prev := m.room(left), s.ending(left[m.base:])
	steps := 16*(limit-p) + 1
	m.work -= limit - p
letters:
	for ; p < limit && steps > 0; steps-- {
		here, size := s.quick(right, p)
		if here == nil {
			here, size = s.at(right, p)
		}
		if here.settled && len(left) <= room {
			left, prev, p = here.becomes.put(left), here.becomes.answers, p+size
			continue
		}
		next, nextSize := s.at(right, p+size)
		cut := m.tail > 0 && p+size == limit // the key must end here, and what follows is for contexts alone
		if here.prev&prev != 0 && (here.next&next.answers != 0 || cut) {
			second := uint64(0)
			for i := range here.candidates {
				c := &here.candidates[i]
				if c.prev&^prev != 0 || c.next&^next.answers != 0 && !cut {
					continue
				}
				if c.second != 0 && !cut {
					if second == 0 {
						second = m.second(s, p+size+nextSize)
					}
					if c.second&^second != 0 {
						continue
					}
				}
				if c.plain && !cut {
					if m.trace != nil {
						m.trace.replace(size, len(c.out.text), len(c.out.text), &c.at)
					}
					if p += size; c.becomes.size <= word && len(left) <= room {
						left = c.becomes.put(left)
					} else {
						left = append(left, c.out.text...)
						room = m.room(left)
					}
					if c.becomes.size > 0 {
						prev = c.becomes.answers
					}
					continue letters
				}
				m.left, m.pos = left, p
				if m.work--; m.try(c.rule, c.single, size) {
					left, right, p, limit = m.left, m.right, m.pos, m.limit()
					room, prev = m.room(left), s.ending(left[m.base:])
					if m.work <= 0 {
						break letters
					}
					continue letters
				}
			}
		}
		if prev = here.answers; len(left) <= room {
			left = here.becomes.put(left)
		} else {
			if m.trace != nil {
				m.trace.advance(size)
			}
			left = append(left, right[p:p+size]...)
			room = m.room(left)
		}
		p += size
	}
	m.left, m.pos = left, p
	m.advance(limit - p)
}

// second gives the answers of the letter at p, the second behind the one that rules are looked up by.
func (m *machine) second(s *ruleset, p int) uint64 {
	if m.tail > 0 && p >= m.limit() {
		return ^uint64(0) // for keys nothing is there, and for contexts there is
	}
	f, _ := s.at(m.right, p)
	return f.answers
}

// room is how long left may be so that a whole word can be put behind it; nothing is put so when letters are traced.
func (m *machine) room(left []byte) int {
	if m.trace != nil {
		return -1
	}
	return cap(left) - word
}

// at gives the facts of the letter at text[p], and its size; those of the ether, behind the end.
func (s *ruleset) at(text []byte, p int) (*facts, int) {
	if p >= len(text) {
		return s.edge, 0
	}
	f, size := s.quick(text, p)
	if f == nil {
		var letter rune
		letter, size = decode(text, p)
		f = s.of(letter)
	}
	return f, size
}

// quick is at for letters of one byte or two that have come before.
func (s *ruleset) quick(text []byte, p int) (f *facts, size int) {
	c := text[p]
	if c < utf8.RuneSelf {
		return s.low[c>>6][c&0x3F].Load(), 1
	} else if c < 0xE0 {
		return s.low[c&0x1F][text[p+1]&0x3F].Load(), 2
	}
	return nil, 0
}

// ending gives the answers of the last letter of text, or of the edge.
func (s *ruleset) ending(text []byte) uint64 {
	if len(text) == 0 {
		return s.edge.answers
	}
	letter, _ := decodeBefore(text, len(text))
	return s.of(letter).answers
}
