package names

import (
	"cmp"
	"slices"
)

// A link is two forms that may be one name.
type link struct {
	a, b   int32      // forms, a < b
	said   float64    // how likely they are one name by themselves, not yet calibrated
	p      millionths // how likely they are in this file
	cost   int32
	turned bool // the words of one stand in another order
	exact  bool // nothing else differs
	apart  bool // they clearly contradict each other all the same
}

// compare puts links in the order of their forms.
func (l link) compare(k link) int { return cmp.Or(cmp.Compare(l.a, k.a), cmp.Compare(l.b, k.b)) }

// links are those of all forms, in order.
type links struct {
	list   []link
	starts []int32 // by form, where those begin whose first it is
}

// newLinks takes links in order.
func (g *gathering) newLinks(list []link) links {
	return links{list, startsOf([][]link{list}, len(g.forms))}
}

// between gives the link between two forms, nil when there is none.
func (k *links) between(a, b int32) *link {
	a, b = min(a, b), max(a, b)
	of := k.list[k.starts[a]:k.starts[a+1]]
	at, linked := slices.BinarySearchFunc(of, b, func(l link, b int32) int { return int(l.b - b) })
	if !linked {
		return nil
	}
	return &of[at]
}

// startsOf counts, for each of so many forms, where its links begin among those of all lists.
func startsOf(lists [][]link, forms int) []int32 {
	starts := make([]int32, forms+1)
	for _, list := range lists {
		for i := range list {
			starts[list[i].a+1]++
		}
	}
	for f := range forms {
		starts[f+1] += starts[f]
	}
	return starts
}

// sortLinks puts the links of several lists, between so many forms, into one in order.
func sortLinks(lists [][]link, forms int) []link {
	starts := startsOf(lists, forms)
	links, next := make([]link, starts[forms]), slices.Clone(starts)
	for _, list := range lists {
		for i := range list {
			f := list[i].a
			links[next[f]] = list[i]
			next[f]++
		}
	}
	inParallel(forms, func(f int) { slices.SortFunc(links[starts[f]:starts[f+1]], link.compare) })
	return links
}
