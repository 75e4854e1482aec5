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

// match compares two names; the result stays good for ever.
func (m *Matcher) match(a, b Name) comparison {
	al := m.aligner()
	al.findings = nil
	c := m.matchWith(al, a, b)
	m.aligners.Put(al)
	return c
}

// matchWith is match in the aligners' memory: the result is good until they are used again, and keep gives them what
// memory it took. It compares in one fixed order, so that the result does not depend on which name comes first.
func (m *Matcher) matchWith(al *aligners, a, b Name) comparison {
	if a.Text <= b.Text {
		return m.matchOrdered(al, a, b)
	}
	c := m.matchOrdered(al, b, a)
	c.a, c.b = a, b
	for i := range c.findings {
		f := &c.findings[i]
		f.a, f.b = f.b, f.a
	}
	return c
}

func (m *Matcher) matchOrdered(al *aligners, a, b Name) comparison {
	c := comparison{a: a, b: b, findings: al.findings[:0]}
	if isOverlong(a) || isOverlong(b) {
		m.matchWhole(&c)
		return c
	}
	t := m.tabulate(&c, al)
	if len(t.costs) > 0 {
		m.join(&c, al, t)
	}
	left, right := m.pair(&c, al, t)
	m.unpaired(&c, left, right)
	m.smallWords(&c)
	m.order(&c)
	return c
}

