package names

import (
	"cmp"
	"slices"
	"sync"

	"github.com/namesake-go/namesake/internal/correspond"
)

// Similar words
//
// The words similar to another are those that Compare would let pair with it. They are found in lexicons: one of all
// words in Latin letters, given or romanised, and for each script that has rules of its own two more, in which a word of
// that script finds Latin ones and a Latin word finds those of the script. A lexicon is made once; words that come later
// are compared one by one, until they are so many that the lexicons are made anew.

// A similarWord is a word of the index, and what pairing it brings.
type similarWord struct {
	word, gain int32
}

// similarWords are the lexicons, and what was found in them.
type similarWords struct {
	findable []int32 // the words that names are found by, in the order they came
	covered  int     // how many of these the lexicons have

	beginning map[rune][]similarWord // by initial, those of the words covered

	mu       sync.RWMutex
	known    map[similarKey]knownSimilar
	lexicons map[lexiconKey]*heldWords
}

type similarKey struct {
	word    string
	percent int
}

type knownSimilar struct {
	words []similarWord
	size  int // how many findable words there were
}

// maxKnown is how many words' similar words are remembered; maxLate how many words may come until the lexicons are made
// anew, besides an eighth of those that they have.
const maxKnown, maxLate = 1 << 16, 500

// addFindable takes note of a word that similar ones may lead to.
func (x *Index) addFindable(n int32) {
	s := &x.similar
	s.findable = append(s.findable, n)
	if late := len(s.findable) - s.covered; late > maxLate+s.covered/8 {
		s.covered = 0
		s.lexicons, s.known = nil, nil
	}
}

// similarTo gives the words similar to one within a share of the limit, the most similar first.
func (x *Index) similarTo(w *readWord, percent int) []similarWord {
	s := &x.similar
	key := similarKey{w.key, percent}
	s.mu.RLock()
	known, ok := s.known[key]
	s.mu.RUnlock()
	if ok && known.size == len(s.findable) {
		return known.words
	}
	var found []similarWord
	if ok {
		found = append(found, known.words...)
	} else {
		found = x.findSimilar(w, percent)
		known.size = s.covered
	}
	found = x.appendLate(found, w, percent, s.findable[known.size:])
	slices.SortFunc(found, func(a, b similarWord) int {
		return cmp.Or(cmp.Compare(b.gain, a.gain), cmp.Compare(a.word, b.word))
	})
	s.mu.Lock()
	if s.known == nil || len(s.known) >= maxKnown {
		s.known = map[similarKey]knownSimilar{}
	}
	s.known[key] = knownSimilar{found, len(s.findable)}
	s.mu.Unlock()
	return found
}

func (x *Index) findSimilar(w *readWord, percent int) []similarWord {
	if w.initial {
		x.lexicon(lexiconKey{}) // settles which words are late
		return slices.Clone(x.similar.beginning[w.Base[0]])
	}
	costs := map[int32]int{}
	note := func(n int32, cost int) {
		if before, known := costs[n]; (!known || cost < before) && cost <= x.limitFor(w.spelled, n, percent) {
			costs[n] = cost
		}
	}
	x.lexicon(lexiconKey{}).near(w.Word, len(w.Letters), percent, func(n int32, cost int) {
		note(n, x.m.romanised(w.spelled, &x.words[n].spelled, cost))
	})
	if w.script != nil {
		x.lexicon(lexiconKey{script: w.script}).near(w.native.Word, len(w.Letters), percent, note)
	} else if w.latin {
		for _, s := range x.nativeScripts {
			x.lexicon(lexiconKey{s, true}).near(w.Word, len(w.Letters), percent, note)
		}
	}
	for _, f := range w.forms {
		for _, n := range x.byForm[f.line] {
			weight, ok := x.m.known(w.forms, x.words[n].forms)
			if _, known := costs[n]; ok && !known {
				costs[n] = weight.cost
			}
		}
	}
	x.eachAlternate(w, func(n int32, cost int) {
		if before, known := costs[n]; !known || cost < before {
			costs[n] = cost
		}
	})
	found := make([]similarWord, 0, len(costs)+1)
	for n, cost := range costs {
		found = append(found, similarWord{n, x.wordGain(w.spelled, &x.words[n].spelled, cost)})
	}
	return found
}

// appendLate adds those of some words that are similar, comparing them one by one, and the initial.
func (x *Index) appendLate(found []similarWord, w *readWord, percent int, words []int32) []similarWord {
	al := x.m.aligner()
	defer x.m.aligners.Put(al)
	query := x.m.pairable(w.spelled)
	for _, n := range words {
		other := x.words[n]
		if w.initial && len(other.Base) > 0 && other.Base[0] == w.Base[0] {
			found = append(found, similarWord{n, initialGain})
		}
		if w.initial || other.initial {
			continue
		}
		cost := x.m.distanceRead(al, query, x.m.pairable(&other.spelled), x.limitFor(w.spelled, n, percent))
		if weight, ok := x.m.known(w.forms, other.forms); ok && cost >= correspond.Far {
			cost = weight.cost
		}
		if cost < correspond.Far {
			found = append(found, similarWord{n, x.wordGain(w.spelled, &other.spelled, cost)})
		}
	}
	if n, known := x.byLetter[string(w.Base[:1])+"."]; known && !w.joined && !w.initial {
		initial := similarWord{n, initialGain}
		if !slices.Contains(found, initial) {
			found = append(found, initial)
		}
	}
	return found
}

// limitFor is what a word may cost beside word n.
func (x *Index) limitFor(w *spelled, n int32, percent int) int {
	other := &x.words[n].spelled
	limit := x.m.allowed(w, other) * percent / 100
	if n, _ := native(w, other); n == nil && w.givenName && other.givenName {
		limit = limit * x.m.weights.twoNames / 100
	}
	return limit
}

// wordGain is what two words of so many letters bring at a cost: the less the spelling is strained, the more, and a little
// for each letter that they share.
func (x *Index) wordGain(a, b *spelled, cost int) int32 {
	gain := pairGain + sharedLetters(a, b)
	if allowed := x.m.allowed(a, b); allowed > 0 {
		gain += max(0, 100-100*cost/allowed)
	}
	return int32(gain)
}

// sharedLetters is how many letters two words have in common at the most; across scripts, those of the best reading.
func sharedLetters(a, b *spelled) int {
	if n, _ := native(a, b); n != nil {
		return n.inScript.LatinLetters()
	}
	return min(len(a.Letters), len(b.Letters))
}

// pairGain is what two words bring at the least that are one, initialGain what an initial brings, on either side.
const pairGain, initialGain = 200, 190

// beginnings lists the words that each initial may stand for.
func (x *Index) beginnings(words []int32) map[rune][]similarWord {
	lists := map[rune][]similarWord{}
	for _, n := range words {
		if w := x.words[n]; len(w.Base) > 0 {
			lists[w.Base[0]] = append(lists[w.Base[0]], similarWord{n, initialGain})
		}
	}
	return lists
}
