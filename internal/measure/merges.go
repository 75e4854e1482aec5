package main

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/namesake-go/namesake/names"
)

// A merge is two groups of mentions that were put together although they are two entities (false), or left
// apart although they are one (missed). What it costs is the pairs of mentions between them.
type merge struct {
	a, b    []int
	pairs   int
	i, j    int // the two mentions that are most alike
	alike   names.Result
	decided [3]int // of the pairs, how many Compare calls different, review, same
}

// merges gives every two groups that fall under one number in whole and under two in parts, the costliest
// first: for false merges whole is the clusters and parts the entities; for missed ones the other way round.
func merges(whole, parts []int) []merge {
	members := map[int]map[int][]int{}
	for i, w := range whole {
		if members[w] == nil {
			members[w] = map[int][]int{}
		}
		members[w][parts[i]] = append(members[w][parts[i]], i)
	}
	var out []merge
	for _, w := range sortedKeys(members, cmp.Compare[int]) {
		keys := sortedKeys(members[w], cmp.Compare[int])
		for x, a := range keys {
			for _, b := range keys[x+1:] {
				g, h := members[w][a], members[w][b]
				out = append(out, merge{a: g, b: h, pairs: len(g) * len(h)})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b merge) int { return b.pairs - a.pairs })
	return out
}

// look compares every mention of the one group with every mention of the other.
func (m *merge) look(matcher *names.Matcher, parsed []names.Name) {
	m.i = -1
	for _, i := range m.a {
		for _, j := range m.b {
			r := matcher.Compare(parsed[i], parsed[j])
			m.decided[r.Decision]++
			if m.i < 0 || r.Probability > m.alike.Probability {
				m.i, m.j, m.alike = i, j, r
			}
		}
	}
}

// mostCompared bounds the pairs compared for the line that says who is at fault, so that a clustering gone
// wild does not take minutes to list.
const mostCompared = 500_000

// listMerges lists the costliest false and missed merges of a clustering. Of each it shows the two names that
// are most alike: for a false merge the likely bridge, for a missed one the link that was not taken. The line
// above says what Compare thinks of all the pairs: a false pair that it calls different, or a missed one that
// it calls same, is the fault of the clusterer; the other pairs are the fault of Compare.
func listMerges(c config, k clustering) {
	texts := make([]string, len(k.mentions))
	for i, m := range k.mentions {
		texts[i] = m.Name
	}
	parsed, matcher := parseAll(texts, schemaOf(k.set)), matcherFor(schemaOf(k.set))
	for _, kind := range []string{"false merges", "missed merges"} {
		var all []merge
		if kind == "false merges" {
			all = merges(k.predicted, k.gold)
		} else {
			all = merges(k.gold, k.predicted)
		}
		pairs, look := 0, 0
		for look < len(all) && pairs < mostCompared {
			pairs += all[look].pairs
			look++
		}
		inParallel(look, func(i int) { all[i].look(matcher, parsed) })
		var by [3]int
		for _, m := range all[:look] {
			for d, n := range m.decided {
				by[d] += n
			}
		}
		t := newTable("pairs", "probability", "decision", "cost", "name", "name", "mentions")
		for _, m := range all[:min(look, c.list)] {
			t.row(m.pairs, m.alike.Probability, m.alike.Decision, m.alike.Cost, texts[m.i], texts[m.j],
				k.mentions[m.i].ID+" "+k.mentions[m.j].ID)
		}
		fmt.Fprintf(c.out, "\n%s: %d %s, %d pairs", k.set, len(all), kind, pairs)
		if look < len(all) {
			fmt.Fprintf(c.out, " in the %d costliest", look)
		}
		fmt.Fprintf(c.out, "; Compare calls them same %d, review %d, different %d\n", by[names.Same], by[names.Review], by[names.Different])
		t.print(c.out)
	}
}

// sortBy sorts from the least score up; equal ones stay in order.
func sortBy[T any](s []T, score func(T) float64) {
	slices.SortStableFunc(s, func(a, b T) int { return cmp.Compare(score(a), score(b)) })
}
