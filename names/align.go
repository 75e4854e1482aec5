package names

import (
	"math"

	"github.com/agnivade/levenshtein"
)

// Weighted alignment of two words
//
// The cheapest way to read one word as the other is a path through a grid, the letters of one word along
// each side. A step goes right (a letter of b without a counterpart), down (a letter of a), or along the
// diagonal (letter against letter); and where a correspondence speaks, it jumps over all the letters of its
// two sides at once:
//
//	      j   e   e   n
//	  ┌───┬───┬───┬───┐
//	g │ ╲ 15  │   │   │      g ~ j   15
//	  ├───┼───┼───┼───┤
//	i │   │ ╲─┼─╴ │   │      i ~ ee   5
//	  ├───┼───┼─╲─┼───┤
//	n │   │   │   │ ╲ │      equal
//	  └───┴───┴───┴───┘
//
// The grid is filled row by row; each place hands its cost on to the places its steps reach. Equal letters
// are free, letters that differ in accents nearly so, and where no rule speaks the cost is that of the
// plain edit distance (Levenshtein 1966), 100 a letter.

// far is more than any alignment costs.
const far = math.MaxInt32 / 2

// A link is one step of an alignment.
type link struct {
	fromA, toA, fromB, toB int // letters
	cost                   int
	rule                   *correspondence // nil: equal letters, or no rule speaks
}

// aligner holds the grid and the units of two words; it is used again for the next two.
type aligner struct {
	rules            *Correspondences
	weights          *weights
	grid             []int32
	back             []jump
	unitsA, unitsB   []occurrence
	boundsA, boundsB []int32
}

// A jump is how a place of the grid was reached.
type jump struct {
	sizeA, sizeB uint8
	rule         *correspondence
}

// distance is the cost of the cheapest alignment in hundredths, or far when that is more than limit.
func (al *aligner) distance(a, b spelled, limit int) int {
	al.read(a, b)
	cost := far
	if al.noRuleSpeaks() && !a.accented && !b.accented {
		cost = al.weights.letter * levenshtein.ComputeDistance(a.plain, b.plain)
	} else {
		cost = al.fill(a, b, false, limit)
	}
	if cost > limit {
		return far
	}
	return cost
}

// links gives the steps of the cheapest alignment, in order, and its cost.
func (al *aligner) links(a, b spelled) ([]link, int) {
	al.read(a, b)
	cost := al.fill(a, b, true, far-1)
	width := len(b.letters) + 1
	var links []link
	for i, j := len(a.letters), len(b.letters); i > 0 || j > 0; {
		step := al.back[i*width+j]
		p, q := i-int(step.sizeA), j-int(step.sizeB)
		l := link{fromA: p, toA: i, fromB: q, toB: j, rule: step.rule,
			cost: int(al.grid[i*width+j] - al.grid[p*width+q])}
		links = append(links, l)
		i, j = p, q
	}
	for i, j := 0, len(links)-1; i < j; i, j = i+1, j-1 {
		links[i], links[j] = links[j], links[i]
	}
	return links, cost
}

// read finds the units of both words.
func (al *aligner) read(a, b spelled) {
	al.unitsA, al.boundsA = al.rules.occurrences(a, al.unitsA[:0], al.boundsA[:0])
	al.unitsB, al.boundsB = al.rules.occurrences(b, al.unitsB[:0], al.boundsB[:0])
}

// noRuleSpeaks tells that no rule knows a letter of either word.
func (al *aligner) noRuleSpeaks() bool {
	for _, units := range [...][]occurrence{al.unitsA, al.unitsB} {
		for _, u := range units {
			if u.size > 0 {
				return false
			}
		}
	}
	return true
}

// fill computes the grid and, if asked, how each place was reached; the result is the last place's cost. No path goes
// through a place that costs more than the limit.
func (al *aligner) fill(a, b spelled, back bool, limit int) int {
	height, width := len(a.letters)+1, len(b.letters)+1
	al.grid = grow(al.grid, height*width)
	for i := range al.grid {
		al.grid[i] = far
	}
	if back {
		al.back = grow(al.back, height*width)
	}
	reach := func(i, j, sizeA, sizeB, cost int, rule *correspondence) {
		to := (i+sizeA)*width + j + sizeB
		if total := al.grid[i*width+j] + int32(cost); total < al.grid[to] {
			al.grid[to] = total
			if back {
				al.back[to] = jump{uint8(sizeA), uint8(sizeB), rule}
			}
		}
	}
	letter := al.weights.letter
	al.grid[0] = 0
	for i := range height {
		for j := range width {
			if int(al.grid[i*width+j]) > limit {
				continue
			}
			downward, rightward := i+1 < height, j+1 < width
			if downward && rightward {
				switch {
				case a.letters[i] == b.letters[j]:
					reach(i, j, 1, 1, 0, nil)
				case a.base[i] == b.base[j]:
					reach(i, j, 1, 1, al.weights.accent, nil)
				default:
					reach(i, j, 1, 1, letter, nil)
				}
			}
			for _, u := range al.unitsA[al.boundsA[i]:al.boundsA[i+1]] {
				for _, v := range al.unitsB[al.boundsB[j]:al.boundsB[j+1]] {
					if rule := al.rules.between(u.id, v.id); rule != nil {
						reach(i, j, int(u.size), int(v.size), rule.cost, rule)
					}
				}
			}
			if downward {
				reach(i, j, 1, 0, letter, nil)
			}
			if rightward {
				reach(i, j, 0, 1, letter, nil)
			}
		}
	}
	return int(al.grid[height*width-1])
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}
