package names

import (
	"slices"
)

// attachBare puts each bag of bare names to the one bag of full names that they fit. A bag that fits several stays by
// itself, and its members are marked for review.
func (m *Matcher) attachBare(bags []*bag) []*bag {
	var bare, rest []*bag
	for _, b := range bags {
		if b.people[0].full {
			rest = append(rest, b)
		} else {
			bare = append(bare, b)
		}
	}
	if len(bare) == 0 {
		return rest
	}
	byKey := map[string][]*bag{}
	for _, b := range rest {
		for _, key := range bagKeys(b) {
			byKey[key] = append(byKey[key], b)
		}
	}
	for _, b := range bare {
		switch homes := m.homes(b, byKey); len(homes) {
		case 1:
			homes[0].people = append(homes[0].people, b.people...)
		case 0:
			rest = append(rest, b)
		default:
			rest = append(rest, b)
			for _, p := range b.people {
				for i := range p.members {
					p.members[i].decision = Review
				}
			}
		}
	}
	return rest
}

func bagKeys(b *bag) []string {
	var all []string
	for _, name := range b.names() {
		single, _ := keys(name)
		all = append(all, single...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// homes are the bags that all names of a bare bag fit.
func (m *Matcher) homes(bare *bag, byKey map[string][]*bag) []*bag {
	var homes []*bag
	seen := map[*bag]bool{}
	for _, key := range bagKeys(bare) {
		if len(byKey[key]) > maxSingleBucket {
			continue
		}
		for _, home := range byKey[key] {
			if !seen[home] {
				seen[home] = true
				if !bare.sameDocument(home) && m.allFit(bare, home) {
					homes = append(homes, home)
				}
			}
		}
	}
	return homes
}

// allFit tells whether each bare name reaches the threshold for review with some name of the home, and none
// contradicts.
func (m *Matcher) allFit(bare, home *bag) bool {
	full := fullNames(home.names())
	for _, name := range bare.names() {
		best := 0.0
		for _, other := range full {
			c := m.match(name, other)
			if c.against {
				return false
			}
			best = max(best, m.probability(&c))
		}
		if best < m.options.Review {
			return false
		}
	}
	return true
}
