package names

import (
	"strings"
	"testing"

	"github.com/agnivade/levenshtein"
	"github.com/stretchr/testify/require"
)

// naiveDistance is the cost of the cheapest alignment by the definition: the best first step, then the rest. It looks at
// every rule in every place.
func naiveDistance(m *Matcher, a, b spelled) int {
	known := map[[2]int]int{}
	var from func(i, j int) int
	from = func(i, j int) int {
		if i == len(a.letters) && j == len(b.letters) {
			return 0
		}
		if cost, ok := known[[2]int{i, j}]; ok {
			return cost
		}
		best := far
		if i < len(a.letters) && j < len(b.letters) {
			cost := m.weights.letter
			if a.letters[i] == b.letters[j] {
				cost = 0
			} else if a.base[i] == b.base[j] {
				cost = m.weights.accent
			}
			best = cost + from(i+1, j+1)
		}
		if i < len(a.letters) {
			best = min(best, m.weights.letter+from(i+1, j))
		}
		if j < len(b.letters) {
			best = min(best, m.weights.letter+from(i, j+1))
		}
		for _, rule := range m.rules.rules {
			for _, sides := range [...][2]unitID{{rule.left, rule.right}, {rule.right, rule.left}} {
				u, v := m.rules.units[sides[0]], m.rules.units[sides[1]]
				if stands(u, a, i) && stands(v, b, j) {
					best = min(best, rule.cost+from(i+u.size, j+v.size))
				}
			}
		}
		known[[2]int{i, j}] = best
		return best
	}
	return from(0, 0)
}

func stands(u unit, word spelled, at int) bool {
	fits := func(letters []rune) bool {
		return strings.HasPrefix(string(letters[at:]), u.text) && (!u.end || at+u.size == len(letters))
	}
	return (!u.start || at == 0) && (fits(word.letters) || fits(word.base))
}

func checkAgainstOracle(t *testing.T, m *Matcher, x, y string) {
	for _, a := range splitWords(x) {
		for _, b := range splitWords(y) {
			if len(a.letters) > 24 || len(b.letters) > 24 {
				continue
			}
			al := m.aligner()
			want := naiveDistance(m, a.spelled, b.spelled)
			require.Equal(t, want, al.distance(a.spelled, b.spelled, far-1), "%s ~ %s", a.plain, b.plain)
			links, cost := al.links(a.spelled, b.spelled)
			require.Equal(t, want, cost, "%s ~ %s", a.plain, b.plain)
			for _, l := range links {
				cost -= l.cost
			}
			require.Zero(t, cost, "%s ~ %s: the links do not sum to the cost", a.plain, b.plain)
			for _, limit := range [...]int{0, 30, 100} {
				if got := al.distance(a.spelled, b.spelled, limit); want <= limit {
					require.Equal(t, want, got, "%s ~ %s within %d", a.plain, b.plain, limit)
				} else {
					require.Equal(t, far, got, "%s ~ %s within %d", a.plain, b.plain, limit)
				}
			}
		}
	}
}

func TestAlignmentAgreesWithOracle(t *testing.T) {
	m := New(Options{})
	for _, x := range someNames {
		for _, y := range someNames {
			checkAgainstOracle(t, m, x, y)
		}
	}
	for _, rule := range m.rules.rules {
		for _, example := range rule.line.Example {
			checkAgainstOracle(t, m, example.Left, example.Right)
		}
	}
}

func FuzzAlignment(f *testing.F) {
	f.Add("Schtscherbakow", "Shcherbakov")
	f.Add("Köhler", "Koehler")
	m := New(Options{})
	f.Fuzz(func(t *testing.T, x, y string) { checkAgainstOracle(t, m, x, y) })
}

// Without rules the alignment is the plain edit distance.
func TestAlignmentWithoutRulesIsLevenshtein(t *testing.T) {
	none, err := ReadCorrespondences("none", "")
	require.NoError(t, err)
	m := New(Options{Correspondences: none})
	al := m.aligner()
	for _, pair := range [][2]string{{"kitten", "sitting"}, {"山田", "山本太"}, {"abc", ""}, {"ñandú", "ñu"}, {"é", "e"}} {
		a, b := spelledAs(pair[0]), spelledAs(pair[1])
		want := 100 * levenshtein.ComputeDistance(a.plain, b.plain)
		if a.accented || b.accented {
			continue
		}
		require.Equal(t, want, al.fill(readBoth(al, a, b)), "%v", pair)
		require.Equal(t, want, al.distance(a, b, far-1), "%v", pair)
	}
}

func readBoth(al *aligner, a, b spelled) (spelled, spelled, bool, int) {
	al.read(a, b)
	return a, b, false, far - 1
}

func spelledAs(s string) spelled {
	if words := splitWords(s); len(words) > 0 {
		return words[0].spelled
	}
	return spelled{at: []int{0}}
}
