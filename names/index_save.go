package names

import (
	"encoding/binary"
	"hash/crc32"
	"math"

	"github.com/namesake-go/namesake/internal/correspond"
)

// An index on the disk
//
// To make an index of a million names takes seconds: each is read by Parse, and all words are compared. What comes of it
// is numbers, which words stand in which name and which words are near one another; so they are saved.
//
//	sum  program  schema  names, sum of their texts  name name name ...  near words
//
// Words, shapes and the keys of organisations are not saved. They are numbered as they come, so the number that nobody has had
// tells a name that brings a new one, and that name is read anew; of a million there are some ten thousand. A saved index is
// good for the very program that made it, for another may read names otherwise; any other makes its own.

// Save gives what [Matcher.LoadIndex] makes the same index from, once it is warm; nil when it cannot be saved, as with rules
// that are not the built-in ones. Nobody may use the index meanwhile.
func (x *Index) Save() []byte {
	program := ownProgram()
	if program == nil || x.m.rules != BuiltinCorrespondences() || len(x.texts) == 0 {
		return nil
	}
	h := x.lexicon(lexiconKey{})
	b := make([]byte, crc32.Size, 8*len(x.texts))
	b = append(b, program...)
	b = binary.AppendUvarint(b, uint64(x.m.options.Schema))
	b = binary.AppendUvarint(b, uint64(len(x.texts)))
	b = binary.LittleEndian.AppendUint32(b, textSum(x.texts))
	for i := range x.texts {
		b = x.savedName(uint32(i)).append(b)
	}
	b = binary.AppendUvarint(b, uint64(x.similar.covered))
	for i := range h.holders {
		if h.pairs == nil || h.pairs[i] == nil {
			b = append(b, 0)
			continue
		}
		near := h.pairs[i]
		b = binary.AppendUvarint(b, uint64(len(near)+1))
		for _, n := range near {
			b = binary.AppendUvarint(b, uint64(n.Word))
			b = binary.AppendUvarint(b, uint64(n.Cost))
		}
	}
	return resummed(b)
}

// resummed puts the sum of what was saved before it.
func resummed(saved []byte) []byte {
	binary.LittleEndian.PutUint32(saved, crc32.Checksum(saved[crc32.Size:], castagnoli))
	return saved
}

// LoadIndex makes the index that was saved, of the first of some names; the others are to be added. It gives nil when it was
// saved by another program, of other names or for another schema, or is damaged.
func (m *Matcher) LoadIndex(saved []byte, texts []string) *Index {
	if len(saved) < crc32.Size || binary.LittleEndian.Uint32(saved) != crc32.Checksum(saved[crc32.Size:], castagnoli) {
		return nil
	}
	r := numberReader{rest: saved[crc32.Size:]}
	program := ownProgram()
	if program == nil || m.rules != BuiltinCorrespondences() || string(r.bytes(len(program))) != string(program) || Schema(r.number()) != m.options.Schema {
		return nil
	}
	n := r.number()
	if n > uint64(len(texts)) {
		return nil
	}
	texts = texts[:n]
	if sum := r.bytes(4); sum == nil || binary.LittleEndian.Uint32(sum) != textSum(texts) {
		return nil
	}
	x := m.NewIndex()
	if !x.loadNames(&r, texts) || !x.loadNear(&r) {
		return nil
	}
	return x
}

// loadNames files the names, and reads those anew that bring something new.
func (x *Index) loadNames(r *numberReader, texts []string) bool {
	anew := bringingNew(*r, texts)
	x.texts, x.shapeOf = make([]string, 0, len(texts)), make([]int32, 0, len(texts))
	x.foundTo, x.tokensTo = make([]uint32, 0, len(texts)), make([]uint32, 0, len(texts))
	x.found, x.tokens = make([]int32, 0, 2*len(texts)), make([]int32, 0, 2*len(texts))
	var read []readName
	var s savedName
	for i, text := range texts {
		s.read(r)
		switch {
		case r.bad:
			return false
		case len(anew) > 0 && anew[0] == i:
			if len(read) == 0 {
				read = make([]readName, min(readAtOnce, len(anew)))
				inParallel(len(read), func(i int) { read[i] = x.m.readName(texts[anew[i]]) })
			}
			x.file(&read[0])
			anew, read = anew[1:], read[1:]
			if got := x.savedName(uint32(i)); !got.equal(&s) {
				return false
			}
		case !x.fileSaved(text, &s):
			return false
		}
	}
	return true
}

// loadNear makes the lexicon, and takes the near words of each of its entries.
func (x *Index) loadNear(r *numberReader) bool {
	covered := r.number()
	if covered > uint64(len(x.similar.findable)) {
		return false
	}
	x.cover(int(covered))
	h := x.lexicon(lexiconKey{})
	h.pairs = make([][]correspond.Near, len(h.holders))
	for i := range h.pairs {
		n := r.number()
		if n > uint64(len(r.rest)) {
			return false
		}
		if n == 0 {
			continue
		}
		h.pairs[i] = make([]correspond.Near, n-1)
		for j := range h.pairs[i] {
			word, cost := r.number(), r.number()
			if word >= uint64(len(h.holders)) || cost > math.MaxInt32 {
				return false
			}
			h.pairs[i][j] = correspond.Near{Word: int32(word), Cost: int32(cost)}
		}
	}
	return !r.bad && len(r.rest) == 0
}
