package names

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
	joined := newSpelled()
	s := &joined
	letters := size(tokens, g)
	s.Letters, s.Base, s.at = make([]rune, 0, letters), make([]rune, 0, letters), make([]int, 0, letters+1)
	s.read(tokens[g.from:g.to])
	for i := g.from; i < g.to; i++ {
		t := &tokens[i]
		s.spell(&t.spelling)
		if t.native != nil {
			s.native.spell(t.native)
		}
	}
	last := &tokens[g.to-1]
	end := last.place(len(last.Letters))
	s.at, s.native.at = append(s.at, end), append(s.native.at, end)
	return s
}

// spell adds the text of a further word.
func (s *spelling) spell(t *spelling) {
	s.Plain += t.Plain
	for i := range t.Letters {
		s.at = append(s.at, t.place(i))
	}
}

// read makes s the letters of several words as one, in the memory it has; that is all an alignment without a way back
// needs.
func (s *spelled) read(tokens []token) {
	s.latin, s.script, s.givenName, s.eastAsian, s.learned = true, tokens[0].script, false, false, true
	if s.native == nil {
		s.native = &spelling{}
	}
	s.empty()
	s.native.empty()
	for i := range tokens {
		t := &tokens[i]
		s.append(&t.spelling)
		if t.native != nil {
			s.native.append(t.native)
		}
		s.latin = s.latin && t.latin
		s.learned = s.learned && t.learned
	}
	if s.script != nil {
		s.readInScript()
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
		n += tokens[i].size()
	}
	return n
}

// A setting is two groups of words set beside each other: how many letters the shorter has, what they may cost, and the
// information of the rarer, in hundredths of a nat.
type setting struct{ shorter, allowed, rarity int }

// set sets two groups beside each other. When one is in another script than Latin, all is as that one says: each of many
// Latin spellings has as many letters as its best reading, and it is as rare as what it spells.
func (m *Matcher) set(a []token, g group, b []token, h group) setting {
	x, y := &a[g.from], &b[h.from]
	switch {
	case g.role == Initial || h.role == Initial || x.latin == y.latin:
	case x.script != nil && y.latin:
		return m.setNative(a, g)
	case y.script != nil && x.latin:
		return m.setNative(b, h)
	}
	sizeA, sizeB := size(a, g), size(b, h)
	return setting{min(sizeA, sizeB), m.allowedFor(sizeA, sizeB), min(rarity(a, g), rarity(b, h))}
}

func (m *Matcher) setNative(tokens []token, g group) setting {
	letters := 0
	for _, t := range tokens[g.from:g.to] {
		if letters += t.size(); t.script != nil {
			letters += t.inScript.LatinLetters() - t.size()
		}
	}
	return setting{letters, m.weights.across * letters, rarity(tokens, g)}
}

// rarity is the information of a group's words, in hundredths of a nat; a particle tells nothing.
func rarity(tokens []token, g group) int {
	n := 0
	for i := g.from; i < g.to; i++ {
		if tokens[i].role != Particle {
			n += int(tokens[i].rarity)
		}
	}
	return n
}

// allowed is what a pair of words may cost and still be one word.
func (m *Matcher) allowed(a, b *spelled) int {
	if n, _ := native(a, b); n != nil {
		return m.weights.across * n.inScript.LatinLetters()
	}
	return m.allowedFor(len(a.Letters), len(b.Letters))
}

func (m *Matcher) allowedFor(sizeA, sizeB int) int { return m.weights.limit * (sizeA + sizeB) / 2 }
