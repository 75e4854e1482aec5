package correspond

import "slices"

// What a word costs at the least
//
// Most words that Distance is asked about are unlike, and that can be told from their letters without regard to order.
// A letter that the other word lacks must be explained by a rule, or is strange. If it is by a rule, then the letters
// of the rule's other side are in the other word; and each letter bears its share of the rule's cost. So the sum of the
// least shares, over the letters from some place to the end, is no more than what these letters will cost: a place from
// which that sum leads over the limit need not be visited, and often that is true of the first.
//
// The shares are rounded down to a few levels, and the letters of the other word are bits of one number, letters of
// one remainder modulo 64 sharing a bit; both make the bound lower, never higher.

var levels = [...]int32{0, 4, 8, 12, 18, 25, 40}

// least is what a letter costs at the least.
type least struct {
	by      [len(levels)]uint64 // for each level, letters of which one must stand in the other word
	any     uint64              // all those letters
	strange int32               // without any of them, unless a strange letter costs less
}

func bit(class int) uint64 { return 1 << (class & 63) }

// addLeast finds the least shares of each letter.
func (x *index) addLeast(r *Rules) {
	x.least = make([]least, x.classes)
	for class := range x.least {
		x.least[class].by[0], x.least[class].any = bit(class), bit(class)
		x.least[class].strange = Far
	}
	uses := make([]int, x.classes)
	for _, u := range r.units {
		for _, letter := range u.text {
			uses[x.class(letter)]++
		}
	}
	share := func(left, right []rune, cost int) {
		for _, letter := range left {
			l, part := &x.least[x.class(letter)], int32(cost/len(left))
			switch {
			case len(right) == 0:
				l.strange = min(l.strange, part)
			case !slices.Contains(right, letter): // else the other word has it
				rarest := slices.MinFunc(right, func(a, b rune) int { return uses[x.class(a)] - uses[x.class(b)] })
				level := len(levels) - 1
				for levels[level] > part {
					level--
				}
				l.by[level] |= bit(x.class(rarest))
				l.any |= bit(x.class(rarest))
			}
		}
	}
	for i := range r.rules {
		rule := &r.rules[i]
		u, v := []rune(r.units[rule.left].text), []rune(r.units[rule.right].text)
		share(u, v, rule.Cost)
		share(v, u, rule.Cost)
	}
}

// cost is what a letter costs at the least beside a word of these letters.
func (l *least) cost(letters uint64, strange int32) int32 {
	strange = min(strange, l.strange)
	if l.any&letters == 0 {
		return strange
	}
	level := 0
	for l.by[level]&letters == 0 {
		level++
	}
	return min(levels[level], strange)
}

// bound sets the least costs of the rest of r beside the other word; false when that is over the limit at the start.
func (g *quickGrid) bound(r, other *Reading, strange int32) bool {
	n, sum := len(r.letters), int32(0)
	r.costs = grow(r.costs, n+1)
	r.costs[n] = 0
	for i := n - 1; i >= 0; i-- {
		cost := g.least[r.faces[0].classes[i]].cost(other.mask, strange)
		if r.faced > 1 && cost > 0 {
			cost = min(cost, g.least[r.faces[1].classes[i]].cost(other.mask, strange))
		}
		if sum += cost; sum > g.limit {
			return false
		}
		r.costs[i] = sum
	}
	return true
}
