package names

import (
	"iter"
	"math/bits"
	"slices"
)

// Which names to compare
//
// Of a million names, a given one may be the same as a few dozen. They are found by their words, and no pair that the
// matcher would take for one name need be lost: names of two words or more are one name only when two words of each have
// a partner in the other (a word that only one has is left out; but one left over in each contradicts). So all but one
// of a name's words are looked up, the most frequent one excepted, in the lists of the names that hold a word near it;
// and of the names there only those are taken of which a second word is near as well:
//
//	Sooronbay Jeenbekov    →  near jeenbekov: jinbekov, genbekov ...   the rarer word
//	                          with jinbekov:  Surunbai J.  Asil J.     names that hold it
//	                          near sooronbay: surunbai                 so Surunbai Jinbekov is compared, Asil is not
//
// A bare name has one word, which is looked up among all.

// lookalikes finds the names worth comparing among many. It is immutable once made.
type lookalikes struct {
	*vocabulary
	of     [][]int32  // by name, its words; -1-letter for an initial
	joined [][]int32  // by name, its neighbouring words read as one, for those words that may be written so
	single []bool     // by name: only one word carries it
	with   [][]holder // by word, the names that hold it
	reach  []int      // by word, how many names hold a word near it
	keyed  keyed      // organisations and places
}

// A holder is a name that holds a word, and its other word: -1 when there is none or more than one.
type holder struct{ name, other int32 }

// newLookalikes interns the words of the names: they lose the place in their name, and are good for comparing only.
func newLookalikes(m *Matcher, names []Name) *lookalikes {
	n := len(names)
	x := &lookalikes{vocabulary: newVocabulary(m), of: make([][]int32, n), joined: make([][]int32, n), single: make([]bool, n)}
	for i := range names {
		if names[i].units != nil {
			x.keyed.add(int32(i), names[i])
			continue
		}
		x.of[i], x.joined[i], x.single[i] = x.read(&names[i], n <= fewNames)
	}
	x.findNear(nearShare(len(x.words)))
	x.with = make([][]holder, len(x.words))
	for i, words := range x.of {
		for k, w := range words {
			if w < 0 || slices.Contains(words[:k], w) {
				continue
			}
			h := holder{int32(i), -1}
			if len(words) == 2 && x.joined[i] == nil {
				h.other = words[1-k]
			}
			x.with[w] = append(x.with[w], h)
		}
		for _, w := range x.joined[i] {
			x.with[w] = append(x.with[w], holder{int32(i), -1})
		}
	}
	x.reach = make([]int, len(x.words))
	for w := range x.words {
		for _, n := range x.near[w] {
			x.reach[w] += len(x.with[n.word])
		}
	}
	return x
}

// Up to fewNames names are read with all their neighbouring words joined; among more, only names of three words or more
// are, since most of the words so made would be found nowhere else. Up to leastNames names are compared with all that have
// one word near one of theirs, which is nearly all that have anything in common.
const fewNames, leastNames = 20_000, 2_000

// maxJoined is how many letters words have together that may be written as one.
const maxJoined = 16

// read gives the words of a name, those that may be written as one, and whether only one carries the name.
func (x *lookalikes) read(n *Name, all bool) (words, joined []int32, single bool) {
	count := 0
	for i := range n.tokens {
		t := &n.tokens[i]
		switch t.role {
		case Given, Surname, Patronymic:
			id := x.id(t.word)
			t.word = x.words[id]
			words = append(words, id)
			count++
		case Initial:
			if len(t.Base) > 0 {
				words = append(words, -1-int32(t.Base[0]))
			}
		}
	}
	for from := range n.tokens[:min(len(n.tokens), maxTokens)] {
		for to := from + 2; to <= min(from+3, len(n.tokens)); to++ {
			run := n.tokens[from:to]
			if (all || count > 2 || binds(run)) && runRole(run) != Title {
				if s := spell(n.tokens, group{from: from, to: to}); len(s.Letters) <= maxJoined {
					joined = append(joined, x.id(&word{spelled: *s}))
				}
			}
		}
	}
	return words, joined, count < 2
}

// binds tells whether a word among the tokens is often written as one with the next: Abd al-Rahman, Abu Bakr, Almaz Bey.
func binds(run []token) bool {
	return slices.ContainsFunc(run, func(t token) bool {
		return t.role == Particle || particles().in["kunya"][t.Plain]
	})
}

