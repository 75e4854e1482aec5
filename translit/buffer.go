package translit

import "unicode/utf8"

// The text under transformation is a gap buffer. The cursor of UTS #35 stands between two slices:
//
//	          left                            right
//	┌─────────────────────────┐   ┌──────────────┬───────────┐
//	│ before  mark│ done      │ ▏ │ to do        │ after     │
//	└─────────────────────────┘   └──────────────┴───────────┘
//	  base        cursor: end of left, right[pos:]   limit
//
// A rule consumes its key from the front of right and appends to left; what stands behind its cursor
// goes back in front of right, usually into the room that the key has just left. So every edit costs
// what it changes, contexts on both sides are contiguous, and left can be the caller's own slice.
//
// A pass runs from the cursor to the limit. The limit is kept as the number of bytes behind it, which
// no edit in front changes. After a pass, rewind carries the cursor back to where the pass began.
//
// The text is valid UTF-8 throughout: what is not is cut out before (see segment.go).
type buffer struct {
	left  []byte
	base  int // left[:base] belongs to the caller and is never read
	right []byte
	pos   int // right[:pos] is free
	tail  int // bytes of right behind the limit
	trace *tracer
}

// load puts text behind the cursor, as far back as the room allows, so that there is room in front.
func (b *buffer) load(text []byte) {
	if cap(b.right) < 2*len(text) {
		b.right = make([]byte, 4*len(text))
	}
	b.right = b.right[:cap(b.right)]
	b.pos, b.tail = len(b.right)-len(text), 0
	copy(b.right[b.pos:], text)
}

func (b *buffer) limit() int { return len(b.right) - b.tail }

// advance moves n bytes over the cursor, unchanged.
func (b *buffer) advance(n int) {
	b.left = append(b.left, b.right[b.pos:b.pos+n]...)
	b.pos += n
	if b.trace != nil {
		b.trace.advance(n)
	}
}

// retreat moves n bytes back over the cursor, unchanged.
func (b *buffer) retreat(n int) {
	at := len(b.left) - n
	b.push(b.left[at:])
	b.left = b.left[:at]
	if b.trace != nil {
		b.trace.retreat(n)
	}
}

// push puts text in front of right.
func (b *buffer) push(text []byte) {
	if len(text) > b.pos {
		room := len(text) + len(b.right)/2
		grown := make([]byte, room+len(b.right)-b.pos)
		copy(grown[room:], b.right[b.pos:])
		b.right, b.pos = grown, room
	}
	b.pos -= len(text)
	copy(b.right[b.pos:], text)
}

// replace consumes n bytes behind the cursor and writes text, leaving the cursor after its first
// cursor bytes.
func (b *buffer) replace(n int, text []byte, cursor int, by *origin) {
	if b.trace != nil {
		b.trace.replace(n, len(text), cursor, by)
	}
	b.pos += n
	b.left = append(b.left, text[:cursor]...)
	if cursor < len(text) {
		b.push(text[cursor:])
	}
}

// rewind carries the cursor back to mark, a length of left.
func (b *buffer) rewind(mark int) {
	if n := len(b.left) - mark; n > 0 {
		b.retreat(n)
	}
}

// next decodes the letter behind the cursor.
func (b *buffer) next() (rune, int) { return decode(b.right, b.pos) }

// decode reads the letter that starts at p.
func decode(text []byte, p int) (rune, int) {
	switch c := text[p]; {
	case c < utf8.RuneSelf:
		return rune(c), 1
	case c < 0xE0:
		return rune(c&0x1F)<<6 | rune(text[p+1]&0x3F), 2
	case c < 0xF0:
		return rune(c&0xF)<<12 | rune(text[p+1]&0x3F)<<6 | rune(text[p+2]&0x3F), 3
	}
	return utf8.DecodeRune(text[p:])
}

// decodeBefore reads the letter that ends at p.
func decodeBefore(text []byte, p int) (rune, int) {
	c := text[p-1]
	if c < utf8.RuneSelf {
		return rune(c), 1
	}
	lead := text[p-2]
	if lead >= 0xC0 {
		return rune(lead&0x1F)<<6 | rune(c&0x3F), 2
	}
	if first := text[p-3]; first >= 0xE0 {
		return rune(first&0xF)<<12 | rune(lead&0x3F)<<6 | rune(c&0x3F), 3
	}
	return utf8.DecodeLastRune(text[:p])
}
