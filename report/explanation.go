package report

import (
	"slices"

	"github.com/namesake-go/namesake/names"
)

// explanation is what explanation.html shows.
type explanation struct {
	Decision names.Decision
	Verdict  string
	A, B     []piece
	Words    []pair
	Reasons  []reason
	Cost     int
}

// A piece is a stretch of a name and its shade, a class of style.css.
type piece struct{ Text, Shade string }

// A pair is two words under each other.
type pair struct{ A, B []piece }

// A reason is one row of the table, with those of its letters below.
type reason struct {
	Cost              int
	Label, Says, Rule string
	Letters           []reason
}

func explain(e names.Explanation) explanation {
	x := explanation{
		Decision: e.Decision, Verdict: e.Verdict(), Cost: e.Cost,
		A: pieces(e.A, names.Span{End: len(e.A)}, e.Steps, sideA), B: pieces(e.B, names.Span{End: len(e.B)}, e.Steps, sideB),
	}
	for _, r := range e.Reasons() {
		row := reason{Cost: r.Cost, Label: r.Label, Says: r.Says}
		if r.Kind != names.Letters {
			row.Rule = r.Steps[0].Rule()
		}
		for _, s := range r.Letters() {
			row.Letters = append(row.Letters, reason{Cost: s.Cost, Says: e.Says(s), Rule: s.Rule()})
		}
		x.Reasons = append(x.Reasons, row)
		if r.Kind != names.Moved {
			x.Words = append(x.Words, pair{pieces(e.A, r.A, r.Steps, sideA), pieces(e.B, r.B, r.Steps, sideB)})
		}
	}
	return x
}

func sideA(s names.Step) names.Span { return s.A }
func sideB(s names.Step) names.Span { return s.B }

// pieces cuts a stretch of a name where its steps begin and end.
func pieces(text string, whole names.Span, steps []names.Step, side func(names.Step) names.Span) []piece {
	sorted := slices.Clone(steps)
	slices.SortStableFunc(sorted, func(x, y names.Step) int { return side(x).Start - side(y).Start })
	var cut []piece
	add := func(from, to int, shade string) {
		if from < to {
			cut = append(cut, piece{names.Visible(text[from:to]), shade})
		}
	}
	at := whole.Start
	for _, step := range sorted {
		if s := side(step); s.End > s.Start {
			add(at, s.Start, "between")
			add(s.Start, s.End, step.Shade())
			at = s.End
		}
	}
	add(at, whole.End, "between")
	return cut
}
