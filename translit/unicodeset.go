package translit

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// anyButLineEnd is what a dot in a pattern stands for.
var anyButLineEnd = sync.OnceValue(func() *set {
	return newSet([]codeRange{{'\n', '\n'}, {'\r', '\r'}, {0x2028, 0x2029}, {ether, ether}}, nil).complement()
})

// A setReader gathers the members of one pair of brackets, from left to right.
type setReader struct {
	ranges  []codeRange
	strings []string
	op      byte // & or - that waits for its right side
	last    byte // what came last: 'c'haracter, 's'et, 0 for something else
}

func (b *setReader) add(s *set) {
	switch b.op {
	case '&', '-':
		sofar := newSet(b.ranges, b.strings)
		if b.op == '&' {
			sofar = sofar.intersect(s)
		} else {
			sofar = sofar.minus(s)
		}
		b.ranges, b.strings = sofar.ranges, sofar.strings
	default:
		b.ranges, b.strings = append(b.ranges, s.ranges...), append(b.strings, s.strings...)
	}
	b.op, b.last = 0, 's'
}

// set reads a UnicodeSet: [a-zäö], [:Letter:], \p{script=Greek}, [[:L:]-[aeiou]], [{ch}a$].
func (p *parser) set() (*set, error) {
	if p.depth++; p.depth > maxNesting {
		return nil, p.errorf("more than %d brackets within one another; name some with variables", maxNesting)
	}
	defer func() { p.depth-- }()
	rest := p.src[p.pos:]
	switch {
	case strings.HasPrefix(rest, "[:"):
		return p.property(2, ":]")
	case strings.HasPrefix(rest, `\p`), strings.HasPrefix(rest, `\P`):
		if len(rest) < 3 || rest[2] != '{' {
			return nil, p.errorf("%s must be followed by { }; write %s{Letter}", rest[:2], rest[:2])
		}
		return p.property(3, "}")
	}
	start := p.pos
	p.pos++
	negated := strings.HasPrefix(p.src[p.pos:], "^")
	if negated {
		p.pos++
	}
	var b setReader
	for {
		p.skipPatternSpace()
		if p.pos >= len(p.src) {
			return nil, p.errorAt(start, "[ is not closed; add ]")
		}
		if p.src[p.pos] == ']' {
			p.pos++
			break
		}
		if p.plainLetters(&b) {
			continue
		}
		if err := p.member(&b); err != nil {
			return nil, err
		}
	}
	switch b.op {
	case '-':
		b.ranges = append(b.ranges, codeRange{'-', '-'})
	case '&':
		return nil, p.errorAt(start, "nothing follows & in the set; write \\& for the sign itself")
	}
	s := newSet(b.ranges, b.strings)
	if negated {
		s = s.complement()
	}
	return s, nil
}

// plainLetters reads letters that can be nothing but members, and tells whether there were any: neither
// ASCII nor white space, and followed by another or by the end. A table of Han letters has 20,000.
func (p *parser) plainLetters(b *setReader) bool {
	rest, n := p.src[p.pos:], 0
	isPlain := func(c byte) bool { return c > 0xC2 && c != 0xE2 } // the first bytes of pattern white space are C2 and E2
	if b.op != 0 {
		return false
	}
	if b.ranges == nil && isPlain(rest[0]) {
		b.ranges = make([]codeRange, 0, min(max(strings.IndexByte(rest, ']'), 0)/3+1, 1<<12))
	}
	for isPlain(rest[n]) {
		r, size := utf8.DecodeRuneInString(rest[n:])
		if n+size == len(rest) || rest[n+size] != ']' && !isPlain(rest[n+size]) {
			break
		}
		b.ranges, b.last = append(b.ranges, codeRange{r, r}), 'c'
		n += size
	}
	p.pos += n
	return n > 0
}

// member reads one member of a bracketed set, or an operator between members.
func (p *parser) member(b *setReader) error {
	rest := p.src[p.pos:]
	switch c := rest[0]; {
	case c == '[' || strings.HasPrefix(rest, `\p`) || strings.HasPrefix(rest, `\P`):
		s, err := p.set()
		if err != nil {
			return err
		}
		b.add(s)
		return nil
	case c == '&' || c == '-' && b.last != 0:
		if b.last == 0 || b.op != 0 {
			return p.errorf("%c must stand between two sets; write \\%c for the sign itself", c, c)
		}
		p.pos++
		b.op = c
		return nil
	case c == '{':
		return p.stringMember(b)
	case c == '$':
		if _, _, ok := p.letterVariable(rest); !ok {
			return p.variableMember(b)
		}
	case c == '^':
		return p.errorf("^ must open the set; write \\^ for the sign itself")
	}
	if b.op == '&' {
		return p.errorf("& must stand between two sets; write [ ] around its right side, or \\& for the sign itself")
	}
	lo, err := p.memberLetter()
	if err != nil {
		return err
	}
	hi := lo
	if p.isRange() {
		p.pos++
		p.skipPatternSpace()
		if hi, err = p.memberLetter(); err != nil {
			return err
		}
	}
	if hi < lo {
		return p.errorf("the range %c-%c runs backwards; turn it round", lo, hi)
	}
	b.addLetters(codeRange{lo, hi})
	return nil
}

