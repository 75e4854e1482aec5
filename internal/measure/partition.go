package main

// A PartitionScore says how well one partition of the mentions (the clusters) meets another (the
// entities). Its formulas are those of score.py beside the data; a test holds the two together.
type PartitionScore struct {
	PairP, PairR       float64 // over pairs of mentions put together
	B3P, B3R           float64 // over mentions
	Entities, Clusters int
	Mentions           int
}

// PairF1 is the harmonic mean of PairP and PairR.
func (s PartitionScore) PairF1() float64 { return harmonic(s.PairP, s.PairR) }

// B3F1 is the harmonic mean of B3P and B3R.
func (s PartitionScore) B3F1() float64 { return harmonic(s.B3P, s.B3R) }

// ScorePartition compares predicted clusters with gold entities; both give, for every mention, the number
// of its group. With e the mentions of an entity, c those of a cluster and x those of both:
//
//	pairwise   P = Σ x(x-1)/2 / Σ c(c-1)/2      R = Σ x(x-1)/2 / Σ e(e-1)/2
//	B-cubed    P = Σ x·x/c / n                  R = Σ x·x/e / n
//
// B-cubed is the mean over mentions of the precision and the recall of the cluster that each stands in
// (Bagga and Baldwin 1998, "Entity-based cross-document coreferencing using the vector space model").
// Where no pair is put together, precision is 1; where none is to be, recall is.
func ScorePartition(gold, predicted []int) PartitionScore {
	type cell struct{ entity, cluster int }
	both, e, c := map[cell]int{}, map[int]int{}, map[int]int{}
	for i, g := range gold {
		both[cell{g, predicted[i]}]++
		e[g]++
		c[predicted[i]]++
	}
	pairs := func(n int) int { return n * (n - 1) / 2 }
	tp, said, truth := 0, 0, 0
	for _, n := range e {
		truth += pairs(n)
	}
	for _, n := range c {
		said += pairs(n)
	}
	// x·x/c is summed by the sizes of x and c first: adding fractions in the order of a map would
	// make the last digit differ from run to run.
	type fraction struct{ x, of int }
	p, r := map[fraction]int{}, map[fraction]int{}
	for k, x := range both {
		tp += pairs(x)
		p[fraction{x, c[k.cluster]}]++
		r[fraction{x, e[k.entity]}]++
	}
	mean := func(m map[fraction]int) float64 {
		if len(gold) == 0 {
			return 1
		}
		sum := 0.0
		for _, f := range sortedKeys(m, func(a, b fraction) int {
			if a.of != b.of {
				return a.of - b.of
			}
			return a.x - b.x
		}) {
			sum += float64(m[f]) * float64(f.x*f.x) / float64(f.of)
		}
		return sum / float64(len(gold))
	}
	return PartitionScore{
		PairP: ratio(tp, said, 1), PairR: ratio(tp, truth, 1),
		B3P: mean(p), B3R: mean(r),
		Entities: len(e), Clusters: len(c), Mentions: len(gold),
	}
}
