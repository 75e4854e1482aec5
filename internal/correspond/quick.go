package correspond

import (
	"math"
	"math/bits"
)

// Distance without a way back
//
// Compare asks for the cost alone, a hundred times as often as Explain asks for the way. So Distance has a grid of its
// own: the same places and steps as fill, but the rules come from the index, each word has been read into flat numbers,
// and no place is written from which the rest would lead over the limit. A place holds what is left of the limit there
// rather than what was spent, so that a grid of zeros is one that nobody has reached. Of two words that are unlike, few
// places are: so each row knows the stretch to look at.

// Between is Distance for words that have been read.
func (al *Aligner) Between(a, b *Reading, limit int) int {
	switch {
	case limit < 0:
		return Far
	case a.equal(b):
		return 0
	case al.rules.byLetter == nil || max(a.n, b.n) > maxLetters:
		return al.slow(*a.word, *b.word, limit)
	}
	most := int32(min(limit, Far-1))
	floorA, floorB, ok := al.floors(&a.letters, &b.letters, most)
	if !ok {
		return Far
	}
	return al.fillWithin(a, b, most, floorA, floorB)
}

// BetweenRun is Between for a run of words read as one, and another word.
func (al *Aligner) BetweenRun(run []*Reading, b *Reading, limit int) int {
	if limit < 0 {
		return Far
	}
	letters := int32(0)
	for _, part := range run {
		letters += part.n
	}
	if al.rules.byLetter == nil || max(letters, b.n) > maxLetters {
		al.runWord.join(run)
		return al.slow(al.runWord, *b.word, limit)
	}
	var whole letterSet
	most, floorA := int32(min(limit, Far-1)), int32(0)
	for _, part := range run {
		if floorA += part.letters.floor(&b.letters.covers, &al.steps); floorA > most {
			return Far
		}
		whole.add(&part.letters)
	}
	floorB := b.letters.floor(&whole.covers, &al.steps)
	if floorB > most {
		return Far
	}
	al.run.join(run, &al.runWord)
	if al.run.equal(b) {
		return 0
	}
	return al.fillWithin(&al.run, b, most, floorA, floorB)
}

// maxLetters is how many letters a word has at most whose places in a row are the bits of one number.
const maxLetters = 62

// fillWithin is the cost of two words with known floors: it fills the grid as far as the limit goes.
func (al *Aligner) fillWithin(a, b *Reading, limit, floorA, floorB int32) int {
	height, width := a.Size()+1, b.Size()+1
	al.rest = grow(al.rest, height+1+width+1)
	g := quickGrid{index: al.rules.byLetter, a: a, b: b, height: height, width: width + 1, restA: al.rest[:height+1], restB: al.rest[height+1:]}
	if !al.foresee(g.restA, a, b, limit, floorA) || !al.foresee(g.restB, b, a, limit, floorB) {
		return Far
	}
	g.restA[height], g.restB[width] = math.MaxInt32, math.MaxInt32 // there are no such places
	al.grid, al.reached = grow(al.grid, (height+1)*g.width), grow(al.reached, height+1)
	g.grid, g.reached = al.grid, al.reached
	clear(g.grid)
	clear(g.reached)
	g.put(0, 0, limit+1)
	g.fill(al)
	if left := g.grid[height*g.width-2]; left > 0 {
		return int(limit + 1 - left)
	}
	return Far
}

// slow is Between for rules without an index.
func (al *Aligner) slow(a, b Word, limit int) int {
	al.read(a, b)
	if cost := al.fill(a, b, false, limit); cost <= limit {
		return cost
	}
	return Far
}

type quickGrid struct {
	*index
	a, b          *Reading
	height, width int      // width counts one place behind the last letter, which nothing reaches
	restA, restB  []int32  // by place: what the letters behind it cost at the least
	grid          []int32  // by place: one more than what of the limit is left there; 0 when it is not reached
	reached       []uint64 // of each row, the places as bits
}

// put hands what is left on to a place, unless another way there leaves more or too little is left for the rest.
func (g *quickGrid) put(p, q int, left int32) {
	if to := &g.grid[p*g.width+q]; left > max(g.restA[p], g.restB[q], *to) {
		*to = left
		g.reached[p] |= 1 << q
	}
}

