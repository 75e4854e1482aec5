package correspond

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/namesake-go/namesake/internal/rulefile"
)

// eachScript gives the rules of each built-in script, and some more that are bound or dropping.
func eachScript(t *testing.T, try func(file string, rules *Rules)) {
	files, err := filepath.Glob("../../names/rules/scripts/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		parsed, err := rulefile.Parse(file, string(text)+"^ѫ ~ ^qq 3\nѫ$ ~ xé$ -4\nѫ ~ ∅ 7\nѫа ~ xxé -70\n^∅ ~ ^qb 9\n∅$ ~ bq$ 5\nаѫ$ ~ ∅$ 8\n^ѫа ~ ^∅ 40\n")
		require.NoError(t, err)
		rules, err := NewScript(parsed, nil)
		require.NoError(t, err)
		try(file, rules)
	}
}

func readNative(rules *Rules, w Word) *Native {
	n := &Native{}
	rules.ReadNative(n, &w, 100)
	return n
}

// What a Latin word costs beyond the best reading is what the plain grid says, less the cheapest reading found by trying
// all; each link costs something or nothing, and they sum to it.
func TestDistanceNativeIsFill(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	eachScript(t, func(file string, rules *Rules) {
		cheapest, known := map[unit]int{}, map[rune]bool{}
		for _, rule := range rules.rules {
			u := rules.units[rule.left]
			if old, known := cheapest[u]; !known || rule.Cost < old {
				cheapest[u] = rule.Cost
			}
			for _, letter := range u.text {
				known[letter] = true
			}
		}
		al := NewAligner(rules, 100, 2)
		for range 150 {
			a, b := randomSides(random, rules)
			n := readNative(rules, a)
			require.Equal(t, naiveRest(cheapest, known, a.Letters, 0), int(n.rest[0]), "%s: %s", file, string(a.Letters))
			links, want := al.LinksNative(n, b)
			for _, l := range links {
				require.GreaterOrEqual(t, l.Cost, 0)
				want -= l.Cost
			}
			require.Zero(t, want, "%s: the links of %s ~ %s do not sum to the cost", file, string(a.Letters), string(b.Letters))
			al.read(a, b)
			want = al.fill(a, b, false, Far-1) - int(n.rest[0])
			for _, limit := range [...]int{want, want - 1, random.IntN(300), Far - 1} {
				expected := want
				if want > limit {
					expected = Far
				}
				require.Equal(t, expected, al.DistanceNative(n, &b, limit), "%s: %s ~ %s within %d", file, string(a.Letters), string(b.Letters), limit)
			}
		}
	})
}

// Lexicons find what DistanceNative does, native words among Latin ones and Latin words among native ones.
func TestNativeLexiconsAgainstAlignment(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	const limit = 30
	eachScript(t, func(file string, rules *Rules) {
		var natives []*Native
		var latins []Word
		seen := map[string]bool{"": true}
		for range 200 {
			a, b := randomSides(random, rules)
			if !seen[string(a.Letters)] {
				natives = append(natives, readNative(rules, a))
			}
			if !seen[string(b.Letters)] {
				latins = append(latins, b)
			}
			seen[string(a.Letters)], seen[string(b.Letters)] = true, true
		}
		al := NewAligner(rules, 100, 2)
		ofLatin := NewLexicon(rules, 100, 2, limit, latins).NewSearch()
		ofNative := NewNativeLexicon(rules, 100, 2, limit, natives).NewSearch()
		want, got, among := map[[2]int32]int32{}, map[[2]int32]int32{}, map[[2]int32]int32{}
		for i, n := range natives {
			for j := range latins {
				if cost := al.DistanceNative(n, &latins[j], limit*n.LatinLetters()); cost < Far {
					want[[2]int32{int32(i), int32(j)}] = int32(cost)
				}
			}
			for _, found := range ofLatin.Near(n.word, 0, 100) {
				got[[2]int32{int32(i), found.Word}] = found.Cost
			}
		}
		for j, w := range latins {
			for _, found := range ofNative.Near(w, 0, 100) {
				among[[2]int32{found.Word, int32(j)}] = found.Cost
			}
		}
		require.Greater(t, len(want), 60, file)
		require.Equal(t, want, got, file)
		require.Equal(t, want, among, file)
	})
}

// naiveRest is the cost of the cheapest way to read the letters from a place on, all ways tried.
func naiveRest(cheapest map[unit]int, known map[rune]bool, letters []rune, from int) int {
	if from == len(letters) {
		return 0
	}
	best := naiveRest(cheapest, known, letters, from+1)
	if known[letters[from]] {
		best += 100
	}
	for to := from + 1; to <= len(letters); to++ {
		for anchors := range 4 {
			u := unit{string(letters[from:to]), to - from, anchors&1 > 0, anchors&2 > 0}
			if cost, ok := cheapest[u]; ok && (!u.start || from == 0) && (!u.end || to == len(letters)) {
				best = min(best, cost+naiveRest(cheapest, known, letters, to))
			}
		}
	}
	return best
}

// randomSides makes a native word of up to three left sides, and a Latin one mostly of their right sides.
func randomSides(random *rand.Rand, rules *Rules) (native, latin Word) {
	var a, b []rune
	for range 1 + random.IntN(3) {
		rule := rules.rules[random.IntN(len(rules.rules))]
		a = append(a, []rune(rules.units[rule.left].text)...)
		if random.IntN(4) == 0 {
			rule = rules.rules[random.IntN(len(rules.rules))]
		}
		b = append(b, []rune(rules.units[rule.right].text)...)
	}
	return Word{Letters: a, Base: a}, NewWord(b)
}
