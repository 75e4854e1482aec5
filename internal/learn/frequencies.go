package main

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"unicode"

	"github.com/namesake-go/namesake/internal/measure/dataset"
)

const frequenciesFile = "names/rules/frequencies.txt"

// A word is listed when its name occurs so often in a million, and the spelling itself so often in all.
const leastFrequent, leastSpelled = 60, 3

// countFrequencies writes how often names occur in whatever spelling: Mohammed and Muhammad are both as frequent as
// the Arabic word. Three languages tell names apart each in its own way, so a word is as frequent as their median says.
func countFrequencies(data string, part dataset.Part) error {
	var languages []map[string]float64
	for _, language := range []string{"arabic", "russian", "hebrew"} {
		tokens, err := dataset.Tokens(data, language, part)
		if err != nil {
			return err
		}
		languages = append(languages, frequencies(tokens))
	}
	perMillion := map[string]int{}
	for _, language := range languages {
		for name := range language {
			in := []float64{languages[0][name], languages[1][name], languages[2][name]}
			slices.Sort(in)
			if in[1] >= leastFrequent {
				perMillion[name] = int(in[1])
			}
		}
	}
	listed := slices.SortedFunc(maps.Keys(perMillion), func(a, b string) int {
		return cmp.Or(perMillion[b]-perMillion[a], cmp.Compare(a, b))
	})
	var out strings.Builder
	fmt.Fprintf(&out, frequenciesHeading, part, leastFrequent)
	for _, name := range listed {
		fmt.Fprintf(&out, "%s %d\n", name, perMillion[name])
	}
	fmt.Printf("%s: %d words\n", frequenciesFile, len(listed))
	return os.WriteFile(frequenciesFile, []byte(out.String()), 0o644)
}

// frequencies gives, for each Latin spelling, how often in a million the native word occurs that it mostly stands for.
func frequencies(tokens []dataset.Token) map[string]float64 {
	type main struct {
		native string
		count  int
	}
	natives, spellings, mains := map[string]int{}, map[string]int{}, map[string]main{}
	total := 0
	for _, t := range tokens {
		plain := word(t.Latin).Plain
		if strings.IndexFunc(plain, func(r rune) bool { return !unicode.IsLetter(r) }) >= 0 {
			continue
		}
		total += t.Count
		natives[t.Native] += t.Count
		spellings[plain] += t.Count
		if t.Count > mains[plain].count {
			mains[plain] = main{t.Native, t.Count}
		}
	}
	out := map[string]float64{}
	for plain, m := range mains {
		if spellings[plain] >= leastSpelled {
			out[plain] = float64(natives[m.native]) * 1e6 / float64(total)
		}
	}
	return out
}

const frequenciesHeading = `# Frequencies: how often a name occurs, in whatever spelling, among the words of people's names, in a million.
#
# Counted, not written: go run ./internal/learn -frequencies makes this file from the counts of spellings in Wikidata's
# names of people (Merhav and Ash 2018, CC0), the %s part. A spelling is as frequent as the native word that it mostly
# stands for, by the median of Arabic, Russian and Hebrew. What is not listed occurs less than %d times in a million.
# The people are those whom Wikidata names in those scripts as well as in Latin letters, so that English names are too
# frequent here and Arabic ones too rare.
# Licence: CC0.

`