func (g *quickGrid) fill(al *Aligner) {
	a, b := g.a, g.b
	plainA, plainB, restA, restB := a.plain(), b.plain(), g.restA, g.restB
	letter, accent := int32(al.letter), int32(al.accent)
	accented := a.accented || b.accented
	for i := range g.height {
		places := g.reached[i]
		if places == 0 {
			continue
		}
		row, rowBelow := g.grid[i*g.width:][:len(restB)], g.grid[(i+1)*g.width:][:len(restB)]
		rest, restBelow, below := restA[i], restA[i+1], uint64(0)
		codeA := plainA.code(i)
		opensA, dropA, leavesA := g.opens[codeA], al.drops[codeA], g.leaving&bit(codeA)
		if a.accented {
			dropA = min(dropA, al.drops[a.bare().code(i)])
		}
		for ; places != 0; places &= places - 1 {
			j := bits.TrailingZeros64(places)
			left := row[j]
			codeB := plainB.code(j)
			if after := left - dropA; after > max(restBelow, restB[j], rowBelow[j]) {
				rowBelow[j] = after
				below |= 1 << j
			}
			dropB := al.drops[codeB]
			if b.accented {
				dropB = min(dropB, al.drops[b.bare().code(j)])
			}
			if after := left - dropB; after > max(rest, restB[j+1], row[j+1]) {
				row[j+1] = after
				places |= 2 << j
			}
			if need := max(restBelow, restB[j+1], rowBelow[j+1]); left > need {
				after := left
				if codeA != codeB || codeA >= strange && a.word.Letters[i] != b.word.Letters[j] {
					after -= letter
					if accented && g.sameBase(i, j) {
						after = left - accent
					}
				}
				if after > need {
					rowBelow[j+1] = after
					below |= 2 << j
				}
			}
			if opensA&bit(codeB) != 0 {
				g.take(g.at(codeA, codeB), i, j, plainA, plainB, left)
				places |= g.reached[i] &^ (2<<j - 1)
			}
			if leavesA|g.leaving&bit(codeB) != 0 || i+j == 0 {
				g.leave(i, j, plainA, plainB, left)
				places |= g.reached[i] &^ (2<<j - 1)
			}
			if accented {
				g.bareRulesAt(i, j, left)
				places |= g.reached[i] &^ (2<<j - 1)
			}
		}
		g.reached[i+1] |= below
	}
}

// sameBase tells whether two letters differ in their accents alone.
func (g *quickGrid) sameBase(i, j int) bool {
	x, y := g.a.base(i), g.b.base(j)
	return x == y && (x < strange || g.a.word.Base[i] == g.b.word.Base[j])
}

// bareRulesAt takes the rules for words of which one at least is read without its accents.
func (g *quickGrid) bareRulesAt(i, j int, left int32) {
	a, b := g.a, g.b
	if a.accented {
		g.rulesAt(i, j, a.bare(), b.plain(), left)
	}
	if b.accented {
		g.rulesAt(i, j, a.plain(), b.bare(), left)
	}
	if a.accented && b.accented {
		g.rulesAt(i, j, a.bare(), b.bare(), left)
	}
}

func (g *quickGrid) rulesAt(i, j int, a, b face, left int32) {
	g.take(g.at(a.code(i), b.code(j)), i, j, a, b, left)
	g.leave(i, j, a, b, left)
}

// leave takes the rules that leave several letters out.
func (g *quickGrid) leave(i, j int, a, b face, left int32) {
	x, y := a.code(i), b.code(j)
	if x == noLetter || y == noLetter {
		return // the others are those
	}
	leaving := g.leaving
	if i+j == 0 {
		leaving |= g.unopened
	}
	if leaving&(bit(x)|bit(y)) != 0 {
		g.take(g.at(x, noLetter), i, j, a, b, left)
		g.take(g.at(noLetter, y), i, j, a, b, left)
	}
}

// take hands what is left on by each entry whose sides stand in the words.
func (g *quickGrid) take(rules span, i, j int, a, b face, left int32) {
	if rules.from == rules.to {
		return
	}
	windowA, windowB := a.window(i), b.window(j)
	entries := g.entries[rules.from:rules.to]
	for k := range entries {
		e := &entries[k]
		if e.left.differs(windowA)|e.right.differs(windowB) != 0 {
			continue
		}
		p, q := i+int(e.leftSize), j+int(e.rightSize)
		if e.start && i+j > 0 || e.end && (p+1 < g.height || q+2 < g.width) {
			continue
		}
		g.put(p, q, left-e.cost)
	}
}
