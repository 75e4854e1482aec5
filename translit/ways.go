package translit

import (
	_ "embed"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/namesake-go/namesake/internal/rulefile"
)

// A variantFile is variants.txt.
type variantFile struct {
	sections map[string][]way // "*", a language or a script; ids hold @ and * as written
	then     []way
	other    int // what another language of the script costs
}

// never is the cost of a table that is there only for other tables to call.
const never = -1

//go:embed variants.txt
var variantsText string

var variantRules = sync.OnceValue(func() *variantFile {
	f, err := parseVariants("variants.txt", variantsText)
	if err != nil {
		panic(err) // the file is ours; a test reads it
	}
	return f
})

func parseVariants(name, text string) (*variantFile, error) {
	file, err := rulefile.Parse(name, text)
	if err != nil {
		return nil, err
	}
	f := &variantFile{sections: map[string][]way{}}
	for _, line := range file.Lines {
		last := len(line.Fields) - 1
		cost, err := strconv.Atoi(line.Fields[last])
		if line.Fields[last] == "never" {
			cost, err = never, nil
		} else if err == nil && cost < 0 {
			err = strconv.ErrRange
		}
		if err != nil {
			return nil, line.Errorf("%q is no cost; end the line with hundredths of a letter, or never", line.Fields[last])
		}
		w := way{cost: cost}
		for i, field := range line.Fields[:last] {
			if (field == "→") != (i%2 == 1) || field == "→" && i == last-1 {
				return nil, line.Errorf("a path is ids with → between them; write: ID → ID %s", line.Fields[last])
			}
			if field != "→" {
				w.ids = append(w.ids, field)
			}
		}
		if (len(w.ids) == 0) != (line.Section == "other-language") {
			return nil, line.Errorf("a path and a cost belong in a section such as [ky], a cost alone in [other-language]; move the line")
		}
		switch line.Section {
		case "other-language":
			f.other = cost
		case "then":
			f.then = append(f.then, w)
		default:
			f.sections[line.Section] = append(f.sections[line.Section], w)
		}
	}
	return f, nil
}

var waysKnown sync.Map // script and language → []way

// waysFor lists the ways of a text, the cheapest first.
func waysFor(s, hint string) []way {
	if strings.Contains(hint, "-t-") {
		return variantRules().goOn([]way{{ids: []string{hint}}})
	}
	guess := Detect(s)
	languages := scriptLanguages(guess.Script)
	known := true // whether detect.txt has the language; other hints must not fill the memory
	if lang := languageOf(hint, guess, languages); lang != "" {
		known = slices.Contains(languages, lang)
		languages = []string{lang}
	}
	key := guess.Script + " " + strings.Join(languages, " ")
	if ways, ok := waysKnown.Load(key); ok {
		return ways.([]way)
	}
	var ways []way
	if guess.Script == "Latn" {
		ways = append(ways, way{})
	}
	for i, lang := range languages {
		for _, w := range variantRules().ofLanguage(guess.Script, lang) {
			if i > 0 {
				w.cost += variantRules().other
			}
			ways = append(ways, w)
		}
	}
	ways = variantRules().goOn(ways)
	if known {
		waysKnown.Store(key, ways)
	}
	return ways
}

// languageOf is the hint when that can be a language of the script, or else what the letters tell. Any
// language may be written in Latin letters; detect.txt does not list those.
func languageOf(hint string, guess Guess, languages []string) string {
	lang, _, _ := strings.Cut(hint, "-")
	isName := len(lang) >= 2 && strings.Trim(lang, "abcdefghijklmnopqrstuvwxyz") == ""
	if slices.Contains(languages, lang) || guess.Script == "Latn" && isName {
		return lang
	}
	return guess.Lang
}

// ofLanguage are the ways of one language, in the order of the file.
func (f *variantFile) ofLanguage(script, lang string) []way {
	var out []way
	used := map[string]bool{} // a table counts at the first line that it fits
	add := func(ids []string, cost int) {
		if len(ids) == 1 && used[ids[0]] || slices.ContainsFunc(ids, func(id string) bool { return !builtin().has(id) }) {
			return
		}
		if len(ids) == 1 {
			used[ids[0]] = true
		}
		if cost != never {
			out = append(out, way{ids, cost})
		}
	}
	for _, section := range []string{lang, script, "*"} {
		for _, w := range f.sections[section] {
			ids := strings.Split(strings.ReplaceAll(strings.Join(w.ids, " "), "@", lang), " ")
			if !strings.Contains(ids[0], "*") {
				add(ids, w.cost)
				continue
			}
			for _, id := range IDs() {
				if fits, err := path.Match(ids[0], id); err == nil && fits {
					add([]string{id}, w.cost)
				}
			}
		}
	}
	return out
}

// goOn adds to each way those that lead on from it, and sorts all by cost.
func (f *variantFile) goOn(ways []way) []way {
	for _, w := range ways[:len(ways):len(ways)] {
		for _, t := range f.then {
			ways = append(ways, way{slices.Concat(w.ids, t.ids), w.cost + t.cost})
		}
	}
	slices.SortStableFunc(ways, func(a, b way) int { return a.cost - b.cost })
	return ways
}
