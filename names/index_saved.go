package names

import (
	"crypto/sha256"
	"encoding/binary"
	"hash/crc32"
	"io"
	"math"
	"os"
	"slices"
	"sync"
)

// A savedName is what is saved of a name: its shape and the words of that, or those that it is found by when it has none; the
// words joined of several; the keys of an organisation.
type savedName struct {
	shape               int32
	words, joined, keys []int32
}

func (x *Index) savedName(number uint32) savedName {
	s := savedName{shape: x.shapeOf[number], keys: x.organisations.of[number]}
	if s.shape != 0 {
		to := x.tokensTo[number]
		s.words = x.tokens[int(to)-len(x.shapes[s.shape]) : to]
	}
	for _, n := range x.wordsOf(number) {
		switch {
		case n < 0:
			s.joined = append(s.joined, -1-n)
		case s.shape == 0:
			s.words = append(s.words, n)
		}
	}
	return s
}

func (s *savedName) equal(other *savedName) bool {
	return s.shape == other.shape && slices.Equal(s.words, other.words) && slices.Equal(s.joined, other.joined) && slices.Equal(s.keys, other.keys)
}

// more is the flag beside the shape of a name that has joined words or keys.
const more = 1

func (s savedName) append(b []byte) []byte {
	head := uint64(s.shape) << 1
	if len(s.joined)+len(s.keys) > 0 {
		head |= more
	}
	b = binary.AppendUvarint(b, head)
	b = appendNumbers(b, s.words)
	if head&more != 0 {
		b = appendNumbers(b, s.joined)
		b = appendNumbers(b, s.keys)
	}
	return b
}

func appendNumbers(b []byte, numbers []int32) []byte {
	b = binary.AppendUvarint(b, uint64(len(numbers)))
	for _, n := range numbers {
		b = binary.AppendUvarint(b, uint64(n))
	}
	return b
}

func (s *savedName) read(r *numberReader) {
	head := r.number()
	s.shape = int32(head >> 1)
	s.words = r.numbers(s.words[:0])
	s.joined, s.keys = s.joined[:0], s.keys[:0]
	if head&more != 0 {
		s.joined = r.numbers(s.joined)
		s.keys = r.numbers(s.keys)
	}
}

// bringingNew lists the names, by their places, that have a shape, a word or a key which none before has.
func bringingNew(r numberReader, texts []string) (anew []int) {
	var s savedName
	shapes, words, keys := int32(0), int32(-1), int32(-1) // the greatest so far
	for i := range texts {
		s.read(&r)
		if r.bad {
			return anew
		}
		word := max(greatest(s.words), greatest(s.joined))
		if s.shape > shapes || word > words || greatest(s.keys) > keys {
			anew = append(anew, i)
		}
		shapes, words, keys = max(shapes, s.shape), max(words, word), max(keys, greatest(s.keys))
	}
	return anew
}

func greatest(numbers []int32) int32 {
	most := int32(-1)
	for _, n := range numbers {
		most = max(most, n)
	}
	return most
}

// fileSaved files a name that brings nothing new; false when it does.
func (x *Index) fileSaved(text string, s *savedName) bool {
	if int(s.shape) >= len(x.shapes) || s.shape != 0 && len(s.words) != len(x.shapes[s.shape]) || int(greatest(s.words)) >= len(x.words) ||
		int(greatest(s.joined)) >= len(x.words) || int(greatest(s.keys)) >= len(x.organisations.in) {
		return false
	}
	number := uint32(len(x.texts))
	x.texts = append(x.texts, text)
	for i, n := range s.words {
		if s.shape == 0 || carries(x.shapes[s.shape][i].role) {
			x.findBy(number, n, false)
		}
	}
	for _, n := range s.joined {
		x.findBy(number, n, true)
	}
	x.foundTo = append(x.foundTo, uint32(len(x.found)))
	if len(s.keys) > 0 {
		x.organisations.fileNumbers(number, slices.Clone(s.keys))
	}
	if s.shape != 0 {
		x.tokens = append(x.tokens, s.words...)
	}
	x.tokensTo, x.shapeOf = append(x.tokensTo, uint32(len(x.tokens))), append(x.shapeOf, s.shape)
	return true
}

// A numberReader reads the numbers of what was saved. What is not there is 0, and bad.
type numberReader struct {
	rest []byte
	bad  bool
}

func (r *numberReader) number() uint64 {
	n, size := binary.Uvarint(r.rest)
	if size <= 0 {
		r.bad, r.rest = true, nil
		return 0
	}
	r.rest = r.rest[size:]
	return n
}

// numbers appends a list of numbers with their count before them.
func (r *numberReader) numbers(list []int32) []int32 {
	n := r.number()
	if n > uint64(len(r.rest)) {
		r.bad, r.rest = true, nil
	}
	for ; n > 0 && !r.bad; n-- {
		list = append(list, int32(r.number()&math.MaxInt32))
	}
	return list
}

func (r *numberReader) bytes(n int) []byte {
	if n > len(r.rest) {
		r.bad, r.rest = true, nil
		return nil
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

// ownProgram tells this program from others by its file; nil when that cannot be read.
var ownProgram = sync.OnceValue(func() []byte {
	path, err := os.Executable()
	if err != nil {
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return nil
	}
	return sum.Sum(nil)[:8]
})

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// textSum tells names from others.
func textSum(texts []string) uint32 {
	sum := uint32(0)
	for _, s := range texts {
		sum = crc32.Update(sum, castagnoli, []byte(s))
		sum = crc32.Update(sum, castagnoli, []byte{0})
	}
	return sum
}
