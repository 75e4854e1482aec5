package names

import "slices"

// unpaired weighs the words that have no partner. Omission is not contradiction: a word that the other name
// simply lacks costs little, one against another word in the same role costs much.
func (m *Matcher) unpaired(c *comparison, left, right []group) {
	for _, role := range [...]Role{Surname, Given, Initial, Patronymic} {
		for {
			i := indexRole(left, role)
			j := indexRole(right, role)
			if role == Initial && (i < 0) != (j < 0) { // J. against Kate
				if i < 0 {
					i = indexRole(left, Given)
				} else {
					j = indexRole(right, Given)
				}
			}
			if i < 0 || j < 0 {
				break
			}
			if len(left) == 1 && len(right) == 1 && m.isMisspelt(c, left[0], right[0]) {
				m.addMisspelt(c, left[0], right[0])
				return
			}
			w := m.weights.contradicted[contradiction(c, left[i], right[j])]
			c.add(finding{kind: Contradicted, a: left[i], b: right[j], cost: w.cost, weight: w})
			left, right = slices.Delete(left, i, i+1), slices.Delete(right, j, j+1)
		}
	}
	for len(left) > 0 && len(right) > 0 {
		w := m.weights.contradicted["other"]
		c.add(finding{kind: Contradicted, a: left[0], b: right[0], cost: w.cost, weight: w})
		left, right = left[1:], right[1:]
	}
	for _, g := range left {
		w := m.weights.leftOut[omission(c, g, c.a.tokens, sideA)]
		c.add(finding{kind: LeftOut, a: g, cost: w.cost, weight: w})
	}
	for _, g := range right {
		w := m.weights.leftOut[omission(c, g, c.b.tokens, sideB)]
		c.add(finding{kind: LeftOut, b: g, cost: w.cost, weight: w})
	}
}

func indexRole(groups []group, role Role) int {
	return slices.IndexFunc(groups, func(g group) bool { return g.role == role })
}

// contradiction names the weight for two words of like role that differ.
func contradiction(c *comparison, g, h group) string {
	switch {
	case g.role == Initial || h.role == Initial:
		if isFirst(g, c.a.tokens) && isFirst(h, c.b.tokens) {
			return "initial"
		}
		return "middle"
	case g.role == Given && h.role == Given && areOpposite(c, g, h):
		return "sex"
	case c.a.tokens[g.from].in&c.b.tokens[h.from].in&inApart != 0 && alike(c.a.tokens[g.from].Plain, c.b.tokens[h.from].Plain) == unwrittenVowels:
		return unwrittenVowels
	case isNisba(g, c.a.tokens) && isNisba(h, c.b.tokens):
		return "nisba"
	case g.role == Given && !(isFirst(g, c.a.tokens) && isFirst(h, c.b.tokens)) && pairedGiven(c):
		return "middle"
	}
	return g.role.String()
}

// isNisba tells whether a word is where somebody comes from: al-Tikriti.
func isNisba(g group, tokens []token) bool {
	return g.from > 0 && tokens[g.from-1].phrase.section == "article" && builtinPatronymics().isNisba(tokens[g.from].Plain)
}

// pairedGiven tells whether some given names of the two do agree.
func pairedGiven(c *comparison) bool {
	return slices.ContainsFunc(c.findings, func(f finding) bool {
		return (f.kind == Letters || f.kind == Known) && f.a.role == Given && f.b.role == Given
	})
}

// isFirst tells whether no given name or initial stands before the group.
func isFirst(g group, tokens []token) bool {
	for i := range tokens {
		if tokens[i].role == Given || tokens[i].role == Initial {
			return g.from <= i
		}
	}
	return false
}

// omission names the weight for a word that the other name lacks: the first of its role to be missing costs more
// than a further one, when its fellows are there, and each costs little where many words agree.
func omission(c *comparison, g group, tokens []token, side func(*finding) group) string {
	paired, agreeing, nextAgrees := false, 0, false
	for i := range c.findings {
		f := &c.findings[i]
		s := side(f)
		if f.kind == LeftOut || s.to == s.from {
			continue
		}
		paired = paired || s.role == g.role && s.from != g.from
		nextAgrees = nextAgrees || f.kind != Contradicted && s.from <= g.to && g.to < s.to
		if f.kind == Letters || f.kind == Known {
			agreeing++
		}
	}
	switch kunya := kunyaOf(&tokens[g.from].spelled); {
	case kunya == "abd" && nextAgrees:
		return "servant of"
	case kunya != "" && nextAgrees:
		return "father of"
	case kunya != "":
		return "middle"
	case g.role == Given && !isFirst(g, tokens):
		return "middle"
	case agreeing > 2 && (g.role == Given || g.role == Surname):
		return "of many"
	case g.role == Given && paired && builtinBlessings()[tokens[g.from].Plain]:
		return "blessing"
	case g.role == Given && paired && !tokens[g.to].givenName:
		return "of two surnames"
	case g.role == Given && paired:
		return "first given"
	case g.role == Surname && paired:
		return "further surname"
	}
	return g.role.String()
}

