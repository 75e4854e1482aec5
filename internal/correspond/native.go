package correspond

import (
	"cmp"
	"slices"
)

// A native word and its readings
//
// Between two scripts the rules are learned, and a letter's readings cost what they are worth beside all others: no
// reading of ambiguous letters is free, and costs of longer units stand beside those of their letters. What a person
// wants to know is how much dearer a Latin word is than the best that could be written for the native one. So the
// cheapest way to read the rest of the native word, whatever comes out, is found once for each of its places:
//
//	     ю     р     и     й
//	31    19    12     7     0      rest
//
// and a step counts by what it costs beyond that: its cost and the rest behind it, less the rest before it. These are
// potentials (Johnson 1977): no step is below 0, the best reading costs 0, and the order among all Latin words is that
// of the costs themselves. Places over the limit are left at once. A letter that no rule knows may be read as anything,
// so it has no share in the rest, and costs what a strange letter does.

// A Native is a word in a script whose rules have it on their left sides. It is immutable until it is read anew.
type Native struct {
	word   Word // its letters folded
	units  []occurrence
	bounds []int32 // of the units, by place
	rest   []int32 // what the letters from each place on cost in their best reading
	latin  []int32 // how many letters that reading has
}

func (n *Native) letters() int { return len(n.word.Letters) }

// folded is a word with the letters that the rules know, in the memory of room.
func (c *Rules) folded(w *Word, room []rune) Word {
	letters := append(room, w.Letters...)
	if c.fold != nil {
		for i, letter := range letters {
			letters[i] = c.fold(letter)
		}
	}
	return Word{Letters: letters, Base: letters}
}

// Letters are those of the word that the rules know.
func (n *Native) Letters() []rune { return n.word.Letters }

// LatinLetters is how many letters the best reading has.
func (n *Native) LatinLetters() int { return int(n.latin[0]) }

// ReadNative reads a word into n, in the memory it has; letter is what a letter costs that no rule explains.
func (c *Rules) ReadNative(n *Native, w *Word, letter int) {
	if need := len(w.Letters); cap(n.rest) <= need { // one room for all
		room := make([]int32, 4*need+4)
		n.word.Letters, n.bounds, room = room[:0:need], room[need:need:2*need+2], room[2*need+2:]
		n.rest, n.latin = room[:need+1:need+1], room[need+1:]
	}
	n.word = c.folded(w, n.word.Letters[:0])
	var room [64]occurrence // on the stack, since their number is not known
	var units []occurrence
	units, n.bounds = c.occurrences(n.word, room[:0], n.bounds[:0])
	n.units = append(n.units[:0], units...)
	n.rest, n.latin = n.rest[:n.letters()+1], n.latin[:n.letters()+1]
	n.rest[n.letters()], n.latin[n.letters()] = 0, 0
	for i := n.letters() - 1; i >= 0; i-- {
		n.rest[i], n.latin[i] = n.rest[i+1]+int32(letter), n.latin[i+1]+1
		if !c.native[n.word.Letters[i]] {
			n.rest[i] = n.rest[i+1]
		}
		for _, u := range n.units[n.bounds[i]:n.bounds[i+1]] {
			r, to := c.readings[u.id], i+int(u.size)
			if u.size > 0 && r != nil && r.best+n.rest[to] < n.rest[i] {
				n.rest[i], n.latin[i] = r.best+n.rest[to], n.latin[to]+r.bestSize
			}
		}
	}
}

// readings are what the rules give for one unit on their left side, by the last bits of their first letters, the cheapest first.
type readings struct {
	list       []reading
	from       [buckets + 1]uint16
	none       int32 // without a letter; Far when there is no such rule
	start, end bool  // they are bound to the start, to the end of the words
	best       int32
	bestSize   int32 // letters of the best
}

type reading struct {
	text []rune
	cost int32
}

const buckets = 32

func bucket(letter rune) int { return int(letter & (buckets - 1)) }

