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
	type fitted struct {
		home    int32 // -1 for none
		several bool
	}
	fits := make([]fitted, len(bare))
	inParallelWith(len(bare), g.newComparer, func(c *comparer, i int) {
		fits[i].home = -1
		switch homes := c.homes(bags[bare[i]], bags, bagsOf, isBare); len(homes) {
		case 0:
		case 1:
			fits[i].home = homes[0]
		default:
			fits[i].several = true
		}
	})
	review := make([]bool, len(g.subjects))
	for i, b := range bare {
		switch f := fits[i]; {
		case f.home >= 0:
			bags[f.home] = append(bags[f.home], bags[b]...)
			bags[b] = nil
		case f.several:
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

// homes are the bags that all names of a bare bag fit.
func (c *comparer) homes(bare []int32, bags [][]int32, bagsOf func(int32) []int32, isBare []bool) []int32 {
	g := c.g
	var homes []int32
	for i, form := range g.formsOf(bare) {
		var fits []int32
		others := c.around(form)
		if len(others) > maxHomes {
			return nil
		}
		for _, other := range others {
			for _, home := range bagsOf(other) {
				if isBare[home] || slices.Contains(fits, home) || i > 0 && !slices.Contains(homes, home) {
					continue
				}
				r := g.m.matchWith(c.al, g.forms[form], g.forms[other])
				if !r.against && g.m.probability(&r) >= g.m.options.Review {
					fits = append(fits, home)
				}
				c.al.keep(&r)
			}
		}
		if homes = fits; len(homes) == 0 {
			return nil
		}
	}
	return slices.DeleteFunc(homes, func(home int32) bool { return !c.bareFits(bare, bags[home]) })
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

// around lists the full names that a bare one may be a part of, each once.
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
	found := slices.DeleteFunc(c.seeker.seekAll(form), func(b int32) bool { return !c.g.full[b] })
	slices.Sort(found)
	return slices.Compact(found)
}
