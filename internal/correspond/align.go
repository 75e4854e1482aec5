package correspond

import (
	"math"
	"slices"
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

// Far is more than any alignment costs.
const Far = math.MaxInt32 / 2

// A Link is one step of an alignment.
type Link struct {
	FromA, ToA, FromB, ToB int // letters
	Cost                   int
	Rule                   *Rule // nil: equal letters, or no rule speaks
}

// An Aligner holds the grid and the units of two words; it is used again for the next two.
type Aligner struct {
	rules            *Rules
	letter, accent   int
	steps            levelCosts
	grid             []int32
	back             []jump
	unitsA, unitsB   []occurrence
	boundsA, boundsB []int32
	shares           [8]int32
	drops            [256]int32 // what leaving a letter out costs, by its code
	rest             []int32    // see quickGrid
	reached          []uint64
	room             []byte // of Distance
	run              Reading
	runWord          Word
}

// NewAligner makes an aligner; letter is the cost of a letter that no rule explains, accent of one that differs in its
// accents, both in hundredths.
func NewAligner(rules *Rules, letter, accent int) *Aligner {
	steps := stepsTo(int32(letter))
	al := &Aligner{rules: rules, letter: letter, accent: accent, steps: steps, shares: sharesOf(steps)}
	if rules.byLetter != nil {
		al.drops = rules.byLetter.drops(int32(letter))
	}
	return al
}

// A jump is how a place of the grid was reached.
type jump struct {
	sizeA, sizeB uint8
	rule         *Rule
}

// Distance is the cost of the cheapest alignment in hundredths, or Far when that is more than limit.
func (al *Aligner) Distance(a, b Word, limit int) int {
	al.room = slices.Grow(al.room[:0], a.ReadingSize()+b.ReadingSize())
	x := al.rules.Read(&a, al.room)
	y := al.rules.Read(&b, x.codes)
	return al.Between(&x, &y, limit)
}

// Links gives the steps of the cheapest alignment, in order, and its cost.
func (al *Aligner) Links(a, b Word) ([]Link, int) {
	al.read(a, b)
	cost := al.fill(a, b, true, Far-1)
	width := len(b.Letters) + 1
	var links []Link
	for i, j := len(a.Letters), len(b.Letters); i > 0 || j > 0; {
		step := al.back[i*width+j]
		p, q := i-int(step.sizeA), j-int(step.sizeB)
		l := Link{FromA: p, ToA: i, FromB: q, ToB: j, Rule: step.rule,
			Cost: int(al.grid[i*width+j] - al.grid[p*width+q])}
		links = append(links, l)
		i, j = p, q
	}
	for i, j := 0, len(links)-1; i < j; i, j = i+1, j-1 {
		links[i], links[j] = links[j], links[i]
	}
	return links, cost
}

// read finds the units of both words.
func (al *Aligner) read(a, b Word) {
	al.unitsA, al.boundsA = al.rules.occurrences(a, al.unitsA[:0], al.boundsA[:0])
	al.unitsB, al.boundsB = al.rules.occurrences(b, al.unitsB[:0], al.boundsB[:0])
}

// fill computes the grid and, if asked, how each place was reached; the result is the last place's cost. No path goes
// through a place that costs more than the limit.
func (al *Aligner) fill(a, b Word, back bool, limit int) int {
	height, width := len(a.Letters)+1, len(b.Letters)+1
	al.grid = grow(al.grid, height*width)
	for i := range al.grid {
		al.grid[i] = Far
	}
	if back {
		al.back = grow(al.back, height*width)
	}
	reach := func(i, j, sizeA, sizeB, cost int, rule *Rule) {
		to := (i+sizeA)*width + j + sizeB
		if total := al.grid[i*width+j] + int32(cost); total < al.grid[to] {
			al.grid[to] = total
			if back {
				al.back[to] = jump{uint8(sizeA), uint8(sizeB), rule}
			}
		}
	}
	al.grid[0] = 0
	for i := range height {
		for j := range width {
			if int(al.grid[i*width+j]) > limit {
				continue
			}
			downward, rightward := i+1 < height, j+1 < width
			if downward && rightward {
				switch {
				case a.Letters[i] == b.Letters[j]:
					reach(i, j, 1, 1, 0, nil)
				case a.Base[i] == b.Base[j]:
					reach(i, j, 1, 1, al.accent, nil)
				default:
					reach(i, j, 1, 1, al.letter, nil)
				}
			}
			for _, u := range al.unitsA[al.boundsA[i]:al.boundsA[i+1]] {
				for _, v := range al.unitsB[al.boundsB[j]:al.boundsB[j+1]] {
					if rule := al.rules.between(u.id, v.id); rule != nil {
						reach(i, j, int(u.size), int(v.size), rule.Cost, rule)
					}
				}
			}
			if downward {
				reach(i, j, 1, 0, al.letter, nil)
			}
			if rightward {
				reach(i, j, 0, 1, al.letter, nil)
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
