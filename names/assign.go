package names

import "math"

// assign pairs the rows of a table with its columns so that the sum of the gains is the greatest; partner[i] is
// row i's column, or -1 where a pair would gain nothing. It is the Hungarian method with potentials (Kuhn 1955,
// Munkres 1957), in time n²m, for gain[i*columns+j] ≥ 0.
func assign(gain []int, rows, columns int) (partner []int) {
	n := max(rows, columns) // the table is filled up to a square with gains of 0
	cost := func(i, j int) int {
		if i < rows && j < columns {
			return -gain[i*columns+j]
		}
		return 0
	}
	rowPotential, columnPotential := make([]int, n+1), make([]int, n+1)
	rowOf, cameFrom := make([]int, n+1), make([]int, n+1) // 1-based; column 0 is the row being placed
	for i := 1; i <= n; i++ {
		rowOf[0] = i
		least, used := make([]int, n+1), make([]bool, n+1)
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
	partner = make([]int, rows)
	for i := range partner {
		partner[i] = -1
	}
	for j := 1; j <= columns; j++ {
		if i := rowOf[j] - 1; i >= 0 && i < rows && gain[i*columns+j-1] > 0 {
			partner[i] = j - 1
		}
	}
	return partner
}
