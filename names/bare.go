package names

import "slices"

// Bare names across documents
//
// A bare name (a surname alone, an initial with a surname) joins the one bag of full names that it fits. Where it fits
// several it stays by itself, and its mentions are for review.

// maxHomes is how many names a bare name may be like; one that is like more fits too many to belong to one.
const maxHomes = 400

// attachBare puts the bags of bare names to those of full ones.
func (g *gathering) attachBare(bags [][]int32) [][]int32 {
	bagOf := make([]int32, len(g.subjects))
	var bare []int32
	for b, subjects := range bags {
		for _, u := range subjects {
			bagOf[u] = int32(b)
		}
		if !slices.ContainsFunc(subjects, func(u int32) bool { return g.full[g.subjects[u].forms[0]] }) {
			bare = append(bare, int32(b))
		}
	}
	starts, holders := g.holders()
	bagsOf := func(form int32) (list []int32) {
		for _, u := range holders[starts[form]:starts[form+1]] {
			if !slices.Contains(list, bagOf[u]) {
				list = append(list, bagOf[u])
			}
		}
		return list
	}
	isBare := make([]bool, len(bags))
	for _, b := range bare {
		isBare[b] = true
	}
	fits := make([][]int32, len(bare))
	inParallelWith(len(bare), g.newComparer, func(c *comparer, i int) {
		fits[i] = c.homes(bags[bare[i]], bags, bagsOf, isBare)
	})
	review := make([]bool, len(g.subjects))
	for i, b := range bare {
		switch homes := fits[i]; len(homes) {
		case 0:
		case 1:
			bags[homes[0]] = append(bags[homes[0]], bags[b]...)
			bags[b] = nil
		default:
			for _, u := range bags[b] {
				review[u] = true
			}
		}
	}
	for i, u := range g.subjectOf {
		if review[u] {
			g.decided[i] = Review
		}
	}
	return slices.DeleteFunc(bags, func(subjects []int32) bool { return subjects == nil })
}

// homes are the bags that all names of a bare bag fit, the first two of them: where there is more than one it does not matter
// how many.
func (c *comparer) homes(bare []int32, bags [][]int32, bagsOf func(int32) []int32, isBare []bool) (homes []int32) {
	forms := c.g.formsOf(bare)
	around := make([][]int32, len(forms)) // by bare name, the full names that it may be a part of
	for i, form := range forms {
		if around[i] = slices.Clone(c.around(form)); len(around[i]) == 0 || len(around[i]) > maxHomes {
			return nil
		}
	}
	var tried []int32
	for _, other := range around[0] {
		for _, home := range bagsOf(other) {
			if isBare[home] || slices.Contains(tried, home) {
				continue
			}
			tried = append(tried, home)
			if !c.isHome(forms, around, bags[home]) || !c.bareFits(bare, bags[home]) {
				continue
			}
			if homes = append(homes, home); len(homes) > 1 {
				return homes
			}
		}
	}
	return homes
}

// isHome tells whether each bare name fits one of a bag's names at least.
func (c *comparer) isHome(forms []int32, around [][]int32, home []int32) bool {
	names := c.g.formsOf(home)
	for i, form := range forms {
		if !slices.ContainsFunc(names, func(name int32) bool {
			_, near := slices.BinarySearch(around[i], name)
			return near && c.fits(form, name)
		}) {
			return false
		}
	}
	return true
}

// fits tells whether a bare name may be a full one.
func (c *comparer) fits(form, name int32) bool {
	m := c.g.m
	r := m.matchWith(c.al, c.g.forms[form], c.g.forms[name])
	fits := !r.against && m.probability(&r) >= m.options.Review
	c.al.keep(&r)
	return fits
}

// bareFits tells whether no name of the home contradicts a bare one, and neither a document nor the caller.
func (c *comparer) bareFits(bare, home []int32) bool {
	g := c.g
	for _, u := range bare {
		for _, v := range home {
			if meet(g.subjects[u].docs, g.subjects[v].docs) || g.bonds.clash(g.subjects[u].bonds, g.subjects[v].bonds) {
				return false
			}
		}
	}
	for _, a := range g.formsOf(bare) {
		for _, b := range g.formsOf(home) {
			r := g.m.matchWith(c.al, g.forms[a], g.forms[b])
			against := r.against
			c.al.keep(&r)
			if against {
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

// around lists the full names that a bare one may be a part of, in order; the list is good until the next call.
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
	found := c.seeker.seekFull(form)
	slices.Sort(found)
	return found
}
