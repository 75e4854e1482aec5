package names

import (
	"slices"
)

// Slips of the pen
//
// A word that is the only one without a partner may be its counterpart misspelt: one letter is another, is missing, or has
// changed places with its neighbour (Damerau 1964). It is so when only one of the two is a known given name or patronymic
// (John, Jhon), or neither is and two further words agree. Two known names that differ by a letter are two names.

// isMisspelt tells whether one of two words, all others of the names being paired, is the other misspelt.
func (m *Matcher) isMisspelt(c *comparison, g, h group) bool {
	a, b := &c.a.tokens[g.from], &c.b.tokens[h.from]
	if a.givenName && b.givenName || g.role == Initial || h.role == Initial || c.against || c.cost > maxCostAround || m.areTwoNames(c, g, h) {
		return false
	}
	words := 0
	for _, f := range c.findings {
		if f.kind == Letters || f.kind == Known {
			words++
		}
	}
	if words == 0 || words == 1 && (a.givenName == b.givenName || min(len(a.Letters), len(b.Letters)) < 4) {
		return false
	}
	if a.script != nil && a.script == b.script {
		return oneSlip(a.native.Letters, b.native.Letters)
	}
	return oneSlip(a.Base, b.Base)
}

func (m *Matcher) addMisspelt(c *comparison, g, h group) {
	w := m.weights.misspelt
	c.add(finding{kind: Misspelt, a: g, b: h, cost: w.cost, weight: w})
	c.letters += min(size(c.a.tokens, g), size(c.b.tokens, h))
}

// maxCostAround is what the other words of a name may cost together when one is misspelt.
const maxCostAround = 60

// oneSlip tells whether two words, one of three letters or more, begin alike and differ by one letter or one exchange of neighbours.
func oneSlip(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 2 || len(b) < 3 || a[0] != b[0] {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch {
	case len(a)+1 == len(b):
		return slices.Equal(a[i:], b[i+1:])
	case len(a) != len(b) || i == len(a):
		return false
	}
	return slices.Equal(a[i+1:], b[i+1:]) || i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && slices.Equal(a[i+2:], b[i+2:])
}
