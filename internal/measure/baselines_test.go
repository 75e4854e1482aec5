package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// The examples of Winkler 1990 and of the literature after it.
func TestJaroWinkler(t *testing.T) {
	for _, x := range []struct {
		a, b string
		want float64
	}{
		{"MARTHA", "MARHTA", .9611}, {"DIXON", "DICKSONX", .8133}, {"DWAYNE", "DUANE", .84},
		{"abc", "xyz", 0}, {"", "", 1}, {"a", "", 0}, {"Jon Smith", "SMITH, Jon", 1}, {"é", "E", 1},
	} {
		assert.InDelta(t, x.want, jaroWinkler(x.a, x.b), .0001, "%s %s", x.a, x.b)
		assert.InDelta(t, x.want, jaroWinkler(x.b, x.a), .0001, "%s %s", x.b, x.a)
	}
}

func TestLevenshteinRatio(t *testing.T) {
	assert.InDelta(t, 1-3./7, levenshteinRatio("kitten", "sitting"), 1e-12)
	assert.InDelta(t, .75, levenshteinRatio("Иван", "Иоан"), 1e-12, "letters, not bytes")
	assert.Equal(t, 1., levenshteinRatio("", ""))
	assert.Equal(t, 1., levenshteinRatio("Smith, Jon", "JON SMITH"))
}

func TestLetters(t *testing.T) {
	assert.Equal(t, []string{"jose", "muller", "3"}, words("José MÜLLER-3"))
	assert.Equal(t, "muller", surname("Müller, José"))
	assert.Equal(t, "muller", surname("José Müller"))
	assert.Equal(t, "", surname("..."))
	assert.Equal(t, []string{" ab", "ab "}, trigrams("Ab ab"))
}
