package names

import (
	"html"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Names as they come
//
// Pages, tables and those who would not be found write a name in other signs than one expects to read: O&#39;Neil with
// the escapes of HTML, Ｐａｕｌ in the wide letters of East Asian type, 𝐏𝐚𝐮𝐥 in those of formulas, ﻣﺤﻤﺪ in the forms that
// Arabic letters take in print, and Раul with Russian letters that look like Latin ones. They are read as what a reader
// sees. Each sign keeps its place in the name as given:
//
//	as given   О(Russian) &#39; N  e  i  l
//	as read    O          '     N  e  i  l
//	places     0          2     7  8  9  10   bytes; 11 at the end

// cleaned gives a name as a reader sees it, and the places of its bytes; nil when it is as it was given.
func cleaned(s string) (string, places) {
	if strings.IndexByte(s, '&') < 0 && (isASCII(s) || !isDisguised(s)) {
		return s, nil
	}
	signs := plainForms(unescaped(s))
	unmix(signs)
	text := make([]byte, 0, len(s))
	from := make(places, 0, len(s)+1)
	for _, c := range signs {
		text = utf8.AppendRune(text, c.letter)
		for len(from) < len(text) {
			from = append(from, c.place)
		}
	}
	if string(text) == s {
		return s, nil
	}
	return string(text), append(from, len(s))
}

// A sign is a letter or another sign, and the byte of the name as given where it begins.
type sign struct {
	letter rune
	place  int
}

// isDisguised tells whether some letter of a text may not be what it looks like.
func isDisguised(s string) bool {
	mixed := mixture(0)
	for _, r := range s {
		if mixed = mixed.with(r); mixed.isMixed() || unicode.Is(printForms, r) {
			return true
		}
	}
	return false
}

// unescaped reads the signs of a text, and escapes of HTML as what they stand for.
func unescaped(s string) []sign {
	signs := make([]sign, 0, len(s))
	for i := 0; i < len(s); {
		if end := strings.IndexByte(s[i:min(len(s), i+longestEscape)], ';') + 1; s[i] == '&' && end > 0 {
			if meant := html.UnescapeString(s[i : i+end]); meant != s[i:i+end] {
				for _, r := range meant {
					signs = append(signs, sign{r, i})
				}
				i += end
				continue
			}
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		signs = append(signs, sign{r, i})
		i += size
	}
	return signs
}

// longestEscape is how many bytes an escape has at most; the longest names are not of letters.
const longestEscape = 12

// printForms are the blocks of Unicode in which letters stand in the forms that they take in print: ligatures, the forms of
// Arabic letters, wide and narrow ones, those of formulas.
var printForms = &unicode.RangeTable{
	R16: []unicode.Range16{{0xFB00, 0xFDFF, 1}, {0xFE70, 0xFEFE, 1}, {0xFF00, 0xFFEF, 1}},
	R32: []unicode.Range32{{0x1D400, 0x1D7FF, 1}},
}

// plainForms gives letters in the form that they have by themselves (Unicode's compatibility decomposition, UAX #15), and a
// mark that stood apart, as in narrow katakana, on its letter.
func plainForms(signs []sign) []sign {
	if !slices.ContainsFunc(signs, func(c sign) bool { return unicode.Is(printForms, c.letter) }) {
		return signs
	}
	plain := make([]sign, 0, len(signs))
	for _, c := range signs {
		if !unicode.Is(printForms, c.letter) {
			plain = append(plain, c)
			continue
		}
		for _, r := range norm.NFKC.String(string(c.letter)) {
			if last := len(plain) - 1; last >= 0 && unicode.IsMark(r) {
				if both := composed(plain[last].letter, r); both != plain[last].letter {
					plain[last].letter = both
					continue
				}
			}
			plain = append(plain, sign{r, c.place})
		}
	}
	return plain
}

// asGiven says of a name that was read as a reader sees it what was given, and where its words stand in that.
func (n Name) asGiven(s string, at places) Name {
	n.Text = s
	for i := range n.Parts {
		p := &n.Parts[i]
		p.Start, p.End = at[p.Start], at[p.End]
		p.Text = s[p.Start:p.End]
	}
	moved := map[*spelling]bool{} // words share spellings
	move := func(w *spelled) {
		for _, t := range [...]*spelling{&w.spelling, w.native} {
			if t != nil && !moved[t] {
				t.relocate(at)
				moved[t] = true
			}
		}
	}
	for i := range n.tokens {
		w := n.tokens[i].word
		w.end = int32(at[w.end])
		move(&w.spelled)
	}
	for i := range n.units {
		move(n.units[i].spelled)
	}
	return n
}

// relocate says that what stood at a byte stands at another.
func (s *spelling) relocate(at places) {
	moved := make([]int, len(s.Letters)+1)
	for i := range moved {
		moved[i] = at[s.place(i)]
	}
	s.start, s.at = at[s.start], moved
}
