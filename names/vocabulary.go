package names

import (
	"slices"

	"github.com/namesake-go/namesake/internal/correspond"
)

// The words of many names
//
// A million names have a few ten thousand distinct words. So each word is kept once, and which other words may be
// spellings of it is found once (correspond.Lexicon), however many names it stands in.

// A vocabulary is the distinct words of many names. Words are added by one goroutine; then nearWords finds, once and for
// all, which words are alike, and the vocabulary is immutable.
type vocabulary struct {
	m     *Matcher
	ids   map[string]int32
	words []*word
	near  [][]nearWord // by word; the word itself is the first
}

// A nearWord is a word that may be a spelling of another.
type nearWord struct {
	word int32
	cost int32
}

func newVocabulary(m *Matcher) *vocabulary { return &vocabulary{m: m, ids: map[string]int32{}} }

// id is the number of a word, and makes it known. Words that are written alike in two scripts are two.
func (v *vocabulary) id(w *word) int32 {
	var room [64]byte
	key := appendRunes(room[:0], w.Letters)
	if !w.latin {
		key = appendRunes(append(key, 0), w.native.Letters)
	}
	if id, known := v.ids[string(key)]; known {
		return id
	}
	id := int32(len(v.words))
	v.ids[string(key)] = id
	own := *w // the caller's stays as it is, and what was parsed with it need not be kept
	own.number = id + 1
	v.words = append(v.words, &own)
	return id
}

func appendRunes(b []byte, runes []rune) []byte {
	for _, r := range runes {
		b = append(b, byte(r), byte(r>>8), byte(r>>16))
	}
	return b
}

// findNear finds for each word those that may be spellings of it, within a share of the limit, in percent.
func (v *vocabulary) findNear(percent int) {
	v.near = make([][]nearWord, len(v.words))
	latin := v.lexicon(v.m.rules, v.m.weights.limit, func(w *word) (*correspond.Word, bool) { return &w.Word, len(w.Letters) <= maxLetters })
	for _, pair := range nearPairs(latin.Lexicon, percent) {
		for _, a := range latin.holders[pair.A] {
			for _, b := range latin.holders[pair.B] {
				v.bothWays(a, b, int32(v.m.romanised(&v.words[a].spelled, &v.words[b].spelled, int(pair.Cost))))
			}
		}
	}
	for _, s := range v.scripts() {
		v.findAcross(s, percent)
	}
	v.addForms()
	for id := range v.near {
		v.near[id] = v.tidy(int32(id))
	}
}

// nearPairs lists all pairs of words of a lexicon within a share of its limit, in percent.
func nearPairs(x *correspond.Lexicon, percent int) []correspond.NearPair {
	pairs := x.NewPairs(percent)
	found := make([][]correspond.NearPair, pairs.Parts())
	inParallelWith(len(found), pairs.NewWalk, func(w *correspond.PairWalk, part int) { found[part] = slices.Clone(w.Part(part)) })
	return slices.Concat(found...)
}

func (v *vocabulary) bothWays(a, b, cost int32) {
	v.near[a] = append(v.near[a], nearWord{b, cost})
	v.near[b] = append(v.near[b], nearWord{a, cost})
}

// findAcross finds the Latin words that may be spellings of words in another script.
func (v *vocabulary) findAcross(s *script, percent int) {
	latin := v.lexicon(s.rules(), v.m.weights.across, func(w *word) (*correspond.Word, bool) { return &w.Word, w.latin && len(w.Letters) <= maxLetters })
	var native []int32
	for id, w := range v.words {
		if w.script == s && len(w.native.Letters) <= maxLetters {
			native = append(native, int32(id))
		}
	}
	found := make([][]correspond.Near, len(native))
	inParallelWith(len(native), latin.NewSearch, func(search *correspond.Search, i int) {
		w := v.words[native[i]]
		found[i] = slices.Clone(search.Near(w.native.Word, len(w.Letters), percent))
	})
	for i, list := range found {
		for _, n := range list {
			for _, b := range latin.holders[n.Word] {
				v.bothWays(native[i], b, n.Cost)
			}
		}
	}
}

// A heldLexicon is a lexicon and, for each of its entries, the words with these letters.
type heldLexicon struct {
	*correspond.Lexicon
	holders [][]int32
}

// lexicon makes a lexicon of the words that pick takes, in the letters that it gives.
func (v *vocabulary) lexicon(rules *Correspondences, limit int, pick func(*word) (*correspond.Word, bool)) heldLexicon {
	var entries []correspond.Word
	var holders [][]int32
	place := map[string]int{}
	for id, w := range v.words {
		e, ok := pick(w)
		if !ok {
			continue
		}
		at, known := place[string(e.Letters)]
		if !known {
			at = len(entries)
			place[string(e.Letters)] = at
			entries, holders = append(entries, *e), append(holders, nil)
		}
		holders[at] = append(holders[at], int32(id))
	}
	return heldLexicon{correspond.NewLexicon(rules, v.m.weights.letter, v.m.weights.accent, limit, entries), holders}
}

// scripts lists the scripts of the words that have rules of their own.
func (v *vocabulary) scripts() (list []*script) {
	for _, w := range v.words {
		if w.script != nil && !slices.Contains(list, w.script) {
			list = append(list, w.script)
		}
	}
	return list
}

// addForms adds the short forms and translations: Bill is near William.
func (v *vocabulary) addForms() {
	byLine := map[int32][]int32{}
	for id, w := range v.words {
		for _, f := range w.forms {
			byLine[f.line] = append(byLine[f.line], int32(id))
		}
	}
	for id, w := range v.words {
		for _, f := range w.forms {
			for _, other := range byLine[f.line] {
				if k, ok := v.m.known(w.forms, v.words[other].forms); ok && int(other) != id {
					v.near[id] = append(v.near[id], nearWord{other, int32(k.cost)})
				}
			}
		}
	}
}

// tidy leaves of what is near a word each word once, at the least cost, the nearest first.
func (v *vocabulary) tidy(id int32) []nearWord {
	list := v.near[id]
	slices.SortFunc(list, func(a, b nearWord) int {
		if a.word != b.word {
			return int(a.word - b.word)
		}
		return int(a.cost - b.cost)
	})
	list = slices.CompactFunc(list, func(a, b nearWord) bool { return a.word == b.word })
	slices.SortFunc(list, func(a, b nearWord) int {
		if a.cost != b.cost {
			return int(a.cost - b.cost)
		}
		return int(a.word - b.word)
	})
	return slices.Clip(list)
}
