package correspond

import "math"

// Learning the costs
//
// Two spellings of one name are thought to arise step by step, each step writing a unit of one beside a unit of the
// other; q(u, v) is how often that step is taken. The steps that led to a pair of spellings are not seen, so q is
// estimated by expectation maximisation (Dempster, Laird and Rubin 1977; for letters: Ristad and Yianilos 1998): with
// the costs as they are, how often is each rule taken on the way through each pair (forwards and backwards through the
// grid, all paths weighed); with those counts, new costs; and again.
//
// The cost of a rule is what it says against the two units being one by chance:
//
//	cost(u ~ v) = -ln ( q(u, v) / √(p(u) p(v)) )
//
// where p is the product of the letters' frequencies. So the sum of the costs is the words' average information less
// the log of the likelihood ratio of "one name" against "two names", which is what a decision needs. Equal letters
// then cost next to nothing; they are set to 0.

// A Pair is two spellings of one name, and how much they count.
type Pair struct {
	A, B   Word
	Weight float64
}

// An Estimate is the learned cost of a rule.
type Estimate struct {
	Rule  *Rule
	Taken float64 // how often the rule was taken in the pairs
	Nats  float64 // its cost in natural logarithms; +Inf when it was never taken
}

// A Learned is what expectation maximisation gives.
type Learned struct {
	Rules  []Estimate // in the order of the file
	Letter float64    // the cost in nats of a letter that no rule explains
	Steps  float64    // how many steps the pairs took
}

// Learn estimates the costs of the rules anew from pairs. scale is how many hundredths a nat is in the rules as they
// stand.
func (r *Rules) Learn(pairs []Pair, rounds int, scale float64) Learned {
	l := newLearner(r, pairs, scale)
	for range rounds {
		l.expect(pairs)
		l.maximise()
	}
	return l.result()
}

type learner struct {
	rules          *Rules
	frequency      map[rune]float64
	cost           []float64 // of each rule, in nats
	equal, strange float64   // the cost of equal letters, of a letter that no rule explains

	taken                    []float64
	takenEqual, takenStrange float64
	information              float64 // of the strange letters
}

func newLearner(r *Rules, pairs []Pair, scale float64) *learner {
	l := &learner{rules: r, frequency: map[rune]float64{}, strange: 100 / scale}
	total := 0.0
	for _, p := range pairs {
		for _, w := range [...]Word{p.A, p.B} {
			for _, letter := range w.Base {
				l.frequency[letter] += p.Weight
				total += p.Weight
			}
		}
	}
	for letter := range l.frequency {
		l.frequency[letter] /= total
	}
	for i := range r.rules {
		l.cost = append(l.cost, float64(r.rules[i].Cost)/scale)
	}
	return l
}

// expect counts how often each rule is taken on the way through the pairs.
func (l *learner) expect(pairs []Pair) {
	l.taken = make([]float64, len(l.rules.rules))
	l.takenEqual, l.takenStrange, l.information = 0, 0, 0
	al := NewAligner(l.rules, 0, 0)
	var g lattice
	for _, p := range pairs {
		al.read(p.A, p.B)
		g.build(l, al, p.A, p.B)
		for k, e := range g.edges {
			share := g.share(k) * p.Weight
			switch {
			case e.rule >= 0:
				l.taken[e.rule] += share
			case e.equal:
				l.takenEqual += share
			default:
				l.takenStrange += share
				l.information += share * e.information
			}
		}
	}
}

// maximise makes costs of the counts. A little is added to each count, so that no cost is beyond all bounds.
func (l *learner) maximise() {
	steps := l.takenEqual + l.takenStrange
	for _, t := range l.taken {
		steps += t
	}
	for i, t := range l.taken {
		rule := l.rules.rules[i]
		chance := (l.logFrequency(rule.left) + l.logFrequency(rule.right)) / 2
		l.cost[i] = max(0, chance-math.Log((t+0.05)/(steps+1)))
	}
	// A strange step writes a letter, or a letter in another's place, by its frequency; q = share of such steps · p.
	l.strange = -math.Log((l.takenStrange+1)/(steps+1)) + l.information/max(1, l.takenStrange)
}

// logFrequency is ln p(u).
func (l *learner) logFrequency(id unitID) float64 {
	sum := 0.0
	for _, letter := range l.rules.units[id].text {
		sum += math.Log(max(l.frequency[BaseLetter(letter)], 1e-6))
	}
	return sum
}

func (l *learner) result() Learned {
	learned := Learned{Letter: l.strange}
	for i := range l.rules.rules {
		learned.Rules = append(learned.Rules, Estimate{&l.rules.rules[i], l.taken[i], l.cost[i]})
		learned.Steps += l.taken[i]
	}
	learned.Steps += l.takenEqual + l.takenStrange
	return learned
}

// A lattice is the grid of two words with all its steps.
type lattice struct {
	edges             []edge
	forward, backward []float64 // the weight of all paths to and from each place
}

type edge struct {
	from, to    int
	rule        int // -1: none
	equal       bool
	weight      float64 // e to the power of -cost
	information float64 // half that of the letters of a strange step
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

func (g *lattice) build(l *learner, al *Aligner, a, b Word) {
	height, width := len(a.Letters)+1, len(b.Letters)+1
	g.edges = g.edges[:0]
	add := func(i, j, sizeA, sizeB, rule int, equal bool, cost, information float64) {
		g.edges = append(g.edges, edge{i*width + j, (i+sizeA)*width + j + sizeB, rule, equal, math.Exp(-cost), information})
	}
	half := func(r rune) float64 { return -math.Log(max(l.frequency[r], 1e-6)) / 2 }
	for i := range height {
		for j := range width {
			if i+1 < height && j+1 < width {
				if a.Base[i] == b.Base[j] {
					add(i, j, 1, 1, -1, true, l.equal, 0)
				} else {
					add(i, j, 1, 1, -1, false, l.strange, half(a.Base[i])+half(b.Base[j]))
				}
			}
			for _, u := range al.unitsA[al.boundsA[i]:al.boundsA[i+1]] {
				for _, v := range al.unitsB[al.boundsB[j]:al.boundsB[j+1]] {
					if k := l.rules.index(u.id, v.id); k >= 0 {
						add(i, j, int(u.size), int(v.size), int(k), false, l.cost[k], 0)
					}
				}
			}
			if i+1 < height {
				add(i, j, 1, 0, -1, false, l.strange, half(a.Base[i]))
			}
			if j+1 < width {
				add(i, j, 0, 1, -1, false, l.strange, half(b.Base[j]))
			}
		}
	}
	g.weigh(height * width)
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
