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
var caseIgnorables = sync.OnceValue(func() *set { return binaryProperty("caseignorable") })

// isCased and isCaseIgnorable know ASCII without the sets, which take longer to make than a name to romanise.
func isCased(r rune) bool {
	if r < utf8.RuneSelf {
		return unicode.IsLetter(r)
	}
	return casedLetters().contains(r)
}

func isCaseIgnorable(r rune) bool {
	if r < utf8.RuneSelf {
		return r == '\'' || r == '.' || r == ':' || r == '^' || r == '`'
	}
	return caseIgnorables().contains(r)
}

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
		m.mapLetter(r, size, unicode.ToUpper(r), false, by)
	}
}

// toTitle puts the first cased letter of a word in title case and the others in lower case; a word
// is what case-ignorable letters do not end.
func toTitle(m *machine, by *origin) {
	inWord := m.casedBefore()
	for m.pos < m.limit() {
		r, size := m.next()
		if isCaseIgnorable(r) {
			m.advance(size)
			continue
		}
		if inWord {
			m.lowerLetter(r, size, by)
		} else {
			m.mapLetter(r, size, unicode.ToTitle(r), true, by)
		}
		inWord = isCased(r)
	}
}

// mapLetter writes the upper or title case of a letter: the special one if it has one, else the simple.
func (m *machine) mapLetter(r rune, size int, simple rune, title bool, by *origin) {
	if full := special(r, title); full != "" {
		m.scratch = append(m.scratch[:0], full...)
	} else if simple == r {
		m.advance(size)
		return
	} else {
		m.scratch = utf8.AppendRune(m.scratch[:0], simple)
	}
	m.replace(size, m.scratch, len(m.scratch), by)
}

// specialLetters are those whose upper or title case is more than one letter, like ß, and some between them.
var specialLetters = []codeRange{{0xDF, 0xDF}, {0x149, 0x149}, {0x1F0, 0x1F0}, {0x390, 0x390}, {0x3B0, 0x3B0}, {0x587, 0x587},
	{0x1E96, 0x1E9A}, {0x1F50, 0x1FFC}, {0xFB00, 0xFB17}}

var specialCasing = sync.OnceValue(func() (special struct{ upper, title map[rune]string }) {
	special.upper, special.title = map[rune]string{}, map[rune]string{}
	upper, title := cases.Upper(language.Und), cases.Title(language.Und)
	for _, g := range specialLetters {
		for r := g.lo; r <= g.hi; r++ {
			special.upper[r], special.title[r] = upper.String(string(r)), title.String(string(r))
		}
	}
	return special
})

// special gives the upper or title case of such a letter; nothing for the others.
func special(r rune, title bool) string {
	for _, g := range specialLetters {
		if r < g.lo {
			break
		}
		if r <= g.hi && title {
			return specialCasing().title[r]
		} else if r <= g.hi {
			return specialCasing().upper[r]
		}
	}
	return ""
}

// casedBefore tells whether a cased letter stands before the cursor, case-ignorable ones apart.
func (m *machine) casedBefore() bool {
	for p := len(m.left); p > m.base; {
		r, size := decodeBefore(m.left, p)
		if !isCaseIgnorable(r) {
			return isCased(r)
		}
		p -= size
	}
	return false
}

// casedAfter tells whether a cased letter follows the one behind the cursor, case-ignorable ones apart.
func (m *machine) casedAfter(size int) bool {
	for p := m.pos + size; p < len(m.right); {
		r, size := decode(m.right, p)
		if !isCaseIgnorable(r) {
			return isCased(r)
		}
		p += size
	}
	return false
}
