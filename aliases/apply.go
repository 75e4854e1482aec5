package aliases

import "slices"

// apply makes the next change. It fails only on a change that was never checked, and then has done nothing that counts.
func (s *state) apply(c Change) error {
	if c.Number != len(s.changes)+1 {
		return s.errorf(&c, "comes after change %d", len(s.changes))
	}
	s.changes = append(s.changes, c)
	s.effects = append(s.effects, effect{from: none, to: none})
	kept := &s.changes[len(s.changes)-1]
	kept.entries = nil
	done := &s.effects[len(s.effects)-1]
	done.aliases[0], done.entities[0] = int32(len(s.aliases)), int32(len(s.entities))
	switch c.Op {
	case OpImport, OpAdd, OpOpen, OpAttach:
		for i := range c.entries {
			s.add(&c.entries[i], int32(c.Number), c.Op == OpAttach)
		}
	case OpReview:
		s.reviews[c.Name] = c.Number
	case OpMerge, OpSplit, OpMove, OpJudge:
		if err := s.decide(&c, done); err != nil {
			return err
		}
	case OpUndo:
		if c.Undoes < 1 || c.Undoes >= c.Number {
			return s.errorf(&c, "there is no change %d", c.Undoes)
		}
		s.changes[c.Undoes-1].UndoneBy = c.Number
		s.undo(&s.effects[c.Undoes-1], int32(c.Undoes))
	}
	done.aliases[1], done.entities[1] = int32(len(s.aliases)), int32(len(s.entities))
	kept.Added = int(done.aliases[1] - done.aliases[0])
	if len(c.entries) == 1 && (c.Op == OpAdd || c.Op == OpOpen || c.Op == OpAttach) {
		kept.Entity = c.entries[0].ID
		if len(c.entries[0].Names) == 1 {
			kept.Name = c.entries[0].Names[0].Name
		}
	}
	return nil
}

// add puts the names of an entry on record, without those that are there already and those judged not to be its.
func (s *state) add(e *Entry, change int32, attached bool) {
	n := s.make(e.ID)
	to := &s.entities[n]
	if e.Kind != "" && s.labels[to.kind] == "" {
		to.kind = s.label(e.Kind)
	}
	if e.Note != "" && !slices.ContainsFunc(to.notes, func(n note) bool { return n.text == e.Note }) {
		to.notes = append(to.notes, note{e.Note, change})
	}
	for i := range e.Names {
		a := &e.Names[i]
		if same, judged := s.verdict(a.Name, n); judged && !same {
			continue
		}
		text := s.text(a.Name)
		if s.has(n, text) != none {
			continue
		}
		s.addAlias(alias{text: text, entity: n, lang: s.label(a.Lang), source: s.label(a.Source), change: change,
			confidence: float32(a.Confidence), attached: attached})
	}
}

// text gives the number of a spelling.
func (s *state) text(name string) int32 {
	n, known := s.byText[name]
	if !known {
		n = int32(len(s.texts))
		s.texts = append(s.texts, name)
		s.byText[name] = n
		s.holders = append(s.holders, none)
	}
	return n
}

func (s *state) addAlias(a alias) {
	n := int32(len(s.aliases))
	a.next = s.holders[a.text]
	s.holders[a.text] = n
	s.aliases = append(s.aliases, a)
	e := &s.entities[a.entity]
	e.names = append(e.names, n)
	s.living++
}

// make gives the entity that an id means, and makes it when there is none.
func (s *state) make(id string) int32 {
	if e, known := s.byID[id]; known {
		e = s.root(e)
		s.entities[e].alive = true
		return e
	}
	e := int32(len(s.entities))
	s.entities = append(s.entities, entity{id: id, redirect: none, alive: true, kind: s.label("")})
	s.byID[id] = e
	return e
}

