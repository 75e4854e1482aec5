package aliases

import (
	"cmp"
	"slices"
)

// history lists the changes that are about an entity: those that name its id or one that redirects to it, that put its
// names on record, or that were taken back or took back such a one.
func (s *state) history(id string) []Change {
	e, known := s.byID[id]
	if !known {
		return nil
	}
	e = s.root(e)
	ids := map[string]bool{id: true}
	for i := range s.entities {
		if s.root(int32(i)) == e {
			ids[s.entities[i].id] = true
		}
	}
	found := map[int]bool{}
	for i := range s.changes {
		c := &s.changes[i]
		if ids[c.Entity] || ids[c.Other] || slices.ContainsFunc(c.Candidates, func(x Candidate) bool { return ids[x.ID] }) ||
			c.Op == OpUndo && found[c.Undoes] {
			found[c.Number] = true
		}
	}
	for _, a := range s.entities[e].names {
		found[int(s.aliases[a].change)] = true
	}
	var all []Change
	for number := range found {
		all = append(all, s.changes[number-1])
	}
	slices.SortFunc(all, func(x, y Change) int { return cmp.Compare(x.Number, y.Number) })
	return all
}

// A Waiting name is one that Resolve left for a person: judge it to be a candidate or none of them.
type Waiting struct {
	Name       string
	Candidates []Candidate // who it may be, the most probable first; those judged not to be are left out
	Change     int
}

// Reviews lists the names that wait for a judgement, in the order they came.
func (r *Registry) Reviews() []Waiting {
	r.mu.RLock()
	defer r.mu.RUnlock()
	var all []Waiting
	for name, change := range r.state.reviews {
		if w, open := r.state.waiting(name, change); open {
			all = append(all, w)
		}
	}
	slices.SortFunc(all, func(x, y Waiting) int { return cmp.Compare(x.Change, y.Change) })
	return all
}

// waiting tells whether a name still waits: nobody has it, and some candidate is left.
func (s *state) waiting(name string, change int) (Waiting, bool) {
	w := Waiting{Name: name, Change: change}
	if s.judgedSame(name) != none || len(s.holdersOf(name)) == 1 {
		return w, false
	}
	for _, c := range s.changes[change-1].Candidates {
		e, ok := s.find(c.ID)
		if !ok {
			continue
		}
		if _, judged := s.verdict(name, e); !judged {
			w.Candidates = append(w.Candidates, Candidate{s.entities[e].id, c.Probability})
		}
	}
	return w, len(w.Candidates) > 0
}
