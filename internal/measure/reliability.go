package main

import "math"

// A Bin gathers the samples whose probability lies in [Low, Low+0.1); the last holds 1 as well.
type Bin struct {
	Low   float64
	Count int
	Mean  float64 // mean probability
	Share float64 // share that is true
}

// A Reliability says whether a probability means what it says.
type Reliability struct {
	Bins  [10]Bin
	Count int
	ECE   float64 // Σ count/n · |Share - Mean| over the bins
	Floor float64 // what the ECE of so few pairs would be if every probability were right
	Brier float64 // mean of (probability - truth)²
	Loss  float64 // mean of -ln(probability given to the truth), each held to [1e-6, 1-1e-6]
}

// Reliable reads the scores as probabilities. The expected calibration error with ten bins of equal width
// is that of Naeini, Cooper and Hauskrecht 2015; the Brier score of Brier 1950.
//
// The error is one of a mix of pairs: the same probabilities on a mix with more false pairs look too high.
// So the share of true pairs is printed beside it. And it is never 0: the truths of a bin sum to a number of variance
// v = Σ p(1-p) when each probability is right, whose distance from its mean is √(2v/π) on average where there are many.
func Reliable(samples []Sample) Reliability {
	var r Reliability
	var variance [10]float64
	for i := range r.Bins {
		r.Bins[i].Low = float64(i) / 10
	}
	for _, s := range samples {
		p := min(max(s.Score, 0), 1)
		truth := 0.0
		if s.Match {
			truth = 1
		}
		i := min(int(p*10), 9)
		variance[i] += p * (1 - p)
		b := &r.Bins[i]
		b.Count++
		b.Mean += p
		b.Share += truth
		r.Brier += (p - truth) * (p - truth)
		p = min(max(p, 1e-6), 1-1e-6)
		r.Loss -= truth*math.Log(p) + (1-truth)*math.Log(1-p)
	}
	r.Count = len(samples)
	if r.Count == 0 {
		return r
	}
	n := float64(r.Count)
	r.Brier, r.Loss = r.Brier/n, r.Loss/n
	for i := range r.Bins {
		b := &r.Bins[i]
		if b.Count == 0 {
			continue
		}
		b.Mean, b.Share = b.Mean/float64(b.Count), b.Share/float64(b.Count)
		r.ECE += float64(b.Count) / n * math.Abs(b.Share-b.Mean)
		r.Floor += math.Sqrt(2*variance[i]/math.Pi) / n
	}
	return r
}
