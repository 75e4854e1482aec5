package names

import (
	"cmp"
	"slices"
)

// The links of a cluster
//
// The names of a cluster are set against each other, each pair once, and of all those links a maximum spanning tree is
// kept (Prim 1957). It holds the cluster together by its surest links, and the path in it from one name to another is,
// of all paths, the one whose weakest link is surest (Hu 1961). All is computed anew from the cluster, so that nothing
// has to be remembered of how it came to be; n names take n²/2 comparisons.

// A Link is two names that are set against each other, each with a mention of it.
type Link struct {
	A, B        Member
	Held        string // what holds the link if the names alone are not Same; empty if they are
	Explanation Explanation
}

// Links gives the links that hold a cluster together, the surest first; the last is its weakest. There is one fewer than
// the cluster has different names.
func (m *Matcher) Links(c Cluster) []Link {
	vs := m.variants(c.Members)
	links := make([]Link, 0, len(vs))
	for _, e := range m.spanningTree(vs) {
		links = append(links, m.link(vs[e.i], vs[e.j]))
	}
	slices.SortStableFunc(links, func(x, y Link) int { return cmp.Compare(y.probability(), x.probability()) })
	return links
}

// Path gives the links that lead from one member of a cluster to another, over the surest bridges there are. From a name
// to the same name it is one link.
func (m *Matcher) Path(c Cluster, from, to Member) []Link {
	vs := m.variants(c.Members)
	start, end := indexVariant(vs, from), indexVariant(vs, to)
	if start < 0 || end < 0 {
		return nil
	}
	if start == end {
		return []Link{{A: from, B: to, Explanation: m.Explain(vs[start].name, vs[end].name)}}
	}
	next := make([][]int, len(vs))
	for _, e := range m.spanningTree(vs) {
		next[e.i], next[e.j] = append(next[e.i], e.j), append(next[e.j], e.i)
	}
	came := make([]int, len(vs)) // from where the walk came, plus one
	came[end] = end + 1
	for queue := []int{end}; len(queue) > 0; queue = queue[1:] {
		for _, v := range next[queue[0]] {
			if came[v] == 0 {
				came[v] = queue[0] + 1
				queue = append(queue, v)
			}
		}
	}
	var path []Link
	for at := start; at != end; at = came[at] - 1 {
		path = append(path, m.link(vs[at], vs[came[at]-1]))
	}
	path[0].A, path[len(path)-1].B = from, to
	return path
}

func (l Link) probability() float64 { return l.Explanation.Probability }

// A variant is a name of a cluster with the mentions that are so written.
type variant struct {
	name    Name
	members []Member
}

// variants gives the different names among members, by the alphabet.
func (m *Matcher) variants(members []Member) []variant {
	at := map[string]int{}
	var vs []variant
	for _, member := range members {
		i, seen := at[member.Name]
		if !seen {
			i = len(vs)
			at[member.Name] = i
			vs = append(vs, variant{name: m.Parse(member.Name)})
		}
		vs[i].members = append(vs[i].members, member)
	}
	slices.SortFunc(vs, func(x, y variant) int { return cmp.Compare(x.name.Text, y.name.Text) })
	return vs
}

func indexVariant(vs []variant, member Member) int {
	return slices.IndexFunc(vs, func(v variant) bool { return v.name.Text == member.Name })
}

// An edge is two variants and how well they fit.
type edge struct {
	i, j int
	Result
}

// surer orders edges: the surer first, then by the alphabet, as variants stand in it.
func (e edge) surer(f edge) bool {
	return cmp.Or(cmp.Compare(f.Probability, e.Probability), cmp.Compare(min(e.i, e.j), min(f.i, f.j)),
		cmp.Compare(max(e.i, e.j), max(f.i, f.j))) < 0
}

// spanningTree links all variants by their surest edges.
func (m *Matcher) spanningTree(vs []variant) []edge {
	best := make([]edge, len(vs)) // the surest edge into the tree, of each variant outside
	outside := make([]int, 0, len(vs))
	for i := 1; i < len(vs); i++ {
		outside = append(outside, i)
	}
	var tree []edge
	for added := 0; len(outside) > 0; {
		inParallel(len(outside), func(k int) {
			j := outside[k]
			e := edge{added, j, m.Compare(vs[added].name, vs[j].name)}
			if added == 0 || e.surer(best[j]) {
				best[j] = e
			}
		})
		k := 0
		for next := range outside {
			if best[outside[next]].surer(best[outside[k]]) {
				k = next
			}
		}
		added = outside[k]
		tree = append(tree, best[added])
		outside = slices.Delete(outside, k, k+1)
	}
	return tree
}

// link explains an edge.
func (m *Matcher) link(x, y variant) Link {
	l := Link{A: x.members[0], B: y.members[0], Explanation: m.Explain(x.name, y.name)}
	if l.Explanation.Decision == Same {
		return l
	}
	a, b, together := sameDocument(x, y)
	switch {
	case isFull(x.name) && isFull(y.name):
		l.Held = "the names of the whole entity, taken together, fit well enough"
	case together:
		l.A, l.B = a, b
		l.Held = "a short name, read as this person where both stand in one document"
	default:
		l.Held = "a short name, and this is the entity that it fits best"
	}
	return l
}

// sameDocument finds a mention of each that stand in one document.
func sameDocument(x, y variant) (a, b Member, found bool) {
	first := map[string]Member{}
	for _, a := range x.members {
		if _, seen := first[a.Doc]; a.Doc != "" && !seen {
			first[a.Doc] = a
		}
	}
	for _, b := range y.members {
		if a, found := first[b.Doc]; found {
			return a, b, true
		}
	}
	return a, b, false
}
