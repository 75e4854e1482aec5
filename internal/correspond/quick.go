package correspond

import "slices"

// Distance without a way back
//
// Compare asks for the cost alone, a hundred times as often as Explain asks for the way. So Distance has a grid of its
// own: the same places and steps as fill, but the rules come from the index, each word is read into flat slices first,
// and no place over the limit is ever written. It ends as soon as no live place is left in the rows to come, which
// with two unlike words is after three or four letters.

// A Reading is a word as an aligner's grid wants it. It is good as long as the word does not change.
type Reading struct {
	letters, base []rune
	faces         [2]face // the letters; without accents, where that differs
	faced         int     // how many faces there are
	dropping      []int32 // what leaving out each letter costs
	mask          uint64  // the bits of all letters
	costs         []int32 // by place: what the letters from there on cost at the least
}

// A face is one way to read the letters of a word: by place, the class of the letter and the window that it opens.
type face struct {
	classes []int32
	windows []uint64
}

// Read reads a word for Between.
func (al *Aligner) Read(r *Reading, w *Word) {
	r.letters, r.base, r.faced = w.Letters, w.Base, 1
	if al.rules.byLetter == nil {
		return
	}
	r.mask = al.face(&r.faces[0], w.Letters)
	if w.Accented {
		r.mask |= al.face(&r.faces[1], w.Base)
		r.faced = 2
	}
	r.dropping = grow(r.dropping, len(w.Letters))
	for f := range r.faced {
		for i, class := range r.faces[f].classes {
			cost := min(int32(al.letter), al.rules.byLetter.dropping[class])
			if f > 0 {
				cost = min(cost, r.dropping[i])
			}
			r.dropping[i] = cost
		}
	}
}

// face reads the letters, and gives the bits of all.
func (al *Aligner) face(f *face, letters []rune) (mask uint64) {
	f.classes, f.windows = grow(f.classes, len(letters)), grow(f.windows, len(letters))
	window := uint64(0)
	for i := len(letters) - 1; i >= 0; i-- {
		window = push(letters[i], window)
		class := al.rules.byLetter.class(letters[i])
		f.windows[i], f.classes[i] = window, int32(class)
		mask |= bit(class)
	}
	return mask
}

// Between is Distance for words that have been read.
func (al *Aligner) Between(a, b *Reading, limit int) int {
	switch {
	case limit < 0:
		return Far
	case slices.Equal(a.letters, b.letters):
		return 0
	case al.rules.byLetter == nil:
		return al.slow(a, b, limit)
	}
	g := quickGrid{index: al.rules.byLetter, a: a, b: b, limit: int32(min(limit, Far-1)),
		height: len(a.letters) + 1, width: len(b.letters) + 1}
	longer, shorter := a, b // more letters are strange in the longer word
	if len(a.letters) < len(b.letters) {
		longer, shorter = b, a
	}
	if !g.bound(longer, shorter, int32(al.letter)) || !g.bound(shorter, longer, int32(al.letter)) {
		return Far
	}
	al.grid = grow(al.grid, g.height*g.width)
	g.costs = al.grid
	for i := range g.costs {
		g.costs[i] = Far
	}
	g.costs[0] = 0
	g.fill(int32(al.letter), int32(al.accent))
	return int(g.costs[len(g.costs)-1])
}

// slow is Between for rules without an index.
func (al *Aligner) slow(a, b *Reading, limit int) int {
	x, y := a.word(), b.word()
	al.read(x, y)
	if cost := al.fill(x, y, false, limit); cost <= limit {
		return cost
	}
	return Far
}

func (r *Reading) word() Word {
	return Word{Letters: r.letters, Base: r.base, Accented: !slices.Equal(r.letters, r.base)}
}

type quickGrid struct {
	*index
	a, b          *Reading
	costs         []int32
	height, width int
	limit         int32
	reached       int // the last row with a live place
}

func (g *quickGrid) fill(letter, accent int32) {
	a, b := g.a, g.b
	plain := a.faced == 1 && b.faced == 1
	for i := 0; i < g.height && i <= g.reached; i++ {
		row := g.costs[i*g.width : (i+1)*g.width]
		limit := g.limit - a.costs[i]
		var below []int32
		if i+1 < g.height {
			below = g.costs[(i+1)*g.width : (i+2)*g.width]
		}
		for j := range row {
			cost := row[j]
			if cost > limit || cost+b.costs[j] > g.limit {
				continue
			}
			if j < len(b.letters) {
				if total := cost + b.dropping[j]; total < row[j+1] && total <= g.limit {
					row[j+1] = total
				}
			}
			if below != nil {
				if total := cost + a.dropping[i]; total < below[j] && total <= g.limit {
					below[j], g.reached = total, max(g.reached, i+1)
				}
				if j < len(b.letters) {
					total := cost
					if a.letters[i] != b.letters[j] {
						total += letter
						if a.base[i] == b.base[j] {
							total = cost + accent
						}
					}
					if total < below[j+1] && total <= g.limit {
						below[j+1], g.reached = total, max(g.reached, i+1)
					}
				}
			}
			if plain {
				g.rulesAt(i, j, &a.faces[0], &b.faces[0], cost)
				continue
			}
			for f := range a.faces[:a.faced] {
				for h := range b.faces[:b.faced] {
					g.rulesAt(i, j, &a.faces[f], &b.faces[h], cost)
				}
			}
		}
	}
}

// rulesAt takes the rules that begin at one place: those of two letters, and those that leave several letters out.
func (g *quickGrid) rulesAt(i, j int, a, b *face, cost int32) {
	x, y := noLetter, noLetter
	if i < len(a.classes) {
		x = int(a.classes[i]) * g.classes
	}
	if j < len(b.classes) {
		y = int(b.classes[j])
	}
	if s := g.spans[x+y]; s.from < s.to && x > 0 && y > 0 {
		g.take(s, i, j, a, b, cost)
	}
	if !g.leaving {
		return
	}
	if s := g.spans[x]; s.from < s.to && x > 0 {
		g.take(s, i, j, a, b, cost)
	}
	if s := g.spans[y]; s.from < s.to && y > 0 {
		g.take(s, i, j, a, b, cost)
	}
}

// take hands the cost on by each entry of the span whose sides stand in the words.
func (g *quickGrid) take(s span, i, j int, a, b *face, cost int32) {
	var left, right uint64
	if i < len(a.windows) {
		left = a.windows[i]
	}
	if j < len(b.windows) {
		right = b.windows[j]
	}
	for k := s.from; k < s.to; k++ {
		e := &g.entries[k]
		if (left^e.left.window)&e.left.mask != 0 || (right^e.right.window)&e.right.mask != 0 {
			continue
		}
		p, q, total := i+e.left.size, j+e.right.size, cost+e.cost
		if p >= g.height || q >= g.width || total > g.limit || total >= g.costs[p*g.width+q] ||
			e.start && (i > 0 || j > 0) || e.end && (p+1 < g.height || q+1 < g.width) {
			continue
		}
		if len(e.left.rest) > 0 && !opens(g.a, a, i+packed, e.left.rest) ||
			len(e.right.rest) > 0 && !opens(g.b, b, j+packed, e.right.rest) {
			continue
		}
		g.costs[p*g.width+q] = total
		g.reached = max(g.reached, p)
	}
}

// opens tells whether the letters stand in a face of the word from a place on.
func opens(r *Reading, f *face, at int, letters []rune) bool {
	word := r.letters
	if f == &r.faces[1] {
		word = r.base
	}
	return at+len(letters) <= len(word) && slices.Equal(word[at:at+len(letters)], letters)
}
