package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namesake-go/namesake/names"
)

func cluster(id string, members ...int) names.Cluster {
	k := names.Cluster{ID: id}
	for _, i := range members {
		k.Members = append(k.Members, names.Member{Index: i})
	}
	return k
}

func TestAssign(t *testing.T) {
	predicted, left, err := assign([]names.Cluster{cluster("c1", 0, 2), cluster("c2", 3)}, 5)
	require.NoError(t, err)
	assert.Equal(t, []int{0, 2, 0, 1, 3}, predicted, "whom Cluster forgot stands alone")
	assert.Equal(t, 2, left)

	_, _, err = assign([]names.Cluster{cluster("c1", 0), cluster("c2", 0)}, 1)
	assert.EqualError(t, err, "mention 0 stands in clusters c1 and c2")
	_, _, err = assign([]names.Cluster{cluster("c1", 7)}, 2)
	assert.EqualError(t, err, "cluster c1 holds mention 7 of 2")
}

func TestMerges(t *testing.T) {
	gold := []int{0, 0, 0, 1, 1, 2}
	predicted := []int{0, 0, 1, 0, 0, 1} // {a a b b} {a c}
	wrong := merges(predicted, gold)
	require.Len(t, wrong, 2)
	assert.Equal(t, merge{a: []int{0, 1}, b: []int{3, 4}, pairs: 4}, wrong[0], "the costliest first")
	assert.Equal(t, merge{a: []int{2}, b: []int{5}, pairs: 1}, wrong[1])
	missed := merges(gold, predicted)
	require.Len(t, missed, 1)
	assert.Equal(t, merge{a: []int{0, 1}, b: []int{2}, pairs: 2}, missed[0])

	// Together they are the pairs that the pairwise score counts as wrong.
	s := ScorePartition(gold, predicted)
	assert.InDelta(t, 2./7, s.PairP, 1e-12) // 5 of 7 false
	assert.InDelta(t, 2./4, s.PairR, 1e-12) // 2 of 4 missed
}
