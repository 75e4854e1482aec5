package names

import (
	"strings"
	"sync"
)

// A side is a name's place in names-apart.txt: the line, which of the names that stand apart there, and the section.
type side struct {
	line, name int
	section    string
}

var builtinAlike = sync.OnceValue(func() map[string][]side {
	sides := map[string][]side{}
	for i, line := range mustRead("names-apart.txt").Lines {
		for j, spellings := range strings.Split(strings.Join(line.Fields, " "), " ~ ") {
			for spelling := range strings.SplitSeq(spellings, " = ") {
				sides[spelling] = append(sides[spelling], side{i, j, line.Section})
			}
		}
	}
	return sides
})

// areTwoNames tells whether two words that letters make one are two names: a man's and a woman's, or names that
// names-apart.txt tells apart.
func (m *Matcher) areTwoNames(c *comparison, g, h group) bool {
	a, b := &c.a.tokens[g.from], &c.b.tokens[h.from]
	apart := a.in&b.in&inApart != 0
	switch {
	case g.role == Initial || h.role == Initial, !apart && !haveSexes(g, h), a.Plain == b.Plain:
		return false
	case apart && alike(a.Plain, b.Plain) != "":
		return true
	}
	if !areOpposite(c, g, h) {
		return false
	}
	_, known := m.known(a.forms, b.forms)
	return !known // Kuba is short for Jakub
}

// alike gives the section under which two words stand on one line of names-apart.txt as two names; "" when on none.
func alike(a, b string) string {
	for _, x := range builtinAlike()[a] {
		for _, y := range builtinAlike()[b] {
			if x.line == y.line && x.name != y.name {
				return x.section
			}
		}
	}
	return ""
}

// unwrittenVowels is the section of names that differ by vowels that Arabic leaves out, which weigh less against each other.
const unwrittenVowels = "unwritten vowels"
