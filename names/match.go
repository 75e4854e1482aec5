package names

import (
	"slices"
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
	left, right := core(a.tokens), core(b.tokens)
	left, right = m.join(&c, al, left, right)
	left, right = m.pair(&c, al, left, right)
	m.unpaired(&c, left, right)
	m.smallWords(&c)
	m.order(&c)
	return c
}

func isOverlong(n Name) bool {
	return len(n.tokens) > maxTokens ||
		slices.ContainsFunc(n.tokens, func(t token) bool { return len(t.letters) > maxLetters })
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
	var s spelled
	for _, t := range tokens[g.from:g.to] {
		s.letters = append(s.letters, t.letters...)
		s.base = append(s.base, t.base...)
		s.at = append(s.at, t.at[:len(t.letters)]...)
		s.plain += t.plain
		s.accented = s.accented || t.accented
	}
	s.at = append(s.at, tokens[g.to-1].end)
	return s
}

// allowed is what a pair of words may cost and still be one word.
func (m *Matcher) allowed(a, b spelled) int {
	return m.weights.limit * (len(a.letters) + len(b.letters)) / 2
}

// join pairs words written together with words written apart, where that is better than any single pair.
func (m *Matcher) join(c *comparison, al *aligner, left, right []group) ([]group, []group) {
	var found []finding
	for _, f := range m.joinsWith(al, c.a.tokens, c.b.tokens, right) {
		found = append(found, f)
	}
	for _, f := range m.joinsWith(al, c.b.tokens, c.a.tokens, left) {
		f.a, f.b = f.b, f.a
		found = append(found, f)
	}
	slices.SortStableFunc(found, func(x, y finding) int { return x.cost - y.cost })
	for _, f := range found {
		if overlaps(f.a, c.findings, func(f finding) group { return f.a }) ||
			overlaps(f.b, c.findings, func(f finding) group { return f.b }) {
			continue
		}
		m.addPair(c, f)
		left = slices.DeleteFunc(left, func(g group) bool { return g.from >= f.a.from && g.to <= f.a.to })
		right = slices.DeleteFunc(right, func(g group) bool { return g.from >= f.b.from && g.to <= f.b.to })
	}
	return left, right
}

// joinsWith finds runs of two to four tokens that together are a single word of the other name, and closer to it
// than any one token is.
func (m *Matcher) joinsWith(al *aligner, tokens, others []token, singles []group) []finding {
	var found []finding
	for _, single := range singles {
		if single.role == Initial {
			continue
		}
		other := spell(others, single)
		best := m.closest(al, tokens, other)
		for from := range tokens {
			for to := from + 2; to <= min(from+4, len(tokens)); to++ {
				run := group{from: from, to: to, role: runRole(tokens[from:to]), place: from}
				if run.role == Title {
					break
				}
				s := spell(tokens, run)
				if !alikeInLength(len(s.letters), len(other.letters)) {
					continue
				}
				if cost := al.distance(s, other); cost <= m.allowed(s, other) && cost < best {
					found = append(found, finding{kind: Letters, a: run, b: single, cost: cost})
				}
			}
		}
	}
	return found
}

// closest is the least distance of any one token to the word, when it is a match, else far.
func (m *Matcher) closest(al *aligner, tokens []token, word spelled) int {
	best := far
	for _, g := range core(tokens) {
		s := spell(tokens, g)
		if !alikeInLength(len(s.letters), len(word.letters)) {
			continue
		}
		if cost := al.distance(s, word); cost <= m.allowed(s, word) {
			best = min(best, cost)
		}
	}
	return best
}

// alikeInLength tells whether words of so many letters can be one word at all.
func alikeInLength(a, b int) bool {
	return a <= 2*b+2 && b <= 2*a+2
}

// runRole is the role of tokens read as one word: that of the first one that carries the name; Title when they
// can't be so read.
func runRole(tokens []token) Role {
	role := Title
	for _, t := range tokens {
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
func (m *Matcher) pair(c *comparison, al *aligner, left, right []group) ([]group, []group) {
	if len(left) == 0 || len(right) == 0 {
		return left, right
	}
	costs, gains := make([]int, len(left)*len(right)), make([]int, len(left)*len(right))
	for i, g := range left {
		for j, h := range right {
			cost, gain := m.pairCost(al, c, g, h)
			costs[i*len(right)+j], gains[i*len(right)+j] = cost, gain
		}
	}
	var leftOver []group
	taken := make([]bool, len(right))
	for i, j := range assign(gains, len(left), len(right)) {
		if j < 0 {
			leftOver = append(leftOver, left[i])
			continue
		}
		taken[j] = true
		f := finding{kind: Letters, a: left[i], b: right[j], cost: costs[i*len(right)+j]}
		if left[i].role == Initial || right[j].role == Initial {
			f.kind = Abbreviated
			f.weight = weight{f.cost, m.weights.lines["initial"]}
		}
		m.addPair(c, f)
	}
	var rightOver []group
	for j, h := range right {
		if !taken[j] {
			rightOver = append(rightOver, h)
		}
	}
	return leftOver, rightOver
}

// pairCost gives what two words cost as one word and what pairing them gains: nothing when the cost
// is over the limit. Between equally good partners the one in the same role and place is taken.
func (m *Matcher) pairCost(al *aligner, c *comparison, g, h group) (cost, gain int) {
	a, b := spell(c.a.tokens, g), spell(c.b.tokens, h)
	near := 8 - min(4, max(g.place-h.place, h.place-g.place))
	if g.role == h.role {
		near += 4
	}
	if g.role == Initial || h.role == Initial {
		if !m.sameInitial(a, b) {
			return far, 0
		}
		if len(a.letters) == len(b.letters) {
			return 0, 100 + near
		}
		return m.weights.initial, 50 + near
	}
	if !alikeInLength(len(a.letters), len(b.letters)) {
		return far, 0
	}
	cost = al.distance(a, b)
	allowed := m.allowed(a, b)
	if cost > allowed {
		return far, 0
	}
	return cost, 20*(len(a.letters)+len(b.letters)) + allowed - cost + near
}

// sameInitial tells whether two words can begin with the same letter.
func (m *Matcher) sameInitial(a, b spelled) bool {
	return a.base[0] == b.base[0]
}

// addPair records two words that are one.
func (m *Matcher) addPair(c *comparison, f finding) {
	c.add(f)
	if f.kind != Letters {
		return
	}
	a, b := spell(c.a.tokens, f.a), spell(c.b.tokens, f.b)
	c.letters += min(len(a.letters), len(b.letters))
	c.spelling += f.cost
	if allowed := m.allowed(a, b); allowed > 0 {
		c.strain = max(c.strain, 100*f.cost/allowed)
	}
}
