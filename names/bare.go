package names

import (
	"math"
	"slices"
)

// Bare names across documents
//
// A bare name (a surname alone, an initial with a surname) joins the bag of full names that it fits. Where it fits several,
// the names that it fits speak for their bags: the less, the more the spelling differs, by the square of the strain as in
// Compare, and when the words stand in another order. For an initial each name speaks: who is written in many ways is written
// often, and so is likelier the one who is meant. For a surname alone, which all the family bear, the best one does. By Bayes'
// rule the share of a bag in all weight is how likely it is the one; the bare name joins the bag that is likelier than all
// others together:
//
//	S. Goravsky   →   Sabine Goravsky     1.0     joins
//	                  Silvanus Goravski    .7
//	              →   Sabine Goravsky     1.0
//	                  Silvan Goravsky     1.0     stays by itself, for review

// mostHomes is how many names a bare name is set against, the nearest ones.
const mostHomes = 200

// strainedHome is how fast the weight of a name falls with the square of the strain; homeless is the weight of none of them,
// beside 1 for a name that is spelled alike; leadAt is the share of all weight that leads; mostWeight is what a bag weighs at
// the most for each bare name. Chosen on relay.py, 15,000 and 62,500 entities.
const strainedHome, homeless, leadAt, mostWeight = 16, 0.1, 0.5, 4

// A home is a bag that a bare name may belong to.
type home struct {
	bag    int32
	weight float64
}

// A setBeside is what a bare name and another have to do with each other.
type setBeside struct {
	weight  float64 // see comparer.weight
	against bool
}

// A bareGathering is what bare names are put to bags by.
type bareGathering struct {
	*gathering
	bags            [][]int32
	bagOf           []int32 // by subject
	isBare          []bool  // by bag
	starts, holders []int32
}

// attachBare puts the bare names that stand among bare ones only to the bags of full ones: each by itself, but those that
// the caller has made one together.
func (g *gathering) attachBare(bags [][]int32) [][]int32 {
	at := &bareGathering{gathering: g, bags: bags, bagOf: make([]int32, len(g.subjects)), isBare: make([]bool, len(bags))}
	at.starts, at.holders = g.holders()
	var bare [][]int32
	for b, subjects := range bags {
		for _, u := range subjects {
			at.bagOf[u] = int32(b)
		}
		if !slices.ContainsFunc(subjects, func(u int32) bool { return g.full[g.subjects[u].forms[0]] }) {
			at.isBare[b] = true
			bare = append(bare, g.bound(subjects)...)
		}
	}
	to, several := make([]int32, len(bare)), make([]bool, len(bare))
	inParallelWith(len(bare), g.newComparer, func(c *comparer, i int) {
		to[i], several[i] = c.leading(bare[i], at)
	})
	review := make([]bool, len(g.subjects))
	for i, subjects := range bare {
		if to[i] >= 0 && g.apartFrom(subjects, bags[to[i]]) { // from another bare name that has joined
			to[i], several[i] = -1, true
		}
		for _, u := range subjects {
			review[u] = several[i]
		}
		if to[i] >= 0 {
			from := at.bagOf[subjects[0]]
			bags[from] = slices.DeleteFunc(bags[from], func(u int32) bool { return slices.Contains(subjects, u) })
			bags[to[i]] = append(bags[to[i]], subjects...)
		}
	}
	for i, u := range g.subjectOf {
		if review[u] {
			g.decided[i] = Review
		}
	}
	return slices.DeleteFunc(bags, func(subjects []int32) bool { return len(subjects) == 0 })
}

// bound parts the subjects of a bag, but leaves it whole when the caller has bound any of them.
func (g *gathering) bound(subjects []int32) [][]int32 {
	if slices.ContainsFunc(subjects, func(u int32) bool { return len(g.subjects[u].bonds) > 0 }) {
		return [][]int32{slices.Clone(subjects)}
	}
	var parts [][]int32
	for _, u := range subjects {
		parts = append(parts, []int32{u})
	}
	return parts
}

// apartFrom tells whether a document or the caller keeps two bags apart.
func (g *gathering) apartFrom(x, y []int32) bool {
	for _, u := range x {
		for _, v := range y {
			if meet(g.subjects[u].docs, g.subjects[v].docs) || g.bonds.clash(g.subjects[u].bonds, g.subjects[v].bonds) {
				return true
			}
		}
	}
	return false
}

