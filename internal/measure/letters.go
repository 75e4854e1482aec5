package main

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// words gives the words of a name in small letters and without accents: runs of letters and digits.
func words(s string) []string {
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(s))
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// sorted gives the words of a name in the order of the alphabet, as one string: the key that string
// measures are given, since they know nothing of the order of names.
func sorted(s string) string {
	w := words(s)
	slices.Sort(w)
	return strings.Join(w, " ")
}

// surname guesses the surname: what stands before a comma, else the last word.
func surname(s string) string {
	if before, _, comma := strings.Cut(s, ","); comma {
		return strings.Join(words(before), " ")
	}
	if w := words(s); len(w) > 0 {
		return w[len(w)-1]
	}
	return ""
}

// trigrams gives every three letters in a row of each word, the ends marked by a space; a trigram that
// stands twice is given once.
func trigrams(s string) []string {
	var out []string
	for _, w := range words(s) {
		r := []rune(" " + w + " ")
		for i := 0; i+3 <= len(r); i++ {
			out = append(out, string(r[i:i+3]))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// sortedKeys gives the keys of a map in an order, so that no figure depends on the map's.
func sortedKeys[K comparable, V any](m map[K]V, order func(a, b K) int) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, order)
	return keys
}
