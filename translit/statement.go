package translit

import (
	"fmt"
	"strings"
)

// ruleStatement reads a conversion rule and keeps it when it speaks of the direction at hand.
//
//	x → y;   x ← y;   x ↔ y;        also written  x > y;  x < y;  x <> y;
func (p *parser) ruleStatement() error {
	at := origin{p.file, p.lineAt(p.pos)}
	left, right := &p.sides[0], &p.sides[1]
	if err := left.read(p); err != nil {
		return err
	}
	segments := p.segments
	operator, err := p.operator()
	if err != nil {
		return err
	}
	p.segments = 0
	if err := right.read(p); err != nil {
		return err
	}
	if err := p.endStatement(); err != nil {
		return err
	}
	if operator == '←' && !p.reverse || operator == '→' && p.reverse {
		return nil
	}
	if p.reverse {
		left, right, segments = right, left, p.segments
	}
	if operator == '↔' { // each side keeps only what makes sense in its role
		right = right.withoutContext()
		left.cursor, left.offset = -1, 0
	}
	r, err := newRule(left, right, segments, &p.memory)
	if err != nil {
		return fmt.Errorf("%v: %w", at, err)
	}
	r.at = at
	if !p.lenient {
		if err := p.masks.add(r); err != nil {
			return fmt.Errorf("%v: %w", at, err)
		}
	}
	p.rules = append(p.rules, r)
	p.ruleCount++
	p.most = max(p.most, segments)
	return nil
}

// operator reads the arrow between two sides.
func (p *parser) operator() (rune, error) {
	for _, form := range []struct {
		text string
		is   rune
	}{{"<>", '↔'}, {">", '→'}, {"<", '←'}, {"→", '→'}, {"←", '←'}, {"↔", '↔'}} {
		if strings.HasPrefix(p.src[p.pos:], form.text) {
			p.pos += len(form.text)
			return form.is, nil
		}
	}
	if strings.HasPrefix(p.src[p.pos:], "=") {
		return 0, p.errorf("= defines a variable, and its left side must be a new $name; write → for a rule")
	}
	return 0, p.errorf("a rule without → ; write: letters → letters ;")
}

// withoutContext is the key alone.
func (s *side) withoutContext() *side {
	from, to := 0, len(s.items)
	if s.before >= 0 {
		from = s.before
	}
	if s.after >= from {
		to = s.after
	}
	cursor := s.cursor
	if cursor >= 0 {
		cursor = min(max(cursor-from, 0), to-from)
	}
	return &side{items: s.items[from:to], before: -1, after: -1, cursor: cursor, offset: s.offset}
}

// passStatement reads ":: id (inverse) ;", or ":: [set] ;" which is a filter on the whole text.
func (p *parser) passStatement() error {
	at := origin{p.file, p.lineAt(p.pos)}
	p.pos += 2
	forward, err := p.passName()
	if err != nil {
		return err
	}
	inverse, hasInverse := passName{}, false
	if p.skipSpace(); strings.HasPrefix(p.src[p.pos:], "(") {
		p.pos++
		hasInverse = true
		if inverse, err = p.passName(); err != nil {
			return err
		}
		if p.skipSpace(); !strings.HasPrefix(p.src[p.pos:], ")") {
			return p.errorf("( is not closed; write :: %s (inverse) ;", forward.id)
		}
		p.pos++
	}
	if err := p.endStatement(); err != nil {
		return err
	}
	wanted := forward
	if p.reverse {
		wanted = inverse
		if !hasInverse {
			wanted = forward.inverse()
		}
	}
	isFilter := forward.id == "" && inverse.id == "" && (forward.filter != nil || inverse.filter != nil)
	if isFilter {
		if p.reverse && !hasInverse { // a bare filter is for the forward direction
			return nil
		}
		if wanted.filter != nil && p.filter != nil {
			return fmt.Errorf("%v: %w", at, errSecondFilter)
		} else if wanted.filter != nil {
			p.filter, p.filterLine = wanted.filter, at.Line
		}
		return nil
	}
	p.endRules()
	if wanted.id == "" || isNull(wanted.id) {
		return nil
	}
	return p.addPass(wanted, at)
}

// A passName is an id with the filter before it. An id without letters does nothing.
type passName struct {
	filter *set
	id     string
}

func (p *parser) passName() (passName, error) {
	var n passName
	p.skipSpace()
	if rest := p.src[p.pos:]; strings.HasPrefix(rest, "[") || strings.HasPrefix(rest, `\p`) || strings.HasPrefix(rest, `\P`) || strings.HasPrefix(rest, "$") {
		var out []item
		read := p.appendSet
		if rest[0] == '$' {
			read = func(out *[]item) error { return p.dollar(&side{}, out) }
		}
		if err := read(&out); err != nil {
			return n, err
		}
		if len(out) != 1 || out[0].set == nil {
			return n, p.errorf("a filter must be one set; write :: [letters] ;")
		}
		n.filter = out[0].set
		p.skipSpace()
	}
	end := strings.IndexAny(p.src[p.pos:], "();#\n")
	if end < 0 {
		end = len(p.src) - p.pos
	}
	n.id = strings.TrimFunc(p.src[p.pos:p.pos+end], isPatternSpace)
	p.pos += end
	return n, nil
}

// inverse of A-B/V is B-A/V; a few ids of Unicode have inverses of their own.
func (n passName) inverse() passName {
	n.id = inverseID(n.id)
	return n
}

// addPass appends the transform that an id names; backwards, passes run in the opposite order.
func (p *parser) addPass(n passName, at origin) error {
	step := &pass{filter: n.filter, at: at}
	if native := nativePass(n.id); native != nil {
		step.native = native
	} else if table := p.late(n); table != nil {
		step.native = runLate(table)
	} else {
		t, err := p.find(n.id)
		if err != nil {
			return fmt.Errorf("%v: %w", at, err)
		}
		step.sub = []*pass{&t.root}
		p.most = max(p.most, t.segments)
	}
	p.insert(step)
	return nil
}

// late gives the table of a pass that need not be read before a letter of its filter comes: plain katakana needs no list
// of Japanese surnames. It is nil where the table is to be read at once.
func (p *parser) late(n passName) func() (*Table, error) {
	if n.filter == nil || p.findLate == nil {
		return nil
	}
	return p.findLate(n.id)
}

// runLate makes a pass of a table that is read when the pass first runs.
func runLate(table func() (*Table, error)) func(m *machine, _ *origin) {
	return func(m *machine, _ *origin) {
		t, err := table()
		if m.depth++; err != nil || m.depth > maxDepth {
			m.work = 0
			m.advance(m.limit() - m.pos)
		} else {
			m.reserve(t.segments)
			m.run(&t.root)
		}
		m.depth--
	}
}

// endRules closes the pass of the rules read so far.
func (p *parser) endRules() {
	if len(p.rules) > 0 {
		p.insert(&pass{rules: &ruleset{rules: p.rules}})
		p.rules, p.masks = nil, masks{}
	}
}

func (p *parser) insert(step *pass) {
	if p.reverse {
		p.passes = append([]*pass{step}, p.passes...)
	} else {
		p.passes = append(p.passes, step)
	}
}

func isNull(id string) bool { return nativeKey(id) == "null" }
