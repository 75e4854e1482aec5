package translit

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/namesake-go/namesake/internal/nearest"
)

// Bounds on what a rule file may ask for; CLDR's largest stay far below.
const (
	maxPattern = 1 << 12 // elements of one side of a rule, variables written out
	maxNesting = 64      // brackets within brackets
	maxErrors  = 50      // faults reported of one file
)

// A parser reads a rule text in one direction.
type parser struct {
	file    string
	src     string
	pos     int
	line    int // of src[counted], from 1
	counted int
	reverse bool
	lenient bool                            // rules that can never fire are let pass: CLDR has some
	find    func(id string) (*Table, error) // the transform that ::id and &id name
	// findLate is find for passes with a filter, whose table may be read when it is first needed; nil for never.
	findLate func(id string) func() (*Table, error)

	variables  map[string]variable
	sides      [2]side // of the rule at hand; their room is used again for the next
	segments   int     // opened in the rule at hand
	depth      int
	passes     []*pass // in the order in which they run
	rules      []*rule // of the pass at hand
	memory     ruleRoom
	ruleCount  int   // of all passes
	masks      masks // the same rules, to find those that can never fire
	filter     *set  // the global one
	filterLine int
	most       int // segments in a rule
	examples   []example
	errs       []error
}

// A variable stands for a piece of pattern or of output.
type variable struct {
	items []item
	line  int
	used  *bool
}

// parse reads all statements; faulty ones are skipped and reported together.
func (p *parser) parse(id string) (*Table, error) {
	p.variables = map[string]variable{}
	p.src = strings.TrimPrefix(p.src, "\ufeff")
	if !utf8.ValidString(p.src) {
		at := firstInvalid([]byte(p.src))
		return nil, p.errorAt(at, "not UTF-8; save the file as UTF-8")
	}
	filterPlace := p.statements()
	p.endRules()
	if p.filter != nil {
		if want := map[bool]string{false: "first", true: "last"}[p.reverse]; filterPlace != want && filterPlace != "only" {
			p.errs = append(p.errs, fmt.Errorf("%s:%d: a global filter must be the %s statement; move it", p.file, p.filterLine, want))
		}
	}
	if len(p.errs) > 0 {
		return nil, errors.Join(p.errs...)
	}
	return &Table{id: id, root: pass{filter: p.filter, sub: p.passes}, segments: p.most, examples: p.examples}, nil
}

// statements reads them all and tells where among them the global filter stood.
func (p *parser) statements() (filterPlace string) {
	count, filterAt := 0, 0
	for {
		p.skipSpace()
		if p.pos >= len(p.src) || len(p.errs) >= maxErrors {
			break
		}
		start, hadFilter := p.pos, p.filter != nil
		p.segments, p.depth = 0, 0
		if err := p.statement(); err != nil {
			if p.errs = append(p.errs, err); p.pos == start {
				p.pos++
			}
			p.skipStatement()
		}
		count++
		if !hadFilter && p.filter != nil {
			filterAt = count
		}
	}
	switch {
	case count == 1:
		return "only"
	case filterAt == 1:
		return "first"
	case filterAt == count:
		return "last"
	}
	return "middle"
}

func (p *parser) statement() error {
	switch {
	case strings.HasPrefix(p.src[p.pos:], "::"):
		return p.passStatement()
	case p.hasWord("use"):
		return p.pragma()
	}
	if name, ok := p.definition(); ok {
		return p.define(name)
	}
	return p.ruleStatement()
}

// pragma reads "use variable range 0xE000 0xEFFF;". It tells ICU which code points to number its
// variables with; here none are needed.
func (p *parser) pragma() error {
	statement, _, _ := strings.Cut(p.src[p.pos:], ";")
	words := strings.Fields(statement)
	if len(words) != 5 || words[1] != "variable" || words[2] != "range" {
		return p.errorf("pragma %q is not known; write: use variable range 0xE000 0xEFFF;", strings.Join(words, " "))
	}
	p.pos += len(statement)
	return p.endStatement()
}

// definition looks for "$name =" and consumes it.
func (p *parser) definition() (name string, ok bool) {
	if p.src[p.pos] != '$' {
		return "", false
	}
	end := p.pos + 1 + identifierLength(p.src[p.pos+1:])
	rest := strings.TrimLeftFunc(p.src[end:], isPatternSpace)
	if end == p.pos+1 || !strings.HasPrefix(rest, "=") {
		return "", false
	}
	name = p.src[p.pos+1 : end]
	p.pos = len(p.src) - len(rest) + 1
	return name, true
}

