package translit

import (
	_ "embed"
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
	code  string      // ISO 15924
	name  string      // Go's
	langs []langSigns // the first is the likeliest
}

type langSigns struct {
	lang  string
	signs []string // lower case, of one letter or more
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
			out = append(out, scriptSigns{code: line.Section, name: properties().script[looseName(line.Section)]})
		}
		s := &out[len(out)-1]
		s.langs = append(s.langs, langSigns{line.Fields[0], line.Fields[1:]})
	}
	return out
})

// Detect tells the script that most letters of s are of, and the language for which its telling
// signs speak. A sign speaks for every language that detect.txt lists it under; the language with most
// letters in its signs wins, and of equals the earlier.
func Detect(s string) Guess {
	counts := map[string]int{}
	for _, r := range s {
		counts[scriptOf(r)]++
	}
	var best *scriptSigns
	for i, candidate := range signs() {
		if n := counts[candidate.name]; n > 0 && (best == nil || n > counts[best.name]) {
			best = &signs()[i]
		}
	}
	if best == nil {
		return Guess{}
	}
	g := Guess{Script: best.code}
	small, said := strings.ToLower(s), 0
	for _, l := range best.langs {
		n := 0
		for _, sign := range l.signs {
			n += strings.Count(small, sign) * utf8.RuneCountInString(sign)
		}
		if n > said {
			g.Lang, said = l.lang, n
		}
	}
	return g
}

// scriptLanguages lists the languages that detect.txt knows of a script, likeliest first.
func scriptLanguages(script string) []string {
	var out []string
	for _, s := range signs() {
		if s.code == script {
			for _, l := range s.langs {
				out = append(out, l.lang)
			}
		}
	}
	return out
}