// bagsOf lists the bags with full names that a form stands in.
func (at *bareGathering) bagsOf(form int32) (list []int32) {
	for _, u := range at.holders[at.starts[form]:at.starts[form+1]] {
		if b := at.bagOf[u]; !at.isBare[b] && !slices.Contains(list, b) {
			list = append(list, b)
		}
	}
	return list
}

// leading gives the home of bare subjects that clearly leads; -1 if there is none, since it fits none or several.
func (c *comparer) leading(bare []int32, at *bareGathering) (bag int32, several bool) {
	homes := c.homes(bare, at)
	if len(homes) == 0 {
		return -1, false
	}
	all, best := homeless, homes[0]
	for _, h := range homes {
		all += h.weight
		if h.weight > best.weight {
			best = h
		}
	}
	if best.weight >= leadAt*all || len(homes) == 1 {
		return best.bag, false
	}
	return -1, true
}

// homes are the bags that all names of bare subjects fit; or the first of them, when these are so many that none can lead.
func (c *comparer) homes(bare []int32, at *bareGathering) (homes []home) {
	forms := at.formsOf(bare)
	var unfit []int32
	for i, form := range forms {
		last := i+1 == len(forms)
		before, all := homes, homeless
		homes = nil
		for _, name := range c.around(form) {
			weight := c.beside(form, name).weight
			if weight == 0 {
				continue
			}
			for _, b := range at.bagsOf(name) {
				isB := func(h home) bool { return h.bag == b }
				if k := slices.IndexFunc(homes, isB); k >= 0 {
					most := max(weight, homes[k].weight)
					if at.hasInitial(form) {
						most = mostWeight
					}
					more := min(weight, most-homes[k].weight)
					all += more
					homes[k].weight += more
					continue
				}
				sum := weight
				if i > 0 {
					k := slices.IndexFunc(before, isB)
					if k < 0 {
						continue
					}
					sum += before[k].weight
				}
				if last && (slices.Contains(unfit, b) || !c.bareFits(bare, at.bags[b])) {
					unfit = append(unfit, b)
					continue
				}
				homes = append(homes, home{b, sum})
				all += sum
			}
			if last && leadAt*all > mostWeight*float64(len(forms)) {
				return homes
			}
		}
	}
	return homes
}

func (at *bareGathering) hasInitial(form int32) bool {
	return slices.ContainsFunc(at.alike.of[form], func(w int32) bool { return w < 0 })
}

// beside sets a bare name beside another; what it finds is remembered until another bare name is.
func (c *comparer) beside(form, name int32) setBeside {
	if form != c.besideOf {
		clear(c.besides)
		c.besideOf = form
	}
	s, known := c.besides[name]
	if !known {
		m := c.g.m
		r := m.matchWith(c.al, c.g.forms[form], c.g.forms[name])
		s = setBeside{c.weight(&r), r.against}
		c.besides[name] = s
		c.al.keep(&r)
	}
	return s
}

// weight is how likely a full name is the one that a bare one is short for, 1 for one that is spelled alike; 0 when it
// does not fit.
func (c *comparer) weight(r *comparison) float64 {
	if r.against || c.g.m.probability(r) < c.g.m.options.Review {
		return 0
	}
	weight := math.Exp(-strainedHome * r.strain * r.strain)
	for _, f := range r.findings {
		if f.kind == Moved {
			weight *= c.g.turning * math.Exp(-float64(f.cost)/100)
		}
	}
	return weight
}

// bareFits tells whether no name of the home contradicts a bare one, and neither a document nor the caller.
func (c *comparer) bareFits(bare, home []int32) bool {
	g := c.g
	if g.apartFrom(bare, home) {
		return false
	}
	for _, a := range g.formsOf(bare) {
		for _, b := range g.formsOf(home) {
			if c.beside(a, b).against {
				return false
			}
		}
	}
	return true
}

func (g *gathering) formsOf(subjects []int32) []int32 {
	var forms []int32
	for _, u := range subjects {
		forms = union(forms, g.subjects[u].forms)
	}
	return forms
}

// around lists the full names that a bare one may be a part of, the nearest ones; the list is good until the next call.
func (c *comparer) around(form int32) []int32 {
	if c.g.options.Brute {
		c.all = c.all[:0]
		for b := range c.g.forms {
			if c.g.full[b] {
				c.all = append(c.all, int32(b))
			}
		}
		return c.all
	}
	return c.seeker.seekFull(form, mostHomes)
}
