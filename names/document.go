package names

import (
	"slices"
	"strings"
)

// Reading one document
//
// The mentions of one document are read together, in the order of the text. A full name (given name and surname) joins
// the person it is the same name as. A bare surname, a lone given name or an initial with a surname then
// belongs to a person whose full name it fits: one whose title agrees before any other, then one as closely spelled,
// then one who does not come in only as somebody's relative ("his brother Asil Bey Genbekov"), and among those the
// nearest before it, else the nearest behind it. It never joins a person whom its given name or title contradicts.

// A person is the mentions of one document that are one person.
type person struct {
	members []sighting
	names   []Name // the distinct names, full ones first
	full    bool   // one of them has a given name and a surname
	titles  []phrase
}

// A sighting is a mention with what is known of it.
type sighting struct {
	index    int // in the caller's mentions
	mention  Mention
	name     Name
	titles   []phrase
	full     bool
	decision Decision
	p        float64
}

func sight(index int, mention Mention) sighting {
	s := sighting{index: index, mention: mention, name: Parse(mention.Name), decision: Same, p: 1}
	s.titles = readTitles(mention.Title)
	for _, t := range s.name.tokens {
		if t.role == Title {
			s.titles = append(s.titles, phrase{t.section, t.class})
		}
	}
	s.full = isFull(s.name)
	return s
}

// isFull tells whether a name has two words that carry it.
func isFull(n Name) bool {
	words := 0
	for _, g := range core(n.tokens) {
		if g.role != Initial {
			words++
		}
	}
	return words > 1
}

// readTitles finds the titles in what stands with a name: "former President of Kyrgyzstan".
func readTitles(s string) []phrase {
	var found []phrase
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r == ' ' || r == ',' || r == '.' })
	for i := 0; i < len(words); {
		title, n := titles().longestMatch(words[i:])
		if n == 0 {
			i++
			continue
		}
		if title.section != "qualifier" {
			found = append(found, title)
		}
		i += n
	}
	return found
}

// readDocument gathers the sightings of one document, in the order of the text.
func (m *Matcher) readDocument(sightings []sighting) []*person {
	slices.SortStableFunc(sightings, func(x, y sighting) int { return x.mention.Start - y.mention.Start })
	var people []*person
	for _, s := range sightings {
		if !s.full {
			continue
		}
		if p := m.sameFullName(people, s.name); p != nil && !s.mention.Another {
			p.add(s)
			continue
		}
		p := &person{full: true}
		p.add(s)
		people = append(people, p)
	}
	for _, s := range sightings {
		if s.full {
			continue
		}
		p, decision := m.fitting(people, s)
		if p == nil {
			p = &person{}
			people = append(people, p)
		} else {
			s.decision = decision
		}
		p.add(s)
	}
	return people
}

func (p *person) add(s sighting) {
	p.members = append(p.members, s)
	slices.SortFunc(p.members, func(x, y sighting) int { return x.index - y.index })
	if !slices.ContainsFunc(p.names, func(n Name) bool { return n.Text == s.name.Text }) {
		p.names = append(p.names, s.name)
	}
	p.titles = append(p.titles, s.titles...)
}

// sameFullName finds the person whose names are all compatible with the name, and one of them the same.
func (m *Matcher) sameFullName(people []*person, name Name) *person {
	var best *person
	most := 0.0
	for _, p := range people {
		top := 0.0
		for _, other := range p.names {
			r := m.Compare(name, other)
			if r.Decision == Different {
				top = 0
				break
			}
			if r.Decision == Same {
				top = max(top, r.Probability)
			}
		}
		if top > most {
			best, most = p, top
		}
	}
	return best
}

