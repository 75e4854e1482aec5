package translit

import (
	"encoding/binary"
	"unicode/utf8"
)

// apply runs the rules from the cursor to the limit. Like ICU it gives up after sixteen steps for each
// byte, so that rules which put back what they match cannot run for ever; the rest stays as it is.
//
// Of most letters it is settled what they become, or has been decided before where they stood between such neighbours:
// pass takes them from right[p:] to left. The machine's own cursor follows when a rule is tried that is not plain.
func (m *machine) apply(s *ruleset) {
	s.once.Do(s.prepare)
	left, right, p, limit := m.left, m.right, m.pos, m.limit()
	prev := s.ending(left[m.base:])
	end := s.edge
	if m.tail > 0 {
		end = s.beyond
	}
	steps := 16*(limit-p) + 1
	m.work -= limit - p
letters:
	for ; p < limit && steps > 0; steps-- {
		if m.trace == nil {
			left, p, steps, prev = s.pass(left, right[:limit], p, end, steps, prev)
			if p == limit || steps == 0 {
				break
			}
		}
		here, size := s.at(right, p, limit, end)
		next, nextSize := s.at(right, p+size, limit, end)
		candidates, becomes, by := here.candidates, &here.becomes, here.by
		if !here.settled && next != s.beyond {
			if d := here.decide(prev, next.answers); d != nil {
				candidates, becomes, by = d.candidates, &d.becomes, d.by
			}
		}
		var second *facts
		secondSize := 0
		for i := range candidates {
			c := &candidates[i]
			if c.prev&^prev != 0 || c.next&^next.answers != 0 {
				continue
			}
			if c.second != 0 {
				if second == nil {
					second, secondSize = s.at(right, p+size+nextSize, limit, end)
				}
				if c.second&^second.answers != 0 {
					continue
				}
			}
			if c.plain && next != s.beyond && second != s.beyond {
				becomes, by = &c.becomes, c.rule
				if c.letters > 1 {
					size += nextSize
				}
				if c.letters > 2 {
					size += secondSize
				}
				break
			}
			m.left, m.pos = left, p
			if m.work--; m.try(c.rule, c.single, size) {
				left, right, p, limit = m.left, m.right, m.pos, m.limit()
				prev = s.ending(left[m.base:])
				if m.work <= 0 {
					break letters
				}
				continue letters
			}
		}
		if becomes.size > 0 {
			prev = becomes.answers
		}
		left = m.write(left, right[p:p+size], by)
		p += size
	}
	m.left, m.pos = left, p
	m.advance(limit - p)
}

// write appends what a rule makes of a key, or the key itself when there is no rule.
func (m *machine) write(left, key []byte, by *rule) []byte {
	switch {
	case by == nil && m.trace != nil:
		m.trace.advance(len(key))
	case m.trace != nil:
		m.trace.replace(len(key), len(by.out.text), len(by.out.text), &by.at)
	}
	if by != nil {
		key = by.out.text
	}
	return append(left, key...)
}

// pass carries letters from right[p:] to left for as long as it is known what they become, left has room and steps are left.
// The last before a limit is tried: contexts reach beyond it.
func (s *ruleset) pass(left, right []byte, p int, end *facts, steps int, prev uint64) ([]byte, int, int, uint64) {
	n, out := len(left), left[:cap(left)]
	var here *facts
	behind := p // of here
	for n+word <= len(out) && steps > 0 {
		next, after := end, behind
		if behind < len(right) {
			letter := uint(right[behind])
			if after++; letter >= 0xE0 {
				var size int
				next, size = s.at(right, behind, len(right), nil)
				after = behind + size
			} else {
				if letter >= utf8.RuneSelf {
					letter = letter&0x1F<<6 | uint(right[after]&0x3F)
					after++
				}
				if next = s.low[letter&0x7FF].Load(); next == nil {
					break
				}
			}
		}
		if here != nil {
			becomes := &here.becomes
			if here.needs.prev&prev != 0 && here.needs.next&next.answers != 0 {
				d := here.known(prev, next.answers)
				if d == nil || !d.simple || next == s.beyond {
					break
				}
				becomes = &d.becomes
			}
			binary.LittleEndian.PutUint64(out[n:n+word], becomes.word)
			if n += becomes.size; becomes.size > 0 {
				prev = becomes.answers
			}
			steps--
			if p = behind; p == len(right) {
				break
			}
		}
		here, behind = next, after
	}
	return out[:n], p, steps, prev
}

// at gives the facts of the letter at text[p], and its size; those of the end, behind the limit.
func (s *ruleset) at(text []byte, p, limit int, end *facts) (*facts, int) {
	if p >= limit {
		return end, 0
	}
	letter, size := decode(text, p)
	return s.of(letter), size
}

// ending gives the answers of the last letter of text, or of the edge.
func (s *ruleset) ending(text []byte) uint64 {
	if len(text) == 0 {
		return s.edge.answers
	}
	letter, _ := decodeBefore(text, len(text))
	return s.of(letter).answers
}
