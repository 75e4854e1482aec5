// Package aliases keeps known entities with the names they go by, so that a cluster of mentions takes a
// known id and canonical name.
package aliases

import (
	"slices"
	"strings"

	"github.com/namesake-go/namesake/names"
)

// An Entity is somebody known, with every name on record.
type Entity struct {
	ID    string
	Names []Alias // the first is the canonical name
}

// Canonical is the name to show.
func (e Entity) Canonical() string { return e.Names[0].Name }

// An Alias is one name of an entity and where it comes from.
type Alias struct {
	Name   string
	Source string // may be empty
	Lang   string // BCP 47; may be empty
}

// A Registry holds known entities. It is immutable and safe for concurrent use; the zero value is empty.
type Registry struct {
	entities []Entity
	parsed   [][]names.Name // of each entity, its names as read
	byID     map[string]int
	byName   map[string][]int
	matcher  *names.Matcher
}

// Len is the number of entities.
func (r *Registry) Len() int { return len(r.entities) }

// ByID gives the entity with that id.
func (r *Registry) ByID(id string) (Entity, bool) {
	i, ok := r.byID[id]
	if !ok {
		return Entity{}, false
	}
	return r.at(i), true
}

// ByName gives the entities that have exactly that name on record, in the registry's order; namesakes
// are several.
func (r *Registry) ByName(name string) []Entity {
	var found []Entity
	for _, i := range r.byName[strings.TrimSpace(name)] {
		found = append(found, r.at(i))
	}
	return found
}

// at gives a copy, so that no caller can change the registry.
func (r *Registry) at(i int) Entity {
	e := r.entities[i]
	e.Names = slices.Clone(e.Names)
	return e
}

// add puts a name to an entity, which it makes when the id is new.
func (r *Registry) add(id string, a Alias) {
	i, ok := r.byID[id]
	if !ok {
		i = len(r.entities)
		r.byID[id] = i
		r.entities = append(r.entities, Entity{ID: id})
		r.parsed = append(r.parsed, nil)
	}
	e := &r.entities[i]
	if slices.ContainsFunc(e.Names, func(b Alias) bool { return b.Name == a.Name }) {
		return
	}
	e.Names = append(e.Names, a)
	r.parsed[i] = append(r.parsed[i], names.Parse(a.Name))
	r.byName[a.Name] = append(r.byName[a.Name], i)
}
