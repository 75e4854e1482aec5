package correspond

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A Word is what the alignment reads of a word, or of several words read as one.
type Word struct {
	Letters  []rune // lower case, composed, accents kept
	Base     []rune // the same without accents; shares Letters when there are none
	Plain    string // Base as a string
	Accented bool   // Letters and Base differ
}

// NewWord makes a word of letters in lower case; it keeps the slice.
func NewWord(letters []rune) Word {
	w := Word{Letters: letters, Base: letters}
	for i, r := range letters {
		if base := BaseLetter(r); base != r {
			if !w.Accented {
				w.Base, w.Accented = append([]rune(nil), letters...), true
			}
			w.Base[i] = base
		}
	}
	w.Plain = string(w.Base)
	return w
}

// NativeWord makes a word of text in a script other than Latin: small letters as they stand, Hangul taken apart, vowel
// signs of Arabic and Hebrew left out. at gives for each letter the byte of the text where it begins, and the text's
// length at the end.
func NativeWord(text string) (w Word, at []int) {
	letters := utf8.RuneCountInString(text)
	w.Letters, at = make([]rune, 0, letters), make([]int, 0, letters+1)
	for i, r := range text {
		switch {
		case unicode.Is(unicode.Hangul, r):
			place := i
			for _, jamo := range norm.NFD.String(string(r)) {
				w.Letters = append(w.Letters, jamo)
				at = append(at, place)
				place = i + utf8.RuneLen(r) // the first letter answers for the whole
			}
		case unicode.IsLetter(r), unicode.IsMark(r) && !unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Inherited):
			w.Letters = append(w.Letters, unicode.ToLower(r))
			at = append(at, i)
		}
	}
	w.Base, w.Plain = w.Letters, string(w.Letters)
	return w, append(at, len(text))
}

// BaseLetter is the letter without its accents: é is e. Letters that Unicode does not take apart, such as
// ł, are left to the correspondences.
func BaseLetter(r rune) rune {
	if r < utf8.RuneSelf {
		return r
	}
	var buffer [utf8.UTFMax]byte
	n := utf8.EncodeRune(buffer[:], r)
	if d := norm.NFD.Properties(buffer[:n]).Decomposition(); len(d) > 0 {
		base, _ := utf8.DecodeRune(d)
		return base
	}
	return r
}