// fitting finds the person whom a bare name means. The decision is Review when another, seen before too, would do as
// well but for its distance, and when the person would have changed office.
func (m *Matcher) fitting(people []*person, s sighting) (*person, Decision) {
	if s.mention.Another {
		return nil, Different
	}
	fits := m.closest(people, s)
	agree := filter(fits, func(f fit) bool { return f.person.hasTitle(s.titles) })
	if len(agree) == 0 {
		agree = filter(fits, func(f fit) bool { return !f.person.contradictsTitle(s.titles) })
	}
	if principal := filter(agree, func(f fit) bool { return f.byGiven || !f.person.isRelative() }); len(principal) > 0 {
		agree = principal
	}
	if len(agree) == 0 {
		return nil, Different
	}
	decision := Same
	if before := filter(agree, func(f fit) bool { return f.person.distance(s) < behind }); len(before) > 1 {
		decision = Review
	}
	nearest := slices.MinFunc(agree, func(f, g fit) int { return f.person.distance(s) - g.person.distance(s) }).person
	if nearest.changesOffice(s.titles) {
		decision = Review
	}
	return nearest, decision
}

func filter(fits []fit, keep func(fit) bool) []fit {
	return slices.DeleteFunc(slices.Clone(fits), func(f fit) bool { return !keep(f) })
}

// A fit is a person whom a bare name may mean.
type fit struct {
	person  *person
	strain  int  // how far the spelling is off, percent of the limit
	byGiven bool // it is the person's given name
}

// closest lists the people whose name the bare name fits, but none whose spelling is much farther off than that of
// the closest: in a text with a Kim and a Yoon, Yoon is no Kim Dong-hyun. A title that agrees makes up for the spelling.
func (m *Matcher) closest(people []*person, s sighting) []fit {
	var fits []fit
	least := maxBareStrain
	for _, p := range people {
		if f, ok := m.fit(p, s); ok {
			fits = append(fits, f)
			least = min(least, f.strain)
		}
	}
	return slices.DeleteFunc(fits, func(f fit) bool { return f.strain > least+bareStrainSlack && !f.person.hasTitle(s.titles) })
}

// A bare name may strain the spelling of a person's name to maxBareStrain percent of the limit, and by bareStrainSlack
// more than it strains another's.
const maxBareStrain, bareStrainSlack = 60, 10

// fit tells whether a bare name is a word or two of the person's name.
func (m *Matcher) fit(p *person, s sighting) (best fit, ok bool) {
	best = fit{person: p, strain: maxBareStrain + 1}
	for _, name := range fullNames(p.names) {
		c := m.match(s.name, name)
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

// behind is farther than any text is long.
const behind = 1 << 40

// distance is how far the person's last sighting before s is, in bytes; one that comes only behind s is farther than
// all before.
func (p *person) distance(s sighting) int {
	nearest := 2 * behind
	for _, other := range p.members {
		if d := s.mention.Start - other.mention.Start; d >= 0 {
			nearest = min(nearest, d)
		} else {
			nearest = min(nearest, behind-d)
		}
	}
	return nearest
}

func (p *person) hasTitle(titles []phrase) bool {
	return slices.ContainsFunc(titles, func(t phrase) bool { return slices.Contains(p.titles, t) })
}

// contradictsTitle tells whether a title excludes the person: Mr Castro is not Mrs Castro. An office does not: a minister
// becomes president in the course of a text.
func (p *person) contradictsTitle(titles []phrase) bool {
	return oneSex(titles) != "" && oneSex(p.titles) != "" && oneSex(titles) != oneSex(p.titles)
}

// oneSex is the sex that the titles tell, "man" or "woman", or "".
func oneSex(titles []phrase) string {
	for _, t := range titles {
		if sex, told := sexes().entries[t.head]; told {
			return sex.section
		}
	}
	return ""
}

// changesOffice tells whether the titles are offices and none of them the person's, who has others.
func (p *person) changesOffice(titles []phrase) bool {
	office := func(t phrase) bool {
		switch t.section {
		case "head of state", "government", "parliament", "military":
			return true
		}
		return false
	}
	return slices.ContainsFunc(titles, office) && slices.ContainsFunc(p.titles, office) && !p.hasTitle(titles)
}

// isRelative tells whether the text brings the person in as a relative, and gives no other title.
func (p *person) isRelative() bool {
	kin := func(t phrase) bool { return titles().in["kin"][t.head] }
	return slices.ContainsFunc(p.titles, kin) && !slices.ContainsFunc(p.titles, func(t phrase) bool { return !kin(t) })
}