// readingsOf gathers the rules by their left units.
func readingsOf(c *Rules) []*readings {
	all := make([]*readings, len(c.units))
	for _, rule := range c.rules {
		r := all[rule.left]
		if r == nil {
			left := c.units[rule.left]
			r = &readings{none: Far, best: Far, start: left.start, end: left.end}
			all[rule.left] = r
		}
		u := c.units[rule.right]
		if int32(rule.Cost) < r.best {
			r.best, r.bestSize = int32(rule.Cost), int32(u.size)
		}
		if u.text == "" {
			r.none = int32(rule.Cost)
			continue
		}
		r.list = append(r.list, reading{[]rune(u.text), int32(rule.Cost)})
	}
	for _, r := range all {
		if r == nil {
			continue
		}
		slices.SortStableFunc(r.list, func(x, y reading) int {
			return cmp.Or(bucket(x.text[0])-bucket(y.text[0]), int(x.cost-y.cost))
		})
		for _, x := range r.list {
			r.from[bucket(x.text[0])+1]++
		}
		for i := range buckets {
			r.from[i+1] += r.from[i]
		}
	}
	return all
}

// DistanceNative is what a Latin word costs beyond the best reading of the native one, or Far when that is over the
// limit.
func (al *Aligner) DistanceNative(n *Native, b *Word, limit int) int {
	if limit < 0 {
		return Far
	}
	g := nativeGrid{native: n, b: b, width: len(b.Letters) + 1, limit: int32(min(limit, Far-1))}
	al.grid = grow(al.grid, (n.letters()+1)*g.width)
	g.costs = al.grid
	for i := range g.costs {
		g.costs[i] = Far
	}
	g.costs[0] = 0
	for i := 0; i <= n.letters() && i <= g.reached; i++ {
		g.row(al, i)
	}
	return int(g.costs[len(g.costs)-1])
}

type nativeGrid struct {
	native  *Native
	b       *Word
	width   int
	costs   []int32
	limit   int32
	reached int // the last row with a place within the limit
}

// row hands on the costs of one place of the native word.
func (g *nativeGrid) row(al *Aligner, i int) {
	n, letter := g.native, int32(al.letter)
	for j := range g.width {
		cost := g.costs[i*g.width+j]
		if cost > g.limit {
			continue
		}
		if j+1 < g.width {
			g.put(i, j+1, cost+letter)
		}
		if i < n.letters() {
			dropped := cost + letter + n.rest[i+1] - n.rest[i]
			g.put(i+1, j, dropped)
			if j+1 < g.width {
				g.put(i+1, j+1, dropped)
			}
		}
		for _, u := range n.units[n.bounds[i]:n.bounds[i+1]] {
			r := al.rules.readings[u.id]
			if r == nil {
				continue
			}
			to := i + int(u.size)
			if before := cost + n.rest[to] - n.rest[i]; before+r.best <= g.limit {
				g.take(r, to, j, before)
			}
		}
	}
}

// take hands on the cost by the readings of a unit that stand in the Latin word from place j on.
func (g *nativeGrid) take(r *readings, to, j int, before int32) {
	if r.none < Far && (!r.start || j == 0) && (!r.end || j+1 == g.width) {
		g.put(to, j, before+r.none)
	}
	if j+1 == g.width {
		return
	}
	g.takeFrom(r, to, j, before, bucket(g.b.Letters[j]))
	if g.b.Accented && bucket(g.b.Base[j]) != bucket(g.b.Letters[j]) {
		g.takeFrom(r, to, j, before, bucket(g.b.Base[j]))
	}
}

func (g *nativeGrid) takeFrom(r *readings, to, j int, before int32, bucket int) {
	list := r.list[r.from[bucket]:r.from[bucket+1]]
	for k := range list {
		x := &list[k]
		if before+x.cost > g.limit {
			return // the others cost more
		}
		if end := j + len(x.text); end < g.width && (!r.start || j == 0) && (!r.end || end+1 == g.width) &&
			(stand(g.b.Letters[j:end], x.text) || g.b.Accented && stand(g.b.Base[j:end], x.text)) {
			g.put(to, end, before+x.cost)
		}
	}
}

func stand(letters, text []rune) bool {
	for i, letter := range text {
		if letters[i] != letter {
			return false
		}
	}
	return true
}

func (g *nativeGrid) put(i, j int, cost int32) {
	if cost > g.limit {
		return
	}
	if to := &g.costs[i*g.width+j]; cost < *to {
		*to = cost
		g.reached = max(g.reached, i)
	}
}

// LinksNative gives the steps of the cheapest alignment and what they cost, counted as DistanceNative counts.
func (al *Aligner) LinksNative(n *Native, b Word) ([]Link, int) {
	links, cost := al.Links(n.word, b)
	for i := range links {
		l := &links[i]
		l.Cost += int(n.rest[l.ToA] - n.rest[l.FromA])
	}
	return links, cost - int(n.rest[0])
}
