package main

import (
	"cmp"
	"slices"
)

// A Sample is a score that a measure gave and the truth about it.
type Sample struct {
	Score float64
	Match bool
}

// At counts the decisions "the score is at least the threshold".
func At(samples []Sample, threshold float64) Counts {
	var c Counts
	for _, s := range samples {
		c.Add(s.Score >= threshold, s.Match)
	}
	return c
}

// A Point is a place on the precision and recall curve: what is decided when everything at or above the
// threshold is said to match.
type Point struct {
	Threshold float64
	Counts
}

// Curve gives a point for every score that occurs, from the highest down. Equal scores cannot be told
// apart and stand in one point. The threshold lies midway to the next lower score, because a threshold
// found on one part is used on another; the last is the lowest score itself.
func Curve(samples []Sample) []Point {
	s := slices.Clone(samples)
	slices.SortStableFunc(s, func(a, b Sample) int { return cmp.Compare(b.Score, a.Score) })
	var c Counts
	for _, x := range s {
		c.Add(false, x.Match)
	}
	var out []Point
	for i, x := range s {
		if x.Match {
			c.TP, c.FN = c.TP+1, c.FN-1
		} else {
			c.FP, c.TN = c.FP+1, c.TN-1
		}
		switch {
		case i+1 == len(s):
			out = append(out, Point{x.Score, c})
		case s[i+1].Score < x.Score:
			out = append(out, Point{(s[i+1].Score + x.Score) / 2, c})
		}
	}
	return out
}

// Best is the point of the highest F1; of equal ones that of the highest threshold.
func Best(curve []Point) Point {
	var best Point
	for i, p := range curve {
		if i == 0 || p.F1() > best.F1() {
			best = p
		}
	}
	return best
}

// AveragePrecision is the area under the precision and recall curve in steps: Σ (R(i) - R(i-1)) · P(i)
// over its points (Manning, Raghavan and Schütze 2008, 8.4). With hard negatives chosen it falls as more
// are chosen; compare it only on the same pairs.
func AveragePrecision(curve []Point) float64 {
	area, before := 0.0, 0.0
	for _, p := range curve {
		area += (p.Recall() - before) * p.Precision()
		before = p.Recall()
	}
	return area
}

// AUC is the area under the ROC curve: the chance that a true pair scores higher than a false one, equal
// scores counted half (Mann and Whitney 1947; Hanley and McNeil 1982). 0.5 when either kind is missing.
func AUC(curve []Point) float64 {
	if len(curve) == 0 {
		return .5
	}
	last := curve[len(curve)-1]
	if last.TP == 0 || last.FP == 0 {
		return .5
	}
	area, tp, fp := 0.0, 0, 0
	for _, p := range curve {
		area += float64(p.FP-fp) * float64(p.TP+tp) / 2
		tp, fp = p.TP, p.FP
	}
	return area / float64(last.TP) / float64(last.FP)
}

// PrecisionAt is the best precision at that recall or more: the interpolated curve (Manning, Raghavan and
// Schütze 2008, 8.4).
func PrecisionAt(curve []Point, recall float64) float64 {
	best := 0.0
	for _, p := range curve {
		if p.Recall() >= recall {
			best = max(best, p.Precision())
		}
	}
	return best
}
