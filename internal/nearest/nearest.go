// Package nearest finds the word that a mistyped one was meant to be.
package nearest

import (
	"strings"

	"github.com/agnivade/levenshtein"
)

// To gives the known word nearest to word, or "" when none is near: a third of its letters may change, of
// a short word two, but never all. Case does not count.
func To(word string, known []string) string {
	best, least := "", min(max(2, len(word)/3), len(word)-1)+1
	for _, k := range known {
		if d := levenshtein.ComputeDistance(strings.ToLower(word), strings.ToLower(k)); d < least {
			best, least = k, d
		}
	}
	return best
}

// Hint is "; did you mean x?" with the nearest known word, or "" when none is near.
func Hint(word string, known []string) string {
	if k := To(word, known); k != "" {
		return "; did you mean " + k + "?"
	}
	return ""
}
