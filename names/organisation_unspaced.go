package names

import (
	"slices"
	"unicode"

	"github.com/namesake-go/namesake/internal/correspond"
)

// Names without blanks
//
// Han letters, kana and Hangul are written without blanks between words: 中国石油化工股份有限公司. The words of the rule
// files are cut off both ends, the longest first, until something is met that no file knows; what is left is the
// organisation's own. Single letters are not cut off, since most letters are the end of some word.

// shortestCut and longestCut are how many letters a word has that is cut off.
const shortestCut, longestCut = 2, 12

// splitOrganisation is splitWords for the name of an organisation or a place; signs tells whether one of the words cut
// off shows that it is an organisation's.
func splitOrganisation(s string) (words []word, signs bool) {
	cuts, signs := unspacedCuts(s)
	if len(cuts) == 0 {
		return splitWords(s), false
	}
	from := 0
	for _, to := range append(cuts, len(s)) {
		for _, w := range splitWords(s[from:to]) {
			w.move(from)
			if w.start == int(w.end) && len(words) > 0 {
				words[len(words)-1].absorb(&w)
			} else {
				words = append(words, w)
			}
		}
		from = to
	}
	return words, signs
}

// absorb makes one word of two whose letters were romanised together: 石油, read as a name, is Shi You.
func (w *word) absorb(next *word) {
	letters := slices.Concat(w.Letters, next.Letters)
	at := make([]int, 0, len(letters)+1)
	for i := range w.Letters {
		at = append(at, w.place(i))
	}
	for i := range next.Letters {
		at = append(at, next.place(i))
	}
	w.at, w.Word = append(at, int(next.end)), correspond.NewWord(letters)
}

// unspacedCuts are the bytes of a text before which a word begins that no blank parts from the one before it.
func unspacedCuts(s string) (cuts []int, signs bool) {
	if isASCII(s) {
		return nil, false
	}
	var run []rune
	start := 0
	cut := func(end int) {
		at := start
		pieces, sign := cutRun(run)
		signs = signs || sign
		for _, piece := range pieces[:max(0, len(pieces)-1)] {
			at += len(string(piece))
			cuts = append(cuts, at)
		}
		run, start = run[:0], end
	}
	for i, r := range s {
		if !isUnspaced(r) {
			cut(i)
			continue
		}
		if len(run) == 0 {
			start = i
		}
		run = append(run, r)
	}
	cut(len(s))
	return cuts, signs
}

func isUnspaced(r rune) bool {
	return r >= 'ᄀ' && (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) || r == 'ー')
}

// cutRun cuts letters that stand together into words.
func cutRun(run []rune) (pieces [][]rune, signs bool) {
	from, to := 0, len(run)
	var behind [][]rune
	for n := 1; n > 0 && to > from; {
		var senses []sense
		n, senses = knownEnd(to-from, func(n int) []rune { return run[to-n : to] })
		if n > 0 {
			behind = append(behind, run[to-n:to])
			signs = signs || isSign(senses)
			to -= n
		}
	}
	for n := 1; n > 0 && to > from; {
		var senses []sense
		n, senses = knownEnd(to-from, func(n int) []rune { return run[from : from+n] })
		if n > 0 {
			pieces = append(pieces, run[from:from+n])
			signs = signs || isSign(senses)
			from += n
		}
	}
	if from < to {
		pieces = append(pieces, run[from:to])
	}
	slices.Reverse(behind)
	return append(pieces, behind...), signs
}

// knownEnd finds the longest known word at one end of so many letters, such that no single letter is left.
func knownEnd(letters int, end func(n int) []rune) (n int, senses []sense) {
	for n := min(letters, longestCut); n >= shortestCut; n-- {
		if n == letters-1 {
			continue
		}
		native, _ := correspond.NativeWord(string(end(n)))
		if senses := organisationWords().single[native.Plain]; senses != nil {
			return n, senses
		}
	}
	return 0, nil
}

func isSign(senses []sense) bool {
	return slices.ContainsFunc(senses, func(s sense) bool { return s.sign || s.class == legal })
}
