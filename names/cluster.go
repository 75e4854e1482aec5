package names

import (
	"cmp"
	"fmt"
	"slices"
)

// A Cluster is the mentions of one entity.
type Cluster struct {
	ID        string   `json:"id"`        // "c1" for the cluster of the first mention, and so on
	Canonical string   `json:"canonical"` // the name to show, chosen by the rule at Cluster
	Members   []Member `json:"members"`
}

// A Member is a mention in a cluster.
type Member struct {
	Mention
	Index       int      `json:"index"`       // place in the input, from 0
	Decision    Decision `json:"decision"`    // Review when another cluster would fit a bare name as well
	Probability float64  `json:"probability"` // that its name and the canonical one are one name; low for a bare surname
}

// Cluster gathers mentions into entities; each mention is in exactly one cluster, and the clusters stand in the order
// of their first mentions.
//
// Mentions of one document are read together first: see document.go. The people found, and the mentions without a
// document, are then joined across documents, the surest pair first, by the probabilities between all names of the
// two sides (merge.go); a pair of names that clearly contradict each other keeps its sides apart, whatever links
// there are between (brothers stay two). Last, a bare name joins the one entity it fits, or stays apart
// when it fits several.
//
// The canonical name is chosen among the members' names: one in Latin letters before others, a full one
// (given name and surname) before a bare one, then the most frequent, then the first.
func (m *Matcher) Cluster(mentions []Mention) []Cluster {
	people := m.people(mentions)
	bags := m.merge(people)
	bags = m.attachBare(bags)
	clusters := make([]Cluster, 0, len(bags))
	for _, b := range bags {
		clusters = append(clusters, m.cluster(b))
	}
	slices.SortFunc(clusters, func(x, y Cluster) int { return cmp.Compare(x.Members[0].Index, y.Members[0].Index) })
	for i := range clusters {
		clusters[i].ID = fmt.Sprintf("c%d", i+1)
	}
	return clusters
}

// people reads the documents. Mentions without a document whose names are equal, letter by letter, are one.
func (m *Matcher) people(mentions []Mention) []*person {
	var people []*person
	documents := map[string][]sighting{}
	var order []string
	single := map[string]*person{}
	for i, mention := range mentions {
		if mention.Doc != "" {
			if _, seen := documents[mention.Doc]; !seen {
				order = append(order, mention.Doc)
			}
			documents[mention.Doc] = append(documents[mention.Doc], m.sight(i, mention))
			continue
		}
		if p, seen := single[mention.Name]; seen {
			p.members = append(p.members, sighting{index: i, mention: mention, name: p.names[0], decision: Same})
			continue
		}
		s := m.sight(i, mention)
		p := &person{full: s.full}
		p.add(s)
		single[mention.Name] = p
		people = append(people, p)
	}
	for _, doc := range order {
		people = append(people, m.readDocument(documents[doc])...)
	}
	return people
}

// A bag is people that are one entity, on the way to a cluster.
type bag struct {
	people []*person
	alive  bool
}

// sameDocument tells whether two people of the bags stand in one document; its reader has told them apart.
func (b *bag) sameDocument(other *bag) bool {
	for _, p := range b.people {
		doc := p.members[0].mention.Doc
		if doc != "" && slices.ContainsFunc(other.people, func(q *person) bool { return q.members[0].mention.Doc == doc }) {
			return true
		}
	}
	return false
}

func (b *bag) names() []Name {
	var names []Name
	for _, p := range b.people {
		names = append(names, p.names...)
	}
	return names
}

// fullNames are the bag's names, without the bare ones when there are full ones.
func fullNames(names []Name) []Name {
	full := slices.DeleteFunc(slices.Clone(names), func(n Name) bool { return !isFull(n) })
	if len(full) == 0 {
		return names
	}
	return full
}
