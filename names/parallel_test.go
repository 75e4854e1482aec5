package names

import (
	"cmp"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestSortInParallel(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(5))
	for _, n := range []int{0, 1, 100, 9000, 30_000} {
		list := make([]int, n)
		for i := range list {
			list[i] = r.IntN(n)
		}
		want := slices.Clone(list)
		slices.Sort(want)
		require.Equal(t, want, sortInParallel(list, cmp.Compare[int]))
	}
}
