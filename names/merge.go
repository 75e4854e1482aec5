package names

import (
	"cmp"
	"math"
	"slices"
)

// Merging
//
// Agglomeration with cannot-links, by average linkage (Sokal and Michener 1958) with a share of single linkage (Sneath
// 1957), since a person's aliases need not all be alike: the two bags whose names are linked best become one, until no
// two reach the threshold. A clear contradiction between any two names of two bags (apart.go) keeps the bags apart for
// good; so do a document in which both stand, and the caller's word. Ties go to the alphabet, so that the order of the
// input does not matter.

// mergeAt is the least linkage that joins two bags in a list of up to shortList names; bestShare is the share of the best
// pair of names in it, the rest is the average. Both were chosen on the training half of the evaluation data. Among more
// names, of so many linkages that may be wrong more are high by chance, so that it takes more: perDecade for ten times as
// many. Chosen on relay.py, 15,000 to 250,000 entities.
const (
	mergeAt, bestShare   = 0.5, 0.35
	shortList, perDecade = 10_000, 0.13
)

// mergeAtAmong is the least linkage that joins two bags in a list of so many names.
func mergeAtAmong(names int) float64 {
	return mergeAt + perDecade*math.Log10(max(1, float64(names)/shortList))
}

// leastLink is the least probability that counts as a link; in the average, two names without one have none.
const leastLink = 0.1

// Probabilities are added up in millionths, so that the sum does not depend on the order.
type millionths int64

func inMillionths(p float64) millionths { return millionths(p*1e6 + 0.5) }

// An affinity is how well two bags fit.
type affinity struct {
	sum   millionths // the probabilities between their names
	most  millionths // the highest of them
	apart bool       // they must not be one
}

func affinityOf(p millionths) affinity { return affinity{sum: p, most: p} }

// A bag is subjects that are one entity, on the way to a cluster.
type bag struct {
	subjects   []int32
	forms      []int32
	docs       []int32
	bonds      []int32
	neighbours []neighbour // in the order of their bags
	alive      bool
}

// A neighbour is a bag that another one is linked with.
type neighbour struct {
	bag int32
	affinity
}

// linkage weighs the average and the best of so many pairs. A name that stands in several subjects adds to the sum as often,
// but the average is never above the best.
func (a affinity) linkage(pairs int) float64 {
	if a.apart {
		return 0
	}
	average := min(float64(a.sum)/float64(pairs), float64(a.most))
	return ((1-bestShare)*average + bestShare*float64(a.most)) / 1e6
}

// A merger merges the subjects of one island after the other.
type merger struct {
	g     *gathering
	least float64 // the linkage that joins two bags
	al    *aligners
	bags  []bag
	queue []mergeStep
	room  []neighbour // memory for the bags' first neighbours
}

func (g *gathering) newMerger() *merger {
	return &merger{g: g, al: g.newAligner(), least: mergeAtAmong(len(g.forms))}
}

// A mergeStep is two bags that may become one.
type mergeStep struct {
	linkage float64
	i, j    int32 // bags, i < j; of two steps alike the one with the earlier bags comes first
}

func (s mergeStep) before(t mergeStep) bool {
	return cmp.Or(-cmp.Compare(s.linkage, t.linkage), cmp.Compare(s.i, t.i), cmp.Compare(s.j, t.j)) < 0
}

// merge makes bags of the subjects of an island.
func (r *merger) merge(k *island) [][]int32 {
	if len(k.subjects) == 1 {
		return [][]int32{k.subjects}
	}
	clear(r.bags)
	r.bags = r.bags[:0]
	r.linkAll(k, r.fill(k.subjects))
	for len(r.queue) > 0 {
		next := r.pop()
		if x, y := &r.bags[next.i], &r.bags[next.j]; x.alive && y.alive {
			if r.apart(x, y) {
				r.separate(next.i, next.j)
			} else {
				r.join(next.i, next.j)
			}
		}
	}
	var bags [][]int32
	for i := range r.bags {
		if r.bags[i].alive {
			slices.Sort(r.bags[i].subjects)
			bags = append(bags, r.bags[i].subjects)
		}
	}
	return bags
}

