package names

import "slices"

// Buckets over these sizes are not compared pair by pair: a key so common says little.
const maxSingleBucket, maxDoubleBucket = 120, 600

// candidates lists the pairs of bags worth comparing, each once: those with a rare key in common.
func candidates(bags []*bag) [][2]int {
	single, double := map[string][]int{}, map[string][]int{}
	for i, b := range bags {
		seen := map[string]bool{}
		for _, name := range b.names() {
			one, two := keys(name)
			for table, words := range map[*map[string][]int][]string{&single: one, &double: two} {
				for _, key := range words {
					if !seen[key] {
						seen[key] = true
						(*table)[key] = append((*table)[key], i)
					}
				}
			}
		}
	}
	var pairs [][2]int
	collect := func(table map[string][]int, most int) {
		for _, bucket := range table {
			if len(bucket) > most {
				continue
			}
			for x, i := range bucket {
				for _, j := range bucket[x+1:] {
					pairs = append(pairs, [2]int{i, j})
				}
			}
		}
	}
	collect(single, maxSingleBucket)
	collect(double, maxDoubleBucket)
	slices.SortFunc(pairs, func(x, y [2]int) int { return slices.Compare(x[:], y[:]) })
	return slices.Compact(pairs)
}
