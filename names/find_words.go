package names

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A findWord is a word of a text, or a set phrase of several.
type findWord struct {
	start, end int // bytes of the text, the possessive 's cut off
	key        string
	label      label
	shape      wordShape
	gap        wordGap // what parts it from the word before
	possessive bool
	dotted     bool // ends in a full stop that belongs to it
	plural     bool // a title in the plural: Presidents, brothers
	headline   bool // stands in a line where most words have capitals
	ordinary   bool // unknown to the lexicons, but not a name by its ending or since the text writes it small
}

type wordShape uint8

const (
	small   wordShape = iota
	capital           // Jinbekov, al-Sisi, O'Neill
	allCaps           // NATO
	initial           // J.  J.K.
	number
	foreign // letters of another script
)

type wordGap uint8

const (
	gapSpace    wordGap = iota
	gapComma            // a comma and blanks
	gapHyphen           // pro-Jinbekov
	gapAnd              // &
	gapOther            // a dash, a semicolon, a slash
	gapSentence         // a full stop, colon, opening quote or parenthesis
	gapLine             // the end of a line or paragraph; or of the text
)

// opensSentence tells whether a capital behind the gap says nothing.
func (g wordGap) opensSentence() bool { return g >= gapSentence }

// Lines of such lengths in bytes are taken for wrapped: a name may go on in the next one.
const wrappedLineMin, wrappedLineMax = 50, 130

// splitText reads the words of a text in one pass. Invalid UTF-8 parts words.
func splitText(text string, lex *findLexicon) []findWord {
	words := make([]findWord, 0, len(text)/6)
	last, lineStart := 0, 0 // the end of the word before; the start of its line
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			i += size
			continue
		}
		gap := readGap(text[last:i], last-lineStart)
		if newline := strings.LastIndexByte(text[last:i], '\n'); newline >= 0 {
			lineStart = last + newline + 1
		}
		if len(words) == 0 {
			gap = gapLine
		}
		end := endOfWord(text, i)
		for i < end { // parts of a word like pro-Jinbekov and Jinbekov-led
			w := findWord{start: i, end: endOfPart(text[:end], i, lex), gap: gap}
			i = w.end
			if i < end {
				_, size := utf8.DecodeRuneInString(text[i:])
				i += size // the hyphen
				gap = gapHyphen
			}
			last = w.finish(text, lex)
			i = max(i, last)
			words = append(words, w)
		}
	}
	return words
}

// endOfWord finds where the word that begins at byte i ends: letters, marks, digits, with apostrophes and hyphens
// between them, and the full stops of U.S. and J.K.
func endOfWord(text string, i int) int {
	end, letters := i, 0 // letters since the last full stop
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			letters++
			i += size
			end = i
			continue
		case isApostrophe(r) || r == '-' || r == '‐' || r == '\u2011':
			letters = 2
		case r == '.' && letters == 1:
			letters = 0
		default:
			return end
		}
		i += size
		if next, _ := utf8.DecodeRuneInString(text[i:]); !unicode.IsLetter(next) {
			return end
		}
	}
	return end
}

// longestParted is the length in bytes of the longest word that is looked at for parts; it bounds the time.
const longestParted = 100

// endOfPart parts a word at a hyphen where what stands before is no part of a name (pro-, ex-) or what
// stands behind (-led).
func endOfPart(text string, i int, lex *findLexicon) int {
	if len(text)-i > longestParted {
		return len(text)
	}
	for j := i; j < len(text); {
		r, size := utf8.DecodeRuneInString(text[j:])
		if r == '-' || r == '‐' || r == '\u2011' {
			before, _ := utf8.DecodeRuneInString(text[i:])
			behind, _ := utf8.DecodeRuneInString(text[j+size:])
			key := findKey(text[i:j])
			switch {
			case unicode.IsLower(before) && unicode.IsUpper(behind) && lex.words[key]&isParticle == 0,
				lex.words[key]&isQualifier != 0 && lex.words[findKey(text[i:])] == 0,
				unicode.IsUpper(before) && unicode.IsLower(behind) && lex.words[findKey(text[j+size:])]&isHyphenTail != 0:
				return j
			}
		}
		j += size
	}
	return len(text)
}

// finish reads the word's shape, cuts off the possessive, takes in the full stop of an abbreviation, and gives
// the byte from which the text goes on.
func (w *findWord) finish(text string, lex *findLexicon) int {
	next := w.end
	if n := len(possessive(text[w.start:w.end])); n > 0 {
		w.possessive = true
		w.end -= n
	}
	w.shape = shapeOf(text[w.start:w.end], lex)
	w.key = findKey(text[w.start:w.end])
	if !w.possessive && w.end < len(text) && text[w.end] == '.' && (w.shape == initial || isAbbreviation(w.key, lex) && !isRoman(w.key)) {
		w.dotted = true
		w.end++
		next = w.end
	}
	return next
}

func isAbbreviation(key string, lex *findLexicon) bool {
	return len(key) <= 4 && lex.words[key]&(isTitle|isSuffix|isFunctionWord|needsDot|beforePlace) != 0 &&
		lex.words[key]&(isFunctionWord|isGivenName) == 0
}

// isRoman tells a number of kings and heirs, behind which a full stop ends the sentence: Henry Ford II.
func isRoman(key string) bool { return strings.Trim(key, "ivx") == "" }

// possessive is the 's at the end of a word, if any.
func possessive(s string) string {
	for _, ending := range []string{"'s", "’s", "'S", "’S"} {
		if strings.HasSuffix(s, ending) && len(s) > len(ending) {
			return ending
		}
	}
	return ""
}

// shapeOf tells how a word is written.
func shapeOf(s string, lex *findLexicon) wordShape {
	s = strings.TrimLeftFunc(s, isApostrophe) // ʿAli
	first, size := utf8.DecodeRuneInString(s)
	switch {
	case unicode.IsDigit(first):
		return number
	case !unicode.Is(unicode.Latin, first):
		return foreign
	case !unicode.IsUpper(first) && !unicode.IsTitle(first):
		if i := strings.IndexAny(s, "-'’‘ʻʼ"); i > 0 && startsUpper(s[i:]) && lex.words[findKey(s[:i])]&isParticle != 0 || i > 0 && i < 2 && startsUpper(s[i:]) {
			return capital // al-Sisi, d'Estaing
		}
		return small
	case size == len(s) || strings.Contains(s, "."):
		return initial
	}
	for _, r := range s[size:] {
		if unicode.IsLower(r) {
			return capital
		}
	}
	return allCaps
}

// startsUpper tells whether the first letter behind a hyphen or an apostrophe is a capital.
func startsUpper(s string) bool {
	_, size := utf8.DecodeRuneInString(s)
	r, _ := utf8.DecodeRuneInString(s[size:])
	return unicode.IsUpper(r)
}

// readGap tells what parts two words. line is the length of the line up to the gap, in bytes.
func readGap(s string, line int) wordGap {
	if s == " " {
		return gapSpace
	}
	gap, newlines := gapSpace, 0
	for _, r := range s {
		switch {
		case r == '\n':
			newlines++
		case unicode.IsSpace(r):
		case r == ',':
			gap = max(gap, gapComma)
		case r == '&':
			gap = max(gap, gapAnd)
		case strings.ContainsRune(".:!?…([\"“„«‘'’", r):
			gap = max(gap, gapSentence)
		default:
			gap = max(gap, gapOther)
		}
	}
	if newlines > 1 || newlines == 1 && (line < wrappedLineMin || line > wrappedLineMax) {
		return gapLine
	}
	return gap
}
