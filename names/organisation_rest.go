package names

import (
	"math"
	"slices"

	"github.com/namesake-go/namesake/internal/correspond"
)

// join pairs a word of one name with two to four that the other writes apart, where that is better than any pair of
// units: JSCARGUMENT, JSC ARGUMENT.
func (o *organisationMatch) join() {
	al, columns := o.al, len(o.b)
	for j := range o.b {
		best := correspond.Far
		for i := range o.a {
			best = min(best, al.costs[i*columns+j])
		}
		if from, to, cost := o.run(o.a, o.takenA, o.c.a.tokens, al.readingsLeft, &o.b[j], best); to > 0 {
			o.takenB[j] = true
			o.joined(finding{kind: Letters, a: o.take(o.a, o.takenA, from, to), b: o.b[j].group(), cost: cost}, &o.b[j])
		}
	}
	for i := range o.a {
		if o.takenA[i] {
			continue
		}
		best := correspond.Far
		for j := range o.b {
			best = min(best, al.costs[i*columns+j])
		}
		if from, to, cost := o.run(o.b, o.takenB, o.c.b.tokens, al.readingsRight, &o.a[i], best); to > 0 {
			o.takenA[i] = true
			o.joined(finding{kind: Letters, a: o.a[i].group(), b: o.take(o.b, o.takenB, from, to), cost: cost}, &o.a[i])
		}
	}
}

func (o *organisationMatch) joined(f finding, single *unit) { o.agree(f, single, single) }

// take marks units as paired and makes one group of them.
func (o *organisationMatch) take(units []unit, taken []bool, from, to int) group {
	for i := from; i < to; i++ {
		taken[i] = true
	}
	return group{from: units[from].from, to: units[to-1].to, role: Proper, place: units[from].from}
}

// run finds the units [from, to) that together are the single one, closer to it than best; to is 0 for none.
func (o *organisationMatch) run(units []unit, taken []bool, tokens []token, readings []*correspond.Reading, single *unit, best int) (from, to, cost int) {
	if best == 0 || single.class == legal || single.class == minor || single.class == numeral || len(single.spelled.Letters) < minJoined || single.to > single.from+1 {
		return 0, 0, 0
	}
	al := o.al
	least := min(best-1, o.w.limit*len(single.spelled.Letters)/2)
	if hasDigit(single.plain()) {
		least = 0
	}
	for i := range units {
		letters := 0
		for j := i; j < min(i+4, len(units)) && !taken[j]; j++ {
			letters += len(units[j].spelled.Letters)
			if letters > len(single.spelled.Letters)+1 {
				break
			}
			if j == i || letters < len(single.spelled.Letters)-1 {
				continue
			}
			first, end := units[i].from, units[j].to
			if c := o.m.distanceRun(al, tokens[first:end], readings[first:end], o.m.pairable(single.spelled), least); c <= least {
				from, to, cost, least = i, j+1, c, c-1
			}
		}
	}
	return from, to, cost
}

// minJoined is how many letters a word has at least that may be several.
const minJoined = 4

// acronyms pairs what is left of one name and is the first letters of words that are left of the other.
func (o *organisationMatch) acronyms() {
	for i := range o.a {
		if u := &o.a[i]; !o.takenA[i] && u.class == proper {
			if run, ok := o.longForm(u, o.c.b.tokens, o.b, o.takenB); ok {
				o.takenA[i] = true
				o.abbreviated(finding{kind: Abbreviated, a: u.group(), b: run}, u)
			}
		}
	}
	for j := range o.b {
		if v := &o.b[j]; !o.takenB[j] && v.class == proper {
			if run, ok := o.longForm(v, o.c.a.tokens, o.a, o.takenA); ok {
				o.takenB[j] = true
				o.abbreviated(finding{kind: Abbreviated, a: run, b: v.group()}, v)
			}
		}
	}
}

// longForm finds what an acronym stands for among units none of which is paired, and marks them as paired.
func (o *organisationMatch) longForm(acronym *unit, tokens []token, units []unit, taken []bool) (group, bool) {
	run, ok := longForm(acronym, tokens, false)
	if !ok {
		return group{}, false
	}
	for i := range units {
		if u := &units[i]; u.from < run.to && run.from < u.to && (taken[i] || u.from < run.from || u.to > run.to) {
			return group{}, false
		}
	}
	for i := range units {
		taken[i] = taken[i] || units[i].from < run.to && run.from < units[i].to
	}
	return run, true
}

