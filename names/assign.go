package names

import (
	"math"
	"slices"
)

// An assigner pairs rows with columns; it keeps its memory for the next table.
type assigner struct {
	partner, rowOf []int
	numbers        []int
	used           []bool
}

// room gives each of the tables n zeros of the memory.
func (r *assigner) room(n int, tables ...*[]int) {
	if need := n * len(tables); cap(r.numbers) < need {
		r.numbers = make([]int, need)
	}
	clear(r.numbers[:n*len(tables)])
	for i, s := range tables {
		*s = r.numbers[i*n : (i+1)*n : (i+1)*n]
	}
}

// assign pairs the rows of a table with its columns so that the sum of the gains is the greatest, for gain[i*columns+j]
// ≥ 0; partner[i] is row i's column, or -1 where a pair would gain nothing. partner is good until the next call.
func (r *assigner) assign(gain []int, rows, columns int) (partner []int) {
	if cap(r.partner) < rows {
		r.partner = make([]int, rows)
	}
	partner = r.partner[:rows]
	for i := range partner {
		partner[i] = -1
	}
	if !r.obvious(partner, gain, rows, columns) {
		r.hungarian(partner, gain, rows, columns)
	}
	return partner
}

// obvious tells whether each row's best column is the only best one and no other row's, or each column's best row so:
// then no other pairing brings as much, and there is nothing to search for.
func (r *assigner) obvious(partner, gain []int, rows, columns int) bool {
	if r.bestApart(partner, gain, rows, columns, columns, 1) {
		return true
	}
	r.rowOf = slices.Grow(r.rowOf[:0], columns)[:columns]
	if !r.bestApart(r.rowOf, gain, columns, rows, 1, columns) {
		return false
	}
	for i := range partner {
		partner[i] = -1
	}
	for j, i := range r.rowOf {
		if i >= 0 {
			partner[i] = j
		}
	}
	return true
}

// bestApart finds the best partner of each of n lines among m; gain[i*line+j*step] is what a pair brings. It tells
// whether none is a tie and none is wanted twice.
func (r *assigner) bestApart(partner, gain []int, n, m, line, step int) bool {
	for i := range n {
		best, most, tie := -1, 0, false
		for j := range m {
			switch g := gain[i*line+j*step]; {
			case g > most:
				best, most, tie = j, g, false
			case g == most:
				tie = g > 0
			}
		}
		if tie || best >= 0 && slices.Contains(partner[:i], best) {
			return false
		}
		partner[i] = best
	}
	return true
}

// hungarian is the method with potentials (Kuhn 1955, Munkres 1957), in time n²m.
func (r *assigner) hungarian(partner, gain []int, rows, columns int) {
	n := max(rows, columns) // the table is filled up to a square with gains of 0
	cost := func(i, j int) int {
		if i < rows && j < columns {
			return -gain[i*columns+j]
		}
		return 0
	}
	var rowPotential, columnPotential, rowOf, cameFrom, least []int // 1-based; column 0 is the row being placed
	r.room(n+1, &rowPotential, &columnPotential, &rowOf, &cameFrom, &least)
	if cap(r.used) < n+1 {
		r.used = make([]bool, n+1)
	}
	used := r.used[:n+1]
	for i := 1; i <= n; i++ {
		rowOf[0] = i
		clear(used)
		for j := range least {
			least[j] = math.MaxInt
		}
		column := 0
		for rowOf[column] != 0 {
			used[column] = true
			row, slack, next := rowOf[column], math.MaxInt, 0
			for j := 1; j <= n; j++ {
				if used[j] {
					continue
				}
				if c := cost(row-1, j-1) - rowPotential[row] - columnPotential[j]; c < least[j] {
					least[j], cameFrom[j] = c, column
				}
				if least[j] < slack {
					slack, next = least[j], j
				}
			}
			for j := 0; j <= n; j++ {
				if used[j] {
					rowPotential[rowOf[j]] += slack
					columnPotential[j] -= slack
				} else {
					least[j] -= slack
				}
			}
			column = next
		}
		for column != 0 {
			rowOf[column] = rowOf[cameFrom[column]]
			column = cameFrom[column]
		}
	}
	for i := range partner {
		partner[i] = -1
	}
	for j := 1; j <= columns; j++ {
		if i := rowOf[j] - 1; i >= 0 && i < rows && gain[i*columns+j-1] > 0 {
			partner[i] = j - 1
		}
	}
}
