package names

import (
	"sync"
)

// legalForms are the forms of companies: LLC, Aktiengesellschaft, ООО.
var legalForms = sync.OnceValue(func() *phrasebook { return readPhrasebook("legal-forms.txt", opensLegalForm) })

// isForm tells a form from the words of the file that are rather part of the name.
func isForm(found *phrase) bool {
	return found.section != "holding/group words" && found.section != "bank"
}

// hasLegalForm tells whether the name ends in the form of a company or opens with one, and has more words than that:
// Gazprom OAO, OAO Gazprom.
func (p *parser) hasLegalForm() bool {
	end := len(p.words)
	for size := min(legalForms().longest, end-1); size > 0; size-- {
		opensList := p.words[size].comma // PAO, Hua Chiang
		if p.isLegalForm(end-size, end) || !opensList && p.isLegalForm(0, size) {
			return true
		}
	}
	return false
}

func (p *parser) isLegalForm(from, to int) bool {
	found, n := p.longestMatch(legalForms(), from, to)
	known := n == to-from
	if !known && to > from+1 && p.words[from].dotted { // S.A.
		joined := ""
		for _, w := range p.words[from:to] {
			joined += w.Plain
		}
		var form phrase
		form, known = legalForms().entries[joined]
		found = &form
	}
	return known && isForm(found) && p.isFormNotName(from, to)
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