// decide makes a merge, a split or a judgement.
func (s *state) decide(c *Change, done *effect) error {
	first, known := s.find(c.Entity)
	if !known {
		return s.errorf(c, "there is no entity %s", c.Entity)
	}
	if c.Op == OpJudge && c.Name != "" {
		s.judgeName(c, first)
		return nil
	}
	if c.Op == OpSplit || c.Op == OpMove {
		s.split(c, first, done)
		return nil
	}
	other, known := s.find(c.Other)
	if !known {
		return s.errorf(c, "there is no entity %s", c.Other)
	}
	if c.Op == OpJudge {
		s.pairs = append(s.pairs, pairVerdict{a: first, b: other, same: c.Same, change: int32(c.Number)})
	}
	if first != other && (c.Op == OpMerge || c.Same) {
		done.from, done.to = other, first
		done.moved = slices.Clone(s.entities[other].names)
		s.move(done.moved, first)
		s.entities[other].redirect, s.entities[other].alive = first, false
		done.merged = true
	}
	return nil
}

// judgeName keeps a judgement on a name. A name that is the entity's becomes one of its names, vouched for; one that is
// not stays on no record of it.
func (s *state) judgeName(c *Change, e int32) {
	s.verdicts[c.Name] = append(s.verdicts[c.Name], nameVerdict{entity: e, same: c.Same, change: int32(c.Number)})
	if c.Same && s.has(e, s.text(c.Name)) == none {
		s.addAlias(alias{text: s.text(c.Name), entity: e, lang: s.label(""), source: s.label(""), change: int32(c.Number)})
	}
}

// split moves one name; when a person does it, that judges the name not to be the one's and the two entities to be two.
func (s *state) split(c *Change, from int32, done *effect) {
	to := s.make(c.Other)
	text := s.text(c.Name)
	for _, a := range s.entities[from].names {
		if s.aliases[a].text == text {
			done.moved = append(done.moved, a)
		}
	}
	done.from, done.to = from, to
	s.move(done.moved, to)
	if c.Op == OpMove {
		return
	}
	s.verdicts[c.Name] = append(s.verdicts[c.Name], nameVerdict{entity: from, change: int32(c.Number)})
	s.pairs = append(s.pairs, pairVerdict{a: from, b: to, change: int32(c.Number)})
}

// move puts names to another entity.
func (s *state) move(names []int32, to int32) {
	for _, a := range names {
		s.detach(a)
		s.aliases[a].entity = to
		s.entities[to].names = append(s.entities[to].names, a)
	}
}

func (s *state) detach(a int32) {
	e := &s.entities[s.aliases[a].entity]
	e.names = slices.DeleteFunc(e.names, func(b int32) bool { return a == b })
}

// undo takes back what a change did, as far as nobody has moved it on since.
func (s *state) undo(e *effect, change int32) {
	for a := e.aliases[0]; a < e.aliases[1]; a++ {
		if !s.aliases[a].gone {
			s.detach(a)
			s.aliases[a].gone = true
			s.living--
		}
	}
	if e.from != none {
		was := s.root(e.to)
		if e.merged {
			s.entities[e.from].redirect, s.entities[e.from].alive = none, true
		}
		var back []int32
		for _, a := range e.moved {
			if !s.aliases[a].gone && s.aliases[a].entity == was {
				back = append(back, a)
			}
		}
		s.move(back, s.root(e.from))
	}
	for n := e.entities[0]; n < e.entities[1]; n++ {
		made := &s.entities[n]
		if len(made.names) == 0 && made.redirect == none {
			made.alive = false
			if e.from != none {
				made.redirect = e.from // its id was given out
			}
		}
	}
	if c := &s.changes[change-1]; c.Op == OpReview {
		delete(s.reviews, c.Name)
	}
	for i := range s.pairs {
		s.pairs[i].withdrawn = s.pairs[i].withdrawn || s.pairs[i].change == change
	}
	for _, verdicts := range s.verdicts {
		for i := range verdicts {
			verdicts[i].withdrawn = verdicts[i].withdrawn || verdicts[i].change == change
		}
	}
	for i := range s.entities {
		if n := &s.entities[i]; len(n.notes) > 0 {
			n.notes = slices.DeleteFunc(n.notes, func(x note) bool { return x.change == change })
		}
	}
}
