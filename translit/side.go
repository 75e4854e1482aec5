package translit

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// A side is one half of a conversion rule as it is written, before it is known whether it is the
// pattern or the output:
//
//	^ before { key } after $        x | @@  $1  &Any-Upper( $2 )
type side struct {
	items          []item
	before, after  int // the places of { and } among the items; -1 when they are not there
	cursor         int // the place of |; -1 when it is not there
	offset         int // how many @ follow it, or precede it when below 0
	atStart, atEnd bool
}

// An item is one thing on a side. Which field is set tells what it is; a letter when none of them.
type item struct {
	letter    rune
	set       *set
	repeat    byte   // *, + or ? on sub
	segment   int    // ( sub )
	reference int    // $1
	function  *Table // &Any-Upper( sub )
	sub       []item
}

func (it *item) isLetter() bool {
	return it.set == nil && it.repeat == 0 && it.segment == 0 && it.reference == 0 && it.function == nil
}

// read reads a side up to the operator or the semicolon that ends it, in place of what it was before.
func (s *side) read(p *parser) error {
	*s = side{before: -1, after: -1, cursor: -1, items: s.items[:0]}
	return p.section(s, &s.items, false)
}

// section reads items into out until the side ends or, in brackets, until they close.
func (p *parser) section(s *side, out *[]item, bracketed bool) error {
	if p.depth++; p.depth > maxNesting {
		return p.errorf("more than %d brackets within one another; use variables and passes instead", maxNesting)
	}
	defer func() { p.depth-- }()
	unit := 0 // where the last thing begins that a quantifier can follow
	for {
		p.skipSpace()
		if len(*out) > maxPattern {
			return p.errorf("more than %d letters on one side of a rule; split the rule", maxPattern)
		}
		if p.pos >= len(p.src) || p.atSideEnd() {
			if bracketed {
				return p.errorf("( is not closed; add )")
			}
			return nil
		}
		if s.atEnd {
			return p.errorf("the anchor $ must end the rule's pattern; write \\$ for the sign itself")
		}
		c := p.src[p.pos]
		if c == ')' && bracketed {
			p.pos++
			return nil
		}
		here := len(*out)
		var err error
		switch c {
		case '*', '+', '?':
			if here == 0 {
				return p.errorf("nothing stands before %c to repeat; write \\%c for the sign itself", c, c)
			}
			p.pos++
			sub := append([]item(nil), (*out)[unit:]...)
			*out = append((*out)[:unit], item{repeat: c, sub: sub})
			if !bracketed {
				s.clamp(len(*out))
			}
			continue
		case '{', '}', '|', '@', '^':
			if bracketed {
				return p.errorf("%c may not stand inside ( ); write \\%c for the sign itself", c, c)
			}
			if err = p.marker(s, c); err != nil {
				return err
			}
			continue
		case '(':
			err = p.segment(s, out)
		case '&':
			err = p.function(s, out, 1)
		case '$':
			err = p.dollar(s, out)
		case '[':
			err = p.appendSet(out)
		case '.':
			p.pos++
			*out = append(*out, item{set: anyButLineEnd()})
		case '\\':
			err = p.escapeOrProperty(out)
		case '\'':
			err = p.quoted(out)
		default:
			err = p.letter(s, out)
		}
		if err != nil {
			return err
		}
		unit = here
	}
}

// clamp keeps the places within n items: in "{x}+" the quantifier is for x, and the key still ends there.
func (s *side) clamp(n int) {
	s.before, s.after, s.cursor = min(s.before, n), min(s.after, n), min(s.cursor, n)
}

// atSideEnd tells whether an operator or a semicolon comes next.
func (p *parser) atSideEnd() bool {
	switch p.src[p.pos] {
	case '=', '<', '>', ';':
		return true
	case 0xE2: // the arrows' first byte
	default:
		return false
	}
	r, _ := utf8.DecodeRuneInString(p.src[p.pos:])
	return r == '→' || r == '←' || r == '↔'
}

