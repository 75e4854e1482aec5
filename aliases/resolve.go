package aliases

import (
	"cmp"
	"runtime"
	"slices"
	"sync"

	"github.com/namesake-go/namesake/names"
)

// A Match is an entity that a name may mean.
type Match struct {
	Entity      Entity
	Name        string // the one of its names that fits best
	Decision    names.Decision
	Probability float64 // that Name and the name asked for are one name, 0 to 1
}

// Lookup gives the k entities that a name most probably means, the best first; entities equally probable
// stand in the registry's order. Every name on record is compared; entities whose names share nothing with it are left
// out.
func (r *Registry) Lookup(name string, k int) []Match {
	found := r.ranked(names.Parse(name))
	found = found[:min(max(k, 0), len(found))]
	matches := make([]Match, len(found))
	for i, f := range found {
		matches[i] = Match{r.at(f.entity), r.entities[f.entity].Names[f.alias].Name, f.Decision, f.Probability}
	}
	return matches
}

// Resolve gives the entity that a cluster is, and how probable that is.
//
// The rule: one of the entity's names is the same name (decision same) as the cluster's canonical name,
// and no other entity is as probable; between known namesakes nothing is chosen.
func (r *Registry) Resolve(c names.Cluster) (e Entity, probability float64, ok bool) {
	best, ok := r.resolve(names.Parse(c.Canonical))
	if !ok {
		return Entity{}, 0, false
	}
	return r.at(best.entity), best.Probability, true
}

// ResolveAll resolves the clusters of one Cluster call: of cluster i, the match i, nil when it is nobody
// known. Two clusters may be one entity, for a registry can know what their names do not show; but when
// their canonical names are different, only the more probable one is.
func (r *Registry) ResolveAll(clusters []names.Cluster) []*Match {
	type claim struct {
		cluster int
		name    names.Name
		found
	}
	var claims []claim
	for i, c := range clusters {
		name := names.Parse(c.Canonical)
		if f, ok := r.resolve(name); ok {
			claims = append(claims, claim{i, name, f})
		}
	}
	slices.SortStableFunc(claims, func(a, b claim) int { return better(a.found, b.found) })
	matches := make([]*Match, len(clusters))
	holders := map[int][]names.Name{} // of each entity, the canonical names of its clusters
	for _, c := range claims {
		contradicts := func(h names.Name) bool { return r.matcher.Compare(h, c.name).Decision == names.Different }
		if slices.ContainsFunc(holders[c.entity], contradicts) {
			continue
		}
		holders[c.entity] = append(holders[c.entity], c.name)
		matches[c.cluster] = &Match{r.at(c.entity), r.entities[c.entity].Names[c.alias].Name, c.Decision, c.Probability}
	}
	return matches
}

// found is an entity's best answer to a name: places in the registry, and the comparison.
type found struct {
	entity, alias int
	names.Result
}

func better(a, b found) int {
	return cmp.Or(cmp.Compare(b.Probability, a.Probability), cmp.Compare(a.Cost, b.Cost))
}

// ranked gives the best answer to a name of every entity that has anything in common with it, the best first.
func (r *Registry) ranked(name names.Name) []found {
	all := make([]found, len(r.entities))
	var wait sync.WaitGroup
	size := len(all)/runtime.GOMAXPROCS(0) + 1
	for from := 0; from < len(all); from += size {
		wait.Go(func() { r.rank(name, all[from:min(from+size, len(all))], from) })
	}
	wait.Wait()
	all = slices.DeleteFunc(all, func(f found) bool { return f.Probability == 0 })
	slices.SortStableFunc(all, better)
	return all
}

// rank compares the name with the entities from place first on and puts their best answers into part.
func (r *Registry) rank(name names.Name, part []found, first int) {
	for i := range part {
		for j, s := range r.parsed[first+i] {
			f := found{first + i, j, r.matcher.Compare(name, s)}
			if j == 0 || better(f, part[i]) < 0 {
				part[i] = f
			}
		}
	}
}

func (r *Registry) resolve(name names.Name) (found, bool) {
	all := r.ranked(name)
	if len(all) == 0 || all[0].Decision != names.Same {
		return found{}, false
	}
	if len(all) > 1 && better(all[0], all[1]) == 0 {
		return found{}, false
	}
	return all[0], true
}
