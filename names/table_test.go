package names

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// What is remembered of pairs of words is what they cost, however many share a place.
func TestWordCostsAgainstCompare(t *testing.T) {
	m := New(Options{})
	var list []Name
	for _, mention := range invented(3, 80) {
		list = append(list, m.Parse(mention.Name))
	}
	newLookalikes(m, list)
	remembering, plain := m.aligner(), m.aligner()
	remembering.known = make(wordCosts, 50)
	used := false
	for _, a := range list {
		for _, b := range list {
			got, want := m.matchWith(remembering, a, b), m.matchWith(plain, a, b)
			require.Equal(t, m.result(&want), m.result(&got), "%s, %s", a.Text, b.Text)
			require.Equal(t, want.findings, got.findings, "%s, %s", a.Text, b.Text)
		}
	}
	for _, e := range remembering.known {
		used = used || e.a != 0
	}
	require.True(t, used)
}
