package main

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/namesake-go/namesake/internal/measure/dataset"
	"github.com/namesake-go/namesake/names"
)

// A lookup is the Latin words of a part and, for a sample of native ones, which Latin ones are right.
type lookup struct {
	latin  []string
	native []string
	right  [][]int // per native word, places in latin
	of     int     // native words that the sample is from
}

// newLookup takes the n native words that come first by their hash.
func newLookup(tokens []dataset.Token, n int) lookup {
	var l lookup
	place, right := map[string]int{}, map[string][]int{}
	for _, t := range tokens {
		if _, known := place[t.Latin]; !known {
			place[t.Latin] = len(l.latin)
			l.latin = append(l.latin, t.Latin)
		}
		if !slices.Contains(right[t.Native], place[t.Latin]) {
			right[t.Native] = append(right[t.Native], place[t.Latin])
		}
	}
	l.native = sortedKeys(right, func(a, b string) int {
		return cmp.Or(cmp.Compare(dataset.Order("lookup", a), dataset.Order("lookup", b)), cmp.Compare(a, b))
	})
	l.of = len(l.native)
	l.native = l.native[:min(n, l.of)]
	for _, w := range l.native {
		l.right = append(l.right, right[w])
	}
	return l
}

// hits gives the chance that one of the right answers stands among the first k when all Latin words are
// ranked by probability and then by cost, words equal in both in a random order: with b words better than
// the best right one, and t equal to it, g of them right,
//
//	1 - C(t-g, k-b) / C(t, k-b)
func hits(results []names.Result, right []int, k int) float64 {
	best := right[0]
	better := func(a, b names.Result) int {
		return cmp.Or(cmp.Compare(b.Probability, a.Probability), cmp.Compare(a.Cost, b.Cost))
	}
	for _, i := range right {
		if better(results[i], results[best]) < 0 {
			best = i
		}
	}
	ahead, equal, good := 0, 0, 0
	for i := range results {
		switch order := better(results[i], results[best]); {
		case order < 0:
			ahead++
		case order == 0:
			equal++
			if slices.Contains(right, i) {
				good++
			}
		}
	}
	if ahead >= k {
		return 0
	}
	missed := 1.0
	for x := range min(k-ahead, equal) {
		missed *= max(0, float64(equal-good-x)) / float64(equal-x)
	}
	return 1 - missed
}

// measureTokens prints, script by script, how often a native word finds a recorded spelling among all Latin
// words of the part: the task of the README beside the data, on a sample.
func measureTokens(c config) error {
	fmt.Fprintf(c.out, "cross-script look-up, part %s. A native word, all Latin words of the part ranked by Compare; equal ranks share.\n\n", c.part)
	head := []string{"language", "looked up", "of", "Latin words", "top-1", "top-10", "±"}
	if c.times {
		head = append(head, "seconds", "wall μs/pair")
	}
	t := newTable(head...)
	matcher := matcherFor("Person")
	for _, language := range c.languages {
		tokens, err := dataset.Tokens(c.data, language, c.part)
		if err != nil {
			return err
		}
		l := newLookup(tokens, c.n)
		latin, native := parseAll(l.latin, "Person"), parseAll(l.native, "Person")
		first, tenth := make([]float64, len(native)), make([]float64, len(native))
		start := time.Now()
		inParallel(len(native), func(i int) {
			results := make([]names.Result, len(latin))
			for j := range latin {
				results[j] = matcher.Compare(native[i], latin[j])
			}
			first[i], tenth[i] = hits(results, l.right[i], 1), hits(results, l.right[i], 10)
		})
		took := time.Since(start).Seconds()
		p := mean(first)
		cells := []any{language, len(native), l.of, len(latin), p, mean(tenth), standardError(p, len(native))}
		if c.times {
			compared := float64(max(len(native)*len(latin), 1))
			cells = append(cells, fmt.Sprintf("%.1f", took), took*1e6/compared)
		}
		t.row(cells...)
	}
	t.print(c.out)
	return nil
}
