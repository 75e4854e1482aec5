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

func bit(code uint8) uint64 { return 1 << (code & 63) }

// A letterSet is the letters of a word without regard to order.
type letterSet struct {
	once, twice uint64    // those that stand in one place at least, in two; letters with accents are left out
	covers      levelSets // the letters that these may explain
}

// addCovers finds the least shares of each letter: by the bit of a letter, what it may explain.
func (x *index) addCovers(r *Rules) {
	uses := make([]int, x.codes)
	for _, u := range r.units {
		for _, letter := range u.text {
			uses[x.code(letter)]++
		}
	}
	share := func(left, right []rune, cost int) {
		for _, letter := range left {
			level := levelOf(int32(cost / len(left)))
			switch {
			case len(right) == 0:
				x.free[level] |= bit(x.code(letter))
			case !slices.Contains(right, letter): // else the other word has it
				rarest := slices.MinFunc(right, func(a, b rune) int { return uses[x.code(a)] - uses[x.code(b)] })
				x.covers[x.code(rarest)&63][level] |= bit(x.code(letter))
			}
		}
	}
	for i := range r.rules {
		rule := &r.rules[i]
		u, v := []rune(r.units[rule.left].text), []rune(r.units[rule.right].text)
		share(u, v, rule.Cost)
		share(v, u, rule.Cost)
	}
	for i := range x.covers {
		x.covers[i][0] |= 1 << i // itself
		x.covers[i].widen()
	}
	x.free.widen()
}

// levelOf is the last level that is no higher than a cost.
func levelOf(cost int32) int {
	level := len(levels) - 1
	for levels[level] > cost {
		level--
	}
	return level
}

// widen adds to each level the letters of the lower ones.
func (s *levelSets) widen() {
	for level := range levels[1:] {
		s[level+1] |= s[level]
	}
}

// levelsOf is at how many levels a letter is in the sets. It has no branch, which would be guessed wrong half of the time.
func (s *levelSets) levelsOf(code uint8) uint64 {
	letter := code & 63
	return s[0]>>letter&1 + s[1]>>letter&1 + s[2]>>letter&1 + s[3]>>letter&1
}

// gather finds the letters of the word as a set.
func (r *Reading) gather() {
	plain, all, once, twice, codes := r.plain(), uint64(0), uint64(0), uint64(0), uint8(0)
	for i := range r.Size() {
		code := plain.code(i)
		letter := bit(code)
		all |= letter
		codes = max(codes, code)
		if r.accented {
			if bare := r.bare().code(i); bare != code {
				all |= bit(bare)
				continue
			}
		}
		twice |= once & letter
		once |= letter
	}
	r.odd = codes >= strange
	set0, set1, set2, set3 := r.index.free[0], r.index.free[1], r.index.free[2], r.index.free[3]
	for ; all != 0; all &= all - 1 {
		covers := &r.index.covers[bits.TrailingZeros64(all)&63]
		set0, set1, set2, set3 = set0|covers[0], set1|covers[1], set2|covers[2], set3|covers[3]
	}
	r.letters = letterSet{once, twice, levelSets{set0, set1, set2, set3}}
}

// add joins what further letters explain; that is all that is asked of the words of a run together.
func (s *letterSet) add(other *letterSet) {
	for level, covered := range &other.covers {
		s.covers[level] |= covered
	}
}

// floor is no more than what the letters cost beside a word that explains others.
func (s *letterSet) floor(explained *levelSets, steps *levelCosts) (sum int32) {
	for level, set := range explained {
		rest := bits.OnesCount64(s.once&^set) + bits.OnesCount64(s.twice&^set)
		sum += int32(rest) * steps[level]
	}
	return sum
}

// levelCosts are what a letter costs more for each level that does not explain it.
type levelCosts [len(levels)]int32

// stepsTo gives the costs when a strange letter costs so much.
func stepsTo(letter int32) (steps levelCosts) {
	for level, at := range levels {
		next := letter
		if level+1 < len(levels) {
			next = min(letter, levels[level+1])
		}
		steps[level] = max(0, next-at)
	}
	return steps
}

// sharesOf gives what a letter costs at the least that so many levels explain, for up to all.
func sharesOf(steps levelCosts) (shares [8]int32) { // a power of two, for the index's sake
	for covered := range levels {
		for _, step := range steps[:len(steps)-covered] {
			shares[covered] += step
		}
	}
	return shares
}

// floors are the floors of two words; false when one is over the limit.
func (al *Aligner) floors(a, b *letterSet, limit int32) (floorA, floorB int32, ok bool) {
	last := len(levels) - 1
	strange := max(bits.OnesCount64(a.once&^b.covers[last]), bits.OnesCount64(b.once&^a.covers[last]))
	if int32(strange*al.letter) > limit {
		return 0, 0, false
	}
	floorA, floorB = a.floor(&b.covers, &al.steps), b.floor(&a.covers, &al.steps)
	return floorA, floorB, floorA <= limit && floorB <= limit
}

// foresee sets, for each place of a word, what the letters behind it cost at the least beside the other word; false when all
// cost more than the limit. floor is the word's own.
func (al *Aligner) foresee(rest []int32, r, other *Reading, limit, floor int32) bool {
	if 4*floor < limit { // would not save much
		clear(rest)
		return true
	}
	sum, covers, plain := int32(0), &other.letters.covers, r.plain()
	rest[r.n] = 0
	for i := r.Size() - 1; i >= 0; i-- {
		covered := covers.levelsOf(plain.code(i))
		if r.accented {
			covered = max(covered, covers.levelsOf(r.bare().code(i)))
		}
		sum += al.shares[covered]
		rest[i] = sum
	}
	return sum <= limit
}
