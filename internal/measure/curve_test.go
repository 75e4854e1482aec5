package main

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var four = []Sample{{.7, true}, {.9, true}, {.6, false}, {.8, false}}

func TestCurve(t *testing.T) {
	curve := Curve(four)
	require.Len(t, curve, 4)
	for i, want := range []Counts{{1, 0, 1, 2}, {1, 1, 1, 1}, {2, 1, 0, 1}, {2, 2, 0, 0}} {
		assert.Equal(t, want, curve[i].Counts)
		assert.Equal(t, want, At(four, curve[i].Threshold), "the threshold brings about its counts")
	}
	assert.InDelta(t, .65, Best(curve).Threshold, 1e-12) // F1 .667 .5 .8 .667
	assert.InDelta(t, .8, Best(curve).F1(), 1e-12)
	assert.InDelta(t, 3./4, AUC(curve), 1e-12)                      // of four true-false pairs, .7 < .8 is wrong
	assert.InDelta(t, .5*1+.5*2./3, AveragePrecision(curve), 1e-12) // R .5 at P 1, R 1 at P 2/3
	assert.InDelta(t, 1, PrecisionAt(curve, .5), 1e-12)
	assert.InDelta(t, 2./3, PrecisionAt(curve, .51), 1e-12)
}

func TestCurveOfEqualScores(t *testing.T) {
	curve := Curve([]Sample{{.5, true}, {.5, false}, {.5, false}, {.5, true}})
	require.Len(t, curve, 1)
	assert.Equal(t, Point{.5, Counts{TP: 2, FP: 2}}, curve[0])
	assert.InDelta(t, .5, AUC(curve), 1e-12)
	assert.InDelta(t, .5, AveragePrecision(curve), 1e-12)
}

func TestCurveOfNothing(t *testing.T) {
	assert.Empty(t, Curve(nil))
	assert.Zero(t, Best(nil))
	assert.Equal(t, .5, AUC(nil))
	assert.Equal(t, .5, AUC(Curve([]Sample{{1, true}})))
	assert.Zero(t, PrecisionAt(nil, .5))
}

func TestAUCAgainstAllPairs(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 30 {
		var s []Sample
		for range 60 {
			s = append(s, Sample{float64(r.IntN(12)) / 12, r.IntN(3) == 0})
		}
		won, of := 0.0, 0.0
		for _, a := range s {
			for _, b := range s {
				if a.Match && !b.Match {
					of++
					switch {
					case a.Score > b.Score:
						won++
					case a.Score == b.Score:
						won += .5
					}
				}
			}
		}
		assert.InDelta(t, won/of, AUC(Curve(s)), 1e-12)
	}
}
