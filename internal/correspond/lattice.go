package correspond

// A lattice is the grid of two words with all its steps.
type lattice struct {
	edges             []edge
	forward, backward []float64 // the weight of all paths to and from each place
}

type edge struct {
	from, to int
	rule     int
	weight   float64
}

// share is how much of the weight of all paths goes through edge k.
func (g *lattice) share(k int) float64 {
	e := g.edges[k]
	total := g.forward[len(g.forward)-1]
	if total == 0 {
		return 0
	}
	return g.forward[e.from] * e.weight * g.backward[e.to] / total
}

// weigh runs forwards and backwards. Edges stand in the order of their places, and lead to later ones.
func (g *lattice) weigh(places int) {
	g.forward, g.backward = grow(g.forward, places), grow(g.backward, places)
	clear(g.forward)
	clear(g.backward)
	g.forward[0], g.backward[places-1] = 1, 1
	for _, e := range g.edges {
		g.forward[e.to] += g.forward[e.from] * e.weight
	}
	for k := len(g.edges) - 1; k >= 0; k-- {
		e := g.edges[k]
		g.backward[e.from] += e.weight * g.backward[e.to]
	}
}
