package names

import "slices"

// Organisations are looked up by keys: two are worth comparing when they have a rare key in common. Keys that more than so
// many names have say little. In lists of up to fewNames names they are looked up by their words as well, and these find
// all that may be spellings of them.
const maxSingleBucket, maxDoubleBucket = 120, 600

// keyed is names by their keys.
type keyed struct {
	single, double map[string][]int32
	of             map[int32][2][]string // the keys of each name

	words *vocabulary       // nil in long lists
	own   map[int32][]int32 // by name, its words
	with  [][]int32         // by word, the names that have it
	short map[int32][]int32 // by name, those which have an acronym of it, or of which it has one
}

func newKeyed(m *Matcher, byWord bool) keyed {
	k := keyed{single: map[string][]int32{}, double: map[string][]int32{}, of: map[int32][2][]string{}}
	if byWord {
		k.words, k.own, k.short = newVocabulary(m), map[int32][]int32{}, map[int32][]int32{}
	}
	return k
}

func (k *keyed) add(name int32, n Name) {
	single, double := organisationKeys(n)
	k.of[name] = [2][]string{single, double}
	for _, key := range single {
		k.single[key] = append(k.single[key], name)
	}
	for _, key := range double {
		k.double[key] = append(k.double[key], name)
	}
	if k.words != nil {
		k.addWords(name, n)
	}
}

// addWords takes the words of a name that letters may tell from others.
func (k *keyed) addWords(name int32, n Name) {
	for i := range n.units {
		u := &n.units[i]
		if u.class == legal || u.class == minor || u.class == numeral || len(u.spelled.Letters) > maxLetters {
			continue
		}
		w := k.words.id(&word{spelled: *u.spelled})
		if int(w) == len(k.with) {
			k.with = append(k.with, nil)
		}
		if !slices.Contains(k.own[name], w) {
			k.own[name] = append(k.own[name], w)
			k.with[w] = append(k.with[w], name)
		}
	}
}

// shorten sets names with acronyms beside those that these may stand for.
func (k *keyed) shorten(names []Name) {
	initials := make([]letterSet, len(names))
	for i := range names {
		for _, t := range names[i].tokens {
			if len(t.Base) > 0 && names[i].units != nil {
				initials[i].add(t.Base[0])
			}
		}
	}
	for a := range names {
		for _, u := range names[a].units {
			if !u.acronym {
				continue
			}
			var letters letterSet
			for _, r := range u.spelled.Base {
				letters.add(r)
			}
			for b := range names {
				if letters&^initials[b] != 0 || a == b {
					continue
				}
				if _, found := longForm(&u, names[b].tokens, false); found {
					k.short[int32(a)] = append(k.short[int32(a)], int32(b))
					k.short[int32(b)] = append(k.short[int32(b)], int32(a))
				}
			}
		}
	}
}

// A letterSet is letters, of which some share a bit.
type letterSet uint64

func (s *letterSet) add(r rune) { *s |= 1 << (r % 64) }

// seek appends the names behind least that have a rare key or a word like one in common with a name, each once.
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
	take(k.short[name], maxDoubleBucket)
	for _, w := range k.own[name] {
		for _, n := range k.words.near[w] {
			take(k.with[n.word], maxDoubleBucket)
		}
	}
	slices.Sort(found[from:])
	return found[:from+len(slices.Compact(found[from:]))]
}
