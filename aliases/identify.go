package aliases

import (
	"math"
	"slices"

	"github.com/namesake-go/namesake/names"
)

// Identify says which known entities the clusters of one Cluster call are: of cluster i, the match i, nil when it is
// nobody known. It changes nothing.
//
// The rule: one of the entity's names is the same name (decision same) as the cluster's canonical name, and no other
// entity is as probable; between known namesakes nothing is chosen. Two clusters may be one entity, for a registry can
// know what their names do not show; but when their canonical names are different, only the more probable one is.
func (r *Registry) Identify(clusters []names.Cluster) []*Match {
	type claim struct {
		cluster int
		name    names.Name
		found
	}
	r.Ready()
	r.mu.RLock()
	defer r.mu.RUnlock()
	var claims []claim
	for i, c := range clusters {
		name := names.Parse(c.Canonical)
		if f, ok := r.only(name); ok {
			claims = append(claims, claim{i, name, f})
		}
	}
	slices.SortStableFunc(claims, func(a, b claim) int { return better(a.found, b.found) })
	matches := make([]*Match, len(clusters))
	holders := map[int32][]names.Name{} // of each entity, the canonical names of its clusters
	for _, c := range claims {
		contradicts := func(h names.Name) bool { return r.matcher.Compare(h, c.name).Decision == names.Different }
		if slices.ContainsFunc(holders[c.entity], contradicts) {
			continue
		}
		holders[c.entity] = append(holders[c.entity], c.name)
		m := r.match(c.found)
		matches[c.cluster] = &m
	}
	return matches
}

// only gives the one entity that a name is.
func (r *Registry) only(name names.Name) (found, bool) {
	if e := r.state.judgedSame(name.Text); e != none && len(r.state.entities[e].names) > 0 {
		return found{entity: e, alias: r.state.entities[e].names[0], Result: r.matcher.Compare(name, name), score: math.Inf(1)}, true
	}
	all := slices.DeleteFunc(r.ranked(name, 4, false), func(f found) bool {
		same, judged := r.state.verdict(name.Text, f.entity)
		return judged && !same || f.Decision == names.Different
	})
	if len(all) == 0 || all[0].Decision != names.Same || len(all) > 1 && better(all[0], all[1]) == 0 {
		return found{}, false
	}
	return all[0], true
}