func (o *organisationMatch) abbreviated(f finding, acronym *unit) {
	f.weight = o.w.acronym
	if len(acronym.spelled.Letters) == minAcronym {
		f.weight = o.w.shortAcronym
	}
	f.cost = f.weight.cost
	o.c.add(f)
	o.c.letters += len(acronym.spelled.Letters)
	o.ownLetters += acronymLetters * len(acronym.spelled.Letters)
}

// acronymLetters is how many letters of evidence a letter of an acronym is.
const acronymLetters = 3

// unpaired weighs the units without a partner: against one of its class in the other name, or as left out.
func (o *organisationMatch) unpaired() {
	leftOut := &o.w.leftOut
	if o.ownLetters == 0 {
		leftOut = &o.w.bare
	}
	for i := range o.a {
		if o.takenA[i] {
			continue
		}
		u := &o.a[i]
		if j := o.opposite(u); j >= 0 {
			o.takenA[i], o.takenB[j] = true, true
			o.c.add(o.against(u, &o.b[j]))
		}
	}
	o.purposes()
	for i := range o.a {
		if !o.takenA[i] {
			w := o.omission(&o.a[i], leftOut)
			o.c.add(finding{kind: LeftOut, a: o.a[i].group(), cost: w.cost, weight: w})
		}
	}
	for j := range o.b {
		if !o.takenB[j] {
			w := o.omission(&o.b[j], leftOut)
			o.c.add(finding{kind: LeftOut, b: o.b[j].group(), cost: w.cost, weight: w})
		}
	}
}

// purposes sets what is left of one name and is for charity against the form of those who trade in the other: a
// foundation is not a limited company.
func (o *organisationMatch) purposes() {
	for i := range o.a {
		for j := range o.b {
			if u, v := &o.a[i], &o.b[j]; !o.takenA[i] && !o.takenB[j] && (charitable(u) && v.class == legal || u.class == legal && charitable(v)) {
				o.takenA[i], o.takenB[j] = true, true
				o.c.add(finding{kind: Contradicted, a: u.group(), b: v.group(), cost: o.w.legalPurpose.cost, weight: o.w.legalPurpose})
			}
		}
	}
}

func charitable(u *unit) bool { return u.class == body && u.sense.charitable }

// opposite finds the unit of the other name that answers to one without a partner, the same if there is one, else one
// of its class.
func (o *organisationMatch) opposite(u *unit) int {
	answer := -1
	for j := range o.b {
		v := &o.b[j]
		if o.takenB[j] || u.class != v.class || u.repeats || v.repeats {
			continue
		}
		if (u.class == legal || u.class == minor) && u.sense.id == v.sense.id {
			return j
		}
		if answer < 0 && u.class != minor {
			answer = j
		}
	}
	return answer
}

// against is the finding on two units of one class that are not the same.
func (o *organisationMatch) against(u, v *unit) finding {
	f := finding{kind: Contradicted, a: u.group(), b: v.group(), weight: o.w.contradicted[u.class]}
	switch {
	case (u.class == legal || u.class == minor) && u.sense.id == v.sense.id:
		f.kind, f.weight = SameWord, weight{}
	case u.class == legal && u.sense.line.Section != v.sense.line.Section:
		f.weight = o.w.legalKind
	}
	f.cost = f.weight.cost
	return f
}

func (o *organisationMatch) omission(u *unit, leftOut *[classes]weight) weight {
	switch {
	case u.repeats:
		return o.w.repeated
	case u.describes && u.class != minor && o.ownLetters+o.others > 0:
		return o.w.description
	case u.bracketed && u.class == toponym && o.ownLetters+o.others > 0:
		return o.w.bracketed
	}
	return leftOut[u.class]
}

// organisationProbability makes the findings a probability, as probability does for people.
func (m *Matcher) organisationProbability(c *comparison) float64 {
	if c.a.Text == c.b.Text || c.cost == 0 && c.letters > 0 {
		return 1 - 0.1/float64(1+c.letters)
	}
	if c.letters == 0 {
		return 0
	}
	return 1 / (1 + math.Exp(-float64(c.evidence-(c.cost-c.spelling))/100))
}

// organisationsExclude tells whether something clearly forbids that two names be one organisation's: another number or
// another place.
func organisationsExclude(c *comparison) bool {
	return slices.ContainsFunc(c.findings, func(f finding) bool {
		return f.kind == Contradicted && (f.a.role == Numeral || f.a.role == Toponym)
	})
}
