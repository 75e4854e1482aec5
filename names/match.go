package names

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
	strain   float64 // the dearest pair's cost as a share of the limit, 0 to 1
	rarity   int     // the information of the words that agree, in hundredths of a nat
	letters  int     // how many letters the pairs share, by the shorter
	spelling int     // the pairs' costs together
	evidence int     // what agrees, of organisations
	against  bool    // two words stand against each other, or change places as father and son: not one person
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
	if (a.units == nil) != (b.units == nil) || a.place && b.place {
		a, b = readAlike(a, b)
	}
	al.joinedRun = nil
	if a.Text <= b.Text {
		c := comparison{a: a, b: b, findings: al.findings[:0]}
		m.matchOrdered(&c, al)
		return c
	}
	c := comparison{a: b, b: a, findings: al.findings[:0]}
	m.matchOrdered(&c, al)
	c.a, c.b = a, b
	for i := range c.findings {
		f := &c.findings[i]
		f.a, f.b = f.b, f.a
	}
	return c
}

func (m *Matcher) matchOrdered(c *comparison, al *aligners) {
	switch {
	case c.a.overlong || c.b.overlong:
		m.matchWhole(c)
		return
	case c.a.units != nil && c.b.units != nil:
		m.matchOrganisations(c, al)
		return
	}
	t := m.tabulate(c, al)
	if len(t.costs) > 0 {
		m.join(c, al, t)
	}
	left, right := m.pair(c, al, t)
	m.unpaired(c, left, right)
	m.sexOfSurname(c)
	m.smallWords(c)
	m.order(c)
}

func isOverlong(tokens []token) bool {
	for i := range tokens {
		if tokens[i].size() > maxLetters {
			return true
		}
	}
	return len(tokens) > maxTokens
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
