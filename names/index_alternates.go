package names

import (
	"math"
	"slices"
)

// Alternates
//
// Names of one bearer tell which words stand for one another, be they spellings, short forms or translations:
//
//	e7  Albe Dark  Alberto Dark        e12  Albe Moro  Albert Moro  Alberto Moro
//
// Albe is Alberto with two bearers of two. Where two names of a bearer differ in one word, the two words are alternates,
// and the share of the word's bearers who have the other one as well, less the fewer they are, is how likely it is to be
// written so. A share is made a cost, so that alternates take their places among the words that are similar by letters.

// Bearers tells the names, by their numbers, of each one who bears a name of an index.
type Bearers func(name int, tell func(names []int32))

// SetBearers lets the index learn from those who bear several of its names which words are alternates. It is to be called again
// when it was told of bearers who are others now.
func (x *Index) SetBearers(b Bearers) {
	x.bearers = b
	x.similar.known = nil
}

const (
	perNat         = 10   // hundredths that a nat of improbability costs
	maxAsked       = 3000 // of the names that a word stands in, how many are asked for their bearers
	maxBearers     = 300  // how many of these are looked at
	fewBearers     = 2    // are added to the bearers: one of one is no certainty
	leastAlternate = .02
)

// alternates tells the words that bearers of a word write in its place, and what that costs.
func (x *Index) alternates(w *readWord, tell func(word int32, cost int)) {
	n, known := x.byLetter[w.key]
	if !known || x.bearers == nil || w.initial || w.joined {
		return
	}
	bearers, with := 0, map[int32]int{}
	var others []int32
	in := x.words[n].in
	for _, name := range in[:min(len(in), maxAsked)] {
		if bearers == maxBearers {
			break
		}
		x.bearers(int(name), func(names []int32) {
			if len(names) < 2 {
				return
			}
			others = others[:0]
			for _, a := range names {
				if !slices.Contains(x.wordsOf(uint32(a)), n) {
					continue
				}
				if uint32(a) < name {
					return // who bears it was asked before
				}
				for _, b := range names {
					if other := x.differing(a, b, n); other >= 0 && !slices.Contains(others, other) {
						others = append(others, other)
					}
				}
			}
			bearers++
			for _, other := range others {
				with[other]++
			}
		})
	}
	for other, times := range with {
		if share := float64(times) / float64(bearers+fewBearers); share >= leastAlternate {
			tell(other, int(-perNat*math.Log(share)))
		}
	}
}

// differing gives the word of name b that stands where a has word n, when they differ in nothing else; else -1.
func (x *Index) differing(a, b, n int32) int32 {
	wordsA, wordsB := x.wordsOf(uint32(a)), x.wordsOf(uint32(b))
	other := int32(-1)
	for i, v := range wordsA {
		switch {
		case v < 0 && (i >= len(wordsB) || wordsB[i] < 0): // the rest is joined of these
			return other
		case v < 0 || i >= len(wordsB) || wordsB[i] < 0:
			return -1
		case v == wordsB[i]:
		case v != n || other >= 0 || x.words[wordsB[i]].initial:
			return -1
		default:
			other = wordsB[i]
		}
	}
	if len(wordsB) > len(wordsA) && wordsB[len(wordsA)] >= 0 {
		return -1
	}
	return other
}
