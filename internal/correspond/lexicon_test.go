package correspond

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLexiconAgainstAlignment(t *testing.T) {
	text, err := os.ReadFile("../../names/rules/correspondences.txt")
	require.NoError(t, err)
	rules, err := Read("correspondences.txt", string(text))
	require.NoError(t, err)
	const limit = 24
	var words []Word
	seen := map[string]bool{}
	for _, r := range rules.rules { // the examples are words that the rules are made for
		for _, e := range r.Line.Example {
			for _, w := range strings.Fields(strings.ToLower(e.Left + " " + e.Right)) {
				if word := word(w); !seen[string(word.Letters)] && len(word.Letters) > 0 {
					seen[string(word.Letters)] = true
					words = append(words, word)
				}
			}
		}
	}
	require.Greater(t, len(words), 200)
	al := NewAligner(rules, 100, 2)
	search := NewLexicon(rules, 100, 2, limit, words).NewSearch()
	for _, percent := range []int{100, 60} {
		pairs, behind := map[[2]int32]int32{}, map[[2]int32]int32{}
		for i, w := range words {
			want := map[int32]int32{}
			for j, other := range words {
				allowed := limit * percent / 2 * (len(w.Letters) + len(other.Letters)) / 100
				if cost := al.Distance(w, other, allowed); cost < Far {
					want[int32(j)] = int32(cost)
				}
			}
			got := map[int32]int32{}
			for _, n := range search.Near(w, len(w.Letters), percent) {
				got[n.Word] = n.Cost
			}
			require.Equal(t, want, got, string(w.Letters))
			for j, cost := range want {
				pairs[[2]int32{min(int32(i), j), max(int32(i), j)}] = cost
			}
		}
		p := search.x.NewPairs(percent)
		walk := p.NewWalk()
		for part := range p.Parts() {
			for _, pair := range walk.Part(part) {
				key := [2]int32{min(pair.A, pair.B), max(pair.A, pair.B)}
				require.NotContains(t, behind, key)
				behind[key] = pair.Cost
			}
		}
		require.Equal(t, pairs, behind)
	}
}
