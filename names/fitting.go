package names

import "slices"

// Bare names
//
// A bare surname, a lone given name or an initial with a surname means a person whose full name it fits: one whose title
// agrees before any other; else a woman by a woman's title; then one who does not come in only as
// somebody's relative ("his brother Asil Bey Genbekov"); and among those the nearest before it, else the nearest behind.

// A fit is a person whom a bare name may mean.
type fit struct {
	person  *person
	strain  float64 // how far the spelling is off, a share of the limit
	byGiven bool    // it is the person's given name
}

// fitting finds the person whom a bare name means. The decision is Review when another, seen before too, would do as
// well but for its distance, and when the person would have changed office.
func (r *roster) fitting(s sighting) (*person, Decision) {
	if s.mention.Another {
		return nil, Different
	}
	fits := r.closest(s)
	agree := filter(fits, func(f fit) bool { return f.person.hasTitle(s.titles) })
	if len(agree) == 0 {
		agree = filter(fits, func(f fit) bool { return f.person.isWoman(s.titles) })
	}
	if len(agree) == 0 {
		agree = filter(fits, func(f fit) bool { return !f.person.contradictsTitle(s.titles) })
		if principal := filter(agree, func(f fit) bool { return f.byGiven || !f.person.isRelative() }); len(principal) > 0 {
			agree = principal
		}
	}
	if len(agree) == 0 {
		return nil, Different
	}
	decision := Same
	if before := filter(agree, func(f fit) bool { return f.person.distance(s.place) < behind }); len(before) > 1 {
		decision = Review
	}
	nearest := slices.MinFunc(agree, func(f, g fit) int { return f.person.distance(s.place) - g.person.distance(s.place) }).person
	if nearest.changesOffice(s.titles) {
		decision = Review
	}
	return nearest, decision
}

func filter(fits []fit, keep func(fit) bool) []fit {
	return slices.DeleteFunc(slices.Clone(fits), func(f fit) bool { return !keep(f) })
}

// closest lists the people whose name the bare name fits, but none whose spelling is much farther off than that of
// the closest: in a text with a Kim and a Yoon, Yoon is no Kim Dong-hyun. A title that agrees makes up for the spelling.
func (r *roster) closest(s sighting) []fit {
	fits, known := r.fits[s.name.Text]
	if !known {
		for _, p := range r.near(s.name) {
			if f, ok := r.m.fit(p, s.name); ok {
				fits = append(fits, f)
			}
		}
		r.fits[s.name.Text] = fits
	}
	least := maxBareStrain
	for _, f := range fits {
		least = min(least, f.strain)
	}
	return filter(fits, func(f fit) bool { return f.strain <= least+bareStrainSlack || f.person.hasTitle(s.titles) })
}

// A bare name may strain the spelling of a person's name to maxBareStrain of the limit, and by bareStrainSlack more
// than it strains another's.
const maxBareStrain, bareStrainSlack = 0.6, 0.1

// fit tells whether a bare name is a word or two of the person's name.
func (m *Matcher) fit(p *person, bare Name) (best fit, ok bool) {
	best = fit{person: p, strain: maxBareStrain + bareStrainSlack}
	for _, name := range p.fullNames() {
		c := m.match(bare, name)
		if c.against {
			return best, false
		}
		if c.letters > 0 && c.strain < best.strain {
			best.strain = c.strain
			best.byGiven = c.findings[0].b.role == Given
		}
	}
	return best, best.strain <= maxBareStrain
}
