package aliases

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/namesake-go/namesake/names"
)

// A Plan is what Recluster would change.
type Plan struct {
	Steps []PlanStep
	at    int // the changes there were
}

// A PlanStep is one change of a plan: a merge of Other into Entity, or, with a Name, the move of that attached spelling
// from Entity to Other.
type PlanStep struct {
	Entity, Other string
	Name          string
	Probability   float64 // of the best pair of names behind it
	A, B          string  // that pair
}

func (s PlanStep) String() string {
	if s.Name != "" {
		return fmt.Sprintf("move %q from %s to %s", s.Name, s.Entity, s.Other)
	}
	return fmt.Sprintf("merge %s into %s", s.Other, s.Entity)
}

// maxGroup bounds how many entities are clustered together; names as common as that are left as they are.
const maxGroup = 200

// Recluster compares all with all and says what it would change; it changes nothing. Entities that Resolve opened are
// merged into others, and with each other, where Cluster gathers the names of both; entities of lists are not merged with each
// other, for a list tells its namesakes apart. A spelling that Resolve attached is moved to an entity it is now nearer
// to. What was judged is kept.
func (r *Registry) Recluster(ctx context.Context) (Plan, error) {
	r.Ready()
	r.mu.RLock()
	defer r.mu.RUnlock()
	p := Plan{at: len(r.state.changes)}
	links, err := r.links(ctx, &p)
	if err != nil {
		return Plan{}, err
	}
	for _, group := range links.groups() {
		if err := ctx.Err(); err != nil {
			return Plan{}, err
		}
		r.planMerges(&p, group, links)
	}
	return p, nil
}

// A link is two entities with a pair of names that are the same; the first came before.
type link struct {
	a, b         int32
	probability  float64
	nameA, nameB int32 // aliases
}

type links map[[2]int32]link

