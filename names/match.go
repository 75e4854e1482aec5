package names

import (
	"slices"

	"github.com/namesake-go/namesake/internal/correspond"
)

// Matching two names
//
// The words of the two names are paired in three steps, and every difference becomes a finding with a cost:
//
//  1. Words that one name writes apart and the other together are joined: Abd al-Rahman, Abdulrahman;
//     Almaz Bey, Almazbek.
//  2. The rest are paired by the best assignment. A pair must keep within the limit per letter.
//  3. What has no partner is left out, which is cheap, when only one name has such a word; it contradicts,
//     which is dear, when each name has one in the same role.
//
// Compare adds the findings up, Explain unfolds them; neither judges anew.

// A group is a run of tokens of one name that are read as one word.
type group struct {
	from, to int // tokens
	role     Role
	place    int // among the groups of its name
}

// A finding is one thing that two names have in common or that parts them. A side that takes no part has from == to.
type finding struct {
	kind   Kind
	a, b   group
	cost   int
	weight weight // the rule, for all but Letters
}

// A comparison is all findings on two names.
type comparison struct {
	a, b     Name
	findings []finding
	cost     int
	strain   int  // the dearest pair's cost as a share of the limit, in hundredths
	letters  int  // how many letters the pairs share, by the shorter
	spelling int  // the pairs' costs together
	against  bool // two words stand against each other, or change places as father and son: not one person
}

// maxTokens bounds what is read as a name. Longer texts are the same only when they are equal.
const maxTokens, maxLetters = 40, 120 // words, letters in one word

func (c *comparison) add(f finding) {
	c.findings = append(c.findings, f)
	c.cost += f.cost
	c.against = c.against || f.kind == Contradicted
}

// match compares in one fixed order, so that the result does not depend on which name comes first.
func (m *Matcher) match(a, b Name) comparison {
	if a.Text <= b.Text {
		return m.matchOrdered(a, b)
	}
	c := m.matchOrdered(b, a)
	c.a, c.b = a, b
	for i := range c.findings {
		f := &c.findings[i]
		f.a, f.b = f.b, f.a
	}
	return c
}

func (m *Matcher) matchOrdered(a, b Name) comparison {
	c := comparison{a: a, b: b}
	if isOverlong(a) || isOverlong(b) {
		m.matchWhole(&c)
		return c
	}
	al := m.aligner()
	defer m.aligners.Put(al)
	t := m.tabulate(&c, al)
	if len(t.costs) > 0 {
		m.join(&c, al, t)
	}
	left, right := m.pair(&c, t)
	m.unpaired(&c, left, right)
	m.smallWords(&c)
	m.order(&c)
	return c
}

func isOverlong(n Name) bool {
	return len(n.tokens) > maxTokens ||
		slices.ContainsFunc(n.tokens, func(t token) bool { return len(t.Letters) > maxLetters })
}

// matchWhole compares texts that are too long for names: one is the same only as itself.
func (m *Matcher) matchWhole(c *comparison) {
	a, b := group{to: len(c.a.tokens)}, group{to: len(c.b.tokens)}
	if c.a.Text == c.b.Text {
		c.add(finding{kind: SameWord, a: a, b: b})
		return
	}
	w := m.weights.contradicted["surname"]
	c.add(finding{kind: Contradicted, a: a, b: b, cost: w.cost, weight: w})
}

// core gives each word that carries the name a group of its own.
func core(tokens []token) []group {
	var groups []group
	for i, t := range tokens {
		switch t.role {
		case Given, Surname, Patronymic, Initial:
			groups = append(groups, group{from: i, to: i + 1, role: t.role, place: i})
		}
	}
	return groups
}

// spell reads the tokens of a group as one word.
func spell(tokens []token, g group) spelled {
	if g.to == g.from+1 {
		return tokens[g.from].spelled
	}
	s := spelled{latin: true, script: tokens[g.from].script}
	for _, t := range tokens[g.from:g.to] {
		s.spelling.append(t.spelling)
		s.native.append(t.native)
		s.latin = s.latin && t.latin
	}
	end := tokens[g.to-1].end
	s.at, s.native.at = append(s.at, end), append(s.native.at, end)
	return s
}

// append joins a further word to the spelling; the end of at is left open.
func (s *spelling) append(t spelling) {
	s.Letters = append(s.Letters, t.Letters...)
	s.Base = append(s.Base, t.Base...)
	s.at = append(s.at, t.at[:len(t.Letters)]...)
	s.Plain += t.Plain
	s.Accented = s.Accented || t.Accented
}

// allowed is what a pair of words may cost and still be one word.
func (m *Matcher) allowed(a, b spelled) int {
	return m.weights.limit * (len(a.Letters) + len(b.Letters)) / 2
}

// A table holds what each word of one name costs as each word of the other: costs[i*len(right)+j], far when over the
// limit.
type table struct {
	left, right []group
	costs       []int
}

func (m *Matcher) tabulate(c *comparison, al *aligners) table {
	t := table{left: core(c.a.tokens), right: core(c.b.tokens)}
	t.costs = make([]int, 0, len(t.left)*len(t.right))
	for _, g := range t.left {
		a := spell(c.a.tokens, g)
		for _, h := range t.right {
			t.costs = append(t.costs, m.wordCost(al, a, spell(c.b.tokens, h), g.role == Initial || h.role == Initial))
		}
	}
	return t
}

// wordCost is what two words cost as one, far when that is over the limit. Two frequent given names must be
// closer than other words: Jane is not a spelling of John.
func (m *Matcher) wordCost(al *aligners, a, b spelled, abbreviated bool) int {
	switch {
	case abbreviated && a.Base[0] != b.Base[0]:
		return correspond.Far
	case abbreviated && len(a.Letters) == len(b.Letters):
		return 0
	case abbreviated:
		return m.weights.initial
	}
	limit := m.allowed(a, b)
	if a.givenName && b.givenName {
		limit = limit * m.weights.twoNames / 100
	}
	return m.distance(al, a, b, limit)
}

