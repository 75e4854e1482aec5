package correspond

import (
	"math/bits"
	"slices"
)

// What a word costs at the least
//
// Most words that Distance is asked about are unlike, and that can be told from their letters without regard to order.
// A letter that the other word lacks must be explained by a rule, or is strange. If it is by a rule, then the letters
// of the rule's other side are in the other word; and each letter bears its share of the rule's cost. So the sum of the
// least shares, over the letters from some place to the end, is no more than what these letters will cost: a place from
// which that sum leads over the limit need not be visited, and often that is true of the first.
//
// The shares are rounded down to a few levels, and the letters are bits of one number, letters of one remainder modulo 64
// sharing a bit; both make the bound lower, never higher.
//
// First the words are compared as sets (floor): for each level, a word knows all letters that its own may explain at
// that cost. Those of the other word that are not among them cost at least the next level. A few numbers tell that for
// all letters at once.

// levels are the shares; what no level explains is strange.
var levels = [...]int32{0, 6, 12, 25}

// levelSets are sets of letters by what they cost: at a level or lower.
type levelSets [len(levels)]uint64

// least is what a letter costs at the least.
type least struct {
	by      levelSets // the letters of which one must stand in the other word
	strange int32     // without any of them, unless a strange letter costs less
}

func bit(code uint16) uint64 { return 1 << (code & 63) }

// A letterSet is the letters of a word without regard to order.
type letterSet struct {
	all         uint64    // in all faces
	once, twice uint64    // those that stand in one place at least, in two; letters with accents are left out
	covers      levelSets // the letters that these may explain
}

// addLeast finds the least shares of each letter.
func (x *index) addLeast(r *Rules) {
	x.least = make([]least, x.codes)
	for code := range x.least {
		x.least[code].by[0] = bit(uint16(code))
		x.least[code].strange = Far
	}
	uses := make([]int, x.codes)
	for _, u := range r.units {
		for _, letter := range u.text {
			uses[x.code(letter)]++
		}
	}
	share := func(left, right []rune, cost int) {
		for _, letter := range left {
			l, part := &x.least[x.code(letter)], int32(cost/len(left))
			switch {
			case len(right) == 0:
				l.strange = min(l.strange, part)
			case !slices.Contains(right, letter): // else the other word has it
				rarest := slices.MinFunc(right, func(a, b rune) int { return uses[x.code(a)] - uses[x.code(b)] })
				l.by[levelOf(part)] |= bit(x.code(rarest))
			}
		}
	}
	for i := range r.rules {
		rule := &r.rules[i]
		u, v := []rune(r.units[rule.left].text), []rune(r.units[rule.right].text)
		share(u, v, rule.Cost)
		share(v, u, rule.Cost)
	}
	x.addCovers()
}

// levelOf is the last level that is no higher than a cost.
func levelOf(cost int32) int {
	level := len(levels) - 1
	for levels[level] > cost {
		level--
	}
	return level
}

// addCovers turns the table of least shares round: by the bit of a letter, what it may explain.
func (x *index) addCovers() {
	for code := range x.least {
		l := &x.least[code]
		l.by.widen()
		for level, letters := range l.by {
			for ; letters != 0; letters &= letters - 1 {
				x.covers[bits.TrailingZeros64(letters)][level] |= bit(uint16(code))
			}
		}
		if l.strange < Far {
			x.free[levelOf(l.strange)] |= bit(uint16(code))
		}
	}
	for code := range 64 { // a letter of no rule is explained by itself
		x.covers[code][0] |= bit(uint16(code))
		x.covers[code].widen()
	}
	x.free.widen()
}

// widen adds to each level the letters of the lower ones.
func (s *levelSets) widen() {
	for level := range levels[1:] {
		s[level+1] |= s[level]
	}
}

// gather finds the letters of the word as a set.
func (r *Reading) gather() {
	s, plain := &r.letters, r.plain()
	*s = letterSet{covers: r.index.free}
	for i := range r.n {
		code := plain.code(i)
		letter := bit(code)
		r.odd = r.odd || code >= strange
		if r.word.Accented {
			if bare := r.bare().code(i); bare != code {
				s.all |= letter | bit(bare)
				continue
			}
		}
		s.all |= letter
		s.twice |= s.once & letter
		s.once |= letter
	}
	for letters := s.all; letters != 0; letters &= letters - 1 {
		for level, covered := range &r.index.covers[bits.TrailingZeros64(letters)] {
			s.covers[level] |= covered
		}
	}
}

// floor is no more than what the letters cost beside a word that explains others.
func (s *letterSet) floor(explained *levelSets, letter int32) (sum int32) {
	last := len(levels) - 1
	for level, at := range levels {
		next := letter
		if level < last {
			next = min(letter, levels[level+1])
		}
		rest := bits.OnesCount64(s.once&^explained[level]) + bits.OnesCount64(s.twice&^explained[level])
		sum += int32(rest) * max(0, next-at)
	}
	return sum
}

// floors are the floors of two words; false when one is over the limit.
func (al *Aligner) floors(a, b *letterSet, limit int32) (floorA, floorB int32, ok bool) {
	letter, last := int32(al.letter), len(levels)-1
	strange := bits.OnesCount64(a.once &^ b.covers[last])
	if int32(max(strange, bits.OnesCount64(b.once&^a.covers[last])))*letter > limit {
		return 0, 0, false
	}
	floorA, floorB = a.floor(&b.covers, letter), b.floor(&a.covers, letter)
	return floorA, floorB, floorA <= limit && floorB <= limit
}

// cost is what a letter costs at the least beside a word of these letters.
func (l *least) cost(letters uint64, strange int32) int32 {
	for level := range levels {
		if l.by[level]&letters != 0 {
			return min(levels[level], strange, l.strange)
		}
	}
	return min(strange, l.strange)
}

// costOf is cost for a letter of any code.
func (x *index) costOf(code uint16, letters uint64, letter int32) int32 {
	if code < strange {
		return x.least[code].cost(letters, letter)
	}
	if letters&bit(code) != 0 {
		return 0
	}
	return letter
}

// spend sets, for each place of a word, what the letters before it may cost so that those behind keep within the limit
// beside the other word; false when they cannot. floor is the word's own.
func (x *index) spend(most []int32, r, other *Reading, letter, limit, floor int32) bool {
	if floor == 0 {
		for i := range most {
			most[i] = limit
		}
		return true
	}
	plain, left := r.plain(), limit
	most[r.n] = left
	for i := r.n - 1; i >= 0; i-- {
		cost := x.costOf(plain.code(i), other.letters.all, letter)
		if r.word.Accented && cost > 0 {
			cost = min(cost, x.costOf(r.bare().code(i), other.letters.all, letter))
		}
		if left -= cost; left < 0 {
			return false
		}
		most[i] = left
	}
	return true
}
