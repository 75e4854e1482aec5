package names

import "github.com/namesake-go/namesake/internal/correspond"

// widen compares the words that stand with those similar to one lane with the other lanes, up to the full limit, and meets
// these names again: a word far from its spelling is still found beside one that is near.
func (s *Search) widen() {
	al := s.x.m.aligner()
	defer s.x.m.aligners.Put(al)
	s.room.met = 0
	for i := range s.main {
		l := &s.lanes[i]
		if l.initial || l.names == 0 || l.names > maxWiden {
			continue
		}
		for _, n := range l.near {
			if w := s.x.words[n.word]; !w.initial {
				for _, name := range w.in {
					s.widenName(al, name, i)
				}
			}
		}
		s.follow(i, 0)
	}
}

// maxWiden is how many names a lane may lead to for its neighbours to be compared.
const maxWiden = 1000

// widenName compares the words of a name with all lanes but one.
func (s *Search) widenName(al *aligners, name uint32, but int) {
	for _, n := range s.x.wordsOf(name) {
		if n < 0 {
			n = -1 - n
		}
		tried, gains := &s.room.tried[n], &s.room.gains[n]
		for j := range s.main {
			if j == but || gains[j] > 0 || *tried&(1<<j) != 0 {
				continue
			}
			if *tried |= 1 << j; *tried == 1<<j {
				s.room.touched = append(s.room.touched, n)
			}
			l, w := &s.lanes[j], s.x.words[n]
			if l.initial || w.initial {
				continue
			}
			query := s.x.m.pairable(l.spelled)
			cost := s.x.m.distanceRead(al, query, s.x.m.pairable(&w.spelled), s.x.limitFor(l.spelled, n, 100))
			if cost < correspond.Far {
				gains[j] = uint16(s.x.wordGain(l.spelled, &w.spelled, cost))
			}
		}
	}
}