// join pairs words written together with words written apart, where that is better than any single pair.
func (m *Matcher) join(c *comparison, al *aligners, t table) {
	var found []finding
	for j, single := range t.right {
		best := correspond.Far
		for i := range t.left {
			best = min(best, t.costs[i*len(t.right)+j])
		}
		found = m.joinsWith(found, al, c.a.tokens, c.b.tokens, single, best)
	}
	turn := len(found)
	for i, single := range t.left {
		found = m.joinsWith(found, al, c.b.tokens, c.a.tokens, single, slices.Min(t.costs[i*len(t.right):(i+1)*len(t.right)]))
	}
	for i := turn; i < len(found); i++ {
		found[i].a, found[i].b = found[i].b, found[i].a
	}
	slices.SortStableFunc(found, func(x, y finding) int { return x.cost - y.cost })
	for _, f := range found {
		if !overlaps(f.a, c.findings, sideA) && !overlaps(f.b, c.findings, sideB) {
			m.addPair(c, f)
		}
	}
}

func sideA(f finding) group { return f.a }
func sideB(f finding) group { return f.b }

// joinsWith finds runs of two to four tokens that together are a single word of the other name, and closer to it
// than best, the cost of the closest token.
func (m *Matcher) joinsWith(found []finding, al *aligners, tokens, others []token, single group, best int) []finding {
	if single.role == Initial || best == 0 {
		return found
	}
	other := spell(others, single)
	for from := range tokens {
		size := len(tokens[from].Letters)
		for to := from + 2; to <= min(from+4, len(tokens)); to++ {
			size += len(tokens[to-1].Letters)
			run := group{from: from, to: to, role: runRole(tokens[from:to]), place: from}
			if run.role == Title || size > len(other.Letters)+maxJoinSlack {
				break
			}
			if size < len(other.Letters)-maxJoinSlack {
				continue
			}
			s := spell(tokens, run)
			if cost := m.distance(al, s, other, min(best-1, m.allowed(s, other))); cost < correspond.Far {
				found = append(found, finding{kind: Letters, a: run, b: single, cost: cost})
			}
		}
	}
	return found
}

// maxJoinSlack is how many letters more or fewer a joined word may have than its parts.
const maxJoinSlack = 4

// runRole is the role of tokens read as one word: that of the first one that carries the name; Title when they
// can't be so read, or do not follow each other in the text.
func runRole(tokens []token) Role {
	role := Title
	for i, t := range tokens {
		if i > 0 && t.part != tokens[i-1].part+1 {
			return Title // the comma of "Jinbekov, Almaz" parts them
		}
		switch t.role {
		case Title, Suffix, Initial:
			return Title
		case Given, Surname, Patronymic:
			if role == Title {
				role = t.role
			}
		}
	}
	return role
}

func overlaps(g group, findings []finding, side func(finding) group) bool {
	return slices.ContainsFunc(findings, func(f finding) bool {
		other := side(f)
		return g.from < other.to && other.from < g.to
	})
}

// pair finds the best partners among the words left, and returns those without one.
func (m *Matcher) pair(c *comparison, t table) (left, right []group) {
	gains := make([]int, len(t.costs))
	for i, g := range t.left {
		if overlaps(g, c.findings, sideA) {
			continue
		}
		for j, h := range t.right {
			if cost := t.costs[i*len(t.right)+j]; cost < correspond.Far && !overlaps(h, c.findings, sideB) {
				gains[i*len(t.right)+j] = m.gain(c, g, h, cost)
			}
		}
	}
	joined := len(c.findings)
	taken := make([]bool, len(t.right))
	for i, j := range assign(gains, len(t.left), len(t.right)) {
		if j < 0 {
			if !overlaps(t.left[i], c.findings[:joined], sideA) {
				left = append(left, t.left[i])
			}
			continue
		}
		taken[j] = true
		f := finding{kind: Letters, a: t.left[i], b: t.right[j], cost: t.costs[i*len(t.right)+j]}
		if f.a.role == Initial || f.b.role == Initial {
			f.kind = Abbreviated
			f.weight = weight{f.cost, m.weights.lines["initial"]}
		}
		m.addPair(c, f)
	}
	for j, h := range t.right {
		if !taken[j] && !overlaps(h, c.findings[:joined], sideB) {
			right = append(right, h)
		}
	}
	return left, right
}

// gain is what pairing two words brings: more for long words and small costs; between equally good partners the one in
// the same role and place is taken.
func (m *Matcher) gain(c *comparison, g, h group, cost int) int {
	near := 8 - min(4, max(g.place-h.place, h.place-g.place))
	if g.role == h.role {
		near += 4
	}
	a, b := spell(c.a.tokens, g), spell(c.b.tokens, h)
	shorter := min(len(a.Letters), len(b.Letters))
	if g.role == Initial || h.role == Initial {
		return (40+m.weights.limit)*shorter - cost + near
	}
	return 40*shorter + m.allowed(a, b) - cost + near
}

// addPair records two words that are one.
func (m *Matcher) addPair(c *comparison, f finding) {
	c.add(f)
	a, b := spell(c.a.tokens, f.a), spell(c.b.tokens, f.b)
	c.letters += min(len(a.Letters), len(b.Letters))
	if f.kind != Letters {
		return
	}
	c.spelling += f.cost
	if allowed := m.allowed(a, b); allowed > 0 {
		c.strain = max(c.strain, 100*f.cost/allowed)
	}
}
