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
		m.mapLetter(r, size, unicode.ToUpper(r), specialCasing().upper, by)
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
			m.mapLetter(r, size, unicode.ToTitle(r), specialCasing().title, by)
		}
		inWord = casedLetters().contains(r)
	}
}

// mapLetter writes the upper or title case of a letter: the special one if it has one, else the simple.
func (m *machine) mapLetter(r rune, size int, simple rune, special map[rune]string, by *origin) {
	if full, ok := special[r]; ok && r >= utf8.RuneSelf {
		m.scratch = append(m.scratch[:0], full...)
	} else if simple == r {
		m.advance(size)
		return
	} else {
		m.scratch = utf8.AppendRune(m.scratch[:0], simple)
	}
	m.replace(size, m.scratch, len(m.scratch), by)
}

// specialCasing holds the letters whose upper or title case is more than one letter, like ß.
var specialCasing = sync.OnceValue(func() (special struct{ upper, title map[rune]string }) {
	special.upper, special.title = map[rune]string{}, map[rune]string{}
	upper, title := cases.Upper(language.Und), cases.Title(language.Und)
	check := func(from, to rune) {
		for r := from; r <= to; r++ {
			if full := upper.String(string(r)); full != string(unicode.ToUpper(r)) {
				special.upper[r] = full
			}
			if full := title.String(string(r)); full != string(unicode.ToTitle(r)) {
				special.title[r] = full
			}
		}
	}
	check(0x80, 0x587)    // Latin, Greek, Armenian
	check(0x1E00, 0x1FFF) // more Latin and Greek
	check(0xFB00, 0xFB17) // ligatures
	return special
})

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
