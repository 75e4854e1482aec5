package main

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestReliable(t *testing.T) {
	r := Reliable([]Sample{{.95, true}, {.95, false}, {.15, false}, {.05, false}})
	assert.Equal(t, 4, r.Count)
	assert.Equal(t, Bin{Low: .9, Count: 2, Mean: .95, Share: .5}, r.Bins[9])
	assert.Equal(t, Bin{Low: .1, Count: 1, Mean: .15, Share: 0}, r.Bins[1])
	assert.Zero(t, r.Bins[5].Count)
	assert.InDelta(t, .5*.45+.25*.15+.25*.05, r.ECE, 1e-12)
	assert.InDelta(t, (.05*.05+.95*.95+.15*.15+.05*.05)/4, r.Brier, 1e-12)
	assert.InDelta(t, -(math.Log(.95)+math.Log(.05)+math.Log(.85)+math.Log(.95))/4, r.Loss, 1e-9)
}

func TestReliableAtTheEnds(t *testing.T) {
	r := Reliable([]Sample{{1, true}, {0, false}})
	assert.Equal(t, []int{1, 1}, []int{r.Bins[0].Count, r.Bins[9].Count})
	assert.Zero(t, r.ECE)
	assert.Zero(t, r.Brier)
	assert.InDelta(t, 0, r.Loss, 1e-5)
	assert.InDelta(t, -math.Log(1e-6), Reliable([]Sample{{0, true}}).Loss, 1e-9, "sure and wrong, but not infinite")
	assert.Zero(t, Reliable(nil).ECE)
}

func TestTheFloorIsTheErrorOfRightProbabilities(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	floor, sum, runs := 0.0, 0.0, 200
	for range runs {
		samples := make([]Sample, 300)
		for i := range samples {
			p := math.Sqrt(float64(i) / 300)
			samples[i] = Sample{p, random.Float64() < p}
		}
		r := Reliable(samples)
		floor, sum = r.Floor, sum+r.ECE
	}
	assert.InEpsilon(t, sum/float64(runs), floor, 0.05)
}
