package main

import "math"

// Counts are the four outcomes of yes-or-no decisions.
type Counts struct{ TP, FP, FN, TN int }

// Add counts one decision.
func (c *Counts) Add(said, truth bool) {
	switch {
	case said && truth:
		c.TP++
	case said:
		c.FP++
	case truth:
		c.FN++
	default:
		c.TN++
	}
}

// N is how many decisions were counted.
func (c Counts) N() int { return c.TP + c.FP + c.FN + c.TN }

// Precision is TP / (TP+FP): how much of what was said is true. Who says nothing says nothing wrong: 1.
func (c Counts) Precision() float64 { return ratio(c.TP, c.TP+c.FP, 1) }

// Recall is TP / (TP+FN): how much of what is true was said.
func (c Counts) Recall() float64 { return ratio(c.TP, c.TP+c.FN, 1) }

// F1 is 2TP / (2TP+FP+FN), the harmonic mean of precision and recall (van Rijsbergen 1979).
func (c Counts) F1() float64 { return ratio(2*c.TP, 2*c.TP+c.FP+c.FN, 0) }

// Accuracy is (TP+TN) / N.
func (c Counts) Accuracy() float64 { return ratio(c.TP+c.TN, c.N(), 0) }

// Error is one standard error of F1 by the jackknife (Efron and Tibshirani 1993, 11.5): with F(i) the F1
// when decision i is left out and F̄ their mean, the root of (n-1)/n · Σ (F(i) - F̄)². Decisions of one
// outcome give the same F(i), so four terms make the sum.
func (c Counts) Error() float64 {
	n := float64(c.N())
	if n == 0 {
		return 0
	}
	type term struct{ times, f float64 }
	terms := []term{
		{float64(c.TP), Counts{c.TP - 1, c.FP, c.FN, c.TN}.F1()},
		{float64(c.FP), Counts{c.TP, c.FP - 1, c.FN, c.TN}.F1()},
		{float64(c.FN), Counts{c.TP, c.FP, c.FN - 1, c.TN}.F1()},
		{float64(c.TN), c.F1()},
	}
	mean, sum := 0.0, 0.0
	for _, t := range terms {
		mean += t.times * t.f / n
	}
	for _, t := range terms {
		sum += t.times * (t.f - mean) * (t.f - mean)
	}
	return math.Sqrt((n - 1) / n * sum)
}

func ratio(a, b int, none float64) float64 {
	if b == 0 {
		return none
	}
	return float64(a) / float64(b)
}

func harmonic(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func mean(x []float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	return sum / float64(max(len(x), 1))
}

// standardError is that of a share p of n: √(p(1-p)/n).
func standardError(p float64, n int) float64 { return math.Sqrt(p * (1 - p) / float64(max(n, 1))) }
