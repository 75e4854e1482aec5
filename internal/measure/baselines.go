package main

import (
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// levenshteinRatio is 1 - d/l: d the edit distance of the two names' sorted words, l the letters of the
// longer one.
func levenshteinRatio(a, b string) float64 {
	a, b = sorted(a), sorted(b)
	l := max(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
	if l == 0 {
		return 1
	}
	return 1 - float64(levenshtein.ComputeDistance(a, b))/float64(l)
}

// jaroWinkler is the similarity of Jaro 1989 with Winkler's 1990 bonus for up to four equal first letters,
// 0.1 each, over the two names' sorted words.
func jaroWinkler(a, b string) float64 {
	x, y := []rune(sorted(a)), []rune(sorted(b))
	j := jaro(x, y)
	same := 0
	for same < min(len(x), len(y), 4) && x[same] == y[same] {
		same++
	}
	return j + .1*float64(same)*(1-j)
}

// jaro is (m/|a| + m/|b| + (m-t)/m) / 3: m letters that are equal and no further apart than half the longer
// name less one, t half of those that stand in another order.
func jaro(a, b []rune) float64 {
	if len(a) == 0 && len(b) == 0 {
		return 1
	}
	reach := max(max(len(a), len(b))/2-1, 0)
	taken := make([]bool, len(b))
	var fromA, fromB []rune
	for i, r := range a {
		for j := max(0, i-reach); j < min(len(b), i+reach+1); j++ {
			if !taken[j] && b[j] == r {
				taken[j] = true
				fromA = append(fromA, r)
				break
			}
		}
	}
	for j, t := range taken {
		if t {
			fromB = append(fromB, b[j])
		}
	}
	m := float64(len(fromA))
	if m == 0 {
		return 0
	}
	moved := 0.0
	for i := range fromA {
		if fromA[i] != fromB[i] {
			moved++
		}
	}
	return (m/float64(len(a)) + m/float64(len(b)) + (m-moved/2)/m) / 3
}
