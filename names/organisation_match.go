package names

import (
	"slices"

	"github.com/namesake-go/namesake/internal/correspond"
)

// Matching organisations
//
// As with people, the units of two names are paired and each difference is a finding with a cost (match.go); but the
// order is free, a unit weighs by what it says, and what it proves is weighed as well: agreeing on Trading proves little,
// agreeing on Gazprom much.
//
//  1. Words that one name writes apart and the other together: JSC ARGUMENT, JSCARGUMENT.
//  2. The best assignment of the rest: the same sense (Bank, Banque), the same number, or letters within the limit.
//  3. Acronyms for what is left: IRGC, Islamic Revolutionary Guard Corps.
//  4. What has no partner contradicts a unit of the same class, or is left out.

// matchOrganisations fills the comparison of two names that have units.
func (m *Matcher) matchOrganisations(c *comparison, al *aligners) {
	o := organisationMatch{m: m, c: c, al: al, w: builtinOrganisationWeights(), a: c.a.units, b: c.b.units}
	o.takenA, o.takenB = cleared(&al.unitsA, len(o.a)), cleared(&al.unitsB, len(o.b))
	o.tabulate()
	o.join()
	o.assign()
	o.acronyms()
	o.unpaired()
	c.evidence = o.evidence() - o.w.dearest*o.dearest/100
}

// evidence is what speaks for one organisation: how much of its own words agrees, and which of the others. Where no own
// words agree little is proved, even if there are none.
func (o *organisationMatch) evidence() int {
	switch {
	case o.ownLetters > 0:
		return o.w.base + o.w.own*min(o.ownLetters, maxOwn) + o.others
	case hasOwn(o.a) || hasOwn(o.b):
		return o.w.bareBase + o.others
	}
	return o.w.genericBase + o.others
}

// maxOwn is how many letters of its own words count as evidence.
const maxOwn = 12

func hasOwn(units []unit) bool {
	return slices.ContainsFunc(units, func(u unit) bool { return u.class == proper && !u.repeats })
}

type organisationMatch struct {
	m              *Matcher
	c              *comparison
	al             *aligners
	w              *organisationWeights
	a, b           []unit
	takenA, takenB []bool
	ownLetters     int // that agree, of words of their own
	others         int // evidence of the other words that agree
	dearest        int // the spelling of the least alike pair
}

func cleared(room *[]bool, n int) []bool {
	*room = slices.Grow((*room)[:0], n)[:n]
	clear(*room)
	return *room
}

// tabulate finds what each unit costs as each of the other name.
func (o *organisationMatch) tabulate() {
	al := o.al
	al.readingsLeft = o.m.appendReadings(al.readingsLeft[:0], o.c.a.tokens)
	al.readingsRight = o.m.appendReadings(al.readingsRight[:0], o.c.b.tokens)
	al.costs = al.costs[:0]
	for i := range o.a {
		for j := range o.b {
			al.costs = append(al.costs, o.cost(&o.a[i], &o.b[j]))
		}
	}
}

// cost is what two units cost as one, correspond.Far when they are not.
func (o *organisationMatch) cost(u, v *unit) int {
	switch {
	case u.class == legal || v.class == legal || u.class == minor || v.class == minor:
		return correspond.Far // these come last
	case u.class == numeral || v.class == numeral:
		if u.class == v.class && u.number == v.number {
			return 0
		}
		return correspond.Far
	case u.plain() == v.plain():
		return 0
	}
	if w := o.shared(u, v); w.cost > 0 {
		return w.cost
	}
	switch {
	case u.senses != nil && v.senses != nil, u.to-u.from > 1 && u.senses != nil, v.to-v.from > 1 && v.senses != nil,
		len(u.spelled.Letters) < 3 || len(v.spelled.Letters) < 3, hasDigit(u.plain()) || hasDigit(v.plain()):
		return correspond.Far
	}
	limit := o.allowed(u, v)
	if u.class != v.class {
		limit /= 2 // a word that is known is seldom another one misspelt
	}
	return o.m.distanceRead(o.al, o.pairable(u), o.pairable(v), limit)
}

func (o *organisationMatch) pairable(u *unit) pairable { return o.m.pairable(u.spelled) }

func (o *organisationMatch) allowed(u, v *unit) int {
	return o.w.limit * (len(u.spelled.Letters) + len(v.spelled.Letters)) / 2
}

// shared gives the weight for two units that have a sense in common; its cost is 0 when they have none.
func (o *organisationMatch) shared(u, v *unit) weight {
	for i := range u.senses {
		for j := range v.senses {
			if s := &u.senses[i]; s.id == v.senses[j].id && s.class != legal {
				if s.class == toponym {
					return weight{o.w.place.cost, s.line}
				}
				return weight{o.w.translated.cost, s.line}
			}
		}
	}
	return weight{}
}

// assign pairs the units so that most letters agree.
func (o *organisationMatch) assign() {
	al := o.al
	al.gains = slices.Grow(al.gains[:0], len(al.costs))[:len(al.costs)]
	for i := range o.a {
		for j := range o.b {
			at := i*len(o.b) + j
			al.gains[at] = 0
			if cost := al.costs[at]; cost < correspond.Far && !o.takenA[i] && !o.takenB[j] {
				u, v := &o.a[i], &o.b[j]
				al.gains[at] = 40*min(len(u.spelled.Letters), len(v.spelled.Letters)) + max(0, o.allowed(u, v)-cost) + 8 - min(4, max(i-j, j-i))
				if u.class == v.class {
					al.gains[at] += 4
				}
			}
		}
	}
	for i, j := range al.assigner.assign(al.gains, len(o.a), len(o.b)) {
		if j < 0 {
			continue
		}
		u, v := &o.a[i], &o.b[j]
		f := finding{kind: Letters, a: u.group(), b: v.group(), cost: al.costs[i*len(o.b)+j]}
		if u.class == numeral || u.plain() == v.plain() {
			f.kind = SameWord
		} else if w := o.shared(u, v); w.cost > 0 {
			f.kind, f.weight = Known, w
		}
		o.takenA[i], o.takenB[j] = true, true
		o.agree(f, u, v)
	}
}

// agree records two units that are one.
func (o *organisationMatch) agree(f finding, u, v *unit) {
	c := o.c
	c.add(f)
	letters := min(len(u.spelled.Letters), len(v.spelled.Letters))
	c.letters += letters
	if u.class == proper || v.class == proper {
		o.ownLetters += letters
	} else {
		o.others += o.w.agree[u.class].cost
	}
	if f.kind != Letters {
		return
	}
	c.spelling += f.cost
	o.dearest = max(o.dearest, f.cost)
}
