package translit

import (
	_ "embed"
	"math/bits"
	"slices"
	"strings"
	"sync"
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
	rows    map[string]uint64 // the same for letters in a row
	opening map[string]uint64 // the same for letters that open a long name
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
				letters: map[rune]uint64{}, rows: map[string]uint64{}, opening: map[string]uint64{},
			})
		}
		s := &out[len(out)-1]
		at := slices.Index(s.langs, line.Fields[0])
		if at < 0 {
			at = len(s.langs)
			s.langs = append(s.langs, line.Fields[0])
		}
		bit := uint64(1) << at
		for _, sign := range line.Fields[1:] {
			if opening, ok := strings.CutPrefix(sign, "^"); ok {
				s.opening[opening] |= bit
			} else if letter, size := utf8.DecodeRuneInString(sign); size == len(sign) {
				s.letters[letter] |= bit
			} else {
				s.rows[sign] |= bit
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
	for sign, languages := range script.rows {
		cast(languages, strings.Count(small, sign)*utf8.RuneCountInString(sign))
	}
	if len(script.opening) > 0 {
		for _, opening := range openings(small) {
			cast(script.opening[opening], utf8.RuneCountInString(opening))
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
// follow.
func openings(s string) []string {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) == 1 && utf8.RuneCountInString(words[0]) < 4 {
		return nil
	}
	var found []string
	letters := 0
	for i := range words[0] {
		if letters == 2 || letters == 3 {
			found = append(found, words[0][:i])
		}
		letters++
	}
	if letters == 2 || letters == 3 {
		found = append(found, words[0])
	}
	return found
}

// scriptSignsOf finds the script of most letters, the first in detect.txt if there are several; nil when
// no letter is of a script there.
func scriptSignsOf(s string) *scriptSigns {
	counts := map[string]int{}
	last, n := "", 0
	for _, r := range s {
		script := scriptOf(r)
		if script != last {
			counts[last] += n
			last, n = script, 0
		}
		n++
	}
	counts[last] += n
	var best *scriptSigns
	for i, candidate := range signs() {
		if n := counts[candidate.name]; n > 0 && (best == nil || n > counts[best.name]) {
			best = &signs()[i]
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
