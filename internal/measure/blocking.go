package main

import (
	"fmt"
	"sync"

	"github.com/namesake-go/namesake/internal/measure/dataset"
	"github.com/namesake-go/namesake/names"
)

// measureBlocking prints how many of the links among all pairs of names are among the pairs that the clusterer compares.
// A link is two different names that Compare calls same, or same or for review.
func measureBlocking(c config) error {
	fmt.Fprintf(c.out, "blocking, part %s. The pairs of names that are compared, and their share of all links.\n\n", c.part)
	t := newTable("set", "names", "all pairs", "compared", "share", "same", "found", "recall", "same or review", "found", "recall")
	for _, set := range c.sets {
		mentions, err := dataset.Mentions(c.data, set, c.part)
		if err != nil {
			return err
		}
		texts, seen := []string{}, map[string]bool{}
		for _, m := range mentions {
			if !seen[m.Name] {
				seen[m.Name] = true
				texts = append(texts, m.Name)
			}
		}
		matcher := matcherFor(schemaOf(set))
		parsed := parseAll(texts, schemaOf(set))
		compared := map[[2]int]bool{}
		for i, j := range matcher.Pairs(parsed) {
			compared[[2]int{i, j}] = true
		}
		all, found := linksAmong(matcher, parsed, compared)
		n := len(texts)
		if c.list > 0 {
			listLost(c, matcher, parsed, compared)
		}
		t.row(set, n, n*(n-1)/2, len(compared), float64(len(compared))/float64(max(1, n*(n-1)/2)),
			all[names.Same], found[names.Same], ratio(found[names.Same], all[names.Same], 1),
			all[names.Same]+all[names.Review], found[names.Same]+found[names.Review],
			ratio(found[names.Same]+found[names.Review], all[names.Same]+all[names.Review], 1))
	}
	t.print(c.out)
	return nil
}

// linksAmong counts the links of all pairs, and those of the pairs compared, by decision.
func linksAmong(m *names.Matcher, parsed []names.Name, compared map[[2]int]bool) (all, found [3]int) {
	var lock sync.Mutex
	inParallel(len(parsed), func(i int) {
		var of, known [3]int
		for j := i + 1; j < len(parsed); j++ {
			d := m.Compare(parsed[i], parsed[j]).Decision
			of[d]++
			if compared[[2]int{i, j}] {
				known[d]++
			}
		}
		lock.Lock()
		defer lock.Unlock()
		for d := range of {
			all[d], found[d] = all[d]+of[d], found[d]+known[d]
		}
	})
	return all, found
}

// listLost lists links that are not compared.
func listLost(c config, m *names.Matcher, parsed []names.Name, compared map[[2]int]bool) {
	t := newTable("probability", "name", "name")
	for i := range parsed {
		for j := i + 1; j < len(parsed); j++ {
			if len(t.rows) == c.list {
				t.print(c.out)
				return
			}
			if r := m.Compare(parsed[i], parsed[j]); r.Decision != names.Different && !compared[[2]int{i, j}] {
				t.row(r.Probability, parsed[i].Text, parsed[j].Text)
			}
		}
	}
	t.print(c.out)
}
