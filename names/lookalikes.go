package names

import (
	"iter"
	"runtime"
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
// A bare name has one word, which is looked up among all. Full and bare names are held apart, since the
// clusterer compares the full ones with each other first, and names of two words are gathered into kinds.

// lookalikes finds the names worth comparing among many. It is immutable once made.
type lookalikes struct {
	*vocabulary
	wide    bool      // one word near another is enough
	of      [][]int32 // by name, its words; -1-letter for an initial
	joined  [][]int32 // by name, its neighbouring words read as one, for those words that may be written so
	single  []bool    // by name: only one word carries it
	whole   []bool    // by name: its first joined word is all that carries it
	full    []bool    // by name; see isFull
	kinds   kinds     // the full names of two words
	loose   [][]int32 // by word, the other full names that hold it
	bare    [][]int32 // by word, the names that hold it and are not full
	holding []int     // by word, how many names hold it
	reach   []int     // by word, how many names hold a word near it
	initial []rune    // by word, its first letter without an accent
	keyed   keyed     // organisations and places
}

// Up to fewNames names are read with all their neighbouring words joined; among more, only names of three words or more
// are, since most of the words so made would be found nowhere else. Up to leastNames names are compared with all that have
// one word near one of theirs, which is nearly all that have anything in common.
const fewNames, leastNames = 20_000, 2_000

// newLookalikes interns the words of the names: they lose the place in their name, and are good for comparing only.
func newLookalikes(m *Matcher, names []Name) *lookalikes {
	return readLookalikes(m, names, taken(names))
}

// taken reads names that have been read.
func taken(names []Name) func(int) Name { return func(i int) Name { return names[i] } }

// readLookalikes is newLookalikes for names that are only read on the way, so that what was read of a word need not be kept
// for each name that has it.
func readLookalikes(m *Matcher, names []Name, read func(i int) Name) *lookalikes {
	return makeLookalikes(m, names, read, len(names) <= leastNames, len(names) <= fewNames)
}

func makeLookalikes(m *Matcher, names []Name, read func(i int) Name, wide, joining bool) *lookalikes {
	n := len(names)
	x := &lookalikes{vocabulary: newVocabulary(m), wide: wide, of: make([][]int32, n), joined: make([][]int32, n),
		single: make([]bool, n), whole: make([]bool, n), full: make([]bool, n)}
	x.readAll(names, read, joining)
	x.keyed = newKeyed(m, joining)
	for i := range names {
		if names[i].units != nil {
			x.keyed.add(int32(i), names[i])
		}
	}
	if x.keyed.words != nil {
		x.keyed.shorten(names)
		x.keyed.words.findNear(nearShare(n))
	}
	x.findNear(nearShare(n))
	x.hold(!joining)
	x.reach, x.initial = make([]int, len(x.words)), make([]rune, len(x.words))
	for w, word := range x.words {
		for _, n := range x.near[w] {
			x.reach[w] += x.holding[n.word]
		}
		if len(word.Base) > 0 {
			x.initial[w] = word.Base[0]
		}
	}
	return x
}

// hold notes which names hold each word.
func (x *lookalikes) hold(byKind bool) {
	x.loose, x.bare, x.holding = make([][]int32, len(x.words)), make([][]int32, len(x.words)), make([]int, len(x.words))
	if byKind {
		x.kinds = x.gatherKinds()
	}
	for i := range x.of {
		if byKind && x.kinds.of[i] >= 0 {
			continue
		}
		list := x.bare
		if x.full[i] {
			list = x.loose
		}
		for k, w := range x.of[i] {
			if w >= 0 && !slices.Contains(x.of[i][:k], w) {
				list[w] = append(list[w], int32(i))
				x.holding[w]++
			}
		}
		for _, w := range x.joined[i] {
			list[w] = append(list[w], int32(i))
			x.holding[w]++
		}
	}
}

// maxJoined is how many letters words have together that may be written as one.
const maxJoined = 16

// readAll reads the names in several ranges at once, each with a vocabulary of its own. These become one in the order of the
// ranges, so that the words have the numbers which they would have if the names were read one after the other.
func (x *lookalikes) readAll(names []Name, read func(i int) Name, joining bool) {
	vocabularies := make([]*vocabulary, runtime.GOMAXPROCS(0))
	parts := inRanges(len(names), func(part, from, to int) {
		v := newVocabulary(x.m)
		for i := from; i < to; i++ {
			names[i] = read(i)
			x.full[i] = isFull(names[i])
			if names[i].units == nil {
				x.of[i], x.joined[i], x.single[i], x.whole[i] = v.read(&names[i], joining)
				v.lend(&names[i], x.of[i])
			}
		}
		vocabularies[part] = v
	})
	numbers := make([][]int32, parts) // by range and word
	for part, v := range vocabularies[:parts] {
		for _, w := range v.words {
			numbers[part] = append(numbers[part], x.id(w))
		}
	}
	inRanges(len(names), func(part, from, to int) {
		for i := from; i < to; i++ {
			for k, w := range x.of[i] {
				if w >= 0 {
					x.of[i][k] = numbers[part][w]
				}
			}
			for k, w := range x.joined[i] {
				x.joined[i][k] = numbers[part][w]
			}
			if names[i].units == nil {
				x.lend(&names[i], x.of[i])
			}
		}
	})
}

// lend puts the vocabulary's words, which have these numbers, into the place of a name's own.
func (v *vocabulary) lend(n *Name, words []int32) {
	k := 0
	for i := range n.tokens {
		switch t := &n.tokens[i]; t.role {
		case Given, Surname, Patronymic:
			t.word = v.words[words[k]]
			k++
		case Initial:
			if len(t.Base) > 0 {
				k++
			}
		}
	}
}

// read gives the words of a name, those that may be written as one, whether only one carries the name, and whether the first
// of those written as one is the whole name.
func (v *vocabulary) read(n *Name, all bool) (words, joined []int32, single, whole bool) {
	count := 0
	for i := range n.tokens {
		t := &n.tokens[i]
		switch t.role {
		case Given, Surname, Patronymic:
			words = append(words, v.id(t.word))
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
					whole = whole || len(joined) == 0 && to-from == len(n.tokens)
					joined = append(joined, v.id(&word{spelled: *s}))
				}
			}
		}
	}
	return words, joined, count < 2, whole
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

// nearShare is how far words may be from each other to be looked up by each other, in percent of the limit. Among so many
// names that chance makes more look-alikes than spelling does, it is less. Chosen on relay.py, 62,500 and 250,000 entities.
func nearShare(names int) int {
	const many, less = 100_000, 40
	return 100 - less*(min(max(names, fewNames), many)-fewNames)/(many-fewNames)
}
