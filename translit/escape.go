package translit

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// escape reads a backslash and what it escapes.
func (p *parser) escape() (rune, error) {
	rest := p.src[p.pos+1:]
	if rest == "" {
		return 0, p.errorf("a backslash ends the file; write \\\\ for the sign itself")
	}
	hex := func(skip, least, most int) (rune, error) {
		n := 0
		for n < most && skip+n < len(rest) && strings.IndexByte("0123456789abcdefABCDEF", rest[skip+n]) >= 0 {
			n++
		}
		code, err := strconv.ParseUint(rest[skip:skip+n], 16, 32)
		if n < least || err != nil || !utf8.ValidRune(rune(code)) && code != ether {
			return 0, p.errorf("\\%c is not followed by a code point; write \\u0041 or \\U00010041", rest[0])
		}
		p.pos += 1 + skip + n
		return rune(code), nil
	}
	switch c := rest[0]; c {
	case 'u':
		if strings.HasPrefix(rest, "u{") {
			break
		}
		return hex(1, 4, 4)
	case 'U':
		return hex(1, 8, 8)
	case 'x':
		if !strings.HasPrefix(rest, "x{") {
			return hex(1, 1, 2)
		}
	case 'a', 'b', 'e', 'f', 'n', 'r', 't', 'v':
		p.pos += 2
		return rune(map[byte]byte{'a': 7, 'b': 8, 'e': 27, 'f': 12, 'n': 10, 'r': 13, 't': 9, 'v': 11}[c]), nil
	default:
		r, size := utf8.DecodeRuneInString(rest)
		p.pos += 1 + size
		return r, nil
	}
	r, err := hex(2, 1, 6) // \x{…} or \u{…}
	if err == nil && strings.HasPrefix(p.src[p.pos:], "}") {
		p.pos++
		return r, nil
	}
	return 0, p.errorf("\\%c{ is not closed; write \\x{41}", rest[0])
}
