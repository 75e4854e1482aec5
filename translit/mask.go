package translit

import (
	"fmt"
	"unicode/utf8"
)

// A rule masks a later one when it matches wherever that one does: the later rule can never fire, and
// is an error. The test compares the two patterns letter by letter outwards from the cursor:
//
//	earlier:     aa{kkk}pp
//	later:      aaa{kkkkk}pppp     every letter of the earlier covers the one beneath it
//
// It may miss a rule that is masked in a roundabout way; it never blames one that is not.

// masks holds the rules of one pass by the letter that opens their key.
type masks struct {
	byLetter map[rune][]*flatRule
	others   []*flatRule // those whose key opens otherwise
}

// A flatRule is a rule with its pattern as a list of single letters, sets and quantifiers.
type flatRule struct {
	*rule
	before, key, rest []element // rest is the after-context
}

// add records a rule, or tells which earlier one masks it.
func (m *masks) add(r *rule) error {
	f := &flatRule{r, flatten(r.before()), flatten(r.key()), flatten(r.after())}
	letter, hasLetter := f.opening()
	rivals := m.others
	if hasLetter {
		rivals = append(rivals[:len(rivals):len(rivals)], m.byLetter[letter]...)
	}
	for _, earlier := range rivals {
		if earlier.mask(f) {
			return fmt.Errorf("this rule can never fire, because the rule on line %d matches first; move it above that line", earlier.at.Line)
		}
	}
	if hasLetter {
		if m.byLetter == nil {
			m.byLetter = map[rune][]*flatRule{}
		}
		m.byLetter[letter] = append(m.byLetter[letter], f)
	} else {
		m.others = append(m.others, f)
	}
	return nil
}

func (f *flatRule) opening() (rune, bool) {
	if len(f.key) == 0 || f.key[0].kind != literal {
		return 0, false
	}
	r, _ := utf8.DecodeRuneInString(f.key[0].text)
	return r, true
}

func (f *flatRule) mask(g *flatRule) bool {
	if f.atStart && (!g.atStart || len(f.before) != len(g.before)) {
		return false
	}
	if f.atEnd && (!g.atEnd || len(f.key) != len(g.key) || len(f.rest) != len(g.rest)) {
		return false
	}
	if len(f.key) > len(g.key) || len(f.key) < len(g.key) && len(f.rest) > 0 && len(f.key)+len(f.rest) > len(g.key)+len(g.rest) || len(f.before) > len(g.before) {
		return false
	}
	for i := range f.key {
		if !f.key[i].covers(&g.key[i]) {
			return false
		}
	}
	behind := append(g.key[len(f.key):len(g.key):len(g.key)], g.rest...)
	if len(f.rest) > len(behind) {
		return false
	}
	for i := range f.rest {
		if !f.rest[i].covers(&behind[i]) {
			return false
		}
	}
	for i := 1; i <= len(f.before); i++ {
		if !f.before[len(f.before)-i].covers(&g.before[len(g.before)-i]) {
			return false
		}
	}
	return true
}

// flatten splits literals into letters and takes segments out of their brackets.
func flatten(elements []element) []element {
	var out []element
	for _, e := range elements {
		switch e.kind {
		case literal:
			for _, r := range e.text {
				out = append(out, element{kind: literal, text: string(r)})
			}
		case segment:
			out = append(out, flatten(e.sub)...)
		default:
			out = append(out, e)
		}
	}
	return out
}

// covers tells whether e, a letter or set or quantifier, matches all that f matches, and as much of it.
func (e *element) covers(f *element) bool {
	switch {
	case e.kind == literal && f.kind == literal:
		return e.text == f.text
	case e.kind == setOf && f.kind == literal:
		r, _ := utf8.DecodeRuneInString(f.text)
		return len(e.set.strings) == 0 && e.set.contains(r)
	case e.kind == setOf && f.kind == setOf:
		return e.set == f.set || len(e.set.strings)+len(f.set.strings) == 0 && e.set.covers(f.set)
	case e.kind == repeat && f.kind == repeat:
		if e.min != f.min || e.many != f.many || len(e.sub) != len(f.sub) {
			return false
		}
		a, b := flatten(e.sub), flatten(f.sub)
		for i := range a {
			if len(a) != len(b) || !a[i].covers(&b[i]) || !b[i].covers(&a[i]) {
				return false
			}
		}
		return true
	}
	return false
}
