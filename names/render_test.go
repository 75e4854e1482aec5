package names

import (
	"math"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var escapes = regexp.MustCompile("\x1b\\[[0-9;]*m")

func TestTheTextFitsOneScreen(t *testing.T) {
	m := New(Options{})
	for _, x := range someNames {
		for _, y := range someNames {
			e := m.Explain(Parse(x), Parse(y))
			text := e.String()
			lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
			require.LessOrEqual(t, len(lines), 24, text)
			for _, line := range lines {
				require.LessOrEqual(t, textWidth(line), columns, text)
			}
			require.False(t, strings.ContainsFunc(text, func(r rune) bool { return unicode.IsControl(r) && r != '\n' }), "%q", text)
			require.Equal(t, unmarked(text), unmarked(escapes.ReplaceAllString(e.Text(true), "")), "colours change the text")
		}
	}
}

// unmarked drops the left-to-right marks and the blanks at the ends of lines: a colour may begin there.
func unmarked(s string) string {
	return regexp.MustCompile(`(?m) +$`).ReplaceAllString(strings.ReplaceAll(s, string(leftToRightMark), ""), "")
}

func TestReasonsSumToTheCost(t *testing.T) {
	m := New(Options{})
	for _, x := range someNames {
		for _, y := range someNames {
			e := m.Explain(Parse(x), Parse(y))
			cost, steps := 0, 0
			for _, r := range e.Reasons() {
				cost += r.Cost
				steps += len(r.Steps)
				assert.NotEmpty(t, r.Label, "%q ~ %q", x, y)
				assert.NotEmpty(t, r.Says, "%q ~ %q", x, y)
			}
			require.Equal(t, e.Cost, cost, "%q ~ %q", x, y)
			for _, s := range e.Steps {
				if s.Kind != Between {
					steps--
				}
			}
			require.Zero(t, steps, "%q ~ %q: reasons lose steps", x, y)
		}
	}
}

func TestReasonsInWords(t *testing.T) {
	m := New(Options{})
	for _, c := range []struct{ a, b, says string }{
		{"Surunbai Jinbekov", "Asil Jinbekov", "Given name: Surunbai and Asil are different names"},
		{"Surunbai Jinbekov", "Asil Jinbekov", "Family name: Jinbekov is in both; a rare name"},
		{"Dr. John Smith", "John Smith", "Title: Dr is only in the first"},
		{"J. Smith", "John Smith", "Initial (second: given name): J can stand for John"},
		{"Bill Marsh", "William Marsh", "Given name: Bill and William are forms of one name; a common name"},
		{"Putin", "Путин", "Name: Путин reads Putin; a rare name"},
		{"Жээнбеков", "Jinbekov", "Name: Жээнбеков can be read Jinbekov; a rare name"},
		{"毛泽东", "Mao Anying", "Name: 毛泽东 and Mao Anying agree in part"},
		{"Xi Jinping", "习近平", "Name: 习近平 reads Xi Jinping"},
		{"Мюллер", "МЮЛЛЕР", "Name: Мюллер is in both"},
		{"Almaz Bey Atambayev", "Almazbek Atambayev", "Given name: Almaz Bey can be written Almazbek; a rare name"},
		{"Salman bin Muhammad", "Muhammad bin Salman", "Order: the words change places (Salman bin Muhammad is not Muhammad bin Salman)"},
	} {
		var said []string
		for _, r := range m.Explain(Parse(c.a), Parse(c.b)).Reasons() {
			said = append(said, r.Label+": "+r.Says)
		}
		assert.Contains(t, said, c.says)
	}
}

func TestAWordOfTheSecondNameStandsBehindItsNeighbour(t *testing.T) {
	var order []string
	for _, r := range New(Options{}).Explain(Parse("John Smith"), Parse("John Paul Smith Jr.")).Reasons() {
		order = append(order, r.Says)
	}
	assert.Equal(t, []string{"John is in both; a common name", "Paul is only in the second", "Smith is in both; a common name", "Jr is only in the second"}, order)
}

func TestVerdict(t *testing.T) {
	for want, r := range map[string]Result{
		"The same name, very probably: of 100 such pairs, about 92 are one name.":        {Same, 0.92, 5},
		"The same name, almost certainly: of 100 such pairs, more than 99 are one name.": {Same, 0.997, 5},
		"The same name, perhaps: of 100 such pairs, about 50 are one name.":              {Same, 0.5, 5},
		"Undecided; someone should look: of 100 such pairs, about 55 are one name.":      {Review, 0.55, 5},
		"Different names, almost certainly: of 100 such pairs, not even 1 is one name.":  {Different, math.SmallestNonzeroFloat64, 5},
		"Different names, probably: of 100 such pairs, about 35 are one name.":           {Different, 0.35, 5},
		"Different names, almost certainly: of 100 such pairs, 1 is one name.":           {Different, 0.01, 5},
	} {
		assert.Equal(t, want, r.Verdict())
	}
}

func TestNoNameTurnsTheLine(t *testing.T) {
	for name, want := range map[string]string{
		"a\x1b[2Jb":       "a�[2Jb",
		"a\u202eb\u2067c": "abc",
		"a\xffb":          "a�b",
		"معمر القذافي":    "\u200eمعمر القذافي\u200e",
		"قذافي, 5":        "\u200eقذافي\u200e, 5",
		"al (ق)":          "al (\u200eق\u200e)",
	} {
		assert.Equal(t, want, shown(name), "%q", name)
	}
}

func TestTextWidth(t *testing.T) {
	for text, want := range map[string]int{"Łódź": 4, "習近平": 6, "김정은": 6, "e\u0301": 1, "ｱ": 1, "Ａ": 2, "\u200eقذافي\u200e": 5} {
		assert.Equal(t, want, textWidth(text), text)
	}
}
