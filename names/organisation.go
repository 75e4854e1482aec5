package names

import (
	"slices"
	"strings"
	"unicode"
)

// Reading the name of an organisation
//
// The words are gathered into units: a phrase of the rule files (Chamber of Commerce), a run of initials (B. S.), a
// number, or a single word, which is then the organisation's own. The legal form is told by its place: at the end, at
// the front, before a bracket, or long enough to be nothing else.

// A unit is what is compared as one: a word or a phrase.
type unit struct {
	from, to  int // tokens
	class     class
	senses    []sense
	sense     *sense   // that of its class; nil when it has none
	number    int      // of a numeral
	spelled   *spelled // its letters, read as one word
	acronym   bool     // it may be one: capitals, or few letters
	repeats   bool     // the acronym of words beside it: Global Technology Trade (GTT)
	bracketed bool     // the first word in brackets
	describes bool     // behind the legal form and a small word: d.o.o. for production and services
}

// role is what the unit does in the name.
func (u *unit) role() Role {
	switch u.class {
	case body, field, quality, group_:
		return Generic
	case legal:
		return LegalForm
	case toponym:
		return Toponym
	case numeral:
		return Numeral
	case minor:
		return Particle
	}
	return Proper
}

func (u *unit) group() group { return group{from: u.from, to: u.to, role: u.role(), place: u.from} }

// plain is the spelling of a unit of one word or of initials.
func (u *unit) plain() string { return u.spelled.Plain }

// readOrganisation reads words as the name of an organisation or a place.
func readOrganisation(s string, words []word, schema Schema) Name {
	r := newOrganisationReader(s, words)
	r.read()
	n := Name{Text: s, schema: schema}
	if len(words) == 0 {
		return n
	}
	readForAlignment(words)
	n.Parts, n.tokens = make([]Part, len(words)), make([]token, len(words))
	for i := range r.units {
		u := &r.units[i]
		for j := u.from; j < u.to; j++ {
			w := &words[j]
			n.Parts[j] = Part{Text: s[w.start:w.end], Role: u.role(), Start: w.start, End: int(w.end)}
			n.tokens[j] = token{word: w, role: u.role(), part: int32(j), phrase: noPhrase}
			if u.to > u.from+1 && isMinor(w) { // the of in Republic of Iran
				n.tokens[j].role = Particle
			}
		}
	}
	for i := range r.units {
		u := &r.units[i]
		u.spelled = spell(n.tokens, u.group())
		if u.to > u.from+1 {
			u.spelled.reading = BuiltinCorrespondences().Read(&u.spelled.Word, nil)
		}
	}
	n.units, n.overlong = r.units, isOverlong(n.tokens)
	markRepeats(n)
	return n
}

// isMinor tells whether a word by itself is a small one.
func isMinor(w *word) bool {
	senses := organisationWords().of(w)
	return len(senses) > 0 && senses[0].class == minor
}

// An organisationReader reads words, of which runs of initials have been made one: S. A. is sa.
type organisationReader struct {
	text  string
	words []word
	first []int // for each word the token it begins with, and at the end their number
	units []unit
}

func newOrganisationReader(text string, tokens []word) *organisationReader {
	r := &organisationReader{text: text, first: make([]int, 0, len(tokens)+1)}
	if r.areWhole(tokens) {
		r.words = tokens
		for i := range len(tokens) + 1 {
			r.first = append(r.first, i)
		}
		return r
	}
	r.words = make([]word, 0, len(tokens))
	for i := 0; i < len(tokens); {
		n := max(1, initials(text, tokens[i:]))
		w := tokens[i]
		if passport := asPassport(w.Plain); n > 1 || passport != w.Plain {
			w.apart()
			w.Plain = passport
		}
		w.elide(text)
		if n > 1 {
			w.end = tokens[i+n-1].end
			if w.native != nil {
				own := *w.native
				w.native = &own
			}
			for j := i + 1; j < i+n; j++ {
				w.Plain += tokens[j].Plain
				if w.native != nil && tokens[j].native != nil {
					w.native.Plain += tokens[j].native.Plain
				}
			}
		}
		r.words, r.first = append(r.words, w), append(r.first, i)
		i += n
	}
	r.first = append(r.first, len(tokens))
	return r
}

// areWhole tells whether all words are read as they stand, as mostly: then they need no copies.
func (r *organisationReader) areWhole(words []word) bool {
	for i := range words {
		if w := &words[i]; w.at != nil || !isASCII(w.Plain) || len(w.Letters) == 1 && initials(r.text, words[i:]) > 1 {
			return false
		}
	}
	return true
}

// initials counts the single letters that the words open with and that stand together: S.A., B S Company.
func initials(text string, words []word) int {
	n := 0
	for n < len(words) {
		w := &words[n]
		if len(w.Letters) != 1 || w.lower && !w.dotted || unicode.IsDigit(w.Letters[0]) {
			break
		}
		if n > 0 && (w.comma || w.dotted && !words[n-1].dotted || strings.ContainsAny(text[words[n-1].end:max(int(words[n-1].end), w.start)], "&+()/")) {
			break
		}
		n++
	}
	return n
}

// isInitials tells whether a word was made of several letters.
func (r *organisationReader) isInitials(i int) bool { return r.first[i+1]-r.first[i] > 1 }

