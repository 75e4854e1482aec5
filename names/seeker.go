package names

import (
	"math/bits"
	"slices"
)

// A seeker looks names up, one after the other.
type seeker struct {
	*lookalikes
	marks    []uint16 // by word: the places in the name of words that it is near
	round    int32    // the number of the look-up
	seen     []int32  // by name, the round in which it was found last
	seenKind []int32  // by kind
	likeOf   int32    // the kind looked up last
	like     []int32  // the kinds found for it
	found    []int32
	most     int // how many names are enough; 0 for all
}

func (x *lookalikes) newSeeker() *seeker {
	return &seeker{lookalikes: x, marks: make([]uint16, len(x.words)), seen: make([]int32, len(x.of)),
		seenKind: make([]int32, len(x.kinds.words)), likeOf: -1}
}

// seek lists the names worth comparing with name a that come behind it, and those before it that would not find it: each
// pair is found from one of its names, or now and then from both. A bare name finds the full ones. The list is good until
// the next call.
func (s *seeker) seek(a int32) []int32 {
	s.seekAlike(a)
	if !s.full[a] {
		s.lookUp(a, s.lookFull, -1)
	}
	return s.found
}

// seekAlike is seek among the full names for a full one, among the bare for a bare one.
func (s *seeker) seekAlike(a int32) []int32 {
	s.found = s.found[:0]
	switch {
	case s.kinds.of != nil && s.kinds.of[a] >= 0:
		kind := s.kinds.of[a]
		same := s.kinds.names[kind]
		at, _ := slices.BinarySearch(same, a)
		s.found = append(s.found, same[at+1:]...)
		for _, other := range s.kindsLike(kind) {
			s.found = append(s.found, s.kinds.names[other]...)
		}
	case s.full[a]:
		s.found = s.keyed.seek(a, a, s.found)
		s.lookUp(a, s.lookFull, a)
	default:
		s.lookUp(a, s.lookBare, a)
	}
	return s.found
}

// seekFull lists the full names that a bare one may be a part of, each once, those with the nearest words first: so many
// of them at the most.
func (s *seeker) seekFull(a int32, most int) []int32 {
	s.found, s.most = s.found[:0], most
	s.lookUp(a, s.lookFull, -1)
	s.most = 0
	return s.found[:min(len(s.found), most)]
}

// lookUp looks the words of a name up.
func (s *seeker) lookUp(a int32, look func(a, w, least int32), least int32) {
	s.round++
	words := s.of[a]
	words = words[:min(len(words), 8)]
	joined := s.joined[a][:min(len(s.joined[a]), 8)]
	for i, w := range words {
		s.mark(w, 1<<i)
	}
	for i, w := range joined {
		s.mark(w, 1<<(8+i))
	}
	for _, w := range s.rarest(words) {
		look(a, w, least)
	}
	for _, w := range joined {
		look(a, w, -1) // a name with the two as one word does not look for them apart
	}
	for _, w := range words {
		s.mark(w, 0)
	}
	for _, w := range joined {
		s.mark(w, 0)
	}
}

// mark sets a bit for all that is near a word, or clears all bits.
func (s *seeker) mark(w int32, bit uint16) {
	if w < 0 {
		return
	}
	for _, n := range s.near[w] {
		if bit == 0 {
			s.marks[n.word] = 0
		}
		s.marks[n.word] |= bit
	}
}

// lookFull takes the full names that fit among those with a word near w. Names of a kind do not look for others, so they
// are taken wherever they stand.
func (s *seeker) lookFull(a, w, least int32) {
	letter, one := s.soleInitial(a)
	for _, n := range s.near[w] {
		if s.most > 0 && len(s.found) >= s.most {
			return
		}
		if s.kinds.with != nil {
			for _, h := range s.kinds.with[n.word] {
				switch {
				case one && s.initial[h.other] != letter:
				case s.seenKind[h.kind] == s.round:
				case one || s.fits(a, s.kinds.words[h.kind][:], nil, false, false):
					s.seenKind[h.kind] = s.round
					s.found = append(s.found, s.kinds.names[h.kind]...)
				}
			}
		}
		s.lookAmong(s.loose[n.word], a, least)
	}
}

// soleInitial gives the initial of a name that is just an initial and a word. It must stand for the other word of a name of
// two words.
func (s *seeker) soleInitial(a int32) (letter rune, ok bool) {
	words := s.of[a]
	switch {
	case len(words) != 2 || s.joined[a] != nil || (words[0] < 0) == (words[1] < 0):
		return 0, false
	case words[0] < 0:
		return -1 - words[0], true
	}
	return -1 - words[1], true
}

// lookBare takes the bare names that fit among those with a word near w.
func (s *seeker) lookBare(a, w, least int32) {
	for _, n := range s.near[w] {
		s.lookAmong(s.bare[n.word], a, least)
	}
}

func (s *seeker) lookAmong(names []int32, a, least int32) {
	for _, b := range names {
		if (b > least || s.findsMore(a, b)) && b != a && s.seen[b] != s.round && s.fits(a, s.of[b], s.joined[b], s.single[b], s.whole[b]) {
			s.seen[b] = s.round
			s.found = append(s.found, b)
		}
	}
}

// findsMore tells that name a finds names that do not find it: all its words are looked up.
func (s *seeker) findsMore(a, b int32) bool { return s.thorough(a) && !s.thorough(b) }

func (s *seeker) thorough(a int32) bool {
	return s.single[a] || slices.ContainsFunc(s.of[a], func(w int32) bool { return w < 0 })
}

// rarest are a name's words to look up: all but the most frequent one, if nothing but two words or more can pair it.
func (s *seeker) rarest(words []int32) []int32 {
	rarest := make([]int32, 0, 8)
	most := 0
	for _, w := range words {
		if w < 0 {
			continue
		}
		if rarest = append(rarest, w); s.reach[w] > s.reach[rarest[most]] {
			most = len(rarest) - 1
		}
	}
	if len(rarest) > 1 && len(rarest) == len(words) && !s.wide {
		rarest = slices.Delete(rarest, most, most+1)
	}
	return rarest
}

// fits tells whether enough words of a name are near those of name a, which are marked.
func (s *seeker) fits(a int32, words, joined []int32, single, whole bool) bool {
	if s.wide || whole && s.marks[joined[0]] != 0 {
		return true
	}
	need := 2
	if s.single[a] || single {
		need = 1
	}
	mine, count := uint16(0), 0
	for _, words := range [...][]int32{words, joined} {
		for _, w := range words {
			if w >= 0 && s.marks[w] != 0 {
				mine |= s.marks[w]
				count++
			}
		}
	}
	paired := min(count, bits.OnesCount16(mine))
	return paired >= 2 || s.whole[a] && mine&(1<<8) != 0 || paired >= need && (len(s.of[a]) == 1 || len(words) == 1 || mine > 1<<8) ||
		paired > 0 && s.abbreviated(s.of[a], words)
}

// abbreviated tells whether an initial of one name may stand for a word of the other.
func (s *seeker) abbreviated(a, b []int32) bool {
	for _, x := range a {
		for _, y := range b {
			if (x < 0 || y < 0) && s.first(x) == s.first(y) {
				return true
			}
		}
	}
	return false
}

func (x *lookalikes) first(w int32) rune {
	if w < 0 {
		return -1 - w
	}
	return x.initial[w]
}
