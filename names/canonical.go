package names

import (
	"slices"
	"unicode"
)

// cluster makes the caller's view of a bag.
func (m *Matcher) cluster(b *bag) Cluster {
	var sightings []sighting
	for _, p := range b.people {
		sightings = append(sightings, p.members...)
	}
	slices.SortFunc(sightings, func(x, y sighting) int { return x.index - y.index })
	canonical := canonicalName(sightings)
	c := Cluster{Canonical: canonical.Text}
	for _, s := range sightings {
		r := m.Compare(canonical, s.name)
		c.Members = append(c.Members, Member{Mention: s.mention, Index: s.index, Decision: s.decision, Probability: r.Probability})
	}
	return c
}

// canonicalName chooses the name to show; the rule stands at Cluster.
func canonicalName(sightings []sighting) Name {
	counts := map[string]int{}
	for _, s := range sightings {
		counts[s.name.Text]++
	}
	best := sightings[0].name
	for _, s := range sightings[1:] {
		if better(s.name, best, counts) {
			best = s.name
		}
	}
	return best
}

func better(a, b Name, counts map[string]int) bool {
	if x, y := isLatin(a.Text), isLatin(b.Text); x != y {
		return x
	}
	if x, y := isFull(a), isFull(b); x != y {
		return x
	}
	return counts[a.Text] > counts[b.Text]
}

// isLatin tells whether all letters of the text are Latin ones.
func isLatin(text string) bool {
	for _, r := range text {
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
			return false
		}
	}
	return true
}