func (r *organisationReader) read() {
	r.units = make([]unit, 0, len(r.words))
	for i := 0; i < len(r.words); {
		u := r.next(i)
		u.bracketed = strings.ContainsAny(r.between(i), "(（")
		i = u.to
		r.units = append(r.units, u)
	}
	for i := len(r.units) - 1; i > 0; i-- { // Partners V L.P.
		r.lastNumeral(&r.units[i])
		if c := r.units[i].class; c != legal && c != minor {
			break
		}
	}
	r.markDescription()
	for i := range r.units { // from words to tokens
		u := &r.units[i]
		u.from, u.to = r.first[u.from], r.first[u.to]
	}
}

// markDescription marks what says behind the legal form what the firm does.
func (r *organisationReader) markDescription() {
	for i := 2; i < len(r.units); i++ {
		if r.units[i-2].class == legal && r.units[i-1].class == minor && i > 2 || r.units[i-1].describes {
			r.units[i].describes = true
		}
	}
}

// lastNumeral makes a lone V or I at the end of the name, legal form apart, a number.
func (r *organisationReader) lastNumeral(u *unit) {
	w := &r.words[u.from]
	if u.to != u.from+1 || len(w.Plain) != 1 || w.lower || w.dotted || w.joined {
		return
	}
	if value, ok := roman(w.Plain); ok {
		*u = unit{from: u.from, to: u.to, class: numeral, number: value}
	}
}

// next reads the unit that begins with word i; its tokens are counted in words yet.
func (r *organisationReader) next(i int) unit {
	u := unit{from: i, to: i + 1}
	w := &r.words[i]
	if value, ok := digits(w.Plain); ok {
		u.class, u.number = numeral, value
		return u
	}
	if senses, n := organisationWords().find(r.words[i:]); n > 0 {
		u.to, u.senses = i+n, senses
		r.classify(&u)
	}
	if r.isInitials(i) && (u.class == minor || u.class == numeral) {
		u = unit{from: i, to: i + 1}
	}
	if u.class == numeral {
		u.number = u.sense.value
		r.compound(&u)
		return u
	}
	if value, ok := roman(w.Plain); ok && u.to == i+1 && i > 0 && w.capitals && u.class == proper {
		return unit{from: i, to: i + 1, class: numeral, number: value}
	}
	u.acronym = u.class == proper && (r.isInitials(i) || len(w.Letters) > 1 && (w.capitals || len(w.Letters) <= 5))
	return u
}

// between is the text before word i, behind the one before it.
func (r *organisationReader) between(i int) string {
	if i == 0 || i == len(r.words) {
		return ""
	}
	return r.text[r.words[i-1].end:max(int(r.words[i-1].end), r.words[i].start)]
}

// classify chooses the class of a unit among those of its senses: a legal form where it can be one, a word that says
// little before one that says more, else the first.
func (r *organisationReader) classify(u *unit) {
	best := -1
	for i, s := range u.senses {
		if s.class == legal && !r.isForm(u) || s.class == minor && s.line.Section == numberSigns && !r.numberBehind(u) {
			continue
		}
		if best < 0 || s.class == legal || s.class == group_ && u.senses[best].class != legal {
			best = i
		}
	}
	if best < 0 {
		u.class, u.senses, u.to = proper, nil, u.from+1
		return
	}
	u.sense = &u.senses[best]
	u.class = u.sense.class
}

const numberSigns = "number signs"

func (r *organisationReader) numberBehind(u *unit) bool {
	if u.to == len(r.words) {
		return false
	}
	_, ok := digits(r.words[u.to].Plain)
	return ok
}

// isForm tells whether words that are a legal form do that work at their place.
func (r *organisationReader) isForm(u *unit) bool {
	letters := 0
	for _, w := range r.words[u.from:u.to] {
		letters += len(w.Plain)
	}
	switch {
	case len(r.words) == u.to-u.from: // it is all there is
		return false
	case letters > 3 || u.to > u.from+1 || u.to == len(r.words) || r.isInitials(u.from):
		return true
	case letters == 3 && !strings.ContainsAny(r.words[u.from].Plain, vowels): // Ltd; no word of its own
		return true
	case u.from == 0:
		return letters > 2 || r.words[0].capitals && !r.words[1].joined
	case strings.ContainsAny(r.between(u.to), "(,)\"（）"):
		return true
	}
	return r.onlyFormsAndPlaces(u.to) // Co., Ltd.; d.o.o. Beograd
}

// onlyFormsAndPlaces tells whether nothing else stands behind a word.
func (r *organisationReader) onlyFormsAndPlaces(at int) bool {
	for at < len(r.words) {
		senses, n := organisationWords().find(r.words[at:])
		if !slices.ContainsFunc(senses, func(s sense) bool { return s.class == legal || s.class == toponym }) {
			return false
		}
		at += n
	}
	return true
}

// compound reads forty-four.
func (r *organisationReader) compound(u *unit) {
	if u.number < 20 || u.number >= 100 || u.number%10 != 0 || u.to == len(r.words) {
		return
	}
	for _, s := range organisationWords().of(&r.words[u.to]) {
		if s.class == numeral && s.value > 0 && s.value < 10 {
			u.number += s.value
			u.to++
			return
		}
	}
}
