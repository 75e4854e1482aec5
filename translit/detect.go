package translit

import (
	_ "embed"
	"iter"
	"math/bits"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/namesake-go/namesake/internal/rulefile"
)

//go:embed detect.txt
var detectText string

// A Guess is the script of a text (ISO 15924, "Cyrl") and, where letters tell, its language (BCP 47,
// "ky"). What is not known is empty.
type Guess struct{ Script, Lang string }

// A scriptSigns says which signs tell which language of a script.
type scriptSigns struct {
	code    string            // ISO 15924
	name    string            // Go's
	langs   []string          // the first is the likeliest
	letters map[rune]uint64   // a letter, and bit by bit the languages it speaks for
	rows    []sign            // the same for letters in a row
	opening map[string]uint64 // the same for letters that open a long name
}

// A sign is letters in a row, and the languages they speak for.
type sign struct {
	text      string
	letters   int
	languages uint64
}

// signs is detect.txt, in its order.
var signs = sync.OnceValue(func() []scriptSigns {
	file, err := rulefile.Parse("detect.txt", detectText)
	if err != nil {
		panic(err) // the file is ours; a test reads it
	}
	var out []scriptSigns
	for _, line := range file.Lines {
		if last := len(out) - 1; last < 0 || out[last].code != line.Section {
			out = append(out, scriptSigns{
				code: line.Section, name: scripts().goName[looseName(line.Section)],
				letters: map[rune]uint64{}, opening: map[string]uint64{},
			})
		}
		s := &out[len(out)-1]
		at := slices.Index(s.langs, line.Fields[0])
		if at < 0 {
			at = len(s.langs)
			s.langs = append(s.langs, line.Fields[0])
		}
		bit := uint64(1) << at
		for _, text := range line.Fields[1:] {
			if opening, ok := strings.CutPrefix(text, "^"); ok {
				s.opening[opening] |= bit
			} else if letter, size := utf8.DecodeRuneInString(text); size == len(text) {
				s.letters[letter] |= bit
			} else if i := slices.IndexFunc(s.rows, func(known sign) bool { return known.text == text }); i >= 0 {
				s.rows[i].languages |= bit
			} else {
				s.rows = append(s.rows, sign{text, utf8.RuneCountInString(text), bit})
			}
		}
	}
	return out
})

// Detect tells the script that most letters of s are of, and the language for which its telling
// signs speak. A sign speaks for every language that detect.txt lists it under; the language with most
// letters in its signs wins, and of equals the earlier.
func Detect(s string) Guess {
	script := scriptSignsOf(s)
	if script == nil {
		return Guess{}
	}
	g := Guess{Script: script.code}
	if len(script.letters)+len(script.rows) == 0 {
		return g
	}
	small := strings.ToLower(s)
	var votes [64]int // by language
	cast := func(languages uint64, n int) {
		for ; languages != 0; languages &= languages - 1 {
			votes[bits.TrailingZeros64(languages)] += n
		}
	}
	for _, r := range small {
		cast(script.letters[r], 1)
	}
	for _, row := range script.rows {
		cast(row.languages, strings.Count(small, row.text)*row.letters)
	}
	if len(script.opening) > 0 {
		for opening, letters := range openings(small) {
			cast(script.opening[opening], letters)
		}
	}
	most := 0
	for i, lang := range script.langs {
		if votes[i] > most {
			g.Lang, most = lang, votes[i]
		}
	}
	return g
}

// openings are the first two and three letters of a name of four letters or more, and those of its first word when others
// follow; each with the number of its letters.
func openings(s string) iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		word, rest := strings.TrimLeftFunc(s, unicode.IsSpace), ""
		if end := strings.IndexFunc(word, unicode.IsSpace); end >= 0 {
			word, rest = word[:end], strings.TrimSpace(word[end:])
		}
		if rest == "" && utf8.RuneCountInString(word) < 4 {
			return
		}
		letters := 0
		for i := range word {
			if (letters == 2 || letters == 3) && !yield(word[:i], letters) {
				return
			}
			letters++
		}
		if letters == 2 || letters == 3 {
			yield(word, letters)
		}
	}
}

// scriptSignsOf finds the script of most letters, the first in detect.txt if there are several; nil when
// no letter is of a script there.
func scriptSignsOf(s string) *scriptSigns {
	all := signs()
	var counts [64]int                                // by place in detect.txt
	row, at := scriptRange{codeRange{-1, -1}, ""}, -1 // of the letter before
	for _, r := range s {
		if r < row.lo || r > row.hi {
			before := row.script
			if row = scriptRangeOf(r); row.script != before {
				at = slices.IndexFunc(all, func(s scriptSigns) bool { return s.name == row.script })
			}
		}
		if at >= 0 {
			counts[at]++
		}
	}
	var best *scriptSigns
	most := 0
	for i := range all {
		if counts[i] > most {
			best, most = &all[i], counts[i]
		}
	}
	return best
}

// scriptLanguages lists the languages that detect.txt knows of a script, likeliest first.
func scriptLanguages(script string) []string {
	var out []string
	for _, s := range signs() {
		if s.code == script {
			out = append(out, s.langs...)
		}
	}
	return out
}
