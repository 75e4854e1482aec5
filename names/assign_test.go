package names

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// Where assign needs no search it must say what the search says, also in ties; and no pairing may bring more.
func TestAssignIsTheSearchAndTheBest(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var r assigner
	for range 200_000 {
		rows, columns := random.IntN(5), random.IntN(5)
		gain := make([]int, rows*columns)
		for i := range gain {
			gain[i] = random.IntN(6) * random.IntN(4)
		}
		want := make([]int, rows)
		r.hungarian(want, gain, rows, columns)
		got := r.assign(gain, rows, columns)
		require.Equal(t, want, got, "%d rows, %d columns: %v", rows, columns, gain)
		sum := 0
		for i, j := range got {
			if j >= 0 {
				require.Positive(t, gain[i*columns+j])
				sum += gain[i*columns+j]
			}
		}
		require.Equal(t, mostGain(gain, rows, columns, 0, 0), sum, "%d rows, %d columns: %v", rows, columns, gain)
	}
}

// mostGain tries all pairings.
func mostGain(gain []int, rows, columns, row int, taken uint) int {
	if row == rows {
		return 0
	}
	most := mostGain(gain, rows, columns, row+1, taken)
	for j := range columns {
		if taken>>j&1 == 0 {
			most = max(most, gain[row*columns+j]+mostGain(gain, rows, columns, row+1, taken|1<<j))
		}
	}
	return most
}
