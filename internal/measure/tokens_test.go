package main

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/namesake-go/namesake/internal/measure/dataset"
	"github.com/namesake-go/namesake/names"
)

func TestHits(t *testing.T) {
	r := func(p float64, cost int) names.Result { return names.Result{Probability: p, Cost: cost} }
	ranked := []names.Result{r(.1, 0), r(.9, 20), r(.9, 10), r(.5, 0), r(.5, 0), r(.5, 0)}
	for _, x := range []struct {
		right []int
		k     int
		want  float64
		why   string
	}{
		{[]int{2}, 1, 1, "the best"},
		{[]int{1}, 1, 0, "equal in probability, dearer"},
		{[]int{1}, 2, 1, ""},
		{[]int{0, 2}, 1, 1, "one of the right ones is enough"},
		{[]int{0}, 5, 0, ""},
		{[]int{0}, 6, 1, ""},
		{[]int{4}, 2, 0, ""},
		{[]int{4}, 3, 1. / 3, "one of three equal ones is drawn"},
		{[]int{4}, 4, 2. / 3, ""},
		{[]int{3, 4}, 3, 2. / 3, ""},
		{[]int{3, 4}, 4, 1, "two drawn, one wrong at most"},
		{[]int{4}, 10, 1, "more places than words"},
	} {
		assert.InDelta(t, x.want, hits(ranked, x.right, x.k), 1e-12, "%v first %d: %s", x.right, x.k, x.why)
	}
}

func TestNewLookup(t *testing.T) {
	tokens := []dataset.Token{{Latin: "jahn", Native: "ян"}, {Latin: "yan", Native: "ян"}, {Latin: "yan", Native: "йан"}, {Latin: "yan", Native: "ян"}}
	l := newLookup(tokens, 10)
	assert.Equal(t, []string{"jahn", "yan"}, l.latin)
	assert.Equal(t, 2, l.of)
	right := map[string][]int{}
	for i, w := range l.native {
		right[w] = l.right[i]
	}
	assert.Equal(t, map[string][]int{"ян": {0, 1}, "йан": {1}}, right)
	assert.Len(t, newLookup(tokens, 1).native, 1)
	assert.Equal(t, l.native[:1], newLookup(tokens, 1).native, "a smaller sample is the start of a larger")
}
