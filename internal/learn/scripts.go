package main

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"

	"github.com/namesake-go/namesake/internal/correspond"
	"github.com/namesake-go/namesake/internal/measure/dataset"
	"github.com/namesake-go/namesake/translit"
)

// A learnedScript is a file of names/rules/scripts: called as Unicode calls the script, learned from a language, with
// units of so many letters. Hangul is taken apart, so that a syllable has three. Letters that a table of translit reads
// alike may be taken for one.
type learnedScript struct {
	name, language, tag string
	sizes               correspond.Sizes
	alike               string
}

var learnedScripts = []learnedScript{
	{"cyrillic", "russian", "ru", correspond.Sizes{Left: 2, Right: 3}, ""},
	{"arabic", "arabic", "ar", correspond.Sizes{Left: 2, Right: 3}, ""},
	{"hebrew", "hebrew", "he", correspond.Sizes{Left: 2, Right: 3}, ""},
	{"hangul", "korean", "ko", correspond.Sizes{Left: 3, Right: 4}, ""},
	{"katakana", "katakana", "ja", correspond.Sizes{Left: 2, Right: 3}, ""},
	{"han", "chinese", "zh", correspond.Sizes{Left: 2, Right: 3}, "zh-Latn-t-zh-m0-readings"},
}

// leastFound is how often a rule between a script and Latin letters must have been taken.
const leastFound = 1

func discoverAll(data, folder, only string, part dataset.Part, rounds int) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for _, s := range learnedScripts {
		if only != "" && s.name != only {
			continue
		}
		if err := s.discover(data, folder, part, rounds); err != nil {
			return err
		}
	}
	return nil
}

// discover writes the rules between one native script and Latin letters.
func (s learnedScript) discover(data, folder string, part dataset.Part, rounds int) error {
	tokens, err := dataset.Tokens(data, s.language, part)
	if err != nil {
		return err
	}
	file := filepath.Join(folder, s.name+".txt")
	pairs := scriptPairs(tokens, s.folding(tokens))
	found := correspond.Discover(pairs, s.sizes, rounds, leastFound)
	var out strings.Builder
	section := s.tag
	if s.alike != "" {
		section += " " + s.alike
	}
	fmt.Fprintf(&out, heading, s.language, len(tokens), part, rounds, s.sizes.Left, s.sizes.Right, leastFound, section)
	last := ""
	for _, f := range found {
		cost := int(math.Round(f.Nats * hundredthsPerNat))
		if cost >= 100*max(1, len([]rune(f.Left))) {
			continue // strange letters are as cheap
		}
		if f.Left != last {
			out.WriteString("\n")
			last = f.Left
		}
		fmt.Fprintf(&out, "%s ~ %s %d\n", orNone(f.Left), orNone(f.Right), cost)
	}
	fmt.Printf("%s: %d rules from %d pairs\n", filepath.Base(file), len(found), len(pairs))
	return os.WriteFile(file, []byte(out.String()), 0o644)
}

// scriptPairs pairs the spellings, native letters folded. It weighs a token by the root of its count. A Latin spelling with accents counts half, and half without them.
func scriptPairs(tokens []dataset.Token, fold func(rune) rune) []correspond.Pair {
	var pairs []correspond.Pair
	for _, t := range tokens {
		a, _ := correspond.NativeWord(t.Native)
		b := word(t.Latin)
		if len(a.Letters) == 0 || len(b.Letters) == 0 || len(a.Letters) > 24 || len(b.Letters) > 24 {
			continue
		}
		for i, r := range a.Letters {
			a.Letters[i] = fold(r)
		}
		weight := math.Sqrt(float64(t.Count))
		if b.Accented {
			weight /= 2
			pairs = append(pairs, correspond.Pair{A: a, B: correspond.NewWord(b.Base), Weight: weight})
		}
		pairs = append(pairs, correspond.Pair{A: a, B: b, Weight: weight})
	}
	return pairs
}

const heading = `# Correspondences between native letters and Latin ones: %s.
#
# Learned, not written: go run ./internal/learn -scripts makes this file by expectation maximisation from %d pairs of a
# native and a Latin spelling, the %s part of tokens recorded in Wikidata (Merhav and Ash 2018, CC0): %d rounds, up to %d
# native letters against %d Latin ones, rules taken at least %d times. Costs are hundredths of one unrelated letter, below
# 0 where letters together are surer than one by one; what counts of a word is how much more it costs than the best
# reading of the native letters (internal/correspond/native.go). ∅ is no letter. The heading names the language, and the
# table of translit that tells which letters are read alike, if these are taken as one.
# Hangul is taken apart into its letters (Unicode NFD). To change a reading, change its cost, or add a line.
# Licence: CC0.

[%s]
`

func orNone(s string) string {
	if s == "" {
		return "∅"
	}
	return s
}

// folding tells for which letter each native letter is taken: the most frequent one that is read alike.
func (s learnedScript) folding(tokens []dataset.Token) func(rune) rune {
	if s.alike == "" {
		return func(r rune) rune { return r }
	}
	table := translit.MustBuiltin(s.alike)
	count := map[rune]int{}
	for _, t := range tokens {
		for _, r := range t.Native {
			count[r]++
		}
	}
	most := map[string]rune{}
	for r, n := range count {
		reading := table.String(string(r))
		if old, known := most[reading]; !known || n > count[old] || n == count[old] && r < old {
			most[reading] = r
		}
	}
	return func(r rune) rune { return most[table.String(string(r))] }
}
