package main

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"

	"github.com/namesake-go/namesake/internal/correspond"
	"github.com/namesake-go/namesake/internal/measure/dataset"
)

// Rules between a script and Latin letters: taken at least so often, and no dearer than so many hundredths.
const (
	leastFound   = 3
	dearestFound = 90
)

func discoverAll(data string, part dataset.Part, rounds int) error {
	if err := os.MkdirAll("names/rules/scripts", 0o755); err != nil {
		return err
	}
	for _, language := range dataset.Languages {
		file := filepath.Join("names/rules/scripts", language+".txt")
		if err := discover(data, language, file, part, rounds); err != nil {
			return err
		}
	}
	return nil
}

// discover writes the rules between one native script and Latin letters.
func discover(data, language, file string, part dataset.Part, rounds int) error {
	tokens, err := dataset.Tokens(data, language, part)
	if err != nil {
		return err
	}
	var pairs []correspond.Pair
	for _, t := range tokens {
		a, _ := correspond.NativeWord(t.Native)
		b := word(t.Latin)
		if len(a.Letters) == 0 || len(b.Letters) == 0 || len(a.Letters) > 24 || len(b.Letters) > 24 {
			continue
		}
		pairs = append(pairs, correspond.Pair{A: a, B: b, Weight: math.Sqrt(float64(t.Count))})
	}
	found := correspond.Discover(pairs, rounds, leastFound, dearestFound/hundredthsPerNat)
	var out strings.Builder
	fmt.Fprintf(&out, heading, language, len(pairs), part, rounds, leastFound, dearestFound)
	last := ""
	for _, f := range found {
		if f.Left != last {
			out.WriteString("\n")
			last = f.Left
		}
		fmt.Fprintf(&out, "%s ~ %s %d\n", orNone(f.Left), orNone(f.Right), int(math.Round(f.Nats*hundredthsPerNat)))
	}
	fmt.Printf("%s: %d rules from %d pairs\n", filepath.Base(file), len(found), len(pairs))
	return os.WriteFile(file, []byte(out.String()), 0o644)
}

const heading = `# Correspondences between native letters and Latin ones: %s.
#
# Learned, not written: go run ./internal/learn makes this file by expectation maximisation from %d pairs of a native and
# a Latin spelling, the %s part of tokens recorded in Wikidata (Merhav and Ash 2018, CC0), %d rounds. A rule was taken
# at least %d times; costs are hundredths of one unrelated letter, counted from the letter's best reading, at most %d.
# Hangul is taken apart into its letters (Unicode NFD). To change a reading, change its cost, or add a line.
# Licence: CC0.
`

func orNone(s string) string {
	if s == "" {
		return "∅"
	}
	return s
}
