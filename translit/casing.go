package translit

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
)

// Full case mapping (Unicode, chapter 3.13), letter by letter, so that a trace knows what became what.

var casedLetters = sync.OnceValue(func() *set { return binaryProperty("cased") })
var caseIgnorable = sync.OnceValue(func() *set { return binaryProperty("caseignorable") })

func toLower(m *machine, by *origin) {
	for m.pos < m.limit() {
		r, size := m.next()
		m.lowerLetter(r, size, by)
	}
}

// lowerLetter writes the full lower case of the letter behind the cursor.
func (m *machine) lowerLetter(r rune, size int, by *origin) {
	low := unicode.ToLower(r)
	switch {
	case r == 'İ': // the one letter whose lower case is two
		m.scratch = append(m.scratch[:0], "i̇"...)
	case r == 'Σ' && m.casedBefore() && !m.casedAfter(size):
		m.scratch = append(m.scratch[:0], "ς"...)
	case low == r:
		m.advance(size)
		return
	default:
		m.scratch = utf8.AppendRune(m.scratch[:0], low)
	}
	m.replace(size, m.scratch, len(m.scratch), by)
}

func toUpper(m *machine, by *origin) {
	for m.pos < m.limit() {
		r, size := m.next()
		m.mapLetter(r, size, unicode.ToUpper(r), &m.upper, by)
	}
}

// toTitle puts the first cased letter of a word in title case and the others in lower case; a word
// is what case-ignorable letters do not end.
func toTitle(m *machine, by *origin) {
	inWord := m.casedBefore()
	for m.pos < m.limit() {
		r, size := m.next()
		if caseIgnorable().contains(r) {
			m.advance(size)
			continue
		}
		if inWord {
			m.lowerLetter(r, size, by)
		} else {
			m.mapLetter(r, size, unicode.ToTitle(r), &m.title, by)
		}
		inWord = casedLetters().contains(r)
	}
}

// mapLetter writes the full upper or title case of a letter. simple is the simple mapping, which is
// also the full one in ASCII.
func (m *machine) mapLetter(r rune, size int, simple rune, caser *cases.Caser, by *origin) {
	if r < utf8.RuneSelf {
		if simple == r {
			m.advance(size)
			return
		}
		m.scratch = append(m.scratch[:0], byte(simple))
		m.replace(size, m.scratch, 1, by)
		return
	}
	if !m.hasCaser {
		m.upper, m.title, m.hasCaser = cases.Upper(language.Und), cases.Title(language.Und), true
	}
	var buf [3 * utf8.UTFMax]byte // no letter becomes more than three
	caser.Reset()
	n, _, _ := caser.Transform(buf[:], m.right[m.pos:m.pos+size], true)
	m.scratch = append(m.scratch[:0], buf[:n]...)
	m.replace(size, m.scratch, n, by)
}

// casedBefore tells whether a cased letter stands before the cursor, case-ignorable ones apart.
func (m *machine) casedBefore() bool {
	for p := len(m.left); p > m.base; {
		r, size := decodeBefore(m.left, p)
		if !caseIgnorable().contains(r) {
			return casedLetters().contains(r)
		}
		p -= size
	}
	return false
}

// casedAfter tells whether a cased letter follows the one behind the cursor, case-ignorable ones apart.
func (m *machine) casedAfter(size int) bool {
	for p := m.pos + size; p < len(m.right); {
		r, size := decode(m.right, p)
		if !caseIgnorable().contains(r) {
			return casedLetters().contains(r)
		}
		p += size
	}
	return false
}
