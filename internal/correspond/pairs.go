package correspond

import (
	"cmp"
	"math/bits"
	"slices"
)

// All pairs of words that are near
//
// To look each word of a lexicon up in it is to walk its tree once a word, and words that begin alike walk alike. So the
// tree is walked against itself (Wang, Feng and Li 2010, "Trie-Join: efficient trie-based string similarity joins with
// edit-distance constraints"): each node u has a list of the nodes whose letters, from the root on, are within the limit of
// its own, with what they cost. It is made of the lists of the nodes above u, which are kept while the walk is below them.
// So a beginning that many words have is aligned with another that many words have once:
//
//	u           nodes near it
//	m           m 0  ...
//	└ u         mu 0   mo 10  ...        one letter behind the nodes near m
//	  └ h       muh 0  mukh 20  ...      of the nodes near mu, one letter behind, or by h ~ kh two
//
// Of two words, one comes before the other in the walk: so only nodes are near u that have a word behind u below them. That
// is half of the work, and each pair is found once. No step may cost less than nothing, so the rules are not a script's.

// Pairs finds all pairs of words of a lexicon that are within a share of its limit. It is immutable.
type Pairs struct {
	x        *Lexicon
	parts    []int32 // nodes; see partDepth
	limits   []int32 // by the letters of both words
	branches []branch
	units    perNode[unitBelow] // that begin at the node
	finals   perNode[unitBelow] // those bound to the end of a word
	children perNode[child]     // in the order of their letters without accents
	leaving  perNode[stepBelow] // steps down that leave letters out, the cheapest first
}

// A branch is what has to be known of a node to go on from it.
type branch struct{ next, longest int32 }

// A unitBelow is a unit between a node and one below.
type unitBelow struct {
	id unitID
	to int32
}

// A stepBelow is a way from a node to one below.
type stepBelow struct{ to, cost int32 }

type child struct {
	letter, base rune
	node         int32
}

// A NearPair is two words, by their places: A is before B in the order of their letters, or both are one; and what they cost.
type NearPair struct{ A, B, Cost int32 }

// The walk falls into parts, each of them a node of that depth with all below it, or a higher node by itself.
const partDepth = 2

// NewPairs makes a search for all pairs of words within a share of the limit, in percent.
func (x *Lexicon) NewPairs(percent int) *Pairs {
	p := &Pairs{x: x, branches: make([]branch, len(x.nodes)), limits: make([]int32, 2*x.nodes[0].longest+1)}
	for i := range p.limits {
		p.limits[i] = int32(x.limit * percent * i / 200)
	}
	open := make([]int32, x.deepest+1) // the nodes from the root to the last one
	for at := range int32(len(x.nodes) - 1) {
		n, after := &x.nodes[at], &x.nodes[at+1]
		open[n.depth], p.branches[at] = at, branch{n.next, n.longest}
		if n.depth <= partDepth {
			p.parts = append(p.parts, at)
		}
		for _, o := range x.ends[n.ends:after.ends] {
			above := open[n.depth-o.size]
			p.units.add(above, unitBelow{o.id, at})
			if i := x.rules.index(o.id, noLetters); i >= 0 && o.size > 1 {
				p.leaving.add(above, stepBelow{at, int32(x.rules.rules[i].Cost)})
			}
		}
		for _, o := range x.finals[n.finals:after.finals] {
			p.finals.add(open[n.depth-o.size], unitBelow{o.id, at})
		}
		if at > 0 {
			p.children.add(open[n.depth-1], child{n.letter, n.base, at})
			p.leaving.add(open[n.depth-1], stepBelow{at, n.drop})
		}
	}
	if id := x.rules.opening(); id >= 0 {
		p.units.add(0, unitBelow{id, 0})
	}
	p.units.sort(len(x.nodes), nil)
	p.finals.sort(len(x.nodes), nil)
	p.children.sort(len(x.nodes), func(a, b child) int { return cmp.Compare(a.base, b.base) })
	p.leaving.sort(len(x.nodes), func(a, b stepBelow) int { return cmp.Compare(a.cost, b.cost) })
	return p
}

// opening is the unit of no letters that is bound to the start of a word, or -1 if no rule has it.
func (c *Rules) opening() unitID {
	return unitID(slices.Index(c.units, unit{start: true}))
}

// Parts is how many parts the search has.
func (p *Pairs) Parts() int { return len(p.parts) }

// A PairWalk walks one part after the other.
type PairWalk struct {
	*Pairs
	costs   []int32      // by node on the other side, what it costs as the node the walk is at; far32 when it is not near
	reached []uint64     // the nodes that are near, a bit for each
	near    [][]nearNode // by depth, those of the nodes from the root to the one that the walk is at
	words   []int32      // by node, what its word costs; far32 when that is not near
	spelled []int32      // the nodes whose words are near
	partner []int32      // by unit, the cost of its rule with the unit that is looked at, or -1
	found   []NearPair
}

type nearNode struct{ node, cost int32 }

// NewWalk makes a walk; several may go on at once, each in its own goroutine.
func (p *Pairs) NewWalk() *PairWalk {
	w := &PairWalk{Pairs: p, costs: make([]int32, len(p.branches)), words: make([]int32, len(p.branches)),
		reached: make([]uint64, len(p.branches)/64+1), near: make([][]nearNode, p.x.deepest+1), partner: make([]int32, len(p.x.rules.units))}
	for i := range w.costs {
		w.costs[i], w.words[i] = far32, far32
	}
	for i := range w.partner {
		w.partner[i] = -1
	}
	return w
}