// addLetters adds a range; a hyphen between a set and a letter is a letter itself.
func (b *setReader) addLetters(g codeRange) {
	if b.op == '-' {
		b.ranges, b.op = append(b.ranges, codeRange{'-', '-'}), 0
	}
	b.ranges, b.last = append(b.ranges, g), 'c'
}

// isRange tells whether a hyphen follows that makes a range: one before ] or before a set does not.
func (p *parser) isRange() bool {
	p.skipPatternSpace()
	rest, hyphen := strings.CutPrefix(p.src[p.pos:], "-")
	rest = strings.TrimLeftFunc(rest, isPatternSpace)
	if strings.HasPrefix(rest, "$") {
		_, _, ok := p.letterVariable(rest)
		return hyphen && ok
	}
	return hyphen && rest != "" && rest[0] != ']' && rest[0] != '[' && !strings.HasPrefix(rest, `\p`)
}

// letterVariable tells whether text opens with a $name that stands for one letter, and its length.
func (p *parser) letterVariable(text string) (letter rune, length int, ok bool) {
	if !strings.HasPrefix(text, "$") {
		return 0, 0, false
	}
	n := identifierLength(text[1:])
	v, known := p.variables[text[1:1+n]]
	if !known || len(v.items) != 1 || !v.items[0].isLetter() {
		return 0, 0, false
	}
	*v.used = true
	return v.items[0].letter, 1 + n, true
}

func (p *parser) memberLetter() (rune, error) {
	if p.pos >= len(p.src) {
		return 0, p.errorf("the set is not closed; add ]")
	}
	if letter, n, ok := p.letterVariable(p.src[p.pos:]); ok {
		p.pos += n
		return letter, nil
	}
	if p.src[p.pos] == '\\' {
		return p.escape()
	}
	r, size := utf8.DecodeRuneInString(p.src[p.pos:])
	p.pos += size
	return r, nil
}

// stringMember reads {ch}.
func (p *parser) stringMember(b *setReader) error {
	start := p.pos
	p.pos++
	var text []rune
	for {
		p.skipPatternSpace()
		if p.pos >= len(p.src) {
			return p.errorAt(start, "{ is not closed; add }")
		}
		if p.src[p.pos] == '}' {
			p.pos++
			break
		}
		r, err := p.memberLetter()
		if err != nil {
			return err
		}
		text = append(text, r)
	}
	if len(text) == 1 {
		b.addLetters(codeRange{text[0], text[0]})
	} else if len(text) > 1 {
		b.strings, b.last = append(b.strings, string(text)), 'c'
	}
	return nil
}

// variableMember reads $name, which may hold letters and sets, or a lone $ for the edge of the text.
func (p *parser) variableMember(b *setReader) error {
	n := identifierLength(p.src[p.pos+1:])
	if n == 0 {
		p.pos++
		b.addLetters(codeRange{ether, ether})
		return nil
	}
	name := p.src[p.pos+1 : p.pos+1+n]
	items, err := p.lookUp(name)
	if err != nil {
		return err
	}
	p.pos += 1 + n
	for _, it := range items {
		switch {
		case it.set != nil:
			b.add(it.set)
		case it.isLetter():
			b.addLetters(codeRange{it.letter, it.letter})
		default:
			return p.errorf("$%s holds more than letters and sets; a set cannot hold it", name)
		}
	}
	return nil
}

// property reads [:name:] or \p{name} from behind the opening.
func (p *parser) property(opening int, closing string) (*set, error) {
	rest := p.src[p.pos:]
	end := strings.Index(rest[opening:], closing)
	if end < 0 {
		return nil, p.errorf("%s is not closed; add %s", rest[:opening], closing)
	}
	name := strings.TrimSpace(rest[opening : opening+end])
	name, negated := strings.CutPrefix(name, "^")
	if rest[1] == 'P' {
		negated = !negated
	}
	if before, after, ok := strings.Cut(name, "≠"); ok {
		name, negated = before+"="+after, !negated
	}
	s, err := property(name)
	if err != nil {
		return nil, p.errorf("%w", err)
	}
	p.pos += opening + end + len(closing)
	if negated {
		s = s.complement()
	}
	return s, nil
}

func (p *parser) skipPatternSpace() {
	rest := strings.TrimLeftFunc(p.src[p.pos:], isPatternSpace)
	p.pos = len(p.src) - len(rest)
}
