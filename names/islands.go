package names

import "slices"

// Two bags that are not linked at all never meet, however many links there are elsewhere. So the subjects fall into islands,
// which are merged side by side.

// An island is subjects that are linked, by way of others maybe.
type island struct {
	subjects   []int32           // in order
	affinities []subjectAffinity // in order
}

// merge joins subjects into bags, in the order of their first subjects.
func (g *gathering) merge(links []link) [][]int32 {
	g.links = g.newLinks(links)
	affinities := g.affinities(links)
	islands := g.islands(affinities)
	merged := make([][][]int32, len(islands))
	inParallelWith(len(islands), g.newMerger, func(r *merger, i int) { merged[i] = r.merge(&islands[i]) })
	return slices.Concat(merged...)
}

// islands parts the subjects, in the order of their first ones.
func (g *gathering) islands(affinities []subjectAffinity) []island {
	at, count := g.numberIslands(affinities)
	islands := make([]island, count)
	sizes, links := make([]int, count), make([]int, count)
	for _, k := range at {
		sizes[k]++
	}
	inner := 0
	for _, a := range affinities {
		if at[a.u] == at[a.v] {
			links[at[a.u]]++
			inner++
		}
	}
	subjects, room := make([]int32, len(at)), make([]subjectAffinity, inner)
	for k := range islands {
		islands[k].subjects, subjects = subjects[:0:sizes[k]], subjects[sizes[k]:]
		islands[k].affinities, room = room[:0:links[k]], room[links[k]:]
	}
	for u, k := range at {
		islands[k].subjects = append(islands[k].subjects, int32(u))
	}
	for _, a := range affinities {
		if k := &islands[at[a.u]]; at[a.u] == at[a.v] {
			k.affinities = append(k.affinities, a)
		}
	}
	return islands
}

// numberIslands gives the number of each subject's island, and how many there are. Subjects are of one when a link may join
// them, or the caller has made them one.
func (g *gathering) numberIslands(affinities []subjectAffinity) (at []int32, count int) {
	above := make([]int32, len(g.subjects)) // a forest; the root is the first subject of the island
	for i := range above {
		above[i] = int32(i)
	}
	root := func(u int32) int32 {
		for above[u] != u {
			above[u] = above[above[u]]
			u = above[u]
		}
		return u
	}
	bridge := func(u, v int32) {
		if x, y := root(u), root(v); x != y {
			above[max(x, y)] = min(x, y)
		}
	}
	least := inMillionths(mergeAtAmong(len(g.forms)))
	for _, a := range affinities {
		if a.most >= least {
			bridge(a.u, a.v)
		}
	}
	bound := map[int32]int32{}
	for i := range g.subjects {
		for _, bond := range g.subjects[i].bonds {
			if first, known := bound[bond]; known {
				bridge(first, int32(i))
			} else {
				bound[bond] = int32(i)
			}
		}
	}
	at = above // what stands above a subject comes before it, and has its number then
	for u, v := range above {
		if int(v) == u {
			at[u] = int32(count)
			count++
		} else {
			at[u] = at[v]
		}
	}
	return at, count
}
