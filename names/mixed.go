package names

import (
	"sync"
	"unicode"
	"unicode/utf8"
)

// Words of mixed letters
//
// A word with Latin and Cyrillic letters, or Greek ones, is mostly one in which some letters were replaced by others that
// look the same: by a slip of the keyboard's layout, or so that no filter sees it. When all letters of the one script look
// like letters of the other, they are read as these; when both do, the many tell.

// A mixture says of which scripts a word has letters, of those that have letters alike.
type mixture uint8

const (
	withLatin mixture = 1 << iota
	withCyrillic
	withGreek
)

// isMixed tells whether a word has Latin letters and others.
func (m mixture) isMixed() bool { return m&withLatin != 0 && m != withLatin }

// with is the mixture of a word with a further sign; none behind what is no part of words.
func (m mixture) with(r rune) mixture {
	switch {
	case unicode.Is(unicode.Latin, r):
		return m | withLatin
	case unicode.Is(unicode.Cyrillic, r):
		return m | withCyrillic
	case unicode.Is(unicode.Greek, r):
		return m | withGreek
	}
	switch kindOf(r) {
	case letter, mark, apostrophe:
		return m
	}
	return 0
}

// unmix reads the letters of each mixed word as those of one script.
func unmix(signs []sign) {
	start, mixed := 0, mixture(0)
	for i, c := range signs {
		if mixed = mixed.with(c.letter); mixed == 0 {
			start = i + 1
		} else if mixed.isMixed() && (i+1 == len(signs) || mixed.with(signs[i+1].letter) == 0) {
			unmixWord(signs[start:i+1], mixed)
		}
	}
}

func unmixWord(word []sign, mixed mixture) {
	toLatin, toOther := letterLooks().latin, letterLooks().other[mixed&^withLatin]
	latin, other := 0, 0
	allLatin, allOther := true, toOther != nil // of words of three scripts only Latin can be made
	for _, c := range word {
		switch mixture(0).with(c.letter) {
		case withLatin:
			latin++
			allOther = allOther && toOther[c.letter] != 0
		case withCyrillic, withGreek:
			other++
			allLatin = allLatin && toLatin[c.letter] != 0
		}
	}
	as := toLatin
	switch {
	case !allLatin && !allOther:
		return
	case !allLatin || allOther && other > latin:
		as = toOther
	}
	for i, c := range word {
		if r := as[c.letter]; r != 0 {
			word[i].letter = r
		}
	}
}

// looks are the letters of look-alikes.txt.
type looks struct {
	latin map[rune]rune             // for each letter of another script the Latin one
	other map[mixture]map[rune]rune // of a script, for each Latin letter the other one
}

var letterLooks = sync.OnceValue(func() looks {
	l := looks{map[rune]rune{}, map[mixture]map[rune]rune{}}
	for _, line := range mustRead("look-alikes.txt").Lines {
		other, n := utf8.DecodeRuneInString(line.Fields[0])
		latin, m := utf8.DecodeRuneInString(line.Fields[len(line.Fields)-1])
		script := mixture(0).with(other)
		if len(line.Fields) != 3 || n != len(line.Fields[0]) || m != len(line.Fields[2]) || script&^withLatin == 0 || mixture(0).with(latin) != withLatin {
			panic(line.Errorf("%q does not set a letter beside a Latin one; write letter = Latin letter", line.Fields))
		}
		l.latin[other] = latin
		if l.other[script] == nil {
			l.other[script] = map[rune]rune{}
		}
		if l.other[script][latin] == 0 { // the first line of several is the usual reading
			l.other[script][latin] = other
		}
	}
	return l
})
