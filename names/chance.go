package names

import (
	"math"
	"slices"
)

// Look-alikes by chance
//
// Compare says how likely two names are one name by what they are. How likely two mentions are one person depends also on
// how many others look as much alike: among a thousand names, Mahmud Hasan and Mohamed Hassan are most likely one; among
// a million there are a dozen who are not. So the file itself is asked: how many names have a word as near to the one as
// the other's is? If the words of a name come together by chance, then so many names
//
//	n · (names with a word so near to mahmud / n) · (names with a word so near to hasan / n)
//
// would look as much alike as the two do, and the odds that they are one fall with that number; where it is much less than
// one, as for rare words in a short list, they rise. (The frequencies within the file that Fellegi and Sunter 1969 weigh
// agreement by, in "A theory for record linkage", taken over alike words together; and their prior, that of n names one in
// n is the one looked for.)

// The odds of two names in a file are those by Compare to the power of judged, over the number of names that look as much
// alike by chance to the power of crowd, over usual. Powers below 1, since Compare knows how rare a word is by itself, and
// words do not come together by chance alone. Logistic regression on the training half and on relay.py, 2,600 to 62,500
// entities, rounded.
const judged, crowd, usual = 0.7, 0.6, 3.7

// always is how many names look alike by chance beside: some do in the shortest list.
const always = 0.01

// ownNames is how many of the names with a word so near are taken for names of the same person; unseen is how many others
// there are taken to be where none is seen.
const ownNames, unseen = 4, 0.5

// inFile is how likely two names are one in a file where so many would look as much alike by chance.
func inFile(p, chance float64) float64 {
	if p <= 0 || p >= 1 {
		return p
	}
	odds := math.Pow(p/(1-p), judged) / math.Pow(chance+always, crowd) / usual
	return odds / (1 + odds)
}

// chance is the number of names that would look as much like a as b does, by chance, or like b as a does, whichever is
// greater.
func (x *lookalikes) chance(c *comparison, a, b int32) float64 {
	return max(x.chanceFrom(c, x.of[a], true), x.chanceFrom(c, x.of[b], false))
}

func (x *lookalikes) chanceFrom(c *comparison, words []int32, fromA bool) float64 {
	return x.chanceOf(c, func(f *finding) int { return x.asNear(c, f, words, fromA) })
}

// leastChance is the least that chance may be, for words that hardly any name has.
func (x *lookalikes) leastChance(c *comparison) float64 {
	return x.chanceOf(c, func(*finding) int { return 0 })
}

// chanceOf is the number of names that look alike by chance when so many have a word as near as that of a pair.
func (x *lookalikes) chanceOf(c *comparison, asNear func(*finding) int) float64 {
	n := float64(len(x.of))
	chance := n
	for i := range c.findings {
		switch f := &c.findings[i]; f.kind {
		case Abbreviated:
			chance *= initialShare
		case Letters, Known, Misspelt:
			chance *= (float64(max(0, asNear(f)-ownNames)) + unseen) / n
		}
	}
	return chance
}

// initialShare is the share of names that an initial fits, about.
const initialShare = 0.1

// asNear counts the names with a word that is as near to one word of a pair as the other is; 0 for words that only one
// name writes together, since few do.
func (x *lookalikes) asNear(c *comparison, f *finding, words []int32, fromA bool) int {
	if f.a.to-f.a.from != 1 || f.b.to-f.b.from != 1 {
		return 0
	}
	w, other := c.a.tokens[f.a.from].word, c.b.tokens[f.b.from].word
	if !fromA {
		w, other = other, w
	}
	k := slices.IndexFunc(words, func(id int32) bool { return id >= 0 && x.words[id] == w })
	if k < 0 {
		return 0
	}
	cost, count := int32(-1), 0
	for _, n := range x.near[words[k]] {
		if cost >= 0 && n.cost > cost {
			return count
		}
		count += x.holding[n.word]
		if x.words[n.word] == other {
			cost = n.cost
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
