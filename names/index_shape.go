package names

import "encoding/binary"

// A shape is what the words of a name do in it, in the order of its tokens. A million names have some dozen shapes.
type shape []shapeToken

type shapeToken struct {
	role   Role
	part   uint8
	phrase int32 // of a title, a particle or a suffix; else 0
}

// shapeNumber gives the number of the shape that tokens have, and makes it known.
func (x *Index) shapeNumber(tokens []token) int32 {
	var room [64]byte
	key := room[:0]
	for i := range tokens {
		t := &tokens[i]
		key = append(key, byte(t.role), byte(t.part))
		key = binary.AppendVarint(key, int64(x.phraseNumber(t.phrase)))
	}
	n, known := x.byShape[string(key)]
	if known {
		return n
	}
	own := make(shape, len(tokens))
	for i := range tokens {
		t := &tokens[i]
		own[i] = shapeToken{t.role, uint8(t.part), x.phraseNumber(t.phrase)}
	}
	n = int32(len(x.shapes))
	x.shapes = append(x.shapes, own)
	x.byShape[string(key)] = n
	return n
}

func (x *Index) phraseNumber(p *phrase) int32 {
	n, known := x.byPhrase[*p]
	if !known {
		n = int32(len(x.phrases))
		x.phrases = append(x.phrases, p)
		x.byPhrase[*p] = n
	}
	return n
}