// links looks up each name of each entity that Resolve opened, and plans the moves of spellings that it attached.
func (r *Registry) links(ctx context.Context, p *Plan) (links, error) {
	s, all := r.state, links{}
	for a := range s.aliases {
		x := &s.aliases[a]
		op := s.changes[x.change-1].Op
		if x.gone || op != OpOpen && op != OpAttach {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		name := names.Parse(s.texts[x.text])
		found := slices.DeleteFunc(r.ranked(name, 4, true), func(f found) bool {
			same, judged := s.verdict(name.Text, f.entity)
			return f.Decision != names.Same || judged && !same
		})
		if op == OpAttach && !s.isCanonical(int32(a)) {
			r.planMove(p, int32(a), found)
			continue
		}
		for _, f := range found {
			if f.entity == x.entity || s.apart(f.entity, x.entity) != nil {
				continue
			}
			l := link{x.entity, f.entity, f.Probability, int32(a), f.alias}
			if l.a > l.b {
				l.a, l.b, l.nameA, l.nameB = l.b, l.a, l.nameB, l.nameA
			}
			if key := [2]int32{l.a, l.b}; all[key].probability < l.probability {
				all[key] = l
			}
		}
	}
	return all, nil
}

// planMove moves an attached spelling to the one entity that it is nearest to.
func (r *Registry) planMove(p *Plan, a int32, found []found) {
	s := r.state
	x := &s.aliases[a]
	if len(found) == 0 || found[0].entity == x.entity || len(found) > 1 && better(found[0], found[1]) == 0 {
		return
	}
	if same, judged := s.verdict(s.texts[x.text], x.entity); judged && same {
		return
	}
	p.Steps = append(p.Steps, PlanStep{Entity: s.entities[x.entity].id, Other: s.entities[found[0].entity].id, Name: s.texts[x.text],
		Probability: found[0].Probability, A: s.texts[x.text], B: s.texts[s.aliases[found[0].alias].text]})
}

// groups are the entities that links connect, each group in the order of the registry.
func (l links) groups() [][]int32 {
	next := map[int32][]int32{}
	var order []int32
	for key := range l {
		for i, e := range key {
			if next[e] == nil {
				order = append(order, e)
			}
			next[e] = append(next[e], key[1-i])
		}
	}
	slices.Sort(order)
	seen := map[int32]bool{}
	var groups [][]int32
	for _, e := range order {
		if seen[e] {
			continue
		}
		seen[e] = true
		group := []int32{e}
		for i := 0; i < len(group); i++ {
			for _, n := range next[group[i]] {
				if !seen[n] {
					seen[n] = true
					group = append(group, n)
				}
			}
		}
		slices.Sort(group)
		groups = append(groups, group)
	}
	return groups
}

// planMerges clusters the names of a group, and merges entities whose first names fall together and that are linked.
func (r *Registry) planMerges(p *Plan, group []int32, all links) {
	if len(group) > maxGroup {
		return
	}
	s := r.state
	var mentions []names.Mention
	var of []int32
	for _, e := range group {
		for _, a := range s.entities[e].names {
			if !s.aliases[a].attached || s.isCanonical(a) {
				mentions = append(mentions, names.Mention{Name: s.texts[s.aliases[a].text]})
				of = append(of, e)
			}
		}
	}
	into := map[int32]int32{} // merged so far in this plan
	home := func(e int32) int32 {
		for {
			to, merged := into[e]
			if !merged {
				return e
			}
			e = to
		}
	}
	members := map[int32][]int32{}
	for _, e := range group {
		members[e] = []int32{e}
	}
	together := map[[2]int32]bool{}
	for _, c := range r.matcher.Cluster(mentions) {
		for _, x := range c.Members {
			for _, y := range c.Members {
				if a, b := of[x.Index], of[y.Index]; a < b {
					together[[2]int32{a, b}] = true
				}
			}
		}
	}
	var surest []link
	for key := range together {
		if l, linked := all[key]; linked {
			surest = append(surest, l)
		}
	}
	slices.SortFunc(surest, func(x, y link) int {
		return cmp.Or(cmp.Compare(y.probability, x.probability), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	for _, l := range surest {
		a, b := home(l.a), home(l.b)
		if a == b || !r.mayMerge(members[a], members[b]) {
			continue
		}
		if a > b {
			a, b = b, a
		}
		if !s.opened(b) && s.opened(a) { // the id of a list stays
			a, b = b, a
		}
		into[b] = a
		members[a] = append(members[a], members[b]...)
		p.Steps = append(p.Steps, PlanStep{Entity: s.entities[a].id, Other: s.entities[b].id, Probability: l.probability,
			A: s.texts[s.aliases[l.nameA].text], B: s.texts[s.aliases[l.nameB].text]})
	}
}

// opened tells whether Resolve opened an entity, and no list knows it.
func (s *state) opened(e int32) bool {
	return !slices.ContainsFunc(s.entities[e].names, func(a int32) bool {
		op := s.changes[s.aliases[a].change-1].Op
		return op == OpImport || op == OpAdd
	})
}

// mayMerge tells whether no two of the entities were judged to be two, and at most one side is a list's.
func (r *Registry) mayMerge(a, b []int32) bool {
	list := func(e int32) bool { return !r.state.opened(e) }
	if slices.ContainsFunc(a, list) && slices.ContainsFunc(b, list) {
		return false
	}
	for _, x := range a {
		for _, y := range b {
			if r.state.apart(x, y) != nil {
				return false
			}
		}
	}
	return true
}

// Apply makes the changes of a plan. It fails when the registry has been changed since the plan was made.
func (r *Registry) Apply(p Plan, by By) ([]Change, error) {
	r.writing.Lock()
	defer r.writing.Unlock()
	if p.at != len(r.state.changes) {
		return nil, errors.New("the registry was changed after the plan was made; recluster again")
	}
	var changes []Change
	for _, step := range p.Steps {
		if step.Name != "" {
			changes = append(changes, Change{Op: OpMove, Entity: step.Entity, Other: step.Other, Name: step.Name})
		} else {
			changes = append(changes, Change{Op: OpMerge, Entity: step.Entity, Other: step.Other})
		}
	}
	if len(changes) == 0 {
		return nil, nil
	}
	return r.commit(by, changes...)
}
