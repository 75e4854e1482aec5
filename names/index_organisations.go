package names

import (
	"cmp"
	"math"
	"slices"
)

// Organisations among the names
//
// Organisations share most of their words: every second one is a company. So they are looked up by the keys of their units
// (organisation_keys.go), each counting for as much as it tells: the logarithm of how many organisations there are for each
// that has it (inverse document frequency; Spärck Jones 1972). What a name has besides takes away a part of that.

// organisationIndex is the organisations of an index by their keys.
type organisationIndex struct {
	keys map[string]int32
	in   [][]uint32         // by key, the names
	of   map[uint32][]int32 // by name, the keys
}

// besides is what a key counts that only one of two names has, as a share of what it counts when both have it.
const besides = .3

func (o *organisationIndex) file(number uint32, keys []string) {
	if o.keys == nil {
		o.keys, o.of = map[string]int32{}, map[uint32][]int32{}
	}
	own := make([]int32, len(keys))
	for i, key := range keys {
		n, known := o.keys[key]
		if !known {
			n = int32(len(o.in))
			o.keys[key] = n
			o.in = append(o.in, nil)
		}
		own[i] = n
	}
	o.fileNumbers(number, own)
}

func (o *organisationIndex) fileNumbers(number uint32, keys []int32) {
	for _, key := range keys {
		o.in[key] = append(o.in[key], number)
	}
	o.of[number] = keys
}

func (o *organisationIndex) has(number uint32) bool { return o.of[number] != nil }

// tells is how much a key tells.
func (o *organisationIndex) tells(key int32) float64 {
	return math.Log(float64(len(o.of)+1) / float64(len(o.in[key])))
}

// near gives at most so many organisations that share with a name what tells most.
func (o *organisationIndex) near(name Name, most int) []int {
	if len(o.of) == 0 {
		return nil
	}
	if name.units == nil {
		if name.free == nil || len(name.tokens) == 0 {
			return nil
		}
		name = name.freely()
	}
	all, _ := organisationKeys(name)
	var keys []int32
	for _, key := range all {
		if n, known := o.keys[key]; known {
			keys = append(keys, n)
		}
	}
	slices.SortFunc(keys, func(a, b int32) int { return cmp.Or(len(o.in[a])-len(o.in[b]), cmp.Compare(a, b)) })
	shared, met := map[uint32]float64{}, 0
	for _, key := range keys {
		if met += len(o.in[key]); met > maxMet && len(shared) > 0 {
			break
		}
		for _, number := range o.in[key] {
			shared[number] += o.tells(key)
		}
	}
	type candidate struct {
		name  uint32
		score float64
	}
	found := make([]candidate, 0, len(shared))
	for number, score := range shared {
		total := 0.0
		for _, key := range o.of[number] {
			total += o.tells(key)
		}
		found = append(found, candidate{number, score - besides*(total-score)})
	}
	slices.SortFunc(found, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.name, b.name))
	})
	numbers := make([]int, 0, min(most, len(found)))
	for _, c := range found[:min(most, len(found))] {
		numbers = append(numbers, int(c.name))
	}
	return numbers
}
