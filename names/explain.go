package names

import (
	"slices"

	"github.com/namesake-go/namesake/internal/rulefile"
)

// An Explanation says how Compare came to its result. Its steps tile both names: each byte of A and of B is in
// exactly one step, and the costs of the steps sum to the cost of the result.
type Explanation struct {
	A string `json:"a"`
	B string `json:"b"`
	Result
	Steps []Step `json:"steps"`
}

// A Step is one correspondence: a stretch of A, the stretch of B that it answers to, and what it costs.
type Step struct {
	Kind   Kind   `json:"kind"`
	Word   int    `json:"word,omitempty"` // steps of one pair of words share a number, from 1; 0 between the words
	A      Span   `json:"a"`
	B      Span   `json:"b"`
	Role   Role   `json:"role,omitzero"`
	RoleB  Role   `json:"role_b,omitzero"`  // the role in B, when it is another one
	Cost   int    `json:"cost"`             // hundredths of one unrelated letter
	Rarity int    `json:"rarity,omitempty"` // on the first step of words that agree: their information; see rarity.go
	File   string `json:"file,omitempty"`   // the rule's file; empty where no rule is needed
	Line   int    `json:"line,omitempty"`
	Note   string `json:"note,omitempty"` // the rule's reason
}

// A Span is a stretch of a name in bytes: s[Start:End].
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Kind is what a step or a finding says.
type Kind uint8

const (
	Letters      Kind = iota // letters against letters
	Abbreviated              // an initial for its word
	Known                    // a short form, or the name in another language
	SameWord                 // the same title, particle or suffix, in whatever spelling
	LeftOut                  // one name lacks the word
	Contradicted             // different words in the same role
	Moved                    // a word in another place or role; covers no letters
	Between                  // blanks, commas and hyphens
	Misspelt                 // one letter off
)

var kindNames = [...]string{"letters", "abbreviated", "known form", "same word", "left out", "contradicted", "moved", "between", "misspelt"}

func (k Kind) String() string { return kindNames[k] }

// MarshalText makes a kind a word in JSON.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// Explain gives the steps behind Compare's result. String renders it for a person and package names/report as a web page; it
// marshals to JSON.
func (m *Matcher) Explain(a, b Name) Explanation {
	c := m.match(a, b)
	e := Explanation{A: a.Text, B: b.Text, Result: m.result(&c)}
	for i, f := range c.findings {
		for k, s := range m.steps(&c, f) {
			if k == 0 && (f.kind == Letters || f.kind == Known || f.kind == Abbreviated) {
				s.Rarity = m.set(c.a.tokens, f.a, c.b.tokens, f.b).rarity
			}
			s.Word = i + 1
			if f.a.from < f.a.to && f.b.from < f.b.to && f.b.role != s.Role {
				s.RoleB = f.b.role
			}
			e.Steps = append(e.Steps, s)
		}
	}
	slices.SortStableFunc(e.Steps, func(x, y Step) int {
		if x.Kind == Moved || y.Kind == Moved {
			return int(y.Kind) - int(x.Kind)
		}
		return x.A.Start - y.A.Start
	})
	e.Steps = fillGaps(e.Steps, len(a.Text), func(s *Step) *Span { return &s.A })
	e.Steps = fillGaps(e.Steps, len(b.Text), func(s *Step) *Span { return &s.B })
	return e
}

// steps unfolds one finding.
func (m *Matcher) steps(c *comparison, f finding) []Step {
	if f.kind != Letters {
		s := Step{Kind: f.kind, A: span(c.a.tokens, f.a), B: span(c.b.tokens, f.b), Role: f.a.role, Cost: f.cost}
		if f.a.from == f.a.to {
			s.Role = f.b.role
		}
		s.cite(f.weight.line)
		return []Step{s}
	}
	al := m.aligner()
	defer m.aligners.Put(al)
	a, b := spell(c.a.tokens, f.a), spell(c.b.tokens, f.b)
	links, x, y, added := m.links(al, a, b)
	var steps []Step
	for _, l := range links {
		s := Step{A: Span{x.place(l.FromA), x.place(l.ToA)}, B: Span{y.place(l.FromB), y.place(l.ToB)}, Role: f.a.role, Cost: l.Cost}
		switch {
		case l.Rule != nil:
			s.cite(&l.Rule.Line)
		case l.Cost == m.weights.accent && l.ToA > l.FromA && l.ToB > l.FromB:
			s.cite(m.weights.lines["accent"])
		case l.Cost > 0:
			s.cite(m.weights.lines["letter"])
		}
		if last := len(steps) - 1; last >= 0 && (isWritten(l.FromA, l.ToA, s.A) || isWritten(l.FromB, l.ToB, s.B)) {
			steps[last].take(s)
			continue
		}
		steps = append(steps, s)
	}
	steps = mergeEqual(steps)
	if added > 0 {
		s := Step{Cost: added}
		s.cite(m.weights.romanised.line)
		steps[0].take(s)
	}
	return steps
}

// isWritten tells that the letters of a word come from text that an earlier step covers: ж is romanised zh, and its z has
// taken the whole of it.
func isWritten(from, to int, s Span) bool { return to > from && s.Start == s.End }

// take makes one step of two; the dearer one's rule stands for both.
func (s *Step) take(next Step) {
	if next.Cost > s.Cost {
		s.File, s.Line, s.Note = next.File, next.Line, next.Note
	}
	s.A.End, s.B.End = max(s.A.End, next.A.End), max(s.B.End, next.B.End)
	s.Cost += next.Cost
}

func (s *Step) cite(line *rulefile.Line) {
	if line == nil {
		return
	}
	s.File, s.Line, s.Note = line.File, line.Number, line.Reason
}

// span is the stretch that a group covers; an empty group covers none.
func span(tokens []token, g group) Span {
	if g.from == g.to {
		return Span{}
	}
	whole := Span{tokens[g.from].start, int(tokens[g.from].end)}
	for _, t := range tokens[g.from:g.to] {
		whole.Start, whole.End = min(whole.Start, t.start), max(whole.End, int(t.end))
	}
	return whole
}

// mergeEqual makes one step of equal letters that follow each other.
func mergeEqual(steps []Step) []Step {
	var merged []Step
	for _, s := range steps {
		if last := len(merged) - 1; last >= 0 && s.Cost == 0 && s.Line == 0 && merged[last].Cost == 0 && merged[last].Line == 0 {
			merged[last].A.End, merged[last].B.End = s.A.End, s.B.End
			continue
		}
		merged = append(merged, s)
	}
	return merged
}

// fillGaps adds a step for each stretch of one side that no step covers: what stands between the words.
func fillGaps(steps []Step, size int, side func(*Step) *Span) []Step {
	var spans []Span
	for i := range steps {
		if s := side(&steps[i]); s.End > s.Start {
			spans = append(spans, *s)
		}
	}
	slices.SortFunc(spans, func(x, y Span) int { return x.Start - y.Start })
	at := 0
	for _, s := range append(spans, Span{size, size}) {
		if s.Start > at {
			gap := Step{Kind: Between}
			*side(&gap) = Span{at, s.Start}
			steps = append(steps, gap)
		}
		at = max(at, s.End)
	}
	return steps
}
