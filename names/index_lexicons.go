package names

import (
	"cmp"
	"slices"
	"sync"
	"time"

	"github.com/namesake-go/namesake/internal/correspond"
)

// A lexiconKey says which words a lexicon holds, and by which rules: all by the Latin rules when script is nil, else by
// those of the script Latin words, or the script's own.
type lexiconKey struct {
	script *script
	native bool
}

// heldWords are a lexicon and, for each of its entries, the words with these letters.
type heldWords struct {
	*correspond.Lexicon
	places   map[string]int // of entries, by their letters
	holders  [][]int32
	searches sync.Pool           // *correspond.Search
	pairs    [][]correspond.Near // by entry, those within closePercent; nil where they are not known yet
}

// maxPaired is how many words of a lexicon are all compared with one another when it is warmed.
const maxPaired = 1 << 15

// near tells of the words near one.
func (h *heldWords) near(w correspond.Word, letters, percent int, tell func(word int32, cost int)) {
	if h.pairs != nil && percent == closePercent {
		if place, known := h.places[string(w.Letters)]; known && letters == len(w.Letters) && h.pairs[place] != nil {
			h.tellAll(h.pairs[place], tell)
			return
		}
	}
	search, _ := h.searches.Get().(*correspond.Search)
	if search == nil {
		search = h.NewSearch()
	}
	h.tellAll(search.Near(w, letters, percent), tell)
	h.searches.Put(search)
}

// tellAll tells of the words of entries.
func (h *heldWords) tellAll(found []correspond.Near, tell func(word int32, cost int)) {
	for _, n := range found {
		for _, word := range h.holders[n.Word] {
			tell(word, int(n.Cost))
		}
	}
}

// pair finds the entries near each entry.
func (h *heldWords) pair() {
	pairs := make([][]correspond.Near, len(h.holders))
	for _, p := range nearPairs(h.Lexicon, closePercent) {
		pairs[p.A] = append(pairs[p.A], correspond.Near{Word: p.B, Cost: p.Cost})
		if p.A != p.B {
			pairs[p.B] = append(pairs[p.B], correspond.Near{Word: p.A, Cost: p.Cost})
		}
	}
	for i := range pairs {
		slices.SortFunc(pairs[i], func(a, b correspond.Near) int { return cmp.Compare(a.Word, b.Word) })
		pairs[i] = slices.Clip(pairs[i])
	}
	h.pairs = pairs
}

// lexicon gives the lexicon of some words, and makes it when it is first asked for.
func (x *Index) lexicon(key lexiconKey) *heldWords {
	s := &x.similar
	s.mu.RLock()
	h := s.lexicons[key]
	s.mu.RUnlock()
	if h != nil {
		return h
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if h := s.lexicons[key]; h != nil {
		return h
	}
	if s.lexicons == nil {
		x.cover(len(s.findable))
	}
	h = x.makeLexicon(key, s.findable[:s.covered])
	s.lexicons[key] = h
	return h
}

// cover says that the lexicons have the first findable words.
func (x *Index) cover(words int) {
	s := &x.similar
	s.lexicons = map[lexiconKey]*heldWords{}
	s.covered = words
	s.beginning = x.beginnings(s.findable[:words])
}

func (x *Index) makeLexicon(key lexiconKey, words []int32) *heldWords {
	h := &heldWords{places: map[string]int{}}
	var entries []correspond.Word
	var natives []*correspond.Native
	for _, n := range words {
		w := x.words[n]
		letters := w.Letters
		switch {
		case w.initial, key.script != nil && !key.native && !w.latin, key.native && w.script != key.script:
			continue
		case key.native:
			letters = w.inScript.Letters()
		}
		at, known := h.places[string(letters)]
		if !known {
			at = len(h.holders)
			h.places[string(letters)] = at
			h.holders = append(h.holders, nil)
			if key.native {
				natives = append(natives, w.inScript)
			} else {
				entries = append(entries, w.Word)
			}
		}
		h.holders[at] = append(h.holders[at], n)
	}
	w := x.m.weights
	switch {
	case key.native:
		h.Lexicon = correspond.NewNativeLexicon(key.script.rules(), w.letter, w.accent, w.across, natives)
	case key.script != nil:
		h.Lexicon = correspond.NewLexicon(key.script.rules(), w.letter, w.accent, w.across, entries)
	default:
		h.Lexicon = correspond.NewLexicon(x.m.rules, w.letter, w.accent, w.limit, entries)
	}
	return h
}

// Warm does at once what look-ups would do one by one: it makes the lexicon, and finds the words near each word; of a
// large vocabulary near the most frequent ones, as many as there is time for. Nobody may use the index meanwhile.
func (x *Index) Warm(patience time.Duration) {
	switch h := x.lexicon(lexiconKey{}); {
	case h.pairs != nil:
	case len(h.holders) <= maxPaired:
		h.pair()
	default:
		x.pairFrequent(h, patience)
	}
}

// pairFrequent finds the entries near the most frequent ones.
func (x *Index) pairFrequent(h *heldWords, patience time.Duration) {
	deadline := time.Now().Add(patience)
	entries, frequency := make([]int, len(h.holders)), make([]int, len(h.holders))
	for i, holders := range h.holders {
		entries[i] = i
		for _, n := range holders {
			frequency[i] += len(x.words[n].in)
		}
	}
	slices.SortFunc(entries, func(a, b int) int {
		return cmp.Or(cmp.Compare(frequency[b], frequency[a]), cmp.Compare(a, b))
	})
	h.pairs = make([][]correspond.Near, len(h.holders))
	inParallelWith(len(entries), h.NewSearch, func(s *correspond.Search, i int) {
		if !time.Now().After(deadline) {
			w := x.words[h.holders[entries[i]][0]].Word
			h.pairs[entries[i]] = slices.Clone(s.Near(w, len(w.Letters), closePercent))
		}
	})
}
