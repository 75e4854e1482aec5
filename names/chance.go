package names

// Look-alikes by chance
//
// Compare says how likely two names are one name by what they are. How likely two mentions are one person depends also on
// how many others look as much alike: among a thousand names, Mahmud Hasan and Mohamed Hassan are most likely one; among
// a million there are a dozen who are not. So the file itself is asked: how many names have a word as near to the one as
// the other's is? If the words of a name come together by chance, then so many names
//
//	n · (names with a word so near to mahmud / n) · (names with a word so near to hasan / n)
//
// would look as much alike as the two do, and the odds that they are one fall with that number. (The frequencies within
// the file that Fellegi and Sunter 1969 weigh agreement by, in "A theory for record linkage", taken over alike words
// together.) In a short list the number is near 0, and nothing changes.

// chanceShare is what one name that looks alike by chance counts beside the one looked for. Chosen on relay.py, 62,500
// entities, and the training half.
const chanceShare = 4

// ownNames is how many of the names with a word so near are taken for names of the same person.
const ownNames = 4

// byChance lowers a probability by the number of names that would look as much alike by chance.
func byChance(p, names float64) float64 {
	return p / (p + (1-p)*(1+chanceShare*names))
}

// chance is the number of names that would look as much like a as b does, by chance; the greater of that and the number
// that would look like b.
func (x *lookalikes) chance(a, b int32) float64 { return max(x.chanceFrom(a, b), x.chanceFrom(b, a)) }

func (x *lookalikes) chanceFrom(a, b int32) float64 {
	n := float64(len(x.of))
	share, paired := 1.0, false
	for _, w := range x.of[a] {
		if w < 0 {
			share *= initialShare
			continue
		}
		if count := x.asNear(w, x.of[b]); count > 0 {
			share *= float64(max(0, count-ownNames)) / n
			paired = true
		}
	}
	if !paired { // words written together, or an organisation's
		return 0
	}
	return n * share
}

// initialShare is the share of names that an initial fits, about.
const initialShare = 0.1

// asNear counts the names with a word that is as near to w as the nearest of the words; 0 when none is near.
func (x *lookalikes) asNear(w int32, words []int32) int {
	cost, count := int32(-1), 0
	for _, n := range x.near[w] {
		if cost >= 0 && n.cost > cost {
			return count
		}
		count += x.holding[n.word]
		if cost < 0 {
			for _, other := range words {
				if other == n.word {
					cost = n.cost
				}
			}
		}
	}
	if cost < 0 {
		return 0
	}
	return count
}

// Names in another order
//
// Some lists write the surname first now and then, others never do; in these, two names in which the same words have
// changed places are two people. How often a list does it is seen by names that differ in nothing else.

// usualTurning is the share of names in another order among names of equal words in the lists that Compare was fitted to;
// seenTurning is how many names it counts for.
const usualTurning, seenTurning = 0.07, 15

// turning is what the odds of links in another order are to be multiplied by in a list of these links.
func turning(links []link) float64 {
	turned, all := 0, 0
	for _, l := range links {
		if l.exact {
			all++
			if l.turned {
				turned++
			}
		}
	}
	times := min(1, (float64(turned)+usualTurning*seenTurning)/float64(all+seenTurning)/usualTurning)
	return times * times // of those turned, some only look so: two people, or a word read in another role
}

// turnedBy is the link's probability when the odds of names in another order are so many times what Compare takes them for.
func (l link) turnedBy(times float64) float64 {
	p := float64(l.p) / 1e6
	if !l.turned {
		return p
	}
	return p * times / (p*times + 1 - p)
}
