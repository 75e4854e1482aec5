package names

import (
	"cmp"
	"container/heap"
	"slices"
)

// Merging
//
// Agglomeration by average linkage (Sokal and Michener 1958) with cannot-links: the two bags with the highest
// average probability between their names become one, until no two reach the threshold. A clear contradiction between
// any two names of two bags (apart.go) keeps the bags apart for good. Ties go to the alphabet, so that the order of the input
// does not matter.

// mergeAt is the least average probability that joins two bags.
const mergeAt = 0.5

// An affinity is how well two bags fit.
type affinity struct {
	sum   float64 // of the probabilities between their names
	pairs int
	apart bool // two of their names contradict
}

func (a affinity) average() float64 {
	if a.apart || a.pairs == 0 {
		return 0
	}
	return a.sum / float64(a.pairs)
}

type merger struct {
	m          *Matcher
	bags       []*bag
	names      [][]Name // the names a bag is judged by
	neighbours []map[int]affinity
	queue      mergeQueue
}

// merge joins people into bags.
func (m *Matcher) merge(people []*person) []*bag {
	g := &merger{m: m}
	for _, p := range people {
		b := &bag{people: []*person{p}, alive: true}
		g.bags = append(g.bags, b)
		g.names = append(g.names, fullNames(p.names))
		g.neighbours = append(g.neighbours, map[int]affinity{})
	}
	for _, pair := range candidates(g.bags) {
		i, j := pair[0], pair[1]
		if people[i].full != people[j].full {
			continue // a bare name joins last
		}
		g.link(i, j, g.compare(i, j))
	}
	for g.queue.Len() > 0 {
		next := heap.Pop(&g.queue).(mergeStep)
		if g.bags[next.i].alive && g.bags[next.j].alive {
			g.join(next.i, next.j)
		}
	}
	return slices.DeleteFunc(g.bags, func(b *bag) bool { return !b.alive })
}

// compare adds up the probabilities between the names of two bags.
func (g *merger) compare(i, j int) affinity {
	if g.bags[i].sameDocument(g.bags[j]) {
		return affinity{apart: true}
	}
	var a affinity
	for _, x := range g.names[i] {
		for _, y := range g.names[j] {
			c := g.m.match(x, y)
			a.sum += g.m.probability(&c)
			a.pairs++
			a.apart = a.apart || g.m.excludes(&c)
		}
	}
	return a
}

func (g *merger) link(i, j int, a affinity) {
	g.neighbours[i][j], g.neighbours[j][i] = a, a
	if average := a.average(); average >= mergeAt {
		heap.Push(&g.queue, mergeStep{i, j, average, min(g.names[i][0].Text, g.names[j][0].Text), max(g.names[i][0].Text, g.names[j][0].Text)})
	}
}

// join makes a new bag of two; it inherits their neighbours.
func (g *merger) join(i, j int) {
	x, y := g.bags[i], g.bags[j]
	x.alive, y.alive = false, false
	k := len(g.bags)
	g.bags = append(g.bags, &bag{people: append(slices.Clone(x.people), y.people...), alive: true})
	g.names = append(g.names, append(slices.Clone(g.names[i]), g.names[j]...))
	g.neighbours = append(g.neighbours, map[int]affinity{})
	var near []int
	for _, old := range [...]int{i, j} {
		for n := range g.neighbours[old] {
			if g.bags[n].alive {
				near = append(near, n)
			}
		}
	}
	slices.Sort(near)
	for _, n := range slices.Compact(near) {
		a, known := g.neighbours[i][n]
		if !known {
			a = g.compare(i, n)
		}
		b, known := g.neighbours[j][n]
		if !known {
			b = g.compare(j, n)
		}
		g.link(k, n, affinity{a.sum + b.sum, a.pairs + b.pairs, a.apart || b.apart})
	}
}

// A mergeStep is two bags that may become one.
type mergeStep struct {
	i, j          int
	average       float64
	first, second string // a name of each, to break ties
}

// mergeQueue is a heap with the surest step on top.
type mergeQueue []mergeStep

func (q mergeQueue) Len() int      { return len(q) }
func (q mergeQueue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q mergeQueue) Less(i, j int) bool {
	x, y := q[i], q[j]
	return cmp.Or(-cmp.Compare(x.average, y.average), cmp.Compare(x.first, y.first), cmp.Compare(x.second, y.second),
		cmp.Compare(x.i, y.i), cmp.Compare(x.j, y.j)) < 0
}
func (q *mergeQueue) Push(step any) { *q = append(*q, step.(mergeStep)) }
func (q *mergeQueue) Pop() any {
	old := *q
	last := old[len(old)-1]
	*q = old[:len(old)-1]
	return last
}