// kunyaOf gives the first spelling of Abu, Umm or Abd; "" for other words.
func kunyaOf(s *spelled) string {
	if s.in&opensParticle == 0 {
		return ""
	}
	if found := particles().entries[s.Plain]; found.section == "kunya" {
		return found.head
	}
	return ""
}

// smallWords weighs titles, particles and suffixes. Those that both names have, in whatever spelling, are free.
func (m *Matcher) smallWords(c *comparison) {
	var room [2][6]group // on the stack; names have few small words
	left := smallGroups(room[0][:0], c.a.tokens, c.findings, sideA)
	right := smallGroups(room[1][:0], c.b.tokens, c.findings, sideB)
	for _, g := range left {
		t := &c.a.tokens[g.from]
		j := slices.IndexFunc(right, func(h group) bool { return c.b.tokens[h.from].phrase.head == t.phrase.head && h.role == g.role })
		if j >= 0 {
			c.add(finding{kind: SameWord, a: g, b: right[j]})
			right = slices.Delete(right, j, j+1)
			continue
		}
		if j = indexRole(right, Suffix); g.role == Suffix && j >= 0 {
			w := m.weights.contradicted[t.role.String()]
			c.add(finding{kind: Contradicted, a: g, b: right[j], cost: w.cost, weight: w})
			right = slices.Delete(right, j, j+1)
			continue
		}
		w := m.weights.leftOut[t.role.String()]
		c.add(finding{kind: LeftOut, a: g, cost: w.cost, weight: w})
	}
	for _, g := range right {
		w := m.weights.leftOut[g.role.String()]
		c.add(finding{kind: LeftOut, b: g, cost: w.cost, weight: w})
	}
}

// smallGroups appends the titles, particles and suffixes that no finding covers.
func smallGroups(groups []group, tokens []token, findings []finding, side func(*finding) group) []group {
	for i := range tokens {
		switch role := tokens[i].role; role {
		case Title, Particle, Suffix:
			if g := (group{from: i, to: i + 1, role: role, place: i}); !overlaps(g, findings, side) {
				groups = append(groups, g)
			}
		}
	}
	return groups
}

// order weighs words that stand in another place or role than their partners: "Jinbekov Surunbai" is Surunbai
// Jinbekov with the surname first, but "Salman bin Muhammad" is not Muhammad bin Salman.
func (m *Matcher) order(c *comparison) {
	var room [6]*finding // on the stack; names have few words
	pairs := room[:0]
	for i := range c.findings {
		if f := &c.findings[i]; f.kind == Letters || f.kind == Known || f.kind == Abbreviated {
			pairs = append(pairs, f)
		}
	}
	slices.SortFunc(pairs, func(x, y *finding) int { return x.a.from - y.a.from })
	crossings, swapped, rolesAgree := 0, false, true
	for i, x := range pairs {
		rolesAgree = rolesAgree && x.a.role == x.b.role
		for _, y := range pairs[i+1:] {
			if x.b.from > y.b.from {
				crossings++
			}
		}
		if x.a.role != x.b.role && isSurnameFirst(c.a.tokens) && isSurnameFirst(c.b.tokens) &&
			(x.a.role == Surname || x.b.role == Surname) {
			swapped = true
		}
		if len(pairs) > 1 && (x.a.role == Given && x.b.role == Patronymic && isFirst(x.a, c.a.tokens) && hasGiven(c.b.tokens) ||
			x.a.role == Patronymic && x.b.role == Given && isFirst(x.b, c.b.tokens) && hasGiven(c.a.tokens)) {
			m.moved(c, "given patronymic")
			c.against = true
		}
	}
	if swapped {
		m.moved(c, "surname given")
	}
	switch {
	case crossings == 0 || rolesAgree: // Xi Jinping is Jinping Xi when each shows its family name
	case isRotation(pairs) && !allGiven(c.a.tokens, pairs):
		m.moved(c, "surname first")
	case isRotation(pairs):
		m.moved(c, "given names")
	default:
		for range min(crossings, 5) {
			m.moved(c, "order")
		}
	}
}

// hasGiven tells whether a given name is written: "HERRAN, Mikhailovna" has none, and what looks like a patronymic is all that
// there is.
func hasGiven(tokens []token) bool {
	return slices.ContainsFunc(tokens, func(t token) bool { return t.role == Given })
}

// isSurnameFirst tells whether the name was written "SURNAME, Given": then its surname is no guess.
func isSurnameFirst(tokens []token) bool {
	return len(tokens) > 0 && tokens[0].part > 0
}

func (m *Matcher) moved(c *comparison, what string) {
	w := m.weights.moved[what]
	c.add(finding{kind: Moved, cost: w.cost, weight: w})
}

// allGiven tells whether the pairs are all of frequent given names: then nothing shows that the first is a surname.
func allGiven(tokens []token, pairs []*finding) bool {
	return !slices.ContainsFunc(pairs, func(f *finding) bool { return !tokens[f.a.from].givenName })
}

// isRotation tells whether the pairs are in the same order but for a front part that stands behind.
func isRotation(pairs []*finding) bool {
	breaks := 0
	for i, f := range pairs {
		if next := pairs[(i+1)%len(pairs)]; f.b.from > next.b.from {
			breaks++
		}
	}
	return breaks == 1
}
