package names

import (
	"iter"
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

// An alternate is a word that bearers of another have in its place, and what that costs.
type alternate struct {
	word int32
	cost int
}

const (
	perNat         = 10  // hundredths that a nat of improbability costs
	fewBearers     = 2   // are added to the bearers: one of one is no certainty
	leastAlternate = .02 // the least share
)

// Learn learns which words are alternates from the names, by their numbers, of each who bears several; what was learned
// before is forgotten. Nobody may use the index meanwhile.
func (x *Index) Learn(bearers iter.Seq[[]int32]) {
	with, times := make([]int32, len(x.words)), map[[2]int32]int32{}
	var words []int32
	var pairs [][2]int32
	for names := range bearers {
		words, pairs = words[:0], pairs[:0]
		for i, a := range names {
			for _, n := range x.wordsOf(uint32(a)) {
				if n >= 0 && !slices.Contains(words, n) {
					words = append(words, n)
				}
			}
			for _, b := range names[:i] {
				if pair := x.differing(a, b); pair[0] >= 0 && !slices.Contains(pairs, pair) {
					pairs = append(pairs, pair)
				}
			}
		}
		for _, n := range words {
			with[n]++
		}
		for _, pair := range pairs {
			times[pair]++
		}
	}
	x.alternates = map[int32][]alternate{}
	for pair, times := range times {
		for i, n := range pair {
			if share := float64(times) / float64(with[n]+fewBearers); share >= leastAlternate {
				x.alternates[n] = append(x.alternates[n], alternate{pair[1-i], int(-perNat * math.Log(share))})
			}
		}
	}
	x.similar.known = nil
}

// eachAlternate tells the alternates of a word.
func (x *Index) eachAlternate(w *readWord, tell func(word int32, cost int)) {
	if w.initial || w.joined {
		return
	}
	if n, known := x.byLetter[w.key]; known {
		for _, a := range x.alternates[n] {
			tell(a.word, a.cost)
		}
	}
}

// differing gives the two words, the lesser number first, in which alone two names differ, at one place; else two of -1.
func (x *Index) differing(a, b int32) [2]int32 {
	nothing := [2]int32{-1, -1}
	pair := nothing
	wordsA, wordsB := x.wordsOf(uint32(a)), x.wordsOf(uint32(b))
	for i := range max(len(wordsA), len(wordsB)) {
		n, m := int32(-1), int32(-1) // those joined of several stand behind the others
		if i < len(wordsA) {
			n = max(n, wordsA[i])
		}
		if i < len(wordsB) {
			m = max(m, wordsB[i])
		}
		switch {
		case n == m:
		case n < 0 || m < 0 || pair[0] >= 0 || x.words[n].initial || x.words[m].initial:
			return nothing
		default:
			pair = [2]int32{min(n, m), max(n, m)}
		}
	}
	return pair
}