// fill makes a bag of each subject, but one of those that the caller has made one, and gives the bag of each.
func (r *merger) fill(subjects []int32) (place []int32) {
	first := r.bound(subjects)
	place = make([]int32, len(subjects))
	for i, u := range subjects {
		subject := &r.g.subjects[u]
		if f := first(u); f != u {
			at, _ := slices.BinarySearch(subjects, f)
			place[i] = place[at]
			r.bags[place[i]].take(subject, u)
			continue
		}
		place[i] = int32(len(r.bags))
		r.bags = append(r.bags, bag{alive: true, subjects: subjects[i : i+1 : i+1], forms: subject.forms, docs: subject.docs, bonds: subject.bonds})
	}
	return place
}

// bound gives, for each subject, the first of those that the caller has made one with it.
func (r *merger) bound(subjects []int32) (first func(u int32) int32) {
	bound := map[int32]int32{} // the first subject of each bond
	for i := len(subjects) - 1; i >= 0; i-- {
		for _, bond := range r.g.subjects[subjects[i]].bonds {
			bound[bond] = subjects[i]
		}
	}
	first = func(u int32) int32 {
		for {
			least := u
			for _, bond := range r.g.subjects[u].bonds {
				least = min(least, bound[bond])
			}
			if least == u {
				return u
			}
			u = least
		}
	}
	for changed := len(bound) > 0; changed; {
		changed = false
		for _, u := range subjects {
			f := first(u)
			for _, bond := range r.g.subjects[u].bonds {
				if bound[bond] > f {
					bound[bond], changed = f, true
				}
			}
		}
	}
	return first
}

// take puts a subject into the bag.
func (b *bag) take(u *subject, number int32) {
	b.subjects = append(b.subjects, number)
	b.forms = union(b.forms, u.forms)
	b.docs = union(b.docs, u.docs)
	b.bonds = union(b.bonds, u.bonds)
}

// linkAll gives the bags their first neighbours; place has the bag of each of the island's subjects.
func (r *merger) linkAll(k *island, place []int32) {
	at := func(u int32) int32 {
		i, _ := slices.BinarySearch(k.subjects, u)
		return place[i]
	}
	counts := make([]int32, len(r.bags))
	for _, a := range k.affinities {
		counts[at(a.u)]++
		counts[at(a.v)]++
	}
	r.room = slices.Grow(r.room[:0], 2*len(k.affinities))
	room := r.room[:2*len(k.affinities)]
	for i, n := range counts {
		r.bags[i].neighbours, room = room[:0:n], room[n:]
	}
	for _, a := range k.affinities {
		i, j := at(a.u), at(a.v)
		if i == j {
			continue
		}
		r.bags[i].neighbours = append(r.bags[i].neighbours, neighbour{j, a.affinity})
		r.bags[j].neighbours = append(r.bags[j].neighbours, neighbour{i, a.affinity})
	}
	for i := range r.bags {
		b := &r.bags[i]
		slices.SortFunc(b.neighbours, func(x, y neighbour) int { return int(x.bag - y.bag) })
		kept := b.neighbours[:0]
		for _, n := range b.neighbours { // bags of several subjects may have several affinities
			if last := len(kept) - 1; last >= 0 && kept[last].bag == n.bag {
				kept[last].affinity = kept[last].with(n.affinity)
				continue
			}
			kept = append(kept, n)
		}
		b.neighbours = kept
		for _, n := range kept {
			if int32(i) < n.bag {
				r.offer(int32(i), n)
			}
		}
	}
}

func (a affinity) with(b affinity) affinity {
	return affinity{a.sum + b.sum, max(a.most, b.most), a.apart || b.apart}
}

// offer puts two bags into the queue if they are linked well enough.
func (r *merger) offer(i int32, n neighbour) {
	if linkage := n.linkage(len(r.bags[i].forms) * len(r.bags[n.bag].forms)); linkage >= r.least {
		r.push(mergeStep{linkage, min(i, n.bag), max(i, n.bag)})
	}
}

