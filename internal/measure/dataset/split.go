package dataset

import (
	"fmt"
	"hash/fnv"
)

// Part is a half of a data set, or all of it.
type Part string

const (
	Train Part = "train" // weights, thresholds and rules come from here
	Test  Part = "test"  // figures are reported here
	All   Part = "all"
)

// ParsePart reads the word of a flag.
func ParsePart(s string) (Part, error) {
	switch p := Part(s); p {
	case Train, Test, All:
		return p, nil
	}
	return "", fmt.Errorf("part %q is unknown; give train, test or all", s)
}

// PartOf says on which side a key falls. The side depends on the key alone: never on the order of the
// rows, on other rows or on a seed, so that it stays when data is added.
//
// The key is what must not be torn apart: the entity of a mention, the text of a pair, the native
// spelling of a token. What one side can still know of the other: name_pairs repeats a famous name in
// several pairs; relay_people is spelled with words that tokens_LANG.csv holds on either side.
//
// The last letters of a key reach only some bits of an FNV-1a hash, and its lowest bit is no more than a
// parity; so its bits are mixed (the finaliser of MurmurHash3, Appleby 2011, public domain) and then the
// lowest decides.
func PartOf(key string) Part {
	h := fnv.New64a()
	h.Write([]byte(key))
	if mix(h.Sum64())&1 == 0 {
		return Train
	}
	return Test
}

func mix(x uint64) uint64 {
	x = (x ^ x>>33) * 0xff51afd7ed558ccd
	x = (x ^ x>>33) * 0xc4ceb9fe1a85ec53
	return x ^ x>>33
}

// Order gives a key a place that has nothing to do with the data: sorting by it and taking the first n
// is a sample that never moves. Salt makes another order.
func Order(salt, key string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(salt))
	h.Write([]byte{0})
	h.Write([]byte(key))
	return mix(h.Sum64())
}

// Has says whether a key belongs to the part.
func (p Part) Has(key string) bool { return p == All || p == PartOf(key) }
