package names

// Kinds of names
//
// Most names of a large list are two words, and many are the same two: in the other order, in capitals, with an initial
// more. So the full names of the same two words are one kind, and what is worth comparing is found by kind: of two kinds,
// each word of one must be near a word of the other.
//
//	Sooronbay Jeenbekov     one kind     near jeenbekov: jinbekov    the kinds that hold it
//	JEENBEKOV, Sooronbay                 of these, the ones with a word near sooronbay: surunbai jinbekov

// kinds are the full names of two words.
type kinds struct {
	of    []int32        // by name, its kind, or -1
	words [][2]int32     // by kind
	names [][]int32      // by kind, in order
	with  [][]kindHolder // by word, the kinds that hold it, in order
}

// A kindHolder is a kind that holds a word, and its other word.
type kindHolder struct{ kind, other int32 }

// gatherKinds finds the kinds and counts the names that hold their words. Kinds are in the order of their first names.
func (x *lookalikes) gatherKinds() kinds {
	k := kinds{of: make([]int32, len(x.of)), with: make([][]kindHolder, len(x.words))}
	number := make(map[[2]int32]int32, len(x.of)/2)
	for i, words := range x.of {
		k.of[i] = -1
		if len(words) != 2 || words[0] < 0 || words[1] < 0 || x.joined[i] != nil || !x.full[i] {
			continue
		}
		pair := [2]int32{min(words[0], words[1]), max(words[0], words[1])}
		kind, known := number[pair]
		if !known {
			kind = int32(len(k.words))
			number[pair] = kind
			k.words = append(k.words, pair)
		}
		k.of[i] = kind
		x.holding[pair[0]]++
		if pair[0] != pair[1] {
			x.holding[pair[1]]++
		}
	}
	for kind, pair := range k.words {
		k.with[pair[0]] = append(k.with[pair[0]], kindHolder{int32(kind), pair[1]})
		if pair[0] != pair[1] {
			k.with[pair[1]] = append(k.with[pair[1]], kindHolder{int32(kind), pair[0]})
		}
	}
	k.list()
	return k
}

// list fills in the names of each kind.
func (k *kinds) list() {
	counts := make([]int, len(k.words))
	total := 0
	for _, kind := range k.of {
		if kind >= 0 {
			counts[kind]++
			total++
		}
	}
	k.names = make([][]int32, len(k.words))
	room := make([]int32, total)
	for kind, n := range counts {
		k.names[kind], room = room[:0:n], room[n:]
	}
	for name, kind := range k.of {
		if kind >= 0 {
			k.names[kind] = append(k.names[kind], int32(name))
		}
	}
}

// inOrder lists all names, those of one kind one behind the other.
func (x *lookalikes) inOrder() []int32 {
	order := make([]int32, 0, len(x.of))
	for name := range x.of {
		if x.kinds.of == nil || x.kinds.of[name] < 0 {
			order = append(order, int32(name))
		}
	}
	for _, names := range x.kinds.names {
		order = append(order, names...)
	}
	return order
}

// kindsLike lists the kinds behind one that are worth comparing with it, each once. The list is good until the next call.
func (s *seeker) kindsLike(kind int32) []int32 {
	if s.likeOf == kind {
		return s.like
	}
	s.likeOf, s.like = kind, s.like[:0]
	s.round++
	rare, other := s.kinds.words[kind][0], s.kinds.words[kind][1]
	if s.reach[rare] > s.reach[other] {
		rare, other = other, rare
	}
	s.mark(other, 1)
	for _, n := range s.near[rare] {
		holders := s.kinds.with[n.word]
		for i := len(holders) - 1; i >= 0 && holders[i].kind > kind; i-- {
			if h := holders[i]; s.marks[h.other] != 0 && s.seenKind[h.kind] != s.round {
				s.seenKind[h.kind] = s.round
				s.like = append(s.like, h.kind)
			}
		}
	}
	s.mark(other, 0)
	return s.like
}
