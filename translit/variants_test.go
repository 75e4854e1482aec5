package translit_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namesake-go/namesake/internal/rulefile"
	"github.com/namesake-go/namesake/translit"
)

// spellings are the variants by their text, and the texts in order.
func spellings(s, hint string) (byText map[string]translit.Variant, texts []string) {
	byText = map[string]translit.Variant{}
	for v := range translit.Variants(s, hint) {
		byText[v.Text] = v
		texts = append(texts, v.Text)
	}
	return byText, texts
}

func TestVariants(t *testing.T) {
	for _, hint := range []string{"ky", ""} {
		found, _ := spellings("Жапаров", hint)
		for _, want := range []string{"Japarov", "Zhaparov", "Dzhaparov", "Žaparov", "Zaparov", "Jabarov", "Gabarov", "Jabbarov", "Gabbarov"} {
			assert.Contains(t, found, want, hint)
		}
	}
	found, texts := spellings("Жапаров", "ky")
	assert.Equal(t, "Japarov", texts[0], "what the press writes is the customary spelling")
	assert.Equal(t, []string{"und-Arab-t-und-cyrl-m0-news", "ar-Latn-t-ar-m0-egypt"}, relay(t, found["Gabarov"].Path...).IDs())
	found, _ = spellings("حسين", "")
	assert.Contains(t, found, "Hussein")
	assert.Contains(t, found, "Guseyn")
}

// Whatever the text: each spelling once, in the order of cost, within the bound, in Latin letters, and its
// path leads there.
func TestVariantsKeepTheirWord(t *testing.T) {
	for _, c := range []struct{ text, hint string }{
		{"Сооронбай Жээнбеков", ""}, {"Щербаков", "ru"}, {"جمال عبد الناصر", ""}, {"김정은", ""}, {"毛泽东", ""}, {"נתניהו", "he"},
		{"Müller", "de"}, {"Žaparov", ""}, {"नरेन्द्र", ""}, {"Жук", "ar"}, {"Жук", "no such language"}, {"Жук", "ru-Latn-t-ru-m0-iso"},
		{"Жук สม", ""},
	} {
		last, seen := 0, map[string]bool{}
		for v := range translit.Variants(c.text, c.hint) {
			assert.False(t, seen[v.Text], v)
			assert.GreaterOrEqual(t, v.Cost, last, v)
			assert.Equal(t, v.Text, relay(t, v.Path...).String(c.text))
			assert.Equal(t, "Latn", translit.Detect(v.Text).Script, v)
			last, seen[v.Text] = v.Cost, true
		}
		assert.LessOrEqual(t, len(seen), translit.MaxVariants)
		assert.Equal(t, c.text == "Жук สม", len(seen) == 0, "%v: of two scripts only one can be carried", c)
	}
}

func TestVariantsOfNothing(t *testing.T) {
	for _, text := range []string{"", "1999", "—", "\xff"} {
		assert.Empty(t, slices.Collect(translit.Variants(text, "")), text)
	}
	assert.Empty(t, slices.Collect(translit.Variants("1999", "ru-Latn-t-ru-m0-bgn")))
	assert.Empty(t, slices.Collect(translit.Variants("Жук", "ru-Latn-t-ru-m0-nosuch")))
}

// An iterator may be left early, and then no further table is read.
func TestVariantsStop(t *testing.T) {
	n := 0
	for range translit.Variants("Жапаров", "") {
		if n++; n == 2 {
			break
		}
	}
	assert.Equal(t, 2, n)
}

// Every line of variants.txt leads somewhere, and its examples hold: "# ky Жапаров = Japarov".
func TestVariantsFile(t *testing.T) {
	text, err := os.ReadFile("variants.txt")
	require.NoError(t, err)
	file, err := rulefile.Parse("variants.txt", string(text))
	require.NoError(t, err)
	for _, line := range file.Lines {
		for _, example := range line.Example {
			lang, name, _ := strings.Cut(example.Left, " ")
			if lang == "und" {
				lang = ""
			}
			found, texts := spellings(name, lang)
			assert.Contains(t, found, example.Right, "%s: %v", line.Pos(), texts)
		}
		for _, id := range line.Fields[:len(line.Fields)-1] {
			if !strings.ContainsAny(id, "@*→") {
				_, err := translit.Builtin(id)
				assert.NoError(t, err, line.Pos())
			}
		}
	}
}

func TestVariantsFileErrors(t *testing.T) {
	for text, want := range map[string]string{
		"[ky]\nky-Latn-t-ky-m0-bgn":          `v.txt:2: "ky-Latn-t-ky-m0-bgn" is no cost`,
		"[ky]\nky-Latn-t-ky-m0-bgn -5":       `v.txt:2: "-5" is no cost`,
		"[ky]\na b 5":                        `v.txt:2: a path is ids with → between them; write: ID → ID 5`,
		"[ky]\na → 5":                        `v.txt:2: a path is ids`,
		"[ky]\n5":                            `v.txt:2: a path and a cost belong in a section`,
		"[other-language]\na 5":              `v.txt:2: a path and a cost belong in a section`,
		"ok 1\n[ky]\nok 2\n→ 3 # a = b; why": `v.txt:4: a path is ids`,
	} {
		assert.ErrorContains(t, translit.ParseVariants("v.txt", text), want)
	}
	assert.NoError(t, translit.ParseVariants("v.txt", "[ky]\na → b 5\n*-Latn-* never\n[other-language]\n5"))
}
