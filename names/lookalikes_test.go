package names

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// naivePairs finds which names are worth comparing in a long list by the definition: each name is set beside each other.
func naivePairs(x *lookalikes) map[[2]int32]bool {
	pairs := map[[2]int32]bool{}
	near := func(v, w int32) bool {
		return slices.ContainsFunc(x.near[v], func(n nearWord) bool { return n.word == w })
	}
	for a := range x.of {
		for b := range a {
			v, w := x.of[a], x.of[b]
			switch {
			case len(v) != 2 || len(w) != 2 || x.joined[a] != nil || x.joined[b] != nil:
				continue
			case v[0] >= 0 && v[1] >= 0 && w[0] >= 0 && w[1] >= 0 && x.full[a] && x.full[b]:
				if near(v[0], w[0]) && near(v[1], w[1]) || near(v[0], w[1]) && near(v[1], w[0]) {
					pairs[[2]int32{int32(b), int32(a)}] = true
				}
			case x.full[a] != x.full[b] && (v[0] < 0) != (w[0] < 0):
				if v[0] >= 0 {
					v, w = w, v
				}
				letter := -1 - v[0]
				if v[1] >= 0 && (near(v[1], w[1]) && x.words[w[0]].Base[0] == letter || near(v[1], w[0]) && x.words[w[1]].Base[0] == letter) {
					pairs[[2]int32{int32(b), int32(a)}] = true
				}
			}
		}
	}
	return pairs
}

// In long lists, names of two words are looked up by kind, and initials by the letter.
func TestSeekAgainstNaive(t *testing.T) {
	m := New(Options{})
	for seed := range uint64(8) {
		var list []Name
		for _, mention := range invented(seed, 300) {
			list = append(list, m.Parse(mention.Name))
		}
		x := makeLookalikes(m, list, taken(list), false, false)
		want := naivePairs(x)
		require.NotEmpty(t, want)
		got := map[[2]int32]bool{}
		s := x.newSeeker()
		for _, a := range x.inOrder() {
			for _, b := range s.seek(a) {
				got[[2]int32{min(a, b), max(a, b)}] = true
			}
		}
		for pair := range want {
			require.True(t, got[pair], "%s, %s", list[pair[0]].Text, list[pair[1]].Text)
		}
		for pair := range got {
			if x.kinds.of[pair[0]] >= 0 && x.kinds.of[pair[1]] >= 0 {
				require.True(t, want[pair], "%s, %s", list[pair[0]].Text, list[pair[1]].Text)
			}
		}
	}
}

// Words have the numbers that they have when the names are read one after the other.
func TestReadAllAgainstNaive(t *testing.T) {
	m := New(Options{})
	var list, again []Name
	for _, mention := range invented(5, 9000) {
		list, again = append(list, m.Parse(mention.Name)), append(again, m.Parse(mention.Name))
	}
	x, v := makeLookalikes(m, list, taken(list), false, true), newVocabulary(m)
	for i := range again {
		words, joined, single, whole := v.read(&again[i], true)
		require.Equal(t, words, x.of[i], again[i].Text)
		require.Equal(t, joined, x.joined[i], again[i].Text)
		require.Equal(t, single, x.single[i], again[i].Text)
		require.Equal(t, whole, x.whole[i], again[i].Text)
		for _, token := range list[i].tokens {
			if token.role == Given || token.role == Surname {
				require.Same(t, x.words[token.number-1], token.word)
			}
		}
	}
	require.Len(t, x.words, len(v.words))
	for i, w := range v.words {
		require.Equal(t, w.Letters, x.words[i].Letters)
	}
}
