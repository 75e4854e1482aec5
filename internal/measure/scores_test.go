package main

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestCounts(t *testing.T) {
	var c Counts
	for _, d := range [][2]bool{{true, true}, {true, true}, {true, true}, {true, false}, {false, true}, {false, true}, {false, false}} {
		c.Add(d[0], d[1])
	}
	assert.Equal(t, Counts{TP: 3, FP: 1, FN: 2, TN: 1}, c)
	assert.InDelta(t, 3./4, c.Precision(), 1e-12)
	assert.InDelta(t, 3./5, c.Recall(), 1e-12)
	assert.InDelta(t, 6./9, c.F1(), 1e-12)
	assert.InDelta(t, harmonic(c.Precision(), c.Recall()), c.F1(), 1e-12)
	assert.InDelta(t, 4./7, c.Accuracy(), 1e-12)
}

func TestCountsOfNothing(t *testing.T) {
	var c Counts
	assert.Equal(t, []float64{1, 1, 0, 0, 0}, []float64{c.Precision(), c.Recall(), c.F1(), c.Accuracy(), c.Error()})
}

func TestErrorIsTheJackknife(t *testing.T) {
	c := Counts{TP: 30, FP: 7, FN: 11, TN: 52}
	var each []float64 // F1 without decision i, one by one
	for range c.TP {
		each = append(each, Counts{c.TP - 1, c.FP, c.FN, c.TN}.F1())
	}
	for range c.FP {
		each = append(each, Counts{c.TP, c.FP - 1, c.FN, c.TN}.F1())
	}
	for range c.FN {
		each = append(each, Counts{c.TP, c.FP, c.FN - 1, c.TN}.F1())
	}
	for range c.TN {
		each = append(each, Counts{c.TP, c.FP, c.FN, c.TN - 1}.F1())
	}
	middle, sum := mean(each), 0.0
	for _, f := range each {
		sum += (f - middle) * (f - middle)
	}
	assert.InDelta(t, math.Sqrt(99./100*sum), c.Error(), 1e-12)
}

func TestMeanAndStandardError(t *testing.T) {
	assert.Zero(t, mean(nil))
	assert.InDelta(t, 2, mean([]float64{1, 3}), 1e-12)
	assert.InDelta(t, .05, standardError(.5, 100), 1e-12)
}