func (p *parser) define(name string) error {
	line := p.lineAt(p.pos)
	var side side // which the variable keeps
	if err := side.read(p); err != nil {
		return err
	}
	if side.before >= 0 || side.after >= 0 || side.cursor >= 0 || side.atStart || side.atEnd || p.segments > 0 {
		return p.errorf("variable $%s holds a context, a cursor, an anchor or a segment; write those in the rules", name)
	}
	if err := p.endStatement(); err != nil {
		return err
	}
	if old, ok := p.variables[name]; ok {
		return fmt.Errorf("%s:%d: variable $%s is already defined on line %d; give one of them another name", p.file, line, name, old.line)
	}
	p.variables[name] = variable{side.items, line, new(bool)}
	return nil
}

// lookUp finds a variable.
func (p *parser) lookUp(name string) ([]item, error) {
	v, ok := p.variables[name]
	if !ok {
		names := slices.Collect(maps.Keys(p.variables))
		slices.Sort(names)
		return nil, p.errorf("variable $%s is not defined%s; define it above: $%s = …;", name, nearest.Hint(name, names), name)
	}
	*v.used = true
	return v.items, nil
}

// skipSpace passes over white space and comments, whose examples it keeps.
func (p *parser) skipSpace() {
	for p.pos < len(p.src) {
		switch c := p.src[p.pos]; {
		case c == ' ' || c == '\n':
			p.pos++
			continue
		case c > ' ' && c != '#' && c < 0xC2 || c > 0xC2 && c != 0xE2: // most bytes: white space begins with none of these
			return
		}
		r, size := utf8.DecodeRuneInString(p.src[p.pos:])
		if r == '#' {
			end := strings.IndexByte(p.src[p.pos:], '\n')
			if end < 0 {
				end = len(p.src) - p.pos
			}
			p.examples = append(p.examples, examplesIn(p.src[p.pos+1:p.pos+end], p.file, p.lineAt(p.pos))...)
			p.pos += end
		} else if isPatternSpace(r) {
			p.pos += size
		} else {
			return
		}
	}
}

// skipStatement goes behind the next semicolon, or to the end of the line if that is nearer.
func (p *parser) skipStatement() {
	end := strings.IndexAny(p.src[p.pos:], ";\n")
	if end < 0 {
		p.pos = len(p.src)
		return
	}
	p.pos += end + 1
}

// endStatement wants a semicolon, which the last statement may leave out.
func (p *parser) endStatement() error {
	p.skipSpace()
	if p.pos >= len(p.src) {
		return nil
	}
	if p.src[p.pos] != ';' {
		r, _ := utf8.DecodeRuneInString(p.src[p.pos:])
		return p.errorf("unexpected %q; end the statement with ;", r)
	}
	p.pos++
	return nil
}

func (p *parser) hasWord(word string) bool {
	rest, ok := strings.CutPrefix(p.src[p.pos:], word)
	r, _ := utf8.DecodeRuneInString(rest)
	return ok && unicode.IsSpace(r)
}

// lineAt counts the lines before src[at]; questions come mostly in order.
func (p *parser) lineAt(at int) int {
	if at < p.counted {
		return p.line - strings.Count(p.src[at:p.counted], "\n")
	}
	p.line += strings.Count(p.src[p.counted:at], "\n")
	p.counted = at
	return p.line
}

func (p *parser) errorf(format string, args ...any) error { return p.errorAt(p.pos, format, args...) }

func (p *parser) errorAt(at int, format string, args ...any) error {
	return fmt.Errorf("%s:%d: %w", p.file, p.lineAt(min(at, len(p.src))), fmt.Errorf(format, args...))
}

// isPatternSpace is Unicode's Pattern_White_Space, which rules may be laid out with.
func isPatternSpace(r rune) bool { return unicode.Is(unicode.Pattern_White_Space, r) }

// identifierLength counts the bytes of the identifier (UAX #31) that opens s.
func identifierLength(s string) int {
	for i, r := range s {
		start := unicode.IsLetter(r) || unicode.In(r, unicode.Nl, unicode.Other_ID_Start)
		if !start && (i == 0 || !unicode.In(r, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc, unicode.Other_ID_Continue)) {
			return i
		}
	}
	return len(s)
}
