package names

import (
	"cmp"
	"strings"
)

// Parse reads any string as a name: "Surunbai Jinbekov", "JEENBEKOV, Sooronbay", "Sheikh Salman bin
// Muhammad al-Sabah", "Жээнбеков Сооронбай Шарипович". It never fails: what it can't read has no parts,
// nor has what stands behind a semicolon, or behind words such as "formerly" and "aka".
//
// Roles are told by signs, in this order: titles before or behind, in the languages of many scripts; a comma behind the
// surname; a suffix at the end; initials, also JC for J. C.; particles, which make the next word a patronymic (bin), an
// honorific (Bey) or part of the surname (van); patronymic endings (-ovich); a surname alone in capitals; an East Asian
// family name before such a given name; else the last word is the surname. Compare allows for names in another order that nothing
// marks, as in Hungary. A name with the form of a company (LLC, OAO) or a word such as Ministry is an organisation's, and read as
// ParseAs reads those.
func Parse(s string) Name { return parse(s, Unknown) }

// parse reads a name that is not said to be an organisation's or a place's.
func parse(s string, schema Schema) Name {
	if text, at := cleaned(s); at != nil {
		return parseClean(text, schema).asGiven(s, at)
	}
	return parseClean(s, schema)
}

// parseClean is parse for a name as a reader sees it.
func parseClean(s string, schema Schema) Name {
	var room parserRoom
	words := splitInitials(beforeOtherName(splitWords(firstSpelling(s))))
	p := room.parser(words)
	if schema == Unknown && (p.hasLegalForm() || hasSign(words)) { // General Motors Corp. is no general
		return readOrganisation(s, words, Unknown)
	}
	if schema == Unknown && !isASCII(s) {
		if _, signs := unspacedCuts(s); signs {
			words, _ := splitOrganisation(s)
			return readOrganisation(s, words, Unknown)
		}
	}
	p.titles()
	p.suffixes()
	p.particles()
	p.surname()
	p.givens()
	p.eastAsian()
	n := newName(s, words, p.roles, p.phrase, p.comma)
	n.schema = schema
	if schema == Unknown {
		n.place, n.free = namesPlace(words), &freeReading{}
	}
	return n
}

// firstSpelling cuts a name where a semicolon begins another spelling of it, as some lists write: "Karim Nuri; Kareem Noori".
func firstSpelling(s string) string {
	if isASCII(s) {
		if end := strings.IndexByte(s, ';'); end > 0 {
			return s[:end]
		}
		return s
	}
	if end := strings.IndexAny(s, ";؛"); end > 0 {
		return s[:end]
	}
	return s
}

// parser settles the role of each word, sign by sign; a word once known stays so.
type parser struct {
	words  []word
	roles  []Role
	known  []bool
	phrase []*phrase // for titles, particles and suffixes; else nil
	opened []int     // the memory of open
	comma  int       // the first word behind the surname's comma, or 0
}

// parserRoom holds on the stack what a parser needs for a name of ordinary length.
type parserRoom struct {
	roles  [8]Role
	known  [8]bool
	phrase [8]*phrase
	opened [8]int
}

func (r *parserRoom) parser(words []word) parser {
	n := len(words)
	if n > len(r.roles) {
		return parser{words: words, roles: make([]Role, n), known: make([]bool, n), phrase: make([]*phrase, n), opened: make([]int, n)}
	}
	return parser{words: words, roles: r.roles[:n], known: r.known[:n], phrase: r.phrase[:n], opened: r.opened[:n]}
}

func (p *parser) set(i int, r Role) { p.roles[i], p.known[i] = r, true }

// open lists the words whose role is not known yet; the list is good until the next call.
func (p *parser) open() []int {
	n := 0
	for i, known := range p.known {
		if !known {
			p.opened[n] = i
			n++
		}
	}
	return p.opened[:n]
}

// longestMatch finds the longest phrase of a book that the words from one to another open with.
func (p *parser) longestMatch(book *phrasebook, from, to int) (found *phrase, n int) {
	if from < to && p.words[from].in&book.list == 0 {
		return noPhrase, 0
	}
	return book.longestMatchOf(to-from, func(i int) string { return p.words[from+i].Plain })
}

// titles takes titles off the front of the name and off what stands behind a comma, while a word is left for a name.
// Words that are also names, such as Khan, are titles only when two more words follow.
func (p *parser) titles() {
	if p.isFamilyFirst(p.open()) {
		return // Pak Min-ho is no Bapak
	}
	for from := 0; from < len(p.words); {
		to := from + 1
		for to < len(p.words) && !p.words[to].comma {
			to++
		}
		p.titlesBetween(from, to)
		from = to
	}
}

func (p *parser) titlesBetween(from, to int) {
	for to > from && p.words[to-1].behind != nil {
		to--
		p.set(to, Title)
		p.phrase[to] = p.words[to].behind
	}
	for at := from; at < to; {
		found, n := p.longestTitle(at, to)
		left := p.namesBetween(at+n, to)
		if n == 0 || !isNameTitle(found) || left == 0 && from == 0 || left < 2 && found.section == "also names" {
			return
		}
		for i := at; i < at+n; i++ {
			p.set(i, Title)
			p.phrase[i] = found
		}
		at += n
	}
}

// longestTitle reads a title as it was written, and in Latin letters.
func (p *parser) longestTitle(from, to int) (found *phrase, n int) {
	if !p.words[from].latin {
		found, n = titles().longestMatchOf(to-from, func(i int) string { return p.words[from+i].written().Plain })
	}
	if n == 0 {
		found, n = p.longestMatch(titles(), from, to)
	}
	return found, n
}

