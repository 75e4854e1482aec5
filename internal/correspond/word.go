package correspond

import (
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
