package main

import (
	"context"
	"fmt"
	"time"

	"github.com/namesake-go/namesake/aliases"
	"github.com/namesake-go/namesake/names"
)

// placed is the entity that a mention belongs to, and how surely.
type placed struct {
	cluster, canonical string
	decision           names.Decision
	probability        probability
}

// gather clusters mentions. A cluster that reg knows takes the known id and name; reg may be nil.
func (u *ui) gather(mentions []names.Mention, reg *aliases.Registry) []names.Cluster {
	clusters, err := u.gatherWith(mentions, reg, names.ClusterOptions{})
	if err != nil {
		panic(err) // without constraints there is nothing to contradict
	}
	return clusters
}

func (u *ui) gatherWith(mentions []names.Mention, reg *aliases.Registry, o names.ClusterOptions) ([]names.Cluster, error) {
	show, done := u.share(fmt.Sprintf(msgGathering, len(mentions)))
	defer done()
	begun := time.Now()
	o.Progress = func(share float64) {
		taken := time.Since(begun).Seconds()
		show(share, fmt.Sprintf(msgRateLeft, share*float64(len(mentions))/taken, time.Duration(taken*(1-share)/max(share, 0.01))*time.Second))
	}
	clusters, err := u.matcher().ClusterWith(context.Background(), mentions, o)
	if err != nil || reg == nil {
		return clusters, err
	}
	for i, known := range reg.Identify(clusters) {
		if known != nil {
			clusters[i].ID, clusters[i].Canonical = known.Entity.ID, known.Entity.Canonical()
		} else {
			clusters[i].ID = freeID(reg, clusters[i].ID)
		}
	}
	return clusters, nil
}

// places gives each mention its place, in the order of the input.
func places(clusters []names.Cluster, mentions int) []placed {
	all := make([]placed, mentions)
	for _, c := range clusters {
		for _, m := range c.Members {
			all[m.Index] = placed{c.ID, c.Canonical, m.Decision, probability(m.Probability)}
		}
	}
	return all
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

// openRegistry opens the registry that a flag names, nil when it names none: a registry's file, or CSV, whose faulty
// rows are refused.
func (u *ui) openRegistry(file string) (*aliases.Registry, error) {
	if file == "" {
		return nil, nil
	}
	if file != "-" && aliases.IsRegistry(file) {
		return aliases.Open(file, aliases.Options{ReadOnly: true})
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