// namesBetween counts the words that are no particles: of "Hafez al-Assad", one stands behind Hafez.
func (p *parser) namesBetween(from, to int) int {
	count := 0
	for i := from; i < to; {
		found, n := p.longestMatch(particles(), i, to)
		if n == 0 || i+n == to || found.section == "kunya" || found.section == "honorific" {
			count++
			n = 1
		}
		i += n
	}
	return count
}

// isNameTitle tells whether a phrase stands with a name by itself; qualifiers, roles and kin only do so in a text.
func isNameTitle(title *phrase) bool {
	switch title.section {
	case "qualifier", "role", "kin", "after", "behind":
		return false
	}
	return true
}

// suffixes takes Jr. and the like off the back; "II" needs a name before it.
func (p *parser) suffixes() {
	for i := len(p.words) - 1; i > 0; i-- {
		if p.known[i] {
			continue
		}
		w := &p.words[i]
		if w.in&opensParticle == 0 || !particles().in["suffix"][w.Plain] || len(p.open()) < 2 || len(w.Letters) == 1 && (w.dotted || w.lower) {
			return
		}
		p.set(i, Suffix)
		p.phrase[i] = p.suffix(i)
	}
}

// suffix is the phrase of word i as a suffix: jr for junior.
func (p *parser) suffix(i int) *phrase {
	if found, n := p.longestMatch(particles(), i, i+1); n > 0 && found.section == "suffix" {
		return found
	}
	return &phrase{"suffix", p.words[i].Plain} // i is a Catalan particle as well
}

// particles finds the small words inside the name and what they make of the next word.
func (p *parser) particles() {
	end := 0 // of the words from i on whose role is not known
	for i := 0; i < len(p.words); i++ {
		if p.known[i] {
			end = 0
			continue
		}
		for end = max(end, i); end < len(p.words) && !p.known[end]; {
			end++
		}
		found, n := p.longestMatch(particles(), i, end)
		if n == 0 || !p.particleFits(found, i, n, end) {
			continue
		}
		for j := i; j < i+n; j++ {
			p.set(j, Particle)
			p.phrase[j] = found
		}
		switch found.section {
		case "patronymic":
			p.set(i+n, Patronymic)
			if _, m := p.longestMatch(particles(), i+n, end); m > 0 && i+n+m < end {
				p.set(i+n, Particle) // bin al-, bin Abd al-
				p.set(i+n+m, Patronymic)
			}
		case "son":
			p.set(i-1, Patronymic)
		}
		i += n - 1
	}
}

// particleFits tells whether the n words at i do a particle's work there. A particle needs a name before or behind
// it, as its kind says; one at the front, such as Ben, may as well be a given name.
func (p *parser) particleFits(found *phrase, i, n, end int) bool {
	first := i == 0 || p.known[i-1] && p.roles[i-1] == Title || p.words[i].comma
	behind := i+n < end && !p.words[i+n].comma
	if len(p.words[i].Letters) == 1 && !p.words[i].lower {
		return false
	}
	if !behind && found.section != "son" {
		return false
	}
	// A particle opens a name when something shows that it is no given name: Ben-Haim, "Bin Salman, Mohammed", van Buren.
	opens := first && (p.commaBehind(i+n) || behind && p.words[i+n].joined || p.words[i].lower)
	known := p.words[i].forms != nil && p.words[i].Plain != found.head // Ad Visser, Del Hurst
	switch found.section {
	case "patronymic":
		return !first || opens
	case "article":
		return !first || opens || len(p.words[i].Letters) == 2 && !known
	case "nobiliary":
		if first && !p.words[i].lower && p.words[i].in&inFamilyFirst != 0 {
			return false // Li Wei
		}
		return !first || opens || p.words[i].capitals || end-i-n == 1 && p.words[i].forms == nil // Van Buren
	case "honorific":
		return !first && behind && !p.known[i-1] && !p.words[i].comma
	case "son":
		return !first && !p.known[i-1]
	}
	return false // kunyas are parts of the given name
}

// commaBehind tells whether a comma stands somewhere behind word i, as behind a surname that comes first.
func (p *parser) commaBehind(i int) bool {
	for i < len(p.words) && !p.words[i].comma {
		i++
	}
	return i < len(p.words)
}

// givens makes the rest given names.
func (p *parser) givens() {
	for _, i := range p.open() {
		p.set(i, Given)
	}
}

func newName(s string, words []word, roles []Role, phrases []*phrase, comma int) Name {
	n := Name{Text: s}
	if len(words) == 0 {
		return n
	}
	readForAlignment(words)
	n.Parts, n.tokens = make([]Part, len(words)), make([]token, len(words))
	for i := range words {
		w := &words[i]
		n.Parts[i] = Part{Text: s[w.start:w.end], Role: roles[i], Start: w.start, End: int(w.end)}
		place := i - comma // the surname's place is behind the given name
		if place < 0 {
			place += len(words)
		}
		n.tokens[place] = token{word: w, role: roles[i], part: int32(i), phrase: cmp.Or(phrases[i], noPhrase)}
	}
	n.overlong = isOverlong(n.tokens)
	return n
}

// A token is a word with its role, in the order of speech: given name before surname.
type token struct {
	*word
	phrase *phrase // of a title, a particle or a suffix; else noPhrase
	part   int32   // place in Name.Parts
	role   Role
}
