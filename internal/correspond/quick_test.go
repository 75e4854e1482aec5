package correspond

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// Distance must be fill under every limit and with every built-in file of rules; and with rules such as no file has
// yet: sides of more letters than a window holds, several letters left out, bound ones, accents.
func TestDistanceIsFill(t *testing.T) {
	files, err := filepath.Glob("../../names/rules/scripts/*.txt")
	require.NoError(t, err)
	texts := map[string]string{"odd": "abcde ~ xyzuvw 10\nabcd ~ ∅ 30\n^ab ~ ^∅ 5\ncd$ ~ ∅$ 0\ne ~ ∅ 20\né ~ ee 3\nabcdé ~ b 7\na ~ b 0\nxyz$ ~ a$ 2\n"}
	for _, file := range append(files, "../../names/rules/correspondences.txt") {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		texts[file] = string(text)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for name, text := range texts {
		rules, err := Read(name, text)
		require.NoError(t, err)
		require.NotNil(t, rules.byLetter, "%s has no index", name)
		al := NewAligner(rules, 100, 2)
		for range 4000 {
			a, b := randomWord(random, rules), randomWord(random, rules)
			al.read(a, b)
			want := al.fill(a, b, false, Far-1)
			for _, limit := range [...]int{want, want - 1, random.IntN(300), Far - 1} {
				got := al.Distance(a, b, limit)
				if want <= limit {
					require.Equal(t, want, got, "%s: %s ~ %s within %d", name, string(a.Letters), string(b.Letters), limit)
				} else {
					require.Equal(t, Far, got, "%s: %s ~ %s within %d", name, string(a.Letters), string(b.Letters), limit)
				}
			}
		}
	}
}

// randomWord makes a word of the sides of rules and of other letters, among them one too large for a window, whose
// low half is an a.
func randomWord(random *rand.Rand, rules *Rules) Word {
	others := []rune("abcdeéèfxyz\U00010061")
	var letters []rune
	for range random.IntN(5) {
		if random.IntN(3) == 0 {
			letters = append(letters, others[random.IntN(len(others))])
			continue
		}
		letters = append(letters, []rune(rules.units[random.IntN(len(rules.units))].text)...)
	}
	return NewWord(letters)
}
