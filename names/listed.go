package names

import "sync"

// Which lists a word stands in
//
// A reader of names asks many lists about each word: is it a title, a particle, a given name? Most words stand in none. So
// one look tells in which a word stands, and only those are asked.

// lists are some of the lists of words.
type lists uint16

const (
	inGivenNames lists = 1 << iota
	inFamilyFirst
	inForms // the short forms and translations
	opensTitle
	opensParticle
	opensLegalForm
	inApart // names that stand apart from others
	opensOtherName
	inOrganisations // those that say something of an organisation or a place, or open a phrase that does
	ofMen           // given names of men alone
	ofWomen
)

// A listing is what one look tells of a plain word.
type listing struct {
	in     lists
	rarity int16 // 0 when frequencies.txt has no such word
}

var listings = sync.OnceValue(func() map[string]listing {
	all := make(map[string]listing, 12_000)
	eachFrequent(func(word string, information int16) { all[word] = listing{rarity: information} })
	put := func(word string, list lists) {
		l := all[word]
		l.in |= list
		all[word] = l
	}
	for word := range givenNames() {
		put(word, inGivenNames)
	}
	for word := range familyFirst() {
		put(word, inFamilyFirst)
	}
	for word := range builtinForms().of {
		put(word, inForms)
	}
	for word := range builtinAlike() {
		put(word, inApart)
	}
	for word := range organisationWords().single {
		put(word, inOrganisations)
	}
	for word := range organisationWords().phrases {
		put(word, inOrganisations)
	}
	for word, who := range builtinSexes().listed {
		switch who {
		case man:
			put(word, ofMen)
		case woman:
			put(word, ofWomen)
		}
	}
	for list, book := range map[lists]*phrasebook{opensTitle: titles(), opensParticle: particles(), opensLegalForm: legalForms(), opensOtherName: otherNames()} {
		for word := range book.opening {
			put(word, list)
		}
	}
	return all
})

// sex is that of a given name on record.
func (s *spelled) sex() sex {
	switch {
	case s.in&ofMen != 0:
		return man
	case s.in&ofWomen != 0:
		return woman
	}
	return eitherSex
}

// look notes what lists know of the word.
func (w *word) look() {
	known := listings()[w.Plain]
	w.in, w.rarity = known.in, known.rarityFor(len(w.Letters))
	w.givenName = w.in&inGivenNames != 0
	if w.in&inForms != 0 || !isASCII(w.Plain) { // else it is as passports write it
		if w.forms = formsOfWord(w.Plain); w.forms != nil {
			w.in |= inForms
		}
	}
}
