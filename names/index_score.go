package names

import (
	"cmp"
	"math"
	"slices"
)

// unpairedWord is what a word without a partner takes from a score.
const unpairedWord = 100

// meet scores a name, and keeps it when it is among the best: what the lanes bring, less a little for each lane and each
// of the name's words without a partner.
func (s *Search) meet(name uint32) {
	var best [maxLanes]uint16
	score := int32(0)
	for _, n := range s.x.wordsOf(name) {
		joined := n < 0
		if joined {
			n = -1 - n
		}
		gains := &s.room.gains[n]
		paired := false
		for i := range s.lanes {
			if g := gains[i]; g > 0 {
				paired = true
				best[i] = max(best[i], g)
			}
		}
		if !paired && !joined {
			score -= unpairedWord
		}
	}
	sum, whole := s.sum(&best, 0)
	for _, a := range s.others {
		other, also := s.sum(&best, a.replaced)
		for _, i := range a.lanes {
			if other += int32(best[i]); best[i] == 0 {
				other, also = math.MinInt32/2, false
			}
		}
		if other > sum {
			sum, whole = other, also
		}
	}
	score += sum
	s.whole = s.whole || whole
	s.keep(nearName{name, score})
}

// sum adds up the main lanes but those replaced; whole is whether each has a partner, and no word only an initial.
func (s *Search) sum(best *[maxLanes]uint16, replaced uint8) (sum int32, whole bool) {
	whole = true
	for i := range s.main {
		switch {
		case replaced&(1<<i) != 0:
		case best[i] == 0:
			sum -= unpairedWord
			whole = false
		default:
			sum += int32(best[i])
			whole = whole && (best[i] >= pairGain || s.lanes[i].initial)
		}
	}
	return sum, whole
}

// keep puts a name among the best, if it is one of them and not there yet.
func (s *Search) keep(n nearName) {
	best := s.room.best
	if len(best) == s.most && (n.score < best[len(best)-1].score || n.score == best[len(best)-1].score && n.name >= best[len(best)-1].name) {
		return
	}
	at, known := slices.BinarySearchFunc(best, n, func(a, b nearName) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.name, b.name))
	})
	if known {
		return
	}
	if len(best) == s.most {
		best = best[:len(best)-1]
	}
	s.room.best = slices.Insert(best, at, n)
}
