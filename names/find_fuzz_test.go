package names

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func FuzzFind(f *testing.F) {
	texts, _ := filepath.Glob("testdata/find/*.txt")
	for _, file := range texts {
		text, err := os.ReadFile(file)
		require.NoError(f, err)
		f.Add(string(text))
	}
	for _, s := range []string{
		"", "\xff", "Dr.", "J.", "President", "President\xc3 Ali\xff Hasan", "A-B-", "O'", "’s", "van der", "al-", "of", "the of X",
		"Ali Hasan’s", "ʿAli ʾAbd", "Ali \"Abu\" Hasan", "É", "E\u0301lodie Bre\u0301", "Kim\u00a0Jong Un", "Mr. \n\n Smith", "İIı",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { checkMentions(t, text, Find(text)) })
}

// checkMentions asserts what holds for the mentions of any text: their offsets are right, and they are in
// order and apart.
func checkMentions(t *testing.T, text string, mentions []Mention) {
	end := 0
	for _, m := range mentions {
		require.True(t, end <= m.Start && m.Start < m.End && m.End <= len(text), "%+v after byte %d", m, end)
		require.Equal(t, text[m.Start:m.End], m.Name)
		require.Contains(t, text, m.Title)
		end = m.End
	}
}

// longTexts are texts of a megabyte, of kinds that would take long if the time were not linear in the length.
func longTexts(tb testing.TB) map[string]string {
	news, err := os.ReadFile("testdata/find/seen-russia.txt")
	require.NoError(tb, err)
	var different strings.Builder
	for i := 0; different.Len() < 1<<20; i++ {
		fmt.Fprintf(&different, "Mr %s said that %s was. ", letters(i), letters(i*7919))
	}
	texts := map[string]string{
		"different":     different.String(),
		"news":          string(news),
		"one line":      strings.ReplaceAll(string(news), "\n", " "),
		"capitals":      "Abc Def ",
		"titles":        "president of the former ",
		"capital title": "President Of The ",
		"commas":        "Ali Hasan, ",
		"hyphens":       "A-b-",
		"one word":      "a",
		"letters":       "A.",
		"particles":     "van der Ali ",
		"quotes":        "Ali \"Ali\" Ali' ",
		"invalid UTF-8": "Ali\xff\xfe Hasan \xc3",
		"new lines":     "\n",
	}
	for name, text := range texts {
		texts[name] = strings.Repeat(text, max(1, 1<<20/len(text)))
	}
	return texts
}

func TestFindLongTexts(t *testing.T) {
	for name, text := range longTexts(t) {
		t.Run(name, func(t *testing.T) {
			mentions := Find(text)
			checkMentions(t, text, mentions[:min(len(mentions), 1000)])
		})
	}
}

// letters spells a number as a capitalised word.
func letters(n int) string {
	word := []byte{byte('A' + n%26)}
	for n /= 26; n > 0 || len(word) < 5; n /= 26 {
		word = append(word, byte('a'+n%26))
	}
	return string(word)
}

func BenchmarkFind(b *testing.B) {
	Find("") // the lexicons
	for name, text := range longTexts(b) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Find(text)
			}
		})
	}
}
