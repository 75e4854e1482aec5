package names

import "github.com/namesake-go/namesake/internal/correspond"

// Contradictions that keep two names apart
//
// What contradicts weighs against two names; but aliases do contradict now and then, by a spelling nobody foresaw. A
// contradiction is clear, and keeps two names out of one cluster whatever links there are between, when the words
// have nothing to do with each other, or when both are frequent given names, or differ as Jr. and Sr. do. Of words that
// contradict only first given names, initials and patronymics do so clearly: a surname may be a married one or a nom de
// guerre, and of many given names a list has now these, now those.

// clearlyUnlike is how many times over the limit two words must be to have nothing to do with each other.
const clearlyUnlike = 3

// excludes tells whether something in the names clearly forbids that they be one.
func (m *Matcher) excludes(c *comparison) bool {
	if !c.against {
		return false
	}
	if c.a.units != nil && c.b.units != nil {
		return organisationsExclude(c)
	}
	for _, f := range c.findings {
		switch {
		case f.kind == Moved && f.weight == m.weights.moved["given patronymic"]:
			return true
		case f.kind == Contradicted && m.isClear(c, f):
			return true
		}
	}
	return false
}

func (m *Matcher) isClear(c *comparison, f finding) bool {
	if f.a.role == Suffix {
		return true
	}
	switch {
	case f.weight == m.weights.contradicted["middle"]:
		return false
	case f.a.role == Initial || f.b.role == Initial:
		return true
	case f.a.role == Patronymic && f.b.role == Patronymic:
	case f.a.role == Given && isFirst(f.a, c.a.tokens) || f.b.role == Given && isFirst(f.b, c.b.tokens):
	default:
		return false
	}
	a, b := spell(c.a.tokens, f.a), spell(c.b.tokens, f.b)
	if a.givenName && b.givenName || m.areTwoNames(c, f.a, f.b) {
		return true
	}
	al := m.aligner()
	defer m.aligners.Put(al)
	return m.distance(al, a, b, clearlyUnlike*m.allowed(a, b)) >= correspond.Far
}
