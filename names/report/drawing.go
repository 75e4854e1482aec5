package report

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/namesake-go/namesake/names"
)

// The drawing of links
//
// An arc diagram (Wattenberg 2002): the names stand below each other, one to a row of the table, and beside them an arc joins
// two that are linked. It needs no room but the table's, whatever script the names are in, and its size grows with the
// names, not with their pairs. Rows are 28 units high, as style.css makes them.

const rowHeight, levelWidth, labelled = 28, 40, 14

// A drawing is what the template needs for the SVG.
type drawing struct {
	Width, Height int
	Arcs          []arc
}

type arc struct {
	Path     string
	X, Y     int    // of its label
	Label    string // its probability; empty where labels would not fit
	Title    string
	Decision names.Decision
	from, to int // rows
	level    int // how many arcs it has to go around, and one
}

func draw(links []names.Link, row map[string]int) drawing {
	arcs := make([]arc, 0, len(links))
	for _, l := range links {
		i, j := row[l.A.Name], row[l.B.Name]
		p := digits(l.Explanation.Probability)
		a := arc{from: min(i, j), to: max(i, j), Decision: l.Explanation.Decision}
		a.Title = fmt.Sprintf("%s – %s: %s", names.Visible(l.A.Name), names.Visible(l.B.Name), p)
		if len(row) <= labelled {
			a.Label = p
		}
		arcs = append(arcs, a)
	}
	slices.SortStableFunc(arcs, func(x, y arc) int { return cmp.Or(cmp.Compare(x.to-x.from, y.to-y.from), cmp.Compare(x.from, y.from)) })
	step, deepest := levelWidth, 1
	for i := range arcs {
		a := &arcs[i]
		a.level = 1
		for _, b := range arcs[:i] { // the shorter ones
			if b.from < a.to && a.from < b.to {
				a.level = max(a.level, b.level+1)
			}
		}
		deepest = max(deepest, a.level)
	}
	if deepest > 5 {
		step = 5 * levelWidth / deepest
	}
	for i := range arcs {
		a := &arcs[i]
		from, to, reach := rowHeight*a.from+rowHeight/2, rowHeight*a.to+rowHeight/2, step*a.level
		a.Path = fmt.Sprintf("M4 %d C%d %d %d %d 4 %d", from, reach*4/3, from, reach*4/3, to, to)
		a.X, a.Y = reach-10, (from+to)/2+4
	}
	return drawing{Width: step*deepest + levelWidth, Height: rowHeight * len(row), Arcs: arcs}
}
