package correspond

import (
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// Distance must be fill under every limit and with the built-in rules; and with rules such as no file has
// yet: sides that fill a window, several letters left out, bound ones, accents.
func TestDistanceIsFill(t *testing.T) {
	texts := map[string]string{"odd": "abcde ~ xyzuvw 10\nabcd ~ ∅ 30\n^ab ~ ^∅ 5\ncd$ ~ ∅$ 0\ne ~ ∅ 20\né ~ ee 3\nabcdé ~ b 7\na ~ b 0\nxyz$ ~ a$ 2\nabcdexyz$ ~ zyxedcba$ 3\n^abcdefzx ~ ^∅ 9\n"}
	for _, file := range []string{"../../names/rules/correspondences.txt"} {
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
		for i := range 4000 {
			a, b := randomWord(random, rules), randomWord(random, rules)
			if i%100 == 0 { // about as many letters as a row has places, and more
				for len(a.Letters) < maxLetters-1 {
					a = NewWord(append(a.Letters, randomWord(random, rules).Letters...))
				}
				b = a
				b.Letters = slices.Concat(a.Letters[:9], b.Letters[11:])
				b = NewWord(b.Letters)
			}
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

// BetweenRun must be Between of the words as one.
func TestBetweenRunIsBetweenOfTheWhole(t *testing.T) {
	al := builtin(t)
	odd, err := Read("odd", "abcde ~ xyzuvw 10\n^ab ~ ^∅ 5\ncd$ ~ ∅$ 0\ne ~ ∅ 20\né ~ ee 3\na ~ b 0\n")
	require.NoError(t, err)
	random := rand.New(rand.NewPCG(1, 2))
	for _, al := range [...]*Aligner{al, NewAligner(odd, 100, 2)} {
		for range 20_000 {
			var run []*Reading
			var letters []rune
			for range 1 + random.IntN(3) {
				part := randomWord(random, al.rules)
				r := al.rules.Read(&part, nil)
				run, letters = append(run, &r), append(letters, part.Letters...)
			}
			whole, other := NewWord(letters), randomWord(random, al.rules)
			if random.IntN(3) == 0 { // near the whole
				at := random.IntN(len(letters) + 1)
				other = NewWord(append(slices.Clone(letters[:at]), letters[min(at+random.IntN(2), len(letters)):]...))
			}
			r := al.rules.Read(&other, nil)
			for _, limit := range [...]int{random.IntN(300), Far - 1} {
				require.Equal(t, al.Distance(whole, other, limit), al.BetweenRun(run, &r, limit), "%s ~ %s within %d", string(letters), string(other.Letters), limit)
			}
		}
	}
}

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
