package main

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/namesake-go/namesake/internal/correspond"
	"github.com/namesake-go/namesake/internal/measure/dataset"
	"github.com/namesake-go/namesake/internal/rulefile"
)

// What the costs of a script are sharpened on: native words beside their spellings and the wrong words nearest to them.
const (
	foldsOfWords = 4
	sharpenings  = 10    // times that each word is shown
	mostChoices  = 20000 // words of a language
	wrongWords   = 20    // beside each word
	nearWrong    = 40    // hundredths a letter that they cost at most
)

// foldOf deals the native words into folds.
func foldOf(native []rune) int { return int(dataset.Order("fold", string(native)) % foldsOfWords) }

// choices are those native words that come first by their hashes, each beside the words that cost least by the rules found
// without its fold; these rules as well.
func (s learnedScript) choices(tokens []dataset.Token, pairs []correspond.Pair, fold func(rune) rune, rounds int) ([]correspond.Choice, [][]correspond.Found, error) {
	right, words := spelledBy(tokens, fold)
	natives := slices.SortedFunc(maps.Keys(right), func(a, b string) int {
		return cmp.Or(cmp.Compare(dataset.Order("choice", a), dataset.Order("choice", b)), strings.Compare(a, b))
	})
	natives = natives[:min(mostChoices, len(natives))]
	choices := make([]correspond.Choice, len(natives))
	var wait sync.WaitGroup
	folds := make([][]correspond.Found, foldsOfWords)
	for i := range folds {
		others := slices.DeleteFunc(slices.Clone(pairs), func(p correspond.Pair) bool { return foldOf(p.A.Letters) == i })
		folds[i] = s.found(others, rounds)
		file, err := rulefile.Parse(s.name, s.rules(folds[i], false))
		if err != nil {
			return nil, nil, err
		}
		rules, err := correspond.NewScript(file, nil)
		if err != nil {
			return nil, nil, err
		}
		wait.Go(func() {
			search := correspond.NewLexicon(rules, letter, accent, nearWrong, words).NewSearch()
			for place, native := range natives {
				if letters := []rune(native); foldOf(letters) == i {
					choices[place] = choice(search, words, letters, right[native], i)
				}
			}
		})
	}
	wait.Wait()
	return choices, folds, nil
}

// spelledBy gives the spellings of each native word, folded, and all Latin words.
func spelledBy(tokens []dataset.Token, fold func(rune) rune) (right map[string][]string, words []correspond.Word) {
	right = map[string][]string{}
	latin := map[string]correspond.Word{}
	for _, t := range tokens {
		native, w := string(nativeLetters(t.Native, fold)), word(t.Latin)
		spelled := string(w.Letters)
		if native == "" || spelled == "" {
			continue
		}
		latin[spelled] = w
		if !slices.Contains(right[native], spelled) {
			right[native] = append(right[native], spelled)
		}
	}
	for _, spelled := range slices.Sorted(maps.Keys(latin)) {
		words = append(words, latin[spelled])
	}
	return right, words
}

// choice sets a native word beside its spellings and the nearest words that are none of them.
func choice(search *correspond.Search, words []correspond.Word, native []rune, right []string, fold int) correspond.Choice {
	c := correspond.Choice{Native: correspond.Word{Letters: native, Base: native}, Fold: fold}
	for _, r := range right {
		c.Right = append(c.Right, correspond.NewWord([]rune(r)))
	}
	for _, near := range search.Near(c.Native, 0, 100) {
		if w := words[near.Word]; !slices.Contains(right, string(w.Letters)) {
			c.Wrong = append(c.Wrong, w)
		}
		if len(c.Wrong) == wrongWords {
			break
		}
	}
	return c
}

// nativeLetters are the letters of a native word, folded.
func nativeLetters(native string, fold func(rune) rune) []rune {
	w, _ := correspond.NativeWord(native)
	for i, r := range w.Letters {
		w.Letters[i] = fold(r)
	}
	return w.Letters
}
