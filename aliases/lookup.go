package aliases

import (
	"cmp"
	"slices"
	"time"

	"github.com/namesake-go/namesake/names"
)

// A Match is an entity that a name may mean.
type Match struct {
	Entity      Entity
	Name        string // the one of its names that fits best
	Decision    names.Decision
	Probability float64 // that Name and the name asked for are one name, 0 to 1
}

// Lookup gives the k entities that a name most probably means, the best first; entities equally probable stand in the
// registry's order. The names compared are those that an index finds to be nearest (see names.Index); entities whose names share
// nothing with the name are left out.
func (r *Registry) Lookup(name string, k int) []Match {
	if k < 1 {
		return nil
	}
	r.Ready()
	r.mu.RLock()
	defer r.mu.RUnlock()
	found := r.ranked(names.Parse(name), k, false)
	found = found[:min(k, len(found))]
	matches := make([]Match, len(found))
	for i, f := range found {
		matches[i] = r.match(f)
	}
	return matches
}

// Explain says how a name that was looked up and the name that fits it best were compared.
func (r *Registry) Explain(name string, m Match) names.Explanation {
	return r.matcher.Explain(names.Parse(name), names.Parse(m.Name))
}

// Ready makes the index, which the first look-up would make otherwise.
func (r *Registry) Ready() {
	r.mu.RLock()
	ready := r.index.names != nil
	r.mu.RUnlock()
	if ready {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.index.names == nil {
		r.index.names = r.matcher.NewIndex()
		r.index.grow(r.state)
		r.index.names.Warm(warmTime)
	}
}

// warmTime is spent on comparing frequent words with all others at once, which look-ups would do one by one.
const warmTime = 1500 * time.Millisecond

// index finds the spellings near a name. It has all spellings, also those that nobody bears any more; they are met and
// passed over.
type index struct{ names *names.Index }

// grow adds the spellings that are new, once there is an index.
func (x *index) grow(s *state) {
	if x.names != nil {
		x.names.Add(s.texts[x.names.Len():]...)
	}
}

// found is an entity's best answer to a name: places in the state, and the comparison.
type found struct {
	entity, alias int32
	names.Result
}

func (r *Registry) match(f found) Match {
	return Match{r.state.entity(f.entity), r.state.texts[r.state.aliases[f.alias].text], f.Decision, f.Probability}
}

func better(a, b found) int {
	return cmp.Or(cmp.Compare(b.Probability, a.Probability), cmp.Compare(a.Cost, b.Cost))
}

// nearest is how many spellings are compared for k answers.
func nearest(k int) int { return min(10+2*k, 200) }

// ranked gives the best answers to a name of the entities nearest to it, the best k first and settled. With vouched,
// spellings that Resolve attached do not count.
func (r *Registry) ranked(name names.Name, k int, vouched bool) []found {
	var all []found
	for _, text := range r.index.names.Near(name, nearest(k)) {
		var result names.Result
		compared := false
		for a := r.state.holders[text]; a != none; a = r.state.aliases[a].next {
			if x := &r.state.aliases[a]; x.gone || vouched && x.attached && !r.state.isCanonical(a) {
				continue
			}
			if !compared {
				result, compared = r.index.names.Compare(name, text), true
			}
			if result.Probability > 0 {
				all = append(all, found{r.state.aliases[a].entity, a, result})
			}
		}
	}
	all = bestOfEach(all)
	if hasInitial(name) {
		return all
	}
	// J. Smith may be any of many: where an entity's full names are known, these decide.
	for i := 0; i < min(k+1, len(all)); {
		f := r.settled(name, all[i], vouched)
		if f == all[i] {
			i++
			continue
		}
		all[i] = f
		slices.SortStableFunc(all[i:], better)
	}
	return slices.DeleteFunc(all, func(f found) bool { return f.Probability == 0 })
}

func hasInitial(name names.Name) bool {
	return slices.ContainsFunc(name.Parts, func(p names.Part) bool { return p.Role == names.Initial })
}

// settled puts the best of the entity's full names in the place of one with an initial, if it has any.
func (r *Registry) settled(name names.Name, f found, vouched bool) found {
	s := r.state
	if !r.isAbbreviated(f.alias) {
		return f
	}
	best, full := found{entity: f.entity}, false
	for i, a := range s.entities[f.entity].names {
		if i == maxSettled {
			break
		}
		if vouched && s.aliases[a].attached && i > 0 || r.isAbbreviated(a) {
			continue
		}
		g := found{f.entity, a, r.index.names.Compare(name, int(s.aliases[a].text))}
		if !full || better(g, best) < 0 {
			best, full = g, true
		}
	}
	if full {
		return best
	}
	return f
}

// maxSettled is how many names of an entity are looked at to settle who a name with an initial is.
const maxSettled = 12

// isAbbreviated tells whether a name has an initial.
func (r *Registry) isAbbreviated(a int32) bool {
	return r.index.names.HasInitial(int(r.state.aliases[a].text))
}

// bestOfEach keeps the best answer of each entity, and sorts them.
func bestOfEach(all []found) []found {
	slices.SortFunc(all, func(a, b found) int {
		return cmp.Or(better(a, b), cmp.Compare(a.entity, b.entity), cmp.Compare(a.alias, b.alias))
	})
	seen := make(map[int32]bool, len(all))
	return slices.DeleteFunc(all, func(f found) bool {
		again := seen[f.entity]
		seen[f.entity] = true
		return again
	})
}

func (s *state) isCanonical(a int32) bool { return s.entities[s.aliases[a].entity].names[0] == a }
