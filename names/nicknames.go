package names

import (
	"slices"
	"sync"

	"github.com/namesake-go/namesake/internal/rulefile"
	"github.com/namesake-go/namesake/translit"
)

// A form is a word's place in nicknames.txt: Bill stands on William's line, not first.
type form struct {
	line  int32 // in forms.lines
	first bool  // it is the full name
}

// forms are the short forms and the translations of given names.
type forms struct {
	lines []rulefile.Line
	of    map[string][]form
}

var builtinForms = sync.OnceValue(func() *forms {
	f := &forms{lines: mustRead("nicknames.txt").Lines, of: map[string][]form{}}
	inTwo := map[string][]string{} // a full name in other languages
	for i, line := range f.lines {
		names := spellingsOf(line)
		for j, name := range names {
			f.of[name] = append(f.of[name], form{int32(i), j == 0})
			if line.Section == sameInTwo {
				inTwo[name] = append(inTwo[name], names...)
			}
		}
	}
	// Bibi is short for Binyamin, and so for Benjamin.
	for i, line := range f.lines {
		names := spellingsOf(line)
		if line.Section == sameInTwo || line.Section == translated {
			continue
		}
		for _, other := range inTwo[names[0]] {
			if !slices.Contains(names, other) {
				f.of[other] = append(f.of[other], form{int32(i), true})
				names = append(names, other)
			}
		}
	}
	return f
})

// sameInTwo is the section of names that one person bears in two languages, translated that of names that two mostly bear.
const sameInTwo, translated = "same person in two languages", "translated"

// formsOfWord gives the lines on which a word stands; letters that Unicode does not take apart are read as passports
// write them, ł as l.
func formsOfWord(plain string) []form {
	return builtinForms().of[asPassport(plain)]
}

// asPassport writes Latin letters that Unicode does not take apart as passports do, ł as l.
func asPassport(plain string) string {
	if isASCII(plain) {
		return plain
	}
	return translit.MustBuiltin("und-Latn-t-und-latn-m0-press").String(plain)
}

// knownForms gives what nicknames.txt says of two words of which one at least is a given name, or a family name when both
// are forms of one.
func (m *Matcher) knownForms(c *comparison, g, h group) (weight, bool) {
	a, b := &c.a.tokens[g.from], &c.b.tokens[h.from]
	if a.in&b.in&inForms == 0 || g.role == Initial || h.role == Initial {
		return weight{}, false
	}
	w, ok := m.known(a.forms, b.forms)
	if family := ok && w.line.Section == familyNames; family && g.role != Surname && h.role != Surname ||
		!family && g.role != Given && h.role != Given {
		return weight{}, false
	}
	return w, ok
}

// familyNames is the section of family names in several romanisations.
const familyNames = "family names"

// known gives what nicknames.txt says of two words: the weight for Bill and William, and the line as its place; ok is
// whether they stand on one line. Of several lines the one that binds most counts.
func (m *Matcher) known(a, b []form) (best weight, ok bool) {
	for _, x := range a {
		for _, y := range b {
			if x.line != y.line {
				continue
			}
			line := &builtinForms().lines[x.line]
			if w := m.weights.given[formKind(line.Section, x, y)]; !ok || w.cost < best.cost {
				best, ok = weight{w.cost, line}, true
			}
		}
	}
	return best, ok
}

// formKind names the weight for two words of one line.
func formKind(section string, x, y form) string {
	switch {
	case section == sameInTwo, section == translated, section == familyNames:
		return section
	case x.first || y.first:
		return "nickname"
	}
	return "two nicknames"
}
