package correspond

import (
	"os"
	"strings"
	"testing"
	"unicode"

	"github.com/agnivade/levenshtein"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"
)

// naiveDistance is the cost of the cheapest alignment by the definition: the best first step, then the rest. It looks at
// every rule in every place.
func naiveDistance(al *Aligner, a, b Word) int {
	known := map[[2]int]int{}
	var from func(i, j int) int
	from = func(i, j int) int {
		if i == len(a.Letters) && j == len(b.Letters) {
			return 0
		}
		if cost, ok := known[[2]int{i, j}]; ok {
			return cost
		}
		best := Far
		if i < len(a.Letters) && j < len(b.Letters) {
			cost := al.letter
			if a.Letters[i] == b.Letters[j] {
				cost = 0
			} else if a.Base[i] == b.Base[j] {
				cost = al.accent
			}
			best = cost + from(i+1, j+1)
		}
		if i < len(a.Letters) {
			best = min(best, al.letter+from(i+1, j))
		}
		if j < len(b.Letters) {
			best = min(best, al.letter+from(i, j+1))
		}
		for _, rule := range al.rules.rules {
			for _, sides := range [...][2]unitID{{rule.left, rule.right}, {rule.right, rule.left}} {
				u, v := al.rules.units[sides[0]], al.rules.units[sides[1]]
				if stands(u, a, i) && stands(v, b, j) {
					best = min(best, rule.Cost+from(i+u.size, j+v.size))
				}
			}
		}
		known[[2]int{i, j}] = best
		return best
	}
	return from(0, 0)
}

func stands(u unit, word Word, at int) bool {
	fits := func(letters []rune) bool {
		return strings.HasPrefix(string(letters[at:]), u.text) && (!u.end || at+u.size == len(letters))
	}
	return (!u.start || at == 0) && (fits(word.Letters) || fits(word.Base))
}

func checkAgainstOracle(t *testing.T, al *Aligner, x, y string) {
	a, b := word(x), word(y)
	if len(a.Letters) > 24 || len(b.Letters) > 24 {
		return
	}
	want := naiveDistance(al, a, b)
	require.Equal(t, want, al.Distance(a, b, Far-1), "%s ~ %s", x, y)
	require.Equal(t, want, al.Distance(b, a, Far-1), "%s ~ %s", y, x)
	links, cost := al.Links(a, b)
	require.Equal(t, want, cost, "%s ~ %s", x, y)
	for _, l := range links {
		cost -= l.Cost
	}
	require.Zero(t, cost, "%s ~ %s: the links do not sum to the cost", x, y)
	for _, limit := range [...]int{0, 30, 100} {
		if got := al.Distance(a, b, limit); want <= limit {
			require.Equal(t, want, got, "%s ~ %s within %d", x, y, limit)
		} else {
			require.Equal(t, Far, got, "%s ~ %s within %d", x, y, limit)
		}
	}
}

// word reads a test's word; what is no letter is left out.
func word(s string) Word {
	var letters []rune
	for _, r := range norm.NFC.String(strings.ToLower(s)) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			letters = append(letters, r)
		}
	}
	return NewWord(letters)
}

// builtin is an aligner with the rules that names uses.
func builtin(t testing.TB) *Aligner {
	text, err := os.ReadFile("../../names/rules/correspondences.txt")
	require.NoError(t, err)
	rules, err := Read("correspondences.txt", string(text))
	require.NoError(t, err)
	return NewAligner(rules, 100, 2)
}

var someWords = []string{
	"", "o", "Jinbekov", "Жээнбеков", "Jeenbekov", "جينبيكوف", "Schtscherbakow", "Shcherbakov", "Köhler", "Koehler", "Łódź",
	"Erdoğan", "Abdurrahman", "Abdulrahman", "Hüseyin", "Guseyn", "山田", "김정은", "Muḥammad", "Mohamed", "aaaaaaa", "hhh",
}

func TestAlignmentAgreesWithOracle(t *testing.T) {
	al := builtin(t)
	for _, x := range someWords {
		for _, y := range someWords {
			checkAgainstOracle(t, al, x, y)
		}
	}
	for _, rule := range al.rules.rules {
		for _, example := range rule.Line.Example {
			checkAgainstOracle(t, al, example.Left, example.Right)
		}
	}
}

func FuzzAlignment(f *testing.F) {
	f.Add("Schtscherbakow", "Shcherbakov")
	f.Add("Köhler", "Koehler")
	al := builtin(f)
	f.Fuzz(func(t *testing.T, x, y string) { checkAgainstOracle(t, al, x, y) })
}

// Without rules the alignment is the plain edit distance.
func TestAlignmentWithoutRulesIsLevenshtein(t *testing.T) {
	none, err := Read("none", "")
	require.NoError(t, err)
	al := NewAligner(none, 100, 2)
	for _, pair := range [][2]string{{"kitten", "sitting"}, {"山田", "山本太"}, {"abc", ""}, {"", ""}} {
		a, b := word(pair[0]), word(pair[1])
		want := 100 * levenshtein.ComputeDistance(pair[0], pair[1])
		al.read(a, b)
		require.Equal(t, want, al.fill(a, b, false, Far-1), "%v", pair)
		require.Equal(t, want, al.Distance(a, b, Far-1), "%v", pair)
	}
}

// Each rule's example must be aligned through that very rule.
func TestExamplesOfRules(t *testing.T) {
	al := builtin(t)
	for _, rule := range al.rules.rules {
		if !assert.NotEmpty(t, rule.Line.Example, "%s: a rule needs an example", rule.Line.Pos()) {
			continue
		}
		assert.NotEmpty(t, rule.Line.Reason, "%s: a rule needs a reason, behind a semicolon", rule.Line.Pos())
		used := false
		for _, example := range rule.Line.Example {
			links, _ := al.Links(word(example.Left), word(example.Right))
			for _, l := range links {
				used = used || l.Rule != nil && l.Rule.Line.Number == rule.Line.Number
			}
		}
		assert.True(t, used, "%s: %v does not pass through its rule", rule.Line.Pos(), rule.Line.Fields)
	}
}
