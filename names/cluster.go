package names

import (
	"cmp"
	"context"
	"slices"
	"strconv"
)

// A Cluster is the mentions of one entity.
type Cluster struct {
	ID        string   `json:"id"`        // "c1" for the cluster of the first mention, and so on
	Canonical string   `json:"canonical"` // the name to show, chosen by the rule at Matcher.Cluster
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
// of their first mentions. What is together does not depend on the order of the input, nor on how often a name comes.
//
// Mentions of one document are read together first: see document.go. The people found, and the mentions without a
// document, are then joined across documents, the surest pair first, by the probabilities between all names of the
// two sides (merge.go), less where chance makes many look-alikes and more where it makes none (chance.go); a pair of names
// that clearly contradict each other keeps its sides apart, whatever links there are between (brothers stay two). Last, a
// bare name joins the entity it fits, or stays apart when it fits several and none clearly best (bare.go).
//
// The canonical name is the most frequent one, names of the same words counted together; but one in Latin letters before
// others, and a full one (given name and surname) before a bare one. Of equally frequent ones it is that which differs
// least from the other names of the cluster, so that a common romanisation comes before an odd one; then the one not in
// capitals, then by the alphabet. Package aliases gives a cluster the name by which a registry knows it.
func (m *Matcher) Cluster(mentions []Mention) []Cluster {
	clusters, _ := m.ClusterWith(context.Background(), mentions, ClusterOptions{})
	return clusters
}

// ClusterOptions are what ClusterWith can be told. The zero value is what Cluster does.
type ClusterOptions struct {
	Constraints []Constraint
	Brute       bool // compare all pairs of names, not only those with similar words: slow, to measure what is lost

	// Progress, if any, is told now and then which share of the work is done, 0 to 1, by one goroutine at a time.
	Progress func(share float64)
}

// ClusterWith is Cluster with more to go by. Its error is that of a context that ends before the work does, or says that
// constraints contradict each other; then there are no clusters.
func (m *Matcher) ClusterWith(ctx context.Context, mentions []Mention, o ClusterOptions) ([]Cluster, error) {
	g := &gathering{m: m, ctx: ctx, options: o, mentions: mentions}
	return g.clusters()
}

// describe makes the caller's view of the bags of subjects.
func (g *gathering) describe(bags [][]int32) []Cluster {
	bagOf := make([]int32, len(g.subjects))
	for b, subjects := range bags {
		for _, u := range subjects {
			bagOf[u] = int32(b)
		}
	}
	place := make([]int32, len(bags)) // of the bag's cluster, behind those of earlier mentions
	counts, order := make([]int32, len(bags)), make([]int32, 0, len(bags))
	for i := range g.mentions {
		b := bagOf[g.subjectOf[i]]
		if counts[b]++; counts[b] == 1 {
			place[b] = int32(len(order))
			order = append(order, b)
		}
	}
	members := make([]Member, len(g.mentions))
	clusters := make([]Cluster, len(order))
	for at, b := range order {
		clusters[at].ID = "c" + strconv.Itoa(at+1)
		clusters[at].Members = members[:0:counts[b]]
		members = members[counts[b]:]
	}
	for i, mention := range g.mentions {
		c := &clusters[place[bagOf[g.subjectOf[i]]]]
		c.Members = append(c.Members, Member{Mention: mention, Index: i, Decision: g.decided[i]})
	}
	step := g.steps(len(clusters), 0.85, 1)
	inParallelWith(len(clusters), g.newDescriber, func(d *describer, i int) {
		d.name(&clusters[i])
		step()
	})
	return clusters
}

// A Form is a name as it was written, and how often.
type Form struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
}

// Forms lists the distinct names of the members, the most frequent first.
func (c Cluster) Forms() []Form {
	counts := map[string]int{}
	for _, m := range c.Members {
		counts[m.Name]++
	}
	forms := make([]Form, 0, len(counts))
	for name, n := range counts {
		forms = append(forms, Form{name, n})
	}
	slices.SortFunc(forms, func(a, b Form) int { return cmp.Or(b.Count-a.Count, cmp.Compare(a.Name, b.Name)) })
	return forms
}
