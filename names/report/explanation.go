package report

import "github.com/namesake-go/namesake/names"

// explanation is what explanation.html shows.
type explanation struct {
	Decision names.Decision
	Verdict  string
	A, B     []names.Piece
	Words    []pair
	Reasons  []reason
	Cost     int
}

// A pair is two words under each other.
type pair struct{ A, B []names.Piece }

// A reason is one row of the table, with those of its letters below.
type reason struct {
	Cost              int
	Label, Says, Rule string
	Letters           []reason
}

func explain(e names.Explanation) explanation {
	x := explanation{
		Decision: e.Decision, Verdict: e.Verdict(), Cost: e.Cost,
		A: e.PiecesA(names.Span{End: len(e.A)}), B: e.PiecesB(names.Span{End: len(e.B)}),
	}
	for _, r := range e.Reasons() {
		row := reason{Cost: r.Cost, Label: r.Label, Says: r.Says, Rule: r.Rule()}
		for _, s := range r.Details() {
			row.Letters = append(row.Letters, reason{Cost: s.Cost, Says: e.Says(r, s), Rule: s.Rule()})
		}
		x.Reasons = append(x.Reasons, row)
		if r.Kind != names.Moved {
			x.Words = append(x.Words, pair{e.PiecesA(r.A), e.PiecesB(r.B)})
		}
	}
	return x
}
