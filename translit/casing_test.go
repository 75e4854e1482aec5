package translit

import (
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/cases"
	"golang.org/x/text/language"
)

// What is taken for granted of ASCII, and of where the special letters are, is so.
func TestCasing(t *testing.T) {
	upper, title := cases.Upper(language.Und), cases.Title(language.Und)
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if r < utf8.RuneSelf {
			require.Equal(t, casedLetters().contains(r), isCased(r), "%c", r)
			require.Equal(t, caseIgnorables().contains(r), isCaseIgnorable(r), "%c", r)
		}
		if r == 0xD800 {
			r = 0xE000
		}
		if r > 0x1FFFF { // no cased letter stands behind
			break
		}
		wantUpper, wantTitle := string(unicode.ToUpper(r)), string(unicode.ToTitle(r))
		if special(r, false) != "" {
			wantUpper, wantTitle = special(r, false), special(r, true)
		}
		require.Equal(t, upper.String(string(r)), wantUpper, "%c", r)
		require.Equal(t, title.String(string(r)), wantTitle, "%c", r)
	}
}
