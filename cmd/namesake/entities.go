package main

import (
	"fmt"

	"github.com/namesake-go/namesake/aliases"
	"github.com/namesake-go/namesake/names"
)

// placed is the entity that a mention belongs to, and how surely.
type placed struct {
	cluster, canonical string
	decision           names.Decision
	probability        probability
}

// entities clusters mentions and gives each its place, in the order of the input. A cluster that reg
// knows takes the known id and name; reg may be nil.
func (u *ui) entities(mentions []names.Mention, reg *aliases.Registry) []placed {
	done := u.wheel(fmt.Sprintf(msgGathering, len(mentions)))
	defer done()
	clusters := names.New(names.Options{}).Cluster(mentions)
	known := make([]*aliases.Match, len(clusters))
	if reg != nil {
		known = reg.ResolveAll(clusters)
	}
	places := make([]placed, len(mentions))
	for i, c := range clusters {
		id, canonical := c.ID, c.Canonical
		if known[i] != nil {
			id, canonical = known[i].Entity.ID, known[i].Entity.Canonical()
		} else if reg != nil {
			id = freeID(reg, id)
		}
		for _, m := range c.Members {
			places[m.Index] = placed{id, canonical, m.Decision, probability(m.Probability)}
		}
	}
	return places
}

// freeID keeps an unknown cluster apart from a known entity that happens to have the same id.
func freeID(reg *aliases.Registry, id string) string {
	for {
		if _, taken := reg.ByID(id); !taken {
			return id
		}
		id = "new-" + id
	}
}

// openRegistry reads the registry that a flag names, nil when it names none. Its faulty rows are refused.
func (u *ui) openRegistry(file string) (*aliases.Registry, error) {
	if file == "" {
		return nil, nil
	}
	in, name, err := u.open(file)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	reg, err := aliases.ReadCSV(name, in)
	if reg == nil {
		return nil, err
	}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range joined.Unwrap() {
			u.refuse(e)
		}
	}
	return reg, nil
}
