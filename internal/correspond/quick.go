package correspond

import "bytes"

// Distance without a way back
//
// Compare asks for the cost alone, a hundred times as often as Explain asks for the way. So Distance has a grid of its
// own: the same places and steps as fill, but the rules come from the index, each word has been read into flat numbers,
// and no place is written from which the rest would lead over the limit. Of two words that are unlike, few places are
// left: so a row is cleared only when it is first reached, and it ends when no such place is left in the rows to come.

// Between is Distance for words that have been read.
func (al *Aligner) Between(a, b *Reading, limit int) int {
	switch {
	case limit < 0:
		return Far
	case a.equal(b):
		return 0
	case al.rules.byLetter == nil:
		return al.slow(*a.word, *b.word, limit)
	}
	most := int32(min(limit, Far-1))
	floorA, floorB, ok := al.floors(&a.letters, &b.letters, most)
	if !ok {
		return Far
	}
	return al.within(a, b, most, floorA, floorB)
}

// BetweenRun is Between for a run of words read as one, and another word.
func (al *Aligner) BetweenRun(run []*Reading, b *Reading, limit int) int {
	if limit < 0 {
		return Far
	}
	if al.rules.byLetter == nil {
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
	return al.within(&al.run, b, most, floorA, floorB)
}

// within is the cost of two words with known floors. Those that share their letters are mostly very near, which a grid
// within a narrow limit shows with fewer places.
func (al *Aligner) within(a, b *Reading, limit, floorA, floorB int32) int {
	if floor := max(floorA, floorB); floor <= 10 && limit > 60 {
		if cost := al.fillWithin(a, b, floor+30, floorA, floorB); cost < Far {
			return cost
		}
	}
	return al.fillWithin(a, b, limit, floorA, floorB)
}

// fillWithin fills the grid as far as the limit goes.
func (al *Aligner) fillWithin(a, b *Reading, limit, floorA, floorB int32) int {
	x, letter := al.rules.byLetter, int32(al.letter)
	height, width := a.n+1, b.n+1
	al.most = grow(al.most, height+width)
	g := quickGrid{index: x, a: a, b: b, height: height, width: width, mostA: al.most[:height], mostB: al.most[height:]}
	if !al.spend(g.mostA, a, b, limit, floorA) || !al.spend(g.mostB, b, a, limit, floorB) {
		return Far
	}
	al.grid, al.first = grow(al.grid, (height+1)*width), grow(al.first, height+1)
	g.grid, g.first = al.grid, al.first
	g.put(0, 0, 0)
	g.fill(letter, int32(al.accent))
	if g.cleared < height {
		return Far
	}
	return int(g.grid[height*width-1])
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
	height, width int
	mostA, mostB  []int32 // by place: what the letters before it may cost, so that the rest keeps within the limit
	grid          []int32
	first         []int // of each row, the first place reached
	cleared       int   // how many rows are
}

// clearTo clears the rows up to one.
func (g *quickGrid) clearTo(row int) {
	for ; g.cleared <= row; g.cleared++ {
		places := g.grid[g.cleared*g.width:][:g.width]
		for j := range places {
			places[j] = Far
		}
		g.first[g.cleared] = g.width
	}
}

// put hands a cost on to a place, unless another way there is cheaper or the rest would cost too much.
func (g *quickGrid) put(p, q int, cost int32) {
	if cost > min(g.mostA[p], g.mostB[q]) {
		return
	}
	g.clearTo(p)
	if to := &g.grid[p*g.width+q]; cost < *to {
		*to = cost
		g.first[p] = min(g.first[p], q)
	}
}

func (g *quickGrid) fill(letter, accent int32) {
	a, b := g.a, g.b
	plainA, plainB, mostB := a.plain(), b.plain(), g.mostB
	accented := a.accented || b.accented
	for i := 0; i < min(g.cleared, g.height); i++ {
		first := g.first[i]
		if first == g.width {
			continue
		}
		g.clearTo(i + 1) // there is one more than the height
		row, below := g.grid[i*g.width:][:len(mostB)], g.grid[(i+1)*g.width:][:len(mostB)]
		most, mostBelow, dropA, firstBelow := g.mostA[i], int32(-1), int32(0), g.width
		codeA := plainA.code(i)
		if i < a.n {
			mostBelow, dropA = g.mostA[i+1], g.dropAt(a, i, letter)
		}
		for j := first; j < len(row); j++ {
			cost := row[j]
			if cost > most {
				continue
			}
			if total := cost + dropA; total <= min(mostBelow, mostB[j]) && total < below[j] {
				below[j], firstBelow = total, min(firstBelow, j)
			}
			codeB := plainB.code(j)
			if j+1 < len(row) {
				if total := cost + g.dropAt(b, j, letter); total <= min(most, mostB[j+1]) && total < row[j+1] {
					row[j+1] = total
				}
				if bound := min(mostBelow, mostB[j+1]); cost <= bound {
					total := cost
					if codeA != codeB || codeA >= strange && a.word.Letters[i] != b.word.Letters[j] {
						total += letter
						if accented && g.sameBase(i, j) {
							total = cost + accent
						}
					}
					if total <= bound && total < below[j+1] {
						below[j+1], firstBelow = total, min(firstBelow, j+1)
					}
				}
			}
			if rules := g.at(codeA, codeB); rules.to > 0 {
				g.take(rules, i, j, plainA, plainB, cost)
			}
			if g.leaving&(bit(codeA)|bit(codeB)) != 0 {
				g.leave(i, j, plainA, plainB, cost)
			}
			if accented {
				g.bareRulesAt(i, j, cost)
			}
		}
		g.first[i+1] = min(g.first[i+1], firstBelow)
	}
}

// dropAt is the cost of leaving a letter out.
func (g *quickGrid) dropAt(r *Reading, i int, letter int32) int32 {
	cost := min(letter, g.drop(r.plain().code(i)))
	if r.accented {
		cost = min(cost, g.drop(r.bare().code(i)))
	}
	return cost
}

// sameBase tells whether two letters differ in their accents alone.
func (g *quickGrid) sameBase(i, j int) bool {
	x, y := g.a.base(i), g.b.base(j)
	return x == y && (x < strange || g.a.word.Base[i] == g.b.word.Base[j])
}

// bareRulesAt takes the rules for words of which one at least is read without its accents.
func (g *quickGrid) bareRulesAt(i, j int, cost int32) {
	a, b := g.a, g.b
	if a.accented {
		g.rulesAt(i, j, a.bare(), b.plain(), cost)
	}
	if b.accented {
		g.rulesAt(i, j, a.plain(), b.bare(), cost)
	}
	if a.accented && b.accented {
		g.rulesAt(i, j, a.bare(), b.bare(), cost)
	}
}

func (g *quickGrid) rulesAt(i, j int, a, b face, cost int32) {
	g.take(g.at(a.code(i), b.code(j)), i, j, a, b, cost)
	if g.leaving&(bit(a.code(i))|bit(b.code(j))) != 0 {
		g.leave(i, j, a, b, cost)
	}
}

// leave takes the rules that leave letters out.
func (g *quickGrid) leave(i, j int, a, b face, cost int32) {
	if x, y := a.code(i), b.code(j); x != noLetter && y != noLetter { // else the others are those
		g.take(g.at(x, noLetter), i, j, a, b, cost)
		g.take(g.at(noLetter, y), i, j, a, b, cost)
	}
}

// take hands the cost on by each entry whose sides stand in the words.
func (g *quickGrid) take(rules span, i, j int, a, b face, cost int32) {
	left, right := a.window(i), b.window(j)
	entries := g.entries[rules.from:rules.to]
	for k := range entries {
		e := &entries[k]
		if !e.left.fits(left) || !e.right.fits(right) {
			continue
		}
		p, q := i+int(e.leftSize), j+int(e.rightSize)
		if p >= g.height || q >= g.width || e.start && (i > 0 || j > 0) || e.end && (p+1 < g.height || q+1 < g.width) {
			continue
		}
		if e.rests != nil && !(a.continues(i+packed, e.rests.left) && b.continues(j+packed, e.rests.right)) {
			continue
		}
		g.put(p, q, cost+e.cost)
	}
}

// continues tells whether the letters stand in the face from a place on.
func (f face) continues(at int, rest face) bool {
	return len(rest) == 0 || bytes.HasPrefix(f[2*at:], rest)
}