// join makes a new bag of two; it inherits their neighbours.
func (r *merger) join(i, j int32) {
	k := int32(len(r.bags))
	x, y := &r.bags[i], &r.bags[j]
	x.alive, y.alive = false, false
	z := bag{alive: true, subjects: slices.Concat(x.subjects, y.subjects), forms: union(x.forms, y.forms), docs: union(x.docs, y.docs),
		bonds: union(x.bonds, y.bonds), neighbours: r.together(x.neighbours, y.neighbours)}
	x.neighbours, y.neighbours = nil, nil
	r.bags = append(r.bags, z)
	for _, n := range z.neighbours {
		r.bags[n.bag].neighbours = append(r.bags[n.bag].neighbours, neighbour{k, n.affinity})
		r.offer(k, n)
	}
}

// together joins the neighbours of two bags, without those that are no more.
func (r *merger) together(x, y []neighbour) []neighbour {
	both := make([]neighbour, 0, len(x)+len(y))
	add := func(n neighbour) {
		if r.bags[n.bag].alive {
			both = append(both, n)
		}
	}
	for len(x) > 0 && len(y) > 0 {
		switch {
		case x[0].bag < y[0].bag:
			add(x[0])
			x = x[1:]
		case y[0].bag < x[0].bag:
			add(y[0])
			y = y[1:]
		default:
			add(neighbour{x[0].bag, x[0].with(y[0].affinity)})
			x, y = x[1:], y[1:]
		}
	}
	for _, n := range x {
		add(n)
	}
	for _, n := range y {
		add(n)
	}
	return both
}

// separate notes that two bags must not be one; the bags that come of them will know.
func (r *merger) separate(i, j int32) {
	for _, pair := range [...][2]int32{{i, j}, {j, i}} {
		list := r.bags[pair[0]].neighbours
		at, _ := slices.BinarySearchFunc(list, pair[1], func(n neighbour, b int32) int { return int(n.bag - b) })
		list[at].apart = true
	}
}

// apart tells whether two bags must not be one.
func (r *merger) apart(x, y *bag) bool {
	return meet(x.docs, y.docs) || r.g.bonds.clash(x.bonds, y.bonds) || r.contradict(x, y)
}

// contradict tells whether any two names of two bags clearly do.
func (r *merger) contradict(x, y *bag) bool {
	for _, a := range x.forms {
		for _, b := range y.forms {
			if a != b && r.exclude(min(a, b), max(a, b)) {
				return true
			}
		}
	}
	return false
}

// exclude tells whether two names clearly contradict each other; of linked ones that is known.
func (r *merger) exclude(a, b int32) bool {
	if l := r.g.links.between(a, b); l != nil {
		return l.apart
	}
	m := r.g.m
	c := m.matchWith(r.al, r.g.forms[a], r.g.forms[b])
	apart := m.excludes(&c)
	r.al.keep(&c)
	return apart
}

// union gives the numbers of two lists in order, in order and each once.
func union(a, b []int32) []int32 {
	if len(b) == 0 {
		return a
	}
	if len(a) == 0 {
		return b
	}
	u := make([]int32, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			u, a = append(u, a[0]), a[1:]
		case b[0] < a[0]:
			u, b = append(u, b[0]), b[1:]
		default:
			u, a, b = append(u, a[0]), a[1:], b[1:]
		}
	}
	return append(append(u, a...), b...)
}

// meet tells whether two lists in order have a number in common.
func meet(a, b []int32) bool {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case b[0] < a[0]:
			b = b[1:]
		default:
			return true
		}
	}
	return false
}

// push and pop keep the queue a heap with the surest step on top.
func (r *merger) push(s mergeStep) {
	q := append(r.queue, s)
	for i := len(q) - 1; i > 0 && q[i].before(q[(i-1)/2]); i = (i - 1) / 2 {
		q[i], q[(i-1)/2] = q[(i-1)/2], q[i]
	}
	r.queue = q
}

func (r *merger) pop() mergeStep {
	q := r.queue
	top, last := q[0], len(q)-1
	q[0] = q[last]
	q = q[:last]
	for i := 0; 2*i+1 < last; {
		child := 2*i + 1
		if child+1 < last && q[child+1].before(q[child]) {
			child++
		}
		if !q[child].before(q[i]) {
			break
		}
		q[i], q[child] = q[child], q[i]
		i = child
	}
	r.queue = q
	return top
}
