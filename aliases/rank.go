package aliases

import (
	"cmp"
	"math"
	"slices"

	"github.com/namesake-go/namesake/names"
)

// Who of many is meant
//
// Two kinds of evidence tell whom a name means. One is how probably it is one name with the nearest of an entity's names, as
// Compare finds, which looks at roles, at what is left out and at what contradicts. The other is how well each of its words
// fits all the spellings that the entity has of that word (names.Search.Fit). Both are log-odds, and are added.

// found is an entity that a name may mean: places in the state of it and of the nearest of its names, how that compares,
// and how good an answer the entity is.
type found struct {
	entity, alias int32
	names.Result
	score float64
}

func better(a, b found) int {
	return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(b.Probability, a.Probability), cmp.Compare(a.Cost, b.Cost))
}

// nearest is how many spellings are compared for k answers.
func nearest(k int) int { return min(10+2*k, 200) }

// ranked gives the entities that a name may mean, the best first; the best k are settled. With vouched, spellings that
// Resolve attached do not count.
func (r *Registry) ranked(name names.Name, k int, vouched bool) []found {
	search := r.index.names.Search(name, nearest(k))
	defer search.Close()
	all := r.nearest(search, name, vouched)
	var room [maxSpellings]int32
	for i := range all {
		all[i].score = search.Fit(r.state.spellings(room[:0], all[i].entity, vouched)) + logOdds(all[i].Probability)
	}
	slices.SortStableFunc(all, better)
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
		f.score = all[i].score - logOdds(all[i].Probability) + logOdds(f.Probability)
		all[i] = f
		slices.SortStableFunc(all[i:], better)
	}
	return slices.DeleteFunc(all, func(f found) bool { return f.Probability == 0 })
}

func logOdds(p float64) float64 {
	const surest = 1e-4 // of doubt
	p = min(max(p, surest), 1-surest)
	return math.Log(p / (1 - p))
}

// nearest gives the entities that have a name near one, each with the name that compares best.
func (r *Registry) nearest(search *names.Search, name names.Name, vouched bool) []found {
	var all []found
	for _, text := range search.Near() {
		var result names.Result
		compared := false
		for a := r.state.holders[text]; a != none; a = r.state.aliases[a].next {
			if !r.state.counts(a, vouched) {
				continue
			}
			if !compared {
				result, compared = r.index.names.Compare(name, text), true
			}
			if result.Probability > 0 {
				all = append(all, found{entity: r.state.aliases[a].entity, alias: a, Result: result})
			}
		}
	}
	return bestOfEach(all)
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
		if i == maxSpellings {
			break
		}
		if !s.counts(a, vouched) || r.isAbbreviated(a) {
			continue
		}
		g := found{entity: f.entity, alias: a, Result: r.index.names.Compare(name, int(s.aliases[a].text))}
		if !full || better(g, best) < 0 {
			best, full = g, true
		}
	}
	if full {
		return best
	}
	return f
}

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