// Part lists the pairs whose first word is in a part; the list is good until the next call.
func (w *PairWalk) Part(part int) []NearPair {
	w.found = w.found[:0]
	top := w.parts[part]
	for at := int32(0); at < top; { // the way there
		if next := w.branches[at].next; next <= top {
			at = next
			continue
		}
		w.visit(at)
		at++
	}
	for at := top; at < max(top+1, w.end(top)); at++ {
		w.visit(at)
		w.spell(at)
	}
	return w.found
}

// end is where the part of a node ends.
func (w *PairWalk) end(node int32) int32 {
	if w.x.nodes[node].depth < partDepth {
		return node + 1
	}
	return w.branches[node].next
}

// visit finds the nodes near one.
func (w *PairWalk) visit(u int32) {
	node, after := &w.x.nodes[u], &w.x.nodes[u+1]
	depth := node.depth
	if depth == 0 {
		w.reach(u, 0, 0)
		if opening := w.x.rules.opening(); opening >= 0 {
			w.follow(u, opening, []nearNode{{0, 0}})
		}
	} else {
		for _, n := range w.near[depth-1] {
			w.reach(u, n.node, n.cost+node.drop)
			w.letter(u, node, n)
		}
	}
	for _, o := range w.x.ends[node.ends:after.ends] {
		w.follow(u, o.id, w.near[depth-o.size])
	}
	w.settle(u, depth)
}

// reach takes note of what a node on the other side costs at the most.
func (w *PairWalk) reach(u, v, cost int32) {
	b := &w.branches[v]
	if cost < w.costs[v] && b.next > u && cost <= w.limits[b.longest+w.branches[u].longest] {
		w.costs[v] = cost
		w.reached[v/64] |= 1 << (v % 64)
	}
}

// letter takes the steps of the node's letter against one of the other side.
func (w *PairWalk) letter(u int32, node *lexiconNode, n nearNode) {
	children := w.children.of(n.node)
	if n.cost+w.x.letter <= w.limits[w.branches[n.node].longest+node.longest] {
		for i := range children {
			w.reach(u, children[i].node, n.cost+w.x.letter)
		}
	}
	from := 0
	if len(children) > 8 {
		from, _ = slices.BinarySearchFunc(children, node.base, func(c child, base rune) int { return cmp.Compare(c.base, base) })
	}
	for i := range children[from:] {
		switch c := &children[from+i]; {
		case c.base > node.base:
			return
		case c.base < node.base:
		case c.letter == node.letter:
			w.reach(u, c.node, n.cost)
		default:
			w.reach(u, c.node, n.cost+w.x.accent)
		}
	}
}

// follow takes the rules of a unit that ends at a node and begins at one above, which these are near.
func (w *PairWalk) follow(u int32, id unitID, near []nearNode) {
	partners := w.x.partners[id]
	if len(partners) == 0 {
		return
	}
	for _, p := range partners {
		w.partner[p.id] = p.cost
	}
	leaving := w.partner[noLetters]
	for _, n := range near {
		if leaving >= 0 {
			w.reach(u, n.node, n.cost+leaving)
		}
		for _, below := range w.units.of(n.node) {
			if cost := w.partner[below.id]; cost >= 0 {
				w.reach(u, below.to, n.cost+cost)
			}
		}
	}
	for _, p := range partners {
		w.partner[p.id] = -1
	}
}

// settle leaves out letters of the other side, and lists what is near.
func (w *PairWalk) settle(u, depth int32) {
	list := w.near[depth][:0]
	for i := range w.reached {
		for w.reached[i] != 0 {
			v := int32(64*i + bits.TrailingZeros64(w.reached[i]))
			w.reached[i] &= w.reached[i] - 1
			cost := w.costs[v]
			list = append(list, nearNode{v, cost})
			limit := w.limits[w.branches[v].longest+w.branches[u].longest]
			for _, step := range w.leaving.of(v) {
				if cost+step.cost > limit {
					break
				}
				w.reach(u, step.to, cost+step.cost)
			}
		}
	}
	for _, n := range list {
		w.costs[n.node] = far32
	}
	w.near[depth] = list
}

// spell finds the words near that of a node.
func (w *PairWalk) spell(u int32) {
	node, after := &w.x.nodes[u], &w.x.nodes[u+1]
	if node.word < 0 {
		return
	}
	for _, n := range w.near[node.depth] {
		w.spellAs(u, n.node, n.cost)
	}
	for _, o := range w.x.finals[node.finals:after.finals] {
		for _, p := range w.x.partners[o.id] {
			w.partner[p.id] = p.cost
		}
		for _, n := range w.near[node.depth-o.size] {
			for _, below := range w.finals.of(n.node) {
				if cost := w.partner[below.id]; cost >= 0 {
					w.spellAs(u, below.to, n.cost+cost)
				}
			}
		}
		for _, p := range w.x.partners[o.id] {
			w.partner[p.id] = -1
		}
	}
	for _, v := range w.spelled {
		w.found = append(w.found, NearPair{node.word, w.x.nodes[v].word, w.words[v]})
		w.words[v] = far32
	}
	w.spelled = w.spelled[:0]
}

// spellAs takes note of what the word of a node on the other side costs at the most.
func (w *PairWalk) spellAs(u, v, cost int32) {
	word, other := w.x.nodes[u].word, w.x.nodes[v].word
	if other < 0 || v < u || cost >= w.words[v] || cost > w.limits[w.x.sizes[word]+w.x.sizes[other]] {
		return
	}
	if w.words[v] == far32 {
		w.spelled = append(w.spelled, v)
	}
	w.words[v] = cost
}
