package translit

import "golang.org/x/text/transform"

// A Table is a compiled transform: a rule file in one direction, with the passes it calls. It never
// changes and is safe for concurrent use. As a transform.SpanningTransformer it composes with
// golang.org/x/text; it gives the same text in whatever chunks it is fed.
//
// Rules see one line at a time: a newline is copied, and the anchors ^ and $ match beside it. A line of
// more than 512 bytes is cut after a space. Bytes that are not UTF-8 are copied as well.
type Table struct {
	id       string
	root     pass
	segments int // the most that one of its rules has
	examples []example
}

var _ transform.SpanningTransformer = (*Table)(nil)

// ID is the table's BCP 47 -t- identifier, or the file name given to Parse.
func (t *Table) ID() string { return t.id }

// String transforms s.
func (t *Table) String(s string) string {
	return string(t.Append(make([]byte, 0, len(s)+len(s)/2), s))
}

// Append transforms s and appends it to dst. It allocates nothing when dst has room.
func (t *Table) Append(dst []byte, s string) []byte {
	m := machines.Get().(*machine)
	defer machines.Put(m)
	m.input = append(m.input[:0], s...)
	for text := m.input; len(text) > 0; {
		unit, copied, _ := cut(text, true)
		dst = m.appendUnit(dst, t, text[:unit])
		dst = append(dst, text[unit:unit+copied]...)
		text = text[unit+copied:]
	}
	return dst
}

func (m *machine) appendUnit(dst []byte, t *Table, unit []byte) []byte {
	if len(unit) == 0 {
		return dst
	}
	m.work, m.depth = workOf(len(unit)), 0 // the pool keeps what a function call left
	return m.transform(dst, t, unit)
}

// Transform implements transform.Transformer.
func (t *Table) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	m := machines.Get().(*machine)
	defer machines.Put(m)
	for nSrc < len(src) {
		unit, copied, ok := cut(src[nSrc:], atEOF)
		if !ok {
			return nDst, nSrc, transform.ErrShortSrc
		}
		end := nSrc + unit + copied
		m.output = m.appendUnit(m.output[:0], t, src[nSrc:nSrc+unit])
		m.output = append(m.output, src[nSrc+unit:end]...)
		if len(m.output) > len(dst)-nDst {
			return nDst, nSrc, transform.ErrShortDst
		}
		nDst += copy(dst[nDst:], m.output)
		nSrc = end
	}
	return nDst, nSrc, nil
}

// Span implements transform.SpanningTransformer: it counts the bytes, in whole lines, that Transform
// would leave as they are.
func (t *Table) Span(src []byte, atEOF bool) (n int, err error) {
	m := machines.Get().(*machine)
	defer machines.Put(m)
	for n < len(src) {
		unit, copied, ok := cut(src[n:], atEOF)
		if !ok {
			return n, transform.ErrShortSrc
		}
		m.output = m.appendUnit(m.output[:0], t, src[n:n+unit])
		if string(m.output) != string(src[n:n+unit]) {
			return n, transform.ErrEndOfSpan
		}
		n += unit + copied
	}
	return n, nil
}

// Reset implements transform.Transformer; a Table has no state to reset.
func (t *Table) Reset() {}
