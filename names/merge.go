package names

import (
	"cmp"
	"container/heap"
	"slices"
)

// Merging
//
// Agglomeration with cannot-links, by average linkage (Sokal and Michener 1958) with a share of single linkage (Sneath
// 1957), since a person's aliases need not all be alike: the two bags whose names are linked best become one, until no
// two reach the threshold. A clear contradiction between any two names of two bags (apart.go) keeps the bags apart for
// good. Ties go to the alphabet, so that the order of the input does not matter.

// mergeAt is the least linkage that joins two bags; bestShare is the share of the best pair of names in it, the rest is
// the average. Both were chosen on the training half of the evaluation data.
const mergeAt, bestShare = 0.5, 0.35

// An affinity is how well two bags fit.
type affinity struct {
	sum   float64 // of the probabilities between their names
	most  float64 // the highest of them
	pairs int
	apart bool // two of their names contradict
	open  bool // whether they do has not been asked everywhere
}

func (a affinity) linkage() float64 {
	if a.apart || a.pairs == 0 {
		return 0
	}
	return (1-bestShare)*a.sum/float64(a.pairs) + bestShare*a.most
}

type merger struct {
	m          *Matcher
	bags       []*bag
	names      [][]Name      // the names a bag is judged by
	neighbours [][]neighbour // in the order of their bags
	queue      mergeQueue
}

// A neighbour is a bag that another one was compared with.
type neighbour struct {
	bag int
	affinity
}

// merge joins people into bags.
func (m *Matcher) merge(people []*person) []*bag {
	g := &merger{m: m}
	for _, p := range people {
		b := &bag{people: []*person{p}, alive: true}
		g.bags = append(g.bags, b)
		g.names = append(g.names, fullNames(p.names))
	}
	g.neighbours = make([][]neighbour, len(g.bags))
	pairs := slices.DeleteFunc(candidates(g.bags), func(p [2]int) bool {
		return people[p[0]].full != people[p[1]].full // a bare name joins last
	})
	affinities := make([]affinity, len(pairs))
	inParallel(len(pairs), func(k int) { affinities[k] = g.compare(pairs[k][0], pairs[k][1]) })
	for k, pair := range pairs {
		g.link(pair[0], pair[1], affinities[k])
	}
	for g.queue.Len() > 0 {
		next := heap.Pop(&g.queue).(mergeStep)
		if g.bags[next.i].alive && g.bags[next.j].alive {
			g.join(next.i, next.j)
		}
	}
	return slices.DeleteFunc(g.bags, func(b *bag) bool { return !b.alive })
}

// compare adds up the probabilities between the names of two bags. Most bags are unlike, so whether names contradict
// is left open.
func (g *merger) compare(i, j int) affinity {
	if g.bags[i].sameDocument(g.bags[j]) {
		return affinity{apart: true}
	}
	a := affinity{open: true}
	al := g.m.aligner()
	for _, x := range g.names[i] {
		for _, y := range g.names[j] {
			c := g.m.matchWith(al, x, y)
			p := g.m.probability(&c)
			a.sum, a.most = a.sum+p, max(a.most, p)
			a.pairs++
			al.keep(&c)
		}
	}
	g.m.aligners.Put(al)
	return a
}

// contradict tells whether any two names of two bags do.
func (g *merger) contradict(i, j int) bool {
	for _, x := range g.names[i] {
		for _, y := range g.names[j] {
			if c := g.m.match(x, y); g.m.excludes(&c) {
				return true
			}
		}
	}
	return false
}

func (g *merger) link(i, j int, a affinity) {
	if a.open && a.linkage() >= mergeAt {
		a.apart, a.open = g.contradict(i, j), false
	}
	g.neighbours[i] = append(g.neighbours[i], neighbour{j, a})
	g.neighbours[j] = append(g.neighbours[j], neighbour{i, a})
	if linkage := a.linkage(); linkage >= mergeAt {
		heap.Push(&g.queue, mergeStep{i, j, linkage, min(g.names[i][0].Text, g.names[j][0].Text), max(g.names[i][0].Text, g.names[j][0].Text)})
	}
}

// join makes a new bag of two; it inherits their neighbours.
func (g *merger) join(i, j int) {
	x, y := g.bags[i], g.bags[j]
	x.alive, y.alive = false, false
	k := len(g.bags)
	g.bags = append(g.bags, &bag{people: append(slices.Clone(x.people), y.people...), alive: true})
	g.names = append(g.names, append(slices.Clone(g.names[i]), g.names[j]...))
	near := g.near(i, j)
	inParallel(len(near), func(n int) {
		if near[n].first.bag < 0 {
			near[n].first.affinity = g.compare(i, near[n].bag)
		}
		if near[n].second.bag < 0 {
			near[n].second.affinity = g.compare(j, near[n].bag)
		}
	})
	g.neighbours[i], g.neighbours[j] = nil, nil
	g.neighbours = append(g.neighbours, make([]neighbour, 0, len(near)))
	for _, n := range near {
		a, b := n.first, n.second
		g.link(k, n.bag, affinity{a.sum + b.sum, max(a.most, b.most), a.pairs + b.pairs, a.apart || b.apart, a.open || b.open})
	}
}

// A joint neighbour is one of at least one of two bags; a side that does not know it yet has the bag -1.
type jointNeighbour struct {
	bag           int
	first, second neighbour
}

// near walks through the neighbours of two bags side by side, and gives those that are alive.
func (g *merger) near(i, j int) []jointNeighbour {
	x, y := g.neighbours[i], g.neighbours[j]
	near := make([]jointNeighbour, 0, len(x)+len(y))
	for len(x) > 0 || len(y) > 0 {
		n := jointNeighbour{first: neighbour{bag: -1}, second: neighbour{bag: -1}}
		switch {
		case len(y) == 0 || len(x) > 0 && x[0].bag < y[0].bag:
			n.bag, n.first, x = x[0].bag, x[0], x[1:]
		case len(x) == 0 || y[0].bag < x[0].bag:
			n.bag, n.second, y = y[0].bag, y[0], y[1:]
		default:
			n.bag, n.first, n.second, x, y = x[0].bag, x[0], y[0], x[1:], y[1:]
		}
		if g.bags[n.bag].alive {
			near = append(near, n)
		}
	}
	return near
}

// A mergeStep is two bags that may become one.
type mergeStep struct {
	i, j          int
	linkage       float64
	first, second string // a name of each, to break ties
}

// mergeQueue is a heap with the surest step on top.
type mergeQueue []mergeStep

func (q mergeQueue) Len() int      { return len(q) }
func (q mergeQueue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q mergeQueue) Less(i, j int) bool {
	x, y := q[i], q[j]
	return cmp.Or(-cmp.Compare(x.linkage, y.linkage), cmp.Compare(x.first, y.first), cmp.Compare(x.second, y.second),
		cmp.Compare(x.i, y.i), cmp.Compare(x.j, y.j)) < 0
}
func (q *mergeQueue) Push(step any) { *q = append(*q, step.(mergeStep)) }
func (q *mergeQueue) Pop() any {
	old := *q
	last := old[len(old)-1]
	*q = old[:len(old)-1]
	return last
}