func isOverlong(n Name) bool {
	for i := range n.tokens {
		if len(n.tokens[i].Letters) > maxLetters {
			return true
		}
	}
	return len(n.tokens) > maxTokens
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
func core(tokens []token) []group { return appendCore(make([]group, 0, len(tokens)), tokens) }

func appendCore(groups []group, tokens []token) []group {
	for i := range tokens {
		switch role := tokens[i].role; role {
		case Given, Surname, Patronymic, Initial:
			groups = append(groups, group{from: i, to: i + 1, role: role, place: i})
		}
	}
	return groups
}

// spell reads the tokens of a group as one word.
func spell(tokens []token, g group) *spelled {
	if g.to == g.from+1 {
		return &tokens[g.from].spelled
	}
	s := &spelled{}
	s.read(tokens[g.from:g.to])
	for _, t := range tokens[g.from:g.to] {
		s.Plain += t.Plain
		s.at = append(s.at, t.at[:len(t.Letters)]...)
		s.native.Plain += t.native.Plain
		s.native.at = append(s.native.at, t.native.at[:len(t.native.Letters)]...)
	}
	end := tokens[g.to-1].end
	s.at, s.native.at = append(s.at, end), append(s.native.at, end)
	return s
}

// read makes s the letters of several words as one, in the memory it has; that is all an alignment without a way back
// needs.
func (s *spelled) read(tokens []token) {
	s.latin, s.script, s.givenName = true, tokens[0].script, false
	s.empty()
	s.native.empty()
	for i := range tokens {
		t := &tokens[i]
		s.append(&t.spelling)
		s.native.append(&t.native)
		s.latin = s.latin && t.latin
	}
}

func (s *spelling) empty() { s.Letters, s.Base, s.Accented = s.Letters[:0], s.Base[:0], false }

// append joins the letters of a further word to the spelling.
func (s *spelling) append(t *spelling) {
	s.Letters = append(s.Letters, t.Letters...)
	s.Base = append(s.Base, t.Base...)
	s.Accented = s.Accented || t.Accented
}

// size is how many letters a group has.
func size(tokens []token, g group) int {
	n := 0
	for i := g.from; i < g.to; i++ {
		n += len(tokens[i].Letters)
	}
	return n
}

// allowed is what a pair of words may cost and still be one word.
func (m *Matcher) allowed(a, b *spelled) int { return m.allowedFor(len(a.Letters), len(b.Letters)) }

func (m *Matcher) allowedFor(sizeA, sizeB int) int { return m.weights.limit * (sizeA + sizeB) / 2 }

// A table holds what each word of one name costs as each word of the other: costs[i*len(right)+j], far when over the
// limit.
type table struct {
	left, right []group
	costs       []int
}

func (m *Matcher) tabulate(c *comparison, al *aligners) table {
	al.left, al.right = appendCore(al.left[:0], c.a.tokens), appendCore(al.right[:0], c.b.tokens)
	al.readingsLeft = al.readAll(al.readingsLeft, c.a.tokens, al.left)
	al.readingsRight = al.readAll(al.readingsRight, c.b.tokens, al.right)
	al.costs = al.costs[:0]
	for i, g := range al.left {
		a := pairable{&c.a.tokens[g.from].spelled, &al.readingsLeft[i]}
		for j, h := range al.right {
			b := pairable{&c.b.tokens[h.from].spelled, &al.readingsRight[j]}
			cost := m.wordCost(al, a, b, g.role == Initial || h.role == Initial)
			if w, ok := m.knownForms(c, g, h); ok {
				cost = min(cost, w.cost)
			}
			al.costs = append(al.costs, cost)
		}
	}
	return table{left: al.left, right: al.right, costs: al.costs}
}

// readAll reads the words for alignment; each will meet several of the other name.
func (al *aligners) readAll(readings []correspond.Reading, tokens []token, groups []group) []correspond.Reading {
	for len(readings) < len(groups) {
		readings = append(readings, correspond.Reading{})
	}
	for i, g := range groups {
		al.latin.Read(&readings[i], &tokens[g.from].Word)
	}
	return readings
}

// A pairable is a word and its Latin letters as the aligner has read them.
type pairable struct {
	*spelled
	reading *correspond.Reading
}

// wordCost is what two words cost as one, far when that is over the limit. Two frequent given names must be
// closer than other words: Jane is not a spelling of John.
func (m *Matcher) wordCost(al *aligners, a, b pairable, abbreviated bool) int {
	switch {
	case abbreviated && a.Base[0] != b.Base[0]:
		return correspond.Far
	case abbreviated && len(a.Letters) == len(b.Letters):
		return 0
	case abbreviated:
		return m.weights.initial
	}
	limit := m.allowed(a.spelled, b.spelled)
	if a.givenName && b.givenName {
		limit = limit * m.weights.twoNames / 100
	}
	return m.distanceRead(al, a, b, limit)
}

// A joint is a run of tokens that is one word of the other name.
type joint struct {
	run, single group
	cost        int
	turned      bool // the run is in the second name
}

// join pairs words written together with words written apart, where that is better than any single pair.
func (m *Matcher) join(c *comparison, al *aligners, t table) {
	al.joints = al.joints[:0]
	for j, single := range t.right {
		best := correspond.Far
		for i := range t.left {
			best = min(best, t.costs[i*len(t.right)+j])
		}
		m.joinsWith(al, c.a.tokens, pairable{&c.b.tokens[single.from].spelled, &al.readingsRight[j]}, single, best)
	}
	turn := len(al.joints)
	for i, single := range t.left {
		best := slices.Min(t.costs[i*len(t.right) : (i+1)*len(t.right)])
		m.joinsWith(al, c.b.tokens, pairable{&c.a.tokens[single.from].spelled, &al.readingsLeft[i]}, single, best)
	}
	for i := turn; i < len(al.joints); i++ {
		al.joints[i].turned = true
	}
	slices.SortStableFunc(al.joints, func(x, y joint) int { return x.cost - y.cost })
	for _, k := range al.joints {
		f := finding{kind: Letters, a: k.run, b: k.single, cost: k.cost}
		if k.turned {
			f.a, f.b = k.single, k.run
		}
		if !overlaps(f.a, c.findings, sideA) && !overlaps(f.b, c.findings, sideB) {
			m.addPair(c, f)
		}
	}
}

func sideA(f finding) group { return f.a }
func sideB(f finding) group { return f.b }

// joinsWith finds runs of two to four tokens that together are a single word of the other name, and closer to it
// than best, the cost of the closest token.
func (m *Matcher) joinsWith(al *aligners, tokens []token, other pairable, single group, best int) {
	if single.role == Initial || best == 0 {
		return
	}
	for from := range tokens {
		size := len(tokens[from].Letters)
		for to := from + 2; to <= min(from+4, len(tokens)); to++ {
			size += len(tokens[to-1].Letters)
			if size > len(other.Letters)+maxJoinSlack {
				break
			}
			run := group{from: from, to: to, role: runRole(tokens[from:to]), place: from}
			if run.role == Title {
				break
			}
			if size < len(other.Letters)-maxJoinSlack {
				continue
			}
			al.joined.read(tokens[from:to])
			al.latin.Read(&al.joinedReading, &al.joined.Word)
			limit := min(best-1, m.allowed(&al.joined, other.spelled))
			if cost := m.distanceRead(al, pairable{&al.joined, &al.joinedReading}, other, limit); cost < correspond.Far {
				al.joints = append(al.joints, joint{run: run, single: single, cost: cost})
			}
		}
	}
}

// maxJoinSlack is how many letters more or fewer a joined word may have than its parts.
const maxJoinSlack = 4

// runRole is the role of tokens read as one word: that of the first one that carries the name; Title when they
// can't be so read, or do not follow each other in the text.
func runRole(tokens []token) Role {
	role := Title
	for i := range tokens {
		t := &tokens[i]
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
	for i := range findings {
		if other := side(findings[i]); g.from < other.to && other.from < g.to {
			return true
		}
	}
	return false
}

// pair finds the best partners among the words left, and returns those without one.
func (m *Matcher) pair(c *comparison, al *aligners, t table) (left, right []group) {
	joined := c.findings
	gains := slices.Grow(al.gains[:0], len(t.costs))[:len(t.costs)]
	clear(gains)
	for i, g := range t.left {
		if overlaps(g, joined, sideA) {
			continue
		}
		for j, h := range t.right {
			if cost := t.costs[i*len(t.right)+j]; cost < correspond.Far && !overlaps(h, joined, sideB) {
				gains[i*len(t.right)+j] = m.gain(c, g, h, cost)
			}
		}
	}
	al.gains, al.leftOver, al.rightOver = gains, al.leftOver[:0], al.rightOver[:0]
	taken := slices.Grow(al.taken[:0], len(t.right))[:len(t.right)]
	clear(taken)
	al.taken = taken
	for i, j := range al.assigner.assign(gains, len(t.left), len(t.right)) {
		if j < 0 {
			if !overlaps(t.left[i], joined, sideA) {
				al.leftOver = append(al.leftOver, t.left[i])
			}
			continue
		}
		taken[j] = true
		f := finding{kind: Letters, a: t.left[i], b: t.right[j], cost: t.costs[i*len(t.right)+j]}
		if f.a.role == Initial || f.b.role == Initial {
			f.kind = Abbreviated
			f.weight = weight{f.cost, m.weights.lines["initial"]}
		} else if w, ok := m.knownForms(c, f.a, f.b); ok && w.cost == f.cost {
			f.kind, f.weight = Known, w
		}
		m.addPair(c, f)
	}
	for j, h := range t.right {
		if !taken[j] && !overlaps(h, joined, sideB) {
			al.rightOver = append(al.rightOver, h)
		}
	}
	return al.leftOver, al.rightOver
}

// gain is what pairing two words brings: more for long words and small costs; between equally good partners the one in
// the same role and place is taken.
func (m *Matcher) gain(c *comparison, g, h group, cost int) int {
	near := 8 - min(4, max(g.place-h.place, h.place-g.place))
	if g.role == h.role {
		near += 4
	}
	sizeA, sizeB := size(c.a.tokens, g), size(c.b.tokens, h)
	shorter := min(sizeA, sizeB)
	if g.role == Initial || h.role == Initial {
		return (40+m.weights.limit)*shorter - cost + near
	}
	return 40*shorter + max(0, m.allowedFor(sizeA, sizeB)-cost) + near // a short form costs more than letters may
}

// addPair records two words that are one.
func (m *Matcher) addPair(c *comparison, f finding) {
	c.add(f)
	sizeA, sizeB := size(c.a.tokens, f.a), size(c.b.tokens, f.b)
	c.letters += min(sizeA, sizeB)
	if f.kind != Letters {
		return
	}
	c.spelling += f.cost
	if allowed := m.allowedFor(sizeA, sizeB); allowed > 0 {
		c.strain = max(c.strain, 100*f.cost/allowed)
	}
}
