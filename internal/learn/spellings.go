package main

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/namesake-go/namesake/internal/correspond"
	"github.com/namesake-go/namesake/internal/measure/dataset"
)

// spellings makes pairs of the Latin spellings that are on record for one native word.
func spellings(data string, part dataset.Part) ([]correspond.Pair, error) {
	var pairs []correspond.Pair
	for _, language := range []string{"arabic", "russian", "hebrew"} {
		tokens, err := dataset.Tokens(data, language, part)
		if err != nil {
			return nil, err
		}
		byNative := map[string][]dataset.Token{}
		for _, t := range tokens {
			byNative[t.Native] = append(byNative[t.Native], t)
		}
		var natives []string
		for native := range byNative {
			natives = append(natives, native)
		}
		slices.Sort(natives)
		for _, native := range natives {
			pairs = append(pairs, pairsOf(byNative[native])...)
		}
	}
	return pairs, nil
}

// pairsOf pairs each two spellings that differ, unless they have too few letters in common to be one name: some rows
// are misaligned. Each word of the native language counts once in all.
func pairsOf(tokens []dataset.Token) []correspond.Pair {
	var pairs []correspond.Pair
	total := 0.0
	for i, a := range tokens {
		for _, b := range tokens[i+1:] {
			x, y := word(a.Latin), word(b.Latin)
			if x.Plain == y.Plain || len(x.Letters) < 3 || len(y.Letters) < 3 || !alike(x.Plain, y.Plain) {
				continue
			}
			weight := math.Sqrt(float64(a.Count * b.Count))
			pairs = append(pairs, correspond.Pair{A: x, B: y, Weight: weight})
			total += weight
		}
	}
	for i := range pairs {
		pairs[i].Weight /= total
	}
	return pairs
}

// alike tells whether the longest common subsequence has half the letters of the longer word.
func alike(a, b string) bool {
	x, y := []rune(a), []rune(b)
	row := make([]int, len(y)+1)
	for i := range x {
		diagonal := 0
		for j := range y {
			above := row[j+1]
			if x[i] == y[j] {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	return 2*row[len(y)] >= max(len(x), len(y))
}

func word(s string) correspond.Word {
	var letters []rune
	for _, r := range norm.NFC.String(strings.ToLower(s)) {
		if unicode.IsLetter(r) {
			letters = append(letters, r)
		}
	}
	return correspond.NewWord(letters)
}
