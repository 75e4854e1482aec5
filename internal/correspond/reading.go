package correspond

import (
	"encoding/binary"
	"slices"
)

// A Reading is a word as the grid of Distance wants it, for one set of rules. It is immutable, and good as long as the
// word does not change.
type Reading struct {
	letters  letterSet
	codes    face   // of the letters; behind their end, when the word is accented, of the letters without accents
	index    *index // whose codes these are; nil when the rules have none
	word     *Word
	n        int32 // letters
	odd      bool  // some letters share a code with others
	accented bool  // as the word is
}

// A face is the codes of letters, and behind the last one eight times none; so the eight bytes from some letter on are the
// window that it opens.
type face []byte

func (f face) code(i int) uint8    { return f[i] }
func (f face) window(i int) uint64 { return binary.LittleEndian.Uint64(f[i:]) }

// end puts the end behind the letters.
func (f face) end() face { return append(f, make([]byte, packed)...) }

// plain are the letters as they stand, bare those without accents.
func (r *Reading) plain() face { return r.codes[:r.Size()+packed] }
func (r *Reading) bare() face  { return r.codes[r.Size()+packed:] }

// Size is how many letters the word has.
func (r *Reading) Size() int { return int(r.n) }

// base is the code of a letter without its accents.
func (r *Reading) base(i int) uint8 {
	if r.accented {
		return r.bare().code(i)
	}
	return r.plain().code(i)
}

// ReadingSize is how many bytes Read needs.
func (w *Word) ReadingSize() int {
	size := len(w.Letters) + packed
	if w.Accented {
		size *= 2
	}
	return size
}

// Read reads a word, in the memory behind the room; Rest is the memory that it leaves.
func (c *Rules) Read(w *Word, room []byte) Reading {
	r := Reading{word: w, index: c.byLetter, n: int32(len(w.Letters)), accented: w.Accented}
	if r.index == nil {
		return r
	}
	r.codes = r.index.appendFace(room[len(room):], w.Letters).end()
	if w.Accented {
		r.codes = r.index.appendFace(r.codes, w.Base).end()
	}
	r.gather()
	return r
}

// Rest is the memory behind the reading, for the next one.
func (r *Reading) Rest() []byte { return r.codes[len(r.codes):] }

func (x *index) appendFace(f face, letters []rune) face {
	from := len(f)
	f = slices.Grow(f, len(letters))[:from+len(letters)]
	for i, letter := range letters {
		f[from+i] = x.code(letter)
	}
	return f
}

// IsOf tells whether the word was read by these rules.
func (r *Reading) IsOf(c *Rules) bool { return r.word != nil && r.index == c.byLetter }

// join makes r the words of a run read as one, in the memory it has. Its word is w.
func (r *Reading) join(run []*Reading, w *Word) {
	r.word, r.index, r.n, r.odd, r.codes = w, run[0].index, 0, false, r.codes[:0]
	r.letters = letterSet{}
	accented := false
	for _, part := range run {
		r.codes = append(r.codes, part.codes[:part.n]...)
		r.n += part.n
		r.letters.add(&part.letters)
		r.odd = r.odd || part.odd
		accented = accented || part.accented
	}
	r.codes = r.codes.end()
	w.Accented, r.accented = accented, accented
	if !accented && !r.odd {
		return // the codes say all
	}
	w.join(run)
	if accented {
		r.codes = r.index.appendFace(r.codes, w.Base).end()
	}
}

func (w *Word) join(run []*Reading) {
	w.Letters, w.Base, w.Accented = w.Letters[:0], w.Base[:0], false
	for _, part := range run {
		w.Letters = append(w.Letters, part.word.Letters...)
		w.Base = append(w.Base, part.word.Base...)
		w.Accented = w.Accented || part.word.Accented
	}
}

// equal tells whether two words have the same letters.
func (r *Reading) equal(other *Reading) bool {
	if r.n != other.n || r.index == nil {
		return r.index == nil && slices.Equal(r.word.Letters, other.word.Letters)
	}
	return string(r.codes[:r.n]) == string(other.codes[:r.n]) && (!r.odd || slices.Equal(r.word.Letters, other.word.Letters))
}
