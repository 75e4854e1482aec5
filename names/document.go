package names

import "slices"

// Reading one document
//
// The mentions of one document are read together, in the order of the text. A full name (given name and surname) joins
// the person it is the same name as. A bare surname, a lone given name or an initial with a surname then belongs to a
// person whose full name it fits (fitting.go). It never joins a person whom its given name or title contradicts.

// readDocument gathers the sightings of one document into people.
func (m *Matcher) readDocument(sightings []sighting) []*person {
	slices.SortStableFunc(sightings, func(x, y sighting) int { return x.mention.Start - y.mention.Start })
	r := newRoster(m)
	for i := range sightings {
		sightings[i].place = i
	}
	for _, s := range sightings {
		if s.full {
			r.add(r.sameFullName(s), s)
		}
	}
	for _, s := range sightings {
		if !s.full {
			p, decision := r.fitting(s)
			if p != nil {
				s.decision = decision
			}
			r.add(p, s)
		}
	}
	return r.people
}

// A roster is the people of one document so far, found by the keys of their names.
type roster struct {
	m      *Matcher
	people []*person
	byText map[string]*person   // by a full name as written, the first so called
	byKey  map[string][]*person // by the keys of their names
	fits   map[string][]fit     // of bare names met since the last new name
}

func newRoster(m *Matcher) *roster {
	return &roster{m: m, byText: map[string]*person{}, byKey: map[string][]*person{}, fits: map[string][]fit{}}
}

// add puts a sighting to a person, or to a new one when p is nil.
func (r *roster) add(p *person, s sighting) {
	if p == nil {
		p = &person{full: s.full}
		r.people = append(r.people, p)
	}
	known := len(p.names)
	p.add(s)
	if len(p.names) == known {
		return
	}
	clear(r.fits)
	if s.full && r.byText[s.name.Text] == nil {
		r.byText[s.name.Text] = p
	}
	for _, key := range keys(s.name) {
		if !slices.Contains(r.byKey[key], p) {
			r.byKey[key] = append(r.byKey[key], p)
		}
	}
}

// near lists the people who share a key with the name, in the order they came.
func (r *roster) near(name Name) []*person {
	var near []*person
	for _, key := range keys(name) {
		for _, p := range r.byKey[key] {
			if !slices.Contains(near, p) {
				near = append(near, p)
			}
		}
	}
	slices.SortFunc(near, func(p, q *person) int { return p.members[0].place - q.members[0].place })
	return near
}

// sameFullName finds the person whose names are all compatible with the name, and one of them the same; nil for none,
// or when the text says that it is another person.
func (r *roster) sameFullName(s sighting) *person {
	if s.mention.Another {
		return nil
	}
	if p := r.byText[s.name.Text]; p != nil {
		return p
	}
	var best *person
	most := 0.0
	for _, p := range r.near(s.name) {
		top := 0.0
		for _, other := range p.names {
			result := r.m.Compare(s.name, other)
			if result.Decision == Different {
				top = 0
				break
			}
			if result.Decision == Same {
				top = max(top, result.Probability)
			}
		}
		if top > most {
			best, most = p, top
		}
	}
	return best
}
