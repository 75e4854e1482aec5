package translit

import (
	"bytes"
	"unicode/utf8"
)

// maxUnit is the longest stretch of text that rules see at once, in bytes. It bounds what a rule may
// cost, and lets a stream be transformed with the 4 kB buffers of golang.org/x/text/transform, unless its
// text becomes more than eight times as long.
const maxUnit = 512

// cut finds the first unit of text: its first bytes are for the rules, and those copied behind them
// are not (a newline, or a byte that is not UTF-8). Where a unit ends depends on nothing behind its
// first maxUnit bytes, so that text in chunks is cut as text in one piece. It is not ok when more
// text is needed to tell.
func cut(text []byte, atEOF bool) (unit, copied int, ok bool) {
	window := text[:min(len(text), maxUnit)]
	whole := len(text) < maxUnit && atEOF // the window reaches the end of all text
	unit, copied = len(window), 0
	if nl := bytes.IndexByte(window, '\n'); nl >= 0 {
		window, unit, copied, whole = window[:nl], nl, 1, true
	}
	if bad := firstInvalid(window); bad < len(window) {
		if whole || utf8.FullRune(window[bad:]) {
			return bad, 1, true
		}
		window, unit = window[:bad], bad // a letter that the window cuts in two
	}
	if whole {
		return unit, copied, true
	}
	if len(text) < maxUnit {
		return 0, 0, false
	}
	if space := bytes.LastIndexByte(window, ' '); space >= 0 {
		return space + 1, 0, true
	}
	return unit, 0, true
}

// firstInvalid is the place of the first byte that is not part of a letter; the length of text when all are. For names, which
// are words of letters of two bytes and a few signs of one, that is faster than package utf8 tells whether there is one.
func firstInvalid(text []byte) int {
	p := 0
	for p < len(text) {
		switch c := text[p]; {
		case c < utf8.RuneSelf:
			p++
		case c >= 0xC2 && c < 0xE0 && p+1 < len(text) && text[p+1]&0xC0 == 0x80:
			p += 2
		default:
			r, size := utf8.DecodeRune(text[p:])
			if r == utf8.RuneError && size == 1 {
				return p
			}
			p += size
		}
	}
	return p
}
