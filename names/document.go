package names

import (
	"slices"
	"strings"
)

// Reading one document
//
// The mentions of one document are read together, in the order of the text. A full name (given name and surname) joins
// the person it is the same name as. A bare surname, a lone given name or an initial with a surname then
// belongs to a person whose full name it fits: one whose title agrees before any other, and among those the nearest
// before it, else the nearest behind it. It never joins a person whom its given name or title contradicts.

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
		if p := m.sameFullName(people, s.name); p != nil {
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

// fitting finds the person whom a bare name means. The decision is Review when another would do as well but for
// its distance.
func (m *Matcher) fitting(people []*person, s sighting) (*person, Decision) {
	var fits []*person
	for _, p := range people {
		if m.fits(p, s) {
			fits = append(fits, p)
		}
	}
	agree := slices.DeleteFunc(slices.Clone(fits), func(p *person) bool { return !p.hasTitle(s.titles) })
	if len(agree) == 0 {
		agree = slices.DeleteFunc(fits, func(p *person) bool { return p.contradictsTitle(s.titles) })
	}
	if len(agree) == 0 {
		return nil, Different
	}
	decision := Same
	if len(agree) > 1 {
		decision = Review
	}
	return slices.MinFunc(agree, func(p, q *person) int { return p.distance(s) - q.distance(s) }), decision
}

// fits tells whether the words of a bare name are words of the person's name.
func (m *Matcher) fits(p *person, s sighting) bool {
	found := false
	for _, name := range p.names {
		c := m.match(s.name, name)
		if c.against {
			return false
		}
		found = found || c.letters > 0
	}
	return found
}

// distance is how far the person's last sighting before s is, in bytes; one that comes only behind s is farther than
// all before.
func (p *person) distance(s sighting) int {
	const behind = 1 << 40
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

// contradictsTitle tells whether a title excludes the person: one of the same rank or courtesy, but another, as
// king and queen, Mr and Mrs.
func (p *person) contradictsTitle(titles []phrase) bool {
	for _, t := range titles {
		switch t.section {
		case "role", "kin", "after", "also names":
			continue
		}
		if slices.ContainsFunc(p.titles, func(o phrase) bool { return o.section == t.section && o.head != t.head }) {
			return true
		}
	}
	return false
}