// Pairs yields the pairs of names that may be one name, by their places, each once: those which Cluster would compare.
func (m *Matcher) Pairs(names []Name) iter.Seq2[int, int] {
	names = slices.Clone(names)
	for i := range names {
		names[i].tokens = slices.Clone(names[i].tokens)
	}
	x := newLookalikes(m, names)
	return func(yield func(int, int) bool) {
		s := x.newSeeker()
		seen := make(map[[2]int32]bool)
		for i := range names {
			for _, j := range s.seek(int32(i)) {
				pair := [2]int32{min(int32(i), j), max(int32(i), j)}
				if !seen[pair] {
					seen[pair] = true
					if !yield(int(pair[0]), int(pair[1])) {
						return
					}
				}
			}
		}
	}
}

// A seeker looks names up, one after the other.
type seeker struct {
	*lookalikes
	marks []uint16 // by word: the places in the name of words that it is near
	plain bool     // the name is two words
	found []int32
}

func (x *lookalikes) newSeeker() *seeker {
	return &seeker{lookalikes: x, marks: make([]uint16, len(x.words))}
}

// nearShare is how far words may be from each other to be looked up by each other, in percent of the limit. Among so many
// words that chance makes more look-alikes than spelling does, it is less.
func nearShare(words int) int {
	const few, many, least = 4000, 25000, 60
	return 100 - (100-least)*(min(max(words, few), many)-few)/(many-few)
}

// seek lists the names worth comparing with name a that come behind it, and those before it that would not find it. The
// list is good until the next call, and may hold a name twice.
func (s *seeker) seek(a int32) []int32 { return s.behind(a, a) }

// seekAll lists all names worth comparing with name a, as seek does.
func (s *seeker) seekAll(a int32) []int32 { return s.behind(a, -1) }

func (s *seeker) behind(a, least int32) []int32 {
	s.found = s.keyed.seek(a, least, s.found[:0])
	words := s.of[a]
	words = words[:min(len(words), 8)]
	s.plain = len(words) == 2 && words[0] >= 0 && words[1] >= 0 && s.joined[a] == nil
	joined := s.joined[a][:min(len(s.joined[a]), 8)]
	for i, w := range words {
		s.mark(w, 1<<i)
	}
	for i, w := range joined {
		s.mark(w, 1<<(8+i))
	}
	for _, w := range s.rarest(words) {
		s.look(a, w, least)
	}
	for _, w := range joined {
		s.look(a, w, -1) // a name with the two as one word does not look for them apart
	}
	for _, w := range words {
		s.mark(w, 0)
	}
	for _, w := range joined {
		s.mark(w, 0)
	}
	return s.found
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

// look takes the names that fit among those with a word near w.
func (s *seeker) look(a, w, least int32) {
	for _, n := range s.near[w] {
		for _, h := range s.with[n.word] {
			if (h.name > least || s.findsMore(a, h.name)) && h.name != a && s.fits(a, h) {
				s.found = append(s.found, h.name)
			}
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
	if len(rarest) > 1 && len(rarest) == len(words) && len(s.of) > leastNames {
		rarest = slices.Delete(rarest, most, most+1)
	}
	return rarest
}

// fits tells whether enough words of a name are near those that are marked.
func (s *seeker) fits(a int32, h holder) bool {
	if len(s.of) <= leastNames {
		return true
	}
	if h.other >= 0 && s.plain {
		return s.marks[h.other] != 0 // the two words of one are near the two of the other, or both near one of them
	}
	need := 2
	if s.single[a] || s.single[h.name] {
		need = 1
	}
	mine, count := uint16(0), 0
	for _, words := range [...][]int32{s.of[h.name], s.joined[h.name]} {
		for _, w := range words {
			if w >= 0 && s.marks[w] != 0 {
				mine |= s.marks[w]
				count++
			}
		}
	}
	paired := min(count, bits.OnesCount16(mine))
	return paired >= 2 || paired >= need && (len(s.of[a]) == 1 || len(s.of[h.name]) == 1 || mine > 1<<8) ||
		paired > 0 && s.abbreviated(s.of[a], s.of[h.name])
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
	return x.words[w].Base[0]
}
