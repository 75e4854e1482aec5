package names

import "slices"

// Organisations are looked up by keys: two are worth comparing when they have a rare key in common. Keys that more than so
// many names have say little.
const maxSingleBucket, maxDoubleBucket = 120, 600

// keyed is names by their keys.
type keyed struct {
	single, double map[string][]int32
	of             map[int32][2][]string // the keys of each name
}

func (k *keyed) add(name int32, n Name) {
	if k.of == nil {
		*k = keyed{map[string][]int32{}, map[string][]int32{}, map[int32][2][]string{}}
	}
	single, double := organisationKeys(n)
	k.of[name] = [2][]string{single, double}
	for _, key := range single {
		k.single[key] = append(k.single[key], name)
	}
	for _, key := range double {
		k.double[key] = append(k.double[key], name)
	}
}

// seek appends the names behind least that have a rare key in common with a name, each once.
func (k *keyed) seek(name, least int32, found []int32) []int32 {
	from := len(found)
	take := func(bucket []int32, most int) {
		if len(bucket) > most {
			return
		}
		for _, other := range bucket {
			if other > least && other != name {
				found = append(found, other)
			}
		}
	}
	keys := k.of[name]
	for _, key := range keys[0] {
		take(k.single[key], maxSingleBucket)
	}
	for _, key := range keys[1] {
		take(k.double[key], maxDoubleBucket)
	}
	slices.Sort(found[from:])
	return found[:from+len(slices.Compact(found[from:]))]
}
