package names

import "sync"

// Family names that stand first
//
// Chinese, Korean and Vietnamese names open with the family name, and English keeps that order: Xi Jinping, Kim Jong-un,
// Nguyen Van Minh. Nothing marks it but the words: the first is such a family name and the last is none, and all behind the
// first are of such syllables and no given names of elsewhere. Where the last is one as well (Li Wei) the order is not told.

// isFamilyFirst tells whether words, in the places listed, are an East Asian name with its family name first.
func (p *parser) isFamilyFirst(places []int) bool {
	if len(places) < 2 || len(places) > 3 || p.words[places[0]].in&inFamilyFirst == 0 {
		return false
	}
	if last := &p.words[places[len(places)-1]]; last.in&inFamilyFirst != 0 && !(last.joined && last.lower) {
		return false
	}
	for _, i := range places[1:] {
		if !p.words[i].isSyllables() {
			return false
		}
	}
	return true
}

// isSyllables tells whether a word may be an East Asian given name, or half of one.
func (w *word) isSyllables() bool {
	return (!w.givenName || eastAsianNames()[w.Plain]) && builtinSyllables().make(w.Plain)
}

// eastAsian marks the words of a name that has an East Asian family name and given name, in whatever order. They are short,
// and a letter makes another name of them: Li is not Lu.
func (p *parser) eastAsian() {
	surnames := 0
	for i := range p.words {
		if p.roles[i] == Surname {
			surnames++
			if p.words[i].in&inFamilyFirst == 0 {
				return
			}
		}
	}
	if surnames != 1 {
		return
	}
	for i := range p.words {
		if p.roles[i] == Given && !p.words[i].isSyllables() {
			return
		}
	}
	for i := range p.words {
		p.words[i].eastAsian = true
	}
}

// eastAsianNames are the given names of the languages that set the family name first.
var eastAsianNames = sync.OnceValue(func() map[string]bool {
	return listedNames(func(section string) bool {
		return section == "Chinese" || section == "Korean" || section == "South-East Asian"
	})
})

// syllables are what East Asian given names are made of.
type syllables struct{ openings, rests map[string]bool }

var builtinSyllables = sync.OnceValue(func() *syllables {
	s := &syllables{map[string]bool{"": true}, map[string]bool{}}
	for _, line := range mustRead("syllables.txt").Lines {
		for _, letters := range line.Fields {
			if line.Section == "openings" {
				s.openings[letters] = true
			} else {
				s.rests[letters] = true
			}
		}
	}
	return s
})

// make tells whether a word is made of one syllable or two.
func (s *syllables) make(word string) bool {
	if s.isOne(word) {
		return true
	}
	for i := range word {
		if i > 0 && s.isOne(word[:i]) && s.isOne(word[i:]) {
			return true
		}
	}
	return false
}

func (s *syllables) isOne(word string) bool {
	for i := 0; i <= min(maxOpening, len(word)); i++ {
		if s.openings[word[:i]] && s.rests[word[i:]] {
			return true
		}
	}
	return false
}

// maxOpening is how many letters a syllable opens with at most.
const maxOpening = 2
