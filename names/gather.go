package names

import (
	"cmp"
	"context"
	"slices"
	"sync"
	"sync/atomic"
)

// A gathering is one run of the clusterer. It goes from mentions to forms, which are the distinct names; from forms to
// subjects, which are one person before any names are compared; from subjects to bags, which are one entity.
type gathering struct {
	m        *Matcher
	ctx      context.Context
	options  ClusterOptions
	mentions []Mention
	bonds    *bonds
	telling  sync.Mutex // one goroutine tells the progress

	forms     []Name     // in the order of the alphabet
	full      []bool     // by form: a given name and a surname
	formOf    []int32    // by mention
	subjects  []subject  // in the order of their forms
	subjectOf []int32    // by mention
	decided   []Decision // by mention
	alike     *lookalikes
	links     links
	turning   float64 // what the odds of names in another order are multiplied by
}

func (g *gathering) clusters() ([]Cluster, error) {
	if err := g.readConstraints(); err != nil {
		return nil, err
	}
	g.readForms()
	g.readSubjects()
	links := g.compareAll()
	bags := g.merge(links)
	bags = g.attachBare(bags)
	g.alike = nil // its memory is for the clusters
	if err := g.ctx.Err(); err != nil {
		return nil, err
	}
	return g.describe(bags), nil
}

// steps gives what is to be called for each of n steps of a part of the work, between two shares of the whole.
func (g *gathering) steps(n int, from, to float64) (step func()) {
	if g.options.Progress == nil {
		return func() {}
	}
	const every = 1 << 10
	var done atomic.Int64
	return func() {
		if d := done.Add(1); d%every == 0 {
			g.telling.Lock()
			defer g.telling.Unlock()
			g.options.Progress(from + (to-from)*float64(d)/float64(n))
		}
	}
}

// compareAll finds the links between the full names, and between the bare ones.
func (g *gathering) compareAll() []link {
	var comparers []*comparer
	var lock sync.Mutex
	begin := func() *comparer {
		c := g.newComparer()
		lock.Lock()
		defer lock.Unlock()
		comparers = append(comparers, c)
		return c
	}
	order := g.alike.inOrder()
	step := g.steps(len(g.forms), 0.35, 0.7)
	inParallelWith(len(g.forms), begin, func(c *comparer, i int) {
		step()
		if g.ctx.Err() == nil {
			c.link(order[i])
		}
	})
	of := make([][]link, len(comparers))
	for i, c := range comparers {
		of[i] = c.found
	}
	links := slices.Compact(sortLinks(of, len(g.forms))) // some are found from both ends
	g.turning = turning(links)
	for i := range links {
		links[i].p = inMillionths(links[i].turnedBy(g.turning))
	}
	return slices.DeleteFunc(links, func(l link) bool { return l.p < inMillionths(leastLink) })
}

// A comparer finds the links of one name after the other.
type comparer struct {
	g      *gathering
	seeker *seeker
	al     *aligners
	all    []int32
	found  []link

	besideOf int32               // the bare name set beside others last
	besides  map[int32]setBeside // by the other
}

func (g *gathering) newComparer() *comparer {
	return &comparer{g: g, seeker: g.alike.newSeeker(), al: g.newAligner(), besides: map[int32]setBeside{}}
}

// newAligner gives aligners that remember what pairs of the gathering's words cost, and are of no use elsewhere.
func (g *gathering) newAligner() *aligners {
	al := g.m.aligner()
	al.known = newWordCosts(len(g.forms))
	return al
}

// link finds the links of a form with those behind it.
func (c *comparer) link(a int32) {
	g := c.g
	for _, b := range c.others(a) {
		if g.full[a] != g.full[b] {
			continue // a bare name joins last
		}
		a, b := min(a, b), max(a, b)
		r := g.m.matchWith(c.al, g.forms[a], g.forms[b])
		if l := g.weigh(&r, a, b); l.p >= inMillionths(leastLink) {
			c.found = append(c.found, l)
		}
		c.al.keep(&r)
	}
}

// weigh makes a comparison of two forms a link. What is no link has no probability.
func (g *gathering) weigh(c *comparison, a, b int32) link {
	l := link{a: a, b: b, said: g.m.probability(c), cost: int32(c.cost)}
	p := l.said
	if c.a.units == nil || c.b.units == nil {
		if p = inFile(l.said, g.alike.leastChance(c)); p >= leastLink {
			p = inFile(l.said, g.alike.chance(c, a, b))
		}
	}
	if p < leastLink {
		return l
	}
	l.p = inMillionths(p)
	moved := 0
	for _, f := range c.findings {
		if f.kind == Moved {
			l.turned = true
			moved += f.cost
		}
	}
	l.exact = c.cost == moved
	l.apart = g.m.excludes(c)
	return l
}

// others lists the forms to compare with one, each once.
func (c *comparer) others(a int32) []int32 {
	if !c.g.options.Brute {
		return c.seeker.seekAlike(a)
	}
	c.all = c.all[:0]
	for b := a + 1; int(b) < len(c.g.forms); b++ {
		c.all = append(c.all, b)
	}
	return c.all
}

// A subjectAffinity is how well two subjects fit, u < v.
type subjectAffinity struct {
	u, v int32
	affinity
}

// affinities adds up the links between the names of two subjects.
func (g *gathering) affinities(links []link) []subjectAffinity {
	starts, holders := g.holders()
	all := make([]subjectAffinity, 0, len(links))
	add := func(u, v int32, p millionths) {
		if u != v {
			all = append(all, subjectAffinity{min(u, v), max(u, v), affinityOf(p)})
		}
	}
	for _, l := range links {
		for _, u := range holders[starts[l.a]:starts[l.a+1]] {
			for _, v := range holders[starts[l.b]:starts[l.b+1]] {
				add(u, v, l.p)
			}
		}
	}
	for f := range g.forms {
		same := holders[starts[f]:starts[f+1]]
		if len(same) < 2 {
			continue
		}
		c := g.m.match(g.forms[f], g.forms[f])
		p := inMillionths(g.m.probability(&c))
		for i, u := range same {
			for _, v := range same[i+1:] {
				add(u, v, p)
			}
		}
	}
	slices.SortFunc(all, func(a, b subjectAffinity) int { return cmp.Or(cmp.Compare(a.u, b.u), cmp.Compare(a.v, b.v)) })
	kept := all[:0]
	for _, a := range all {
		if last := len(kept) - 1; last >= 0 && kept[last].u == a.u && kept[last].v == a.v {
			kept[last].affinity = kept[last].with(a.affinity)
			continue
		}
		kept = append(kept, a)
	}
	return kept
}

// holders lists the subjects of each form: those of form f are holders[starts[f]:starts[f+1]].
func (g *gathering) holders() (starts, holders []int32) {
	starts = make([]int32, len(g.forms)+2)
	for i := range g.subjects {
		for _, f := range g.subjects[i].forms {
			starts[f+2]++
		}
	}
	for f := range g.forms {
		starts[f+2] += starts[f+1]
	}
	holders = make([]int32, starts[len(g.forms)+1])
	for i := range g.subjects {
		for _, f := range g.subjects[i].forms {
			holders[starts[f+1]] = int32(i)
			starts[f+1]++
		}
	}
	return starts, holders
}
