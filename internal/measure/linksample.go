package main

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"github.com/namesake-go/namesake/internal/measure/dataset"
)

// A link is a pair of mentions, a < b by their places, and the truth about it.
type link struct {
	a, b  int
	match bool
	kind  string // entity; trigrams, surname, any
}

// sampleLinks gives the pairs that a matcher is tried on without a clusterer: all pairs of mentions of one
// entity; and for each mention the k mentions of other entities that look most like it by trigrams, k of
// those with the same surname, and, where it has neither (it may be alone in its script), k others. The
// sample is one of hard cases, not of a real list, where nearly all pairs are easy; it depends on nothing
// but the mentions.
func sampleLinks(mentions []dataset.Mention, k int) []link {
	var out []link
	seen := map[[2]int]bool{}
	add := func(i, j int, kind string) {
		if p := [2]int{min(i, j), max(i, j)}; !seen[p] {
			seen[p] = true
			out = append(out, link{p[0], p[1], mentions[i].Entity == mentions[j].Entity, kind})
		}
	}
	byEntity, bySurname := map[string][]int{}, map[string][]int{}
	for i, m := range mentions {
		for _, j := range byEntity[m.Entity] {
			add(j, i, "entity")
		}
		byEntity[m.Entity] = append(byEntity[m.Entity], i)
		if s := surname(m.Name); s != "" {
			bySurname[s] = append(bySurname[s], i)
		}
	}
	alike := alikeByTrigrams(mentions, k)
	for i, m := range mentions {
		strangers := otherEntities(mentions, i, bySurname[surname(m.Name)])
		slices.SortFunc(strangers, func(x, y int) int { return cmp.Compare(pairOrder(mentions, i, x), pairOrder(mentions, i, y)) })
		strangers = strangers[:min(k, len(strangers))]
		for _, j := range alike[i] {
			add(i, j, "trigrams")
		}
		for _, j := range strangers {
			add(i, j, "surname")
		}
		if len(alike[i])+len(strangers) == 0 {
			for r := range k {
				j := int(dataset.Order(strconv.Itoa(r), m.ID) % uint64(len(mentions)))
				if mentions[j].Entity != m.Entity {
					add(i, j, "any")
				}
			}
		}
	}
	slices.SortFunc(out, func(x, y link) int { return cmp.Or(x.a-y.a, x.b-y.b) })
	return out
}

func otherEntities(mentions []dataset.Mention, i int, all []int) (out []int) {
	for _, j := range all {
		if mentions[j].Entity != mentions[i].Entity {
			out = append(out, j)
		}
	}
	return out
}

// pairOrder is the same from either end.
func pairOrder(mentions []dataset.Mention, i, j int) uint64 {
	a, b := mentions[i].ID, mentions[j].ID
	return dataset.Order(min(a, b), max(a, b))
}

// alikeByTrigrams gives, for each mention, the k of other entities with the highest cosine of trigrams, each
// trigram weighed by ln(n / mentions that hold it); equal ones in the order of the list. Mentions that share
// only trigrams of more than a tenth of all names count as not alike.
func alikeByTrigrams(mentions []dataset.Mention, k int) [][]int {
	grams := make([][]string, len(mentions))
	holders := map[string][]int{}
	for i, m := range mentions {
		grams[i] = trigrams(m.Name)
		for _, g := range grams[i] {
			holders[g] = append(holders[g], i)
		}
	}
	weight := func(g string) float64 { return math.Log(float64(len(mentions)) / float64(len(holders[g]))) }
	length := make([]float64, len(mentions))
	for i := range mentions {
		for _, g := range grams[i] {
			length[i] += weight(g) * weight(g)
		}
		length[i] = math.Sqrt(length[i])
	}
	common := max(10, len(mentions)/10)
	out := make([][]int, len(mentions))
	inParallel(len(mentions), func(i int) {
		dot := map[int]float64{}
		for _, g := range grams[i] {
			if len(holders[g]) > common {
				continue
			}
			w := weight(g) * weight(g)
			for _, j := range holders[g] {
				dot[j] += w
			}
		}
		var near []int
		for j := range dot {
			if mentions[j].Entity != mentions[i].Entity && length[j] > 0 {
				near = append(near, j)
			}
		}
		slices.SortFunc(near, func(x, y int) int { return cmp.Or(cmp.Compare(dot[y]/length[y], dot[x]/length[x]), x-y) })
		out[i] = near[:min(k, len(near))]
	})
	return out
}
