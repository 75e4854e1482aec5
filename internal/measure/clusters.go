package main

import (
	"fmt"
	"time"

	"github.com/namesake-go/namesake/internal/measure/dataset"
	"github.com/namesake-go/namesake/names"
)

// A clustering is a set of mentions with the groups of gold and those predicted, as numbers.
type clustering struct {
	set             string
	mentions        []dataset.Mention
	gold, predicted []int
	left            int // mentions that Cluster put nowhere; each counts as a cluster of its own
	took            time.Duration
}

func runCluster(c config, set string) (clustering, error) {
	k := clustering{set: set}
	var err error
	if k.mentions, err = dataset.Mentions(c.data, set, c.part); err != nil {
		return k, err
	}
	entity := map[string]int{}
	in := make([]names.Mention, len(k.mentions))
	for i, m := range k.mentions {
		in[i] = names.Mention{ID: m.ID, Name: m.Name}
		if _, known := entity[m.Entity]; !known {
			entity[m.Entity] = len(entity)
		}
		k.gold = append(k.gold, entity[m.Entity])
	}
	start := time.Now()
	clusters := matcherFor(schemaOf(set)).Cluster(in)
	k.took = time.Since(start)
	k.predicted, k.left, err = assign(clusters, len(in))
	if err != nil {
		return k, fmt.Errorf("%s: %w", set, err)
	}
	return k, nil
}

// schemaOf gives the schema of a set of mentions.
func schemaOf(set string) string {
	for _, s := range dataset.Organisations {
		if s == set {
			return "Organization"
		}
	}
	return "Person"
}

// assign gives the number of the cluster of each of n mentions, and how many were put nowhere.
func assign(clusters []names.Cluster, n int) (predicted []int, left int, err error) {
	predicted = make([]int, n)
	for i := range predicted {
		predicted[i] = -1
	}
	for number, k := range clusters {
		for _, m := range k.Members {
			if m.Index < 0 || m.Index >= n {
				return nil, 0, fmt.Errorf("cluster %s holds mention %d of %d", k.ID, m.Index, n)
			}
			if predicted[m.Index] >= 0 {
				return nil, 0, fmt.Errorf("mention %d stands in clusters %s and %s", m.Index, clusters[predicted[m.Index]].ID, k.ID)
			}
			predicted[m.Index] = number
		}
	}
	for i, p := range predicted {
		if p < 0 {
			predicted[i] = len(clusters) + left
			left++
		}
	}
	return predicted, left, nil
}

// measureClusters prints how well Cluster finds the entities of every set.
func measureClusters(c config) error {
	fmt.Fprintf(c.out, "clusters, part %s. Pairwise and B-cubed as in score.py.\n\n", c.part)
	head := []string{"set", "mentions", "entities", "clusters", "pair P", "pair R", "pair F1", "B3 P", "B3 R", "B3 F1"}
	if c.times {
		head = append(head, "seconds", "mentions/s")
	}
	t := newTable(head...)
	var done []clustering
	for _, set := range c.sets {
		k, err := runCluster(c, set)
		if err != nil {
			return err
		}
		done = append(done, k)
		s := ScorePartition(k.gold, k.predicted)
		cells := []any{set, s.Mentions, s.Entities, s.Clusters, s.PairP, s.PairR, s.PairF1(), s.B3P, s.B3R, s.B3F1()}
		if c.times {
			cells = append(cells, fmt.Sprintf("%.2f", k.took.Seconds()), fmt.Sprintf("%.0f", float64(s.Mentions)/max(k.took.Seconds(), 1e-9)))
		}
		t.row(cells...)
	}
	t.print(c.out)
	for _, k := range done {
		if k.left > 0 {
			fmt.Fprintf(c.out, "%s: Cluster put %d mentions nowhere; each counts as a cluster of its own\n", k.set, k.left)
		}
		if c.list > 0 {
			listMerges(c, k)
		}
	}
	return nil
}
