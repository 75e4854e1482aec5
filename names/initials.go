package names

import (
	"slices"
	"strings"

	"github.com/namesake-go/namesake/internal/correspond"
)

// Initials
//
// An initial is one capital letter; one of another script, however many Latin letters it is romanised by (Ю., Yu.); or a
// sound of several letters with a full stop (Ch., Ph.; particles.txt). Initials may be written as one word: JC Norden.

// isInitial tells whether a word stands for a longer one; the name has further words.
func (w *word) isInitial() bool {
	switch {
	case !w.latin && len(w.native.Letters) == 1:
		return w.capital || w.dotted // a Han letter is a word
	case len(w.Letters) == 1:
		return !w.lower
	}
	return w.dotted && !w.lower && w.in&opensParticle != 0 && particles().in["initial"][w.Plain]
}

// splitInitials makes two words of one in two capitals that is initials, in a name that is not all in capitals: JC Norden,
// AJ Norden. Three are rather a firm's.
func splitInitials(words []word) []word {
	for i := 0; i < len(words); i++ {
		whole := words[i]
		if !whole.capitals || len(whole.Letters) != 2 || !whole.areInitials(len(words) == 2) || allCapitals(words) {
			continue
		}
		words[i] = whole.letter(0)
		i++
		words = slices.Insert(words, i, whole.letter(1))
	}
	return words
}

// areInitials tells whether a word in two capitals is initials: it has no vowel, or one and a consonant in a name of two words.
func (w *word) areInitials(ofTwo bool) bool {
	if !w.latin || len(w.Plain) != len(w.Letters) || w.givenName || w.in&inFamilyFirst != 0 {
		return false
	}
	for _, book := range [...]*phrasebook{particles(), titles(), legalForms()} {
		if _, known := book.entries[w.Plain]; known {
			return false
		}
	}
	return !isVowel(w.Plain[1]) && (ofTwo || !isVowel(w.Plain[0]))
}

// allCapitals tells whether nothing but capitals and small words is written.
func allCapitals(words []word) bool {
	for i := range words {
		if w := &words[i]; !w.capitals && !w.lower && len(w.Letters) > 1 {
			return false
		}
	}
	return true
}

// letter is the word's letter j as a word.
func (w *word) letter(j int) word {
	one := word{newSpelled()}
	one.signs = signs{end: int32(w.place(j + 1)), comma: w.comma && j == 0, joined: w.joined && j == 0}
	one.dotted = w.dotted && j == len(w.Letters)-1
	one.Word, one.latin = correspond.NewWord(w.Letters[j:j+1:j+1]), true
	one.start, one.in = w.place(j), listings()[one.Plain].in
	if w.at != nil {
		one.at = w.at[j : j+2 : j+2]
	}
	return one
}

// initialCost is what an initial costs as a word: nothing against the same initial, little when the word begins with it,
// or with letters that stand for the same sound.
func (m *Matcher) initialCost(al *aligners, a, b *spelled) int {
	if len(a.Letters) > len(b.Letters) {
		a, b = b, a
	}
	switch {
	case a.Plain == b.Plain:
		return 0
	case strings.HasPrefix(b.Plain, a.Plain):
		return m.weights.initial
	case len(a.Letters) == 1 && a.native == nil && b.native == nil:
		return correspond.Far // J. is not Zhan unless a full stop or another script says that zh is one sound
	}
	for size := 1; size <= min(maxSound, len(b.Letters)); size++ {
		opening := correspond.Word{Letters: b.Letters[:size], Base: b.Base[:size], Accented: b.Accented}
		if cost := al.latin.Distance(a.Word, opening, maxSoundCost); cost < correspond.Far {
			return m.weights.initial + cost
		}
	}
	return correspond.Far
}

// An initial may stand for up to maxSound letters of another spelling that cost at most maxSoundCost: Yu. for Juri.
const maxSound, maxSoundCost = 4, 10
