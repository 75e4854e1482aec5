package main

import (
	"cmp"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/namesake-go/namesake/internal/correspond"
	"github.com/namesake-go/namesake/internal/measure/dataset"
	"github.com/namesake-go/namesake/translit"
)

// A learnedScript is a file of names/rules/scripts: called as Unicode calls the script, learned from a language, with
// units of so many letters. Hangul is taken apart, so that a syllable has three. Letters that a table of translit reads
// alike may be taken for one. The costs of Hangul, whose units are long, are not sharpened: words on the half not learned
// from gained nothing by it (.826 found first, then .825), and full names lost (.880, .867).
type learnedScript struct {
	name, language, tag string
	sizes               correspond.Sizes
	rate                float64 // nats of a first step of sharpening; 0 leaves the costs as they are found
	alike               string
}

var learnedScripts = []learnedScript{
	{"cyrillic", "russian", "ru", correspond.Sizes{Left: 2, Right: 3}, 0.2, ""},
	{"arabic", "arabic", "ar", correspond.Sizes{Left: 2, Right: 3}, 0.2, ""},
	{"hebrew", "hebrew", "he", correspond.Sizes{Left: 2, Right: 3}, 0.2, ""},
	{"hangul", "korean", "ko", correspond.Sizes{Left: 3, Right: 4}, 0, ""},
	{"katakana", "katakana", "ja", correspond.Sizes{Left: 2, Right: 3}, 0.2, ""},
	{"han", "chinese", "zh", correspond.Sizes{Left: 2, Right: 3}, 0.03, "zh-Latn-t-zh-m0-readings"},
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
	fold := s.folding(tokens)
	pairs := scriptPairs(tokens, fold)
	found := s.found(pairs, rounds)
	sharpened := ""
	if s.rate > 0 {
		choices, folds, err := s.choices(tokens, pairs, fold, rounds)
		if err != nil {
			return err
		}
		found = correspond.Sharpen(found, folds, choices, sharpenings, s.rate)
		sharpened = fmt.Sprintf(sharpening, len(choices), sharpenings)
	}
	head := fmt.Sprintf(heading, s.language, len(tokens), part, rounds, s.sizes.Left, s.sizes.Right, leastFound, sharpened)
	fmt.Printf("%s.txt: %d rules from %d pairs\n", s.name, len(found), len(pairs))
	return os.WriteFile(filepath.Join(folder, s.name+".txt"), []byte(head+s.rules(found, s.rate > 0)), 0o644)
}

// found is what the pairs speak for, but for rules as dear as strange letters.
func (s learnedScript) found(pairs []correspond.Pair, rounds int) []correspond.Found {
	return slices.DeleteFunc(correspond.Discover(pairs, s.sizes, rounds, leastFound), dear)
}

func dear(f correspond.Found) bool { return isDear(f, costOf(f)) }

func isDear(f correspond.Found, cost int) bool { return cost >= 100*max(1, len([]rune(f.Left))) }

// costOf is in hundredths. A letter that stands for none costs something: every Latin word has more letters.
func costOf(f correspond.Found) int {
	c := int(math.Round(f.Nats * hundredthsPerNat))
	if f.Left == "" {
		return max(0, c)
	}
	return max(correspond.CheapestReading, c)
}

// widened is a cost after sharpening, which makes right spellings a fifth to a third cheaper, and with them words that are
// a syllable longer: Козлов was Kozlovsky. Widened, as many spellings as before keep within the limit between scripts
// (names/rules/weights.txt), and fewer wrong words.
func widened(cost int) int {
	return max(correspond.CheapestReading, int(math.Round(float64(cost)*9/7)))
}

// rules writes the rules as in the file, below its heading.
func (s learnedScript) rules(found []correspond.Found, sharpened bool) string {
	var out strings.Builder
	fmt.Fprintf(&out, "\n[%s]\n", strings.TrimSpace(s.tag+" "+s.alike))
	found = slices.Clone(found)
	slices.SortStableFunc(found, func(f, g correspond.Found) int {
		return cmp.Or(cmp.Compare(f.Left, g.Left), cmp.Compare(costOf(f), costOf(g)))
	})
	last := ""
	for _, f := range found {
		cost := costOf(f)
		if sharpened {
			cost = widened(cost)
		}
		if isDear(f, cost) {
			continue
		}
		if f.Left != last {
			out.WriteString("\n")
			last = f.Left
		}
		fmt.Fprintf(&out, "%s ~ %s %d\n", orNone(f.Left), orNone(f.Right), cost)
	}
	return out.String()
}

// scriptPairs pairs the spellings, native letters folded. It weighs a token by the root of its count. A Latin spelling with accents counts half, and half without them.
func scriptPairs(tokens []dataset.Token, fold func(rune) rune) []correspond.Pair {
	var pairs []correspond.Pair
	for _, t := range tokens {
		letters := nativeLetters(t.Native, fold)
		a, b := correspond.Word{Letters: letters, Base: letters}, word(t.Latin)
		if len(a.Letters) == 0 || len(b.Letters) == 0 || len(a.Letters) > 24 || len(b.Letters) > 24 {
			continue
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
# Learned, not written: go run ./internal/learn -scripts makes this file from %d pairs of a native and a Latin spelling, the
# %s part of tokens recorded in Wikidata (Merhav and Ash 2018, CC0), by expectation maximisation: %d rounds, up to %d native
# letters against %d Latin ones, rules taken at least %d times.
%s# Costs are hundredths of one unrelated letter, below 0 where letters together are surer than one by one; what counts of a
# word is how much more it costs than the best reading of the native letters (internal/correspond/native.go). ∅ is no
# letter. The heading names the language, and the table of translit that tells which letters are read alike, if these are
# taken as one. Hangul is taken apart into its letters (Unicode NFD). To change a reading, change its cost, or add a line.
# Licence: CC0.
`

const sharpening = `# Then %d native words were shown beside their spellings and the nearest wrong words, %d times, and the costs moved so that
# spellings cost least (internal/correspond/sharpen.go).
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
