package names

import (
	"sync"
)

// legalForms are the forms of companies: LLC, Aktiengesellschaft, ООО.
var legalForms = sync.OnceValue(func() *phrasebook { return readPhrasebook("legal-forms.txt") })

// isForm tells a form from the words of the file that are rather part of the name.
func isForm(found phrase) bool {
	return found.section != "holding/group words" && found.section != "bank"
}

// legalForm is the section under which a form's words stand in a name.
const legalForm = "legal form"

// legalForms takes forms of companies off the end of the name, and one off its front: Gazprom OAO, OAO Gazprom. A word of a
// name is left. The result is whether there was one.
func (p *parser) legalForms() (found bool) {
	end := len(p.words)
	for {
		n := 0
		for size := min(legalForms().longest, end-1); size > 0 && n == 0; size-- {
			if p.takeLegalForm(end-size, end) {
				n = size
			}
		}
		if n == 0 {
			break
		}
		found = true
		end -= n
	}
	for size := min(legalForms().longest, end-1); size > 0; size-- {
		if p.takeLegalForm(0, size) {
			return true
		}
	}
	return found
}

func (p *parser) takeLegalForm(from, to int) bool {
	found, n := p.longestMatch(legalForms(), from, to)
	known := n == to-from && isForm(found)
	if !known && to > from+1 && p.words[from].dotted { // S.A.
		joined := ""
		for _, w := range p.words[from:to] {
			joined += w.Plain
		}
		found, known = legalForms().entries[joined]
		known = known && isForm(found)
	}
	opensList := from == 0 && to < len(p.words) && p.words[to].comma // PAO, Hua Chiang
	if !known || opensList || !p.isFormNotName(from, to) {
		return false
	}
	for i := from; i < to; i++ {
		p.set(i, Suffix)
		p.phrase[i] = phrase{legalForm, found.head}
	}
	return true
}

// isFormNotName tells a form from a word of a person's name: it has several words, or many letters, or is in capitals
// and the rest of the name is not. Sa, Co and Sue are names as well.
func (p *parser) isFormNotName(from, to int) bool {
	w := &p.words[from]
	switch {
	case to > from+1 || len(w.Letters) >= 4:
		return true
	case w.givenName || w.forms != nil || from > 0 && p.words[from].joined:
		return false
	case len(w.Letters) == 3:
		return true
	}
	for i := range p.words {
		if !p.words[i].capitals && i != from {
			return w.capitals
		}
	}
	return false
}