// marker reads one of { } | @ ^.
func (p *parser) marker(s *side, c byte) error {
	p.pos++
	n := len(s.items)
	switch {
	case c == '{' && s.before < 0:
		s.before = n
	case c == '}' && s.after < 0:
		s.after = n
	case c == '|' && s.cursor < 0:
		s.cursor = n
	case c == '^' && n == 0 && !s.atStart:
		s.atStart = true
	case c == '@' && s.offset >= 0 && s.cursor >= 0 && s.cursor == n && n == 0:
		s.offset-- // |@ at the start: back
	case c == '@' && s.offset < 0 && n == 0:
		s.offset--
	case c == '@' && s.offset >= 0 && s.cursor < 0:
		s.offset++ // text @| : on
	default:
		p.pos--
		return p.errorf("%c is out of place or written twice; a rule has one { } and one |, with @ only at its ends", c)
	}
	return nil
}

func (p *parser) segment(s *side, out *[]item) error {
	p.pos++
	p.segments++
	it := item{segment: p.segments}
	if err := p.section(s, &it.sub, true); err != nil {
		return err
	}
	*out = append(*out, it)
	return nil
}

// function reads &Any-Upper( … ); the sign is as many bytes as told.
func (p *parser) function(s *side, out *[]item, sign int) error {
	start := p.pos
	p.pos += sign
	open := strings.IndexByte(p.src[p.pos:], '(')
	if open < 0 {
		return p.errorf("& starts a function such as &Any-Upper($1); write \\& for the sign itself")
	}
	id := strings.TrimSpace(p.src[p.pos : p.pos+open])
	p.pos += open + 1
	t, err := p.find(id)
	if err != nil {
		return p.errorAt(start, "function %q: %w", id, err)
	}
	it := item{function: t}
	if err := p.section(s, &it.sub, true); err != nil {
		return err
	}
	*out = append(*out, it)
	return nil
}

// dollar reads $1, $name or the anchor $.
func (p *parser) dollar(s *side, out *[]item) error {
	p.pos++
	rest := p.src[p.pos:]
	if digits := len(rest) - len(strings.TrimLeft(rest, "0123456789")); digits > 0 {
		n, err := strconv.Atoi(rest[:digits])
		if err != nil || n < 1 || n > 1000 {
			return p.errorf("$%s is no segment; segments count from $1", rest[:digits])
		}
		p.pos += digits
		*out = append(*out, item{reference: n})
		return nil
	}
	n := identifierLength(rest)
	if n == 0 {
		s.atEnd = true
		return nil
	}
	items, err := p.lookUp(rest[:n])
	if err != nil {
		return err
	}
	p.pos += n
	*out = append(*out, items...)
	return nil
}

// quoted reads 'letters as they are'; ” stands for one apostrophe.
func (p *parser) quoted(out *[]item) error {
	rest := p.src[p.pos+1:]
	if strings.HasPrefix(rest, "'") {
		p.pos += 2
		*out = append(*out, item{letter: '\''})
		return nil
	}
	for {
		end := strings.IndexByte(rest, '\'')
		if end < 0 {
			return p.errorf("the quotation is not closed; add '")
		}
		for _, r := range rest[:end] {
			*out = append(*out, item{letter: r})
		}
		rest = rest[end+1:]
		p.pos = len(p.src) - len(rest)
		if !strings.HasPrefix(rest, "'") {
			return nil
		}
		*out = append(*out, item{letter: '\''})
		rest = rest[1:]
	}
}

func (p *parser) letter(s *side, out *[]item) error {
	r, size := utf8.DecodeRuneInString(p.src[p.pos:])
	if r == '∆' {
		return p.function(s, out, size) // ICU's other sign for &
	}
	if r > ' ' && r < 0x7F && !('0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z') {
		return p.errorf("%c is reserved by the rule language; write \\%c for the sign itself", r, r)
	}
	p.pos += size
	*out = append(*out, item{letter: r})
	return nil
}

// escapeOrProperty reads \u0041 and its like, or a set that starts with \p or \P.
func (p *parser) escapeOrProperty(out *[]item) error {
	if rest := p.src[p.pos:]; strings.HasPrefix(rest, `\p`) || strings.HasPrefix(rest, `\P`) {
		return p.appendSet(out)
	}
	r, err := p.escape()
	if err != nil {
		return err
	}
	*out = append(*out, item{letter: r})
	return nil
}

func (p *parser) appendSet(out *[]item) error {
	s, err := p.set()
	if err != nil {
		return err
	}
	*out = append(*out, item{set: s})
	return nil
}
