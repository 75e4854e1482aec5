package names

import (
	"sync"

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
	holders  [][]int32
	searches sync.Pool // *correspond.Search
}

// near tells of the words near one.
func (h *heldWords) near(w correspond.Word, letters, percent int, tell func(word int32, cost int)) {
	search, _ := h.searches.Get().(*correspond.Search)
	if search == nil {
		search = h.NewSearch()
	}
	for _, n := range search.Near(w, letters, percent) {
		for _, word := range h.holders[n.Word] {
			tell(word, int(n.Cost))
		}
	}
	h.searches.Put(search)
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
		s.lexicons = map[lexiconKey]*heldWords{}
		s.covered = len(s.findable)
	}
	h = x.makeLexicon(key, s.findable[:s.covered])
	s.lexicons[key] = h
	return h
}

func (x *Index) makeLexicon(key lexiconKey, words []int32) *heldWords {
	h := &heldWords{}
	var entries []correspond.Word
	places := map[string]int{}
	rules := x.m.rules
	if key.script != nil {
		rules = key.script.rules()
	}
	for _, n := range words {
		w := x.words[n]
		entry := &w.Word
		switch {
		case w.initial, key.script != nil && !key.native && !w.latin, key.native && w.script != key.script:
			continue
		case key.native:
			entry = &w.native.Word
		}
		letters := string(entry.Letters)
		at, known := places[letters]
		if !known {
			at = len(entries)
			places[letters] = at
			entries, h.holders = append(entries, *entry), append(h.holders, nil)
		}
		h.holders[at] = append(h.holders[at], n)
	}
	weights := x.m.weights
	h.Lexicon = correspond.NewLexicon(rules, weights.letter, weights.accent, weights.limit, entries)
	return h
}
