package names

import (
	"slices"
	"sync"

	"github.com/namesake-go/namesake/internal/correspond"
)

// Similar words
//
// The words similar to another are those that Compare would let pair with it. Candidates have a skeleton in common;
// for a word in another script than Latin, whose romanisation may go far astray, and for one that finds no similar word,
// the whole vocabulary is gone through, which takes a few milliseconds, but only the first time.

// A similarWord is a word of the index, and what pairing it brings (see gain).
type similarWord struct {
	word, gain int32
}

// similarWords remembers the words similar to those that were looked up.
type similarWords struct {
	mu    sync.Mutex
	known map[string]knownSimilar
}

type knownSimilar struct {
	words []similarWord
	size  int // of the vocabulary then
}

// maxKnown is how many words' similar words are remembered.
const maxKnown = 1 << 16

// similarTo gives the words similar to one, in no order.
func (x *Index) similarTo(w *readWord) []similarWord {
	key := w.key
	if w.initial {
		key += "."
	}
	x.similar.mu.Lock()
	known, ok := x.similar.known[key]
	x.similar.mu.Unlock()
	if ok && known.size == len(x.words) {
		return known.words
	}
	found := x.findSimilar(w)
	x.similar.mu.Lock()
	if x.similar.known == nil || len(x.similar.known) >= maxKnown {
		x.similar.known = map[string]knownSimilar{}
	}
	x.similar.known[key] = knownSimilar{found, len(x.words)}
	x.similar.mu.Unlock()
	return found
}

func (x *Index) findSimilar(w *readWord) []similarWord {
	al := x.m.aligner()
	defer x.m.aligners.Put(al)
	var found []similarWord
	if w.initial {
		return x.beginning(w.Base[0])
	}
	query := x.m.pairable(w.spelled)
	look := func(n int32) {
		if gain := x.gainOf(al, query, n); gain > 0 {
			found = append(found, similarWord{n, gain})
		}
	}
	if w.latin {
		for _, n := range x.candidateWords(w.spelled) {
			look(n)
		}
	}
	if len(found) == 0 && !w.joined {
		for n := range x.words {
			look(int32(n))
		}
	}
	if n, known := x.byLetter[string(w.Base[:1])+"."]; known && !w.joined {
		found = append(found, similarWord{n, int32(40 + x.m.weights.limit - x.m.weights.initial)})
	}
	for _, f := range w.forms {
		for _, n := range x.byForm[f.line] {
			if weight, ok := x.m.known(w.forms, x.words[n].forms); ok && !slices.ContainsFunc(found, func(s similarWord) bool { return s.word == n }) {
				found = append(found, similarWord{n, x.wordGain(len(w.Letters), len(x.words[n].Letters), weight.cost)})
			}
		}
	}
	return found
}

// candidateWords lists the words that have a skeleton in common with one, each once.
func (x *Index) candidateWords(s *spelled) []int32 {
	var all []int32
	keys := builtinSkeleton().skeletons(s.Base)
	for _, key := range keys {
		all = append(all, x.bySkel[key]...)
	}
	if len(keys) > 1 {
		slices.Sort(all)
		all = slices.Compact(all)
	}
	return all
}

// gainOf is what pairing a word with word n of the index brings, 0 when they are not similar.
func (x *Index) gainOf(al *aligners, query pairable, n int32) int32 {
	w := x.words[n]
	if w.initial {
		return 0
	}
	cost := x.m.wordCost(al, query, x.m.pairable(&w.spelled), false)
	if cost >= correspond.Far {
		return 0
	}
	return x.wordGain(len(query.Letters), len(w.Letters), cost)
}

func (x *Index) wordGain(a, b, cost int) int32 {
	return int32(40*min(a, b) + max(0, x.m.allowedFor(a, b)-cost))
}

// beginning lists the words that an initial may stand for.
func (x *Index) beginning(letter rune) []similarWord {
	var found []similarWord
	for n := range x.words {
		if w := x.words[n]; len(w.Base) > 0 && w.Base[0] == letter {
			found = append(found, similarWord{int32(n), 40})
		}
	}
	return found
}
