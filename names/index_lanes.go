package names

import "slices"

// Another is another way to read some lanes: written together, or apart.
type another struct {
	lanes    []int
	replaced uint8 // the bits of the lanes it stands for
}

// Other readings
//
// A name may write together what another writes apart: Mohammad Hasni, Mohammadhasni. The words so read have lanes of their
// own, which count instead of those that they stand for, and are followed only when the words as they stand lead to nobody.

// readLanes finds the words to look up, and the other readings.
func (s *Search) readLanes(name Name) {
	words := readWords(name)
	for _, w := range words {
		if !w.joined && len(s.lanes) < maxLanes {
			s.lanes = append(s.lanes, lane{readWord: w})
		}
	}
	s.main = len(s.lanes)
	groups := core(name.tokens)
	for i := 0; i+1 < len(groups) && i+1 < s.main && len(groups) == s.main; i++ { // written apart here, together there
		if run := name.tokens[groups[i].from:groups[i+1].to]; runRole(run) != Title {
			if joined := appendJoined(nil, name, group{from: groups[i].from, to: groups[i+1].to}); len(joined) > 0 {
				s.add(another{replaced: 3 << i}, joined...)
			}
		}
	}
	for i := range s.main { // written together here, apart there
		if parts := s.x.partsOf(s.lanes[i].readWord); parts != nil {
			s.add(another{replaced: 1 << i}, parts...)
		}
	}
}

// add adds another reading, if there is room for its lanes.
func (s *Search) add(a another, words ...readWord) {
	if len(s.lanes)+len(words) > maxLanes {
		return
	}
	for _, w := range words {
		a.lanes = append(a.lanes, len(s.lanes))
		s.lanes = append(s.lanes, lane{readWord: w})
	}
	s.others = append(s.others, a)
}

// leastPart is how many letters a part has at the least of a word that may be two.
const leastPart = 3

// partsOf takes a word that the index does not have for two that it has.
func (x *Index) partsOf(w readWord) []readWord {
	if _, known := x.byLetter[w.key]; known || w.initial || !w.latin {
		return nil
	}
	part := func(letters []rune) *indexWord {
		if n, known := x.byLetter[string(letters)]; known && x.words[n].findable {
			return x.words[n]
		}
		return nil
	}
	for i := leastPart; i+leastPart <= len(w.Letters); i++ {
		if first, second := part(w.Letters[:i]), part(w.Letters[i:]); first != nil && second != nil {
			return []readWord{{spelled: &first.spelled, key: wordKey(&first.spelled, false), joined: true},
				{spelled: &second.spelled, key: wordKey(&second.spelled, false), joined: true}}
		}
	}
	return nil
}

// runOthers meets the names that other readings lead to.
func (s *Search) runOthers() {
	for i := s.main; i < len(s.lanes); i++ {
		s.layOut(i, otherPercent)
	}
	for _, a := range s.others {
		s.follow(slices.MinFunc(a.lanes, func(i, j int) int { return s.lanes[i].names - s.lanes[j].names }), 0)
	}
}
