package correspond

import (
	"cmp"
	"math"
	"slices"
)

// Looking a word up among many
//
// Which of fifty thousand words are spellings of one? To align it with each would take a twentieth of a second. But words
// that begin alike are aligned alike, up to where they part. So the words stand in a tree by their letters, and the grid
// of align.go is filled along the branches, a column for each letter of the tree (the column: Ukkonen 1985, "Algorithms
// for approximate string matching"; the walk: Schulz and Mihov 2002, "Fast string correction with Levenshtein automata").
// A branch is left as soon as no place of its column is within the limit:
//
//	        ┌ b e k o v      jeen ~ gin:  15 + 5, go on
//	j ─ e ─ e ─ n
//	    └ n n i f e r        jenni ~ gin: too dear, and so is all that follows
//
// Words in another script than the one looked up are counted by how much dearer they are than the best reading of the
// native one (native.go). Of a native word that is looked up, the rest at each place is known, and each step bears its
// share; in a tree of native words what lies behind a branch is not, but what is the cheapest reading of the letters up to
// a node (before) is, and serves as well: either way no step costs less than nothing.
//
// The nodes lie in the order of the walk, each with the place where its branch ends, so that to walk is to count and to
// leave a branch is to jump. The units of the rules that end at a node are found once, when the tree is made.

// A Lexicon finds the words that are within a limit of a given one. It is immutable.
type Lexicon struct {
	rules          *Rules
	letter, accent int32
	limit          int // hundredths per letter
	words          []Word
	native         bool    // the words are native, and rules of a script; best and sizes are theirs
	best           []int32 // by word, what its best reading costs
	sizes          []int32 // by word, how many letters count for the limit
	nodes          []lexiconNode
	ends           []occurrence // the units that end at each node
	finals         []occurrence // those bound to the end of a word, at the nodes where words end
	begins         []occurrence // by number, the beginnings of longer units that end at each node
	beginnings     [][]int32    // by unit, the numbers of its beginnings
	partners       [][]partner  // by unit
	begun, deepest int          // how many beginnings, letters there are
}

type lexiconNode struct {
	letter, base         rune
	drop                 int32 // what leaving out the letter costs
	depth                int32
	longest              int32 // the most letters that count for the limit, of the words of the branch
	before               int32 // what the letters up to the node cost in their best reading
	next                 int32 // the node behind the branch
	ends, finals, begins int32 // where its occurrences begin; the next node's end them
	word                 int32 // the word that ends here, or -1
}

// A partner is the other side of a rule.
type partner struct {
	id   unitID
	cost int32
}

// NewLexicon makes a lexicon of words whose Letters are all different, and keeps the slice; letter and accent are costs as in NewAligner, limit
// is what two words may differ by, in hundredths for each letter of their mean length. When the rules are those of a
// script, native words are looked up among Latin ones, and the limit is for each letter of the best reading.
func NewLexicon(rules *Rules, letter, accent, limit int, words []Word) *Lexicon {
	x := &Lexicon{words: words, sizes: make([]int32, len(words))}
	for i := range words {
		x.sizes[i] = int32(len(words[i].Letters))
	}
	x.build(rules, letter, accent, limit)
	return x
}

// NewNativeLexicon makes a lexicon of native words, among which Latin ones are looked up; the rules are those of their script.
func NewNativeLexicon(rules *Rules, letter, accent, limit int, words []*Native) *Lexicon {
	x := &Lexicon{native: true, words: make([]Word, len(words)), best: make([]int32, len(words)), sizes: make([]int32, len(words))}
	for i, n := range words {
		x.words[i], x.best[i], x.sizes[i] = n.word, n.rest[0], n.latin[0]
	}
	x.build(rules, letter, accent, limit)
	return x
}

func (x *Lexicon) build(rules *Rules, letter, accent, limit int) {
	x.rules, x.letter, x.accent, x.limit = rules, int32(letter), int32(accent), limit
	x.partners = make([][]partner, len(rules.units))
	words := x.words
	for i := range rules.rules {
		r := &rules.rules[i]
		x.partners[r.left] = append(x.partners[r.left], partner{r.right, int32(r.Cost)})
		x.partners[r.right] = append(x.partners[r.right], partner{r.left, int32(r.Cost)})
	}
	b := newLexiconBuilder(x)
	order := make([]int32, 0, len(words))
	for i := range words {
		if len(words[i].Letters) > 0 {
			order = append(order, int32(i))
		}
	}
	slices.SortFunc(order, func(i, j int32) int { return slices.Compare(words[i].Letters, words[j].Letters) })
	for _, i := range order {
		b.add(&words[i], i)
	}
	b.close(0)
	b.push(lexiconNode{word: -1})
}

type lexiconBuilder struct {
	*Lexicon
	units  map[string][]unitID
	begun  map[string]int32
	open   []int32 // the nodes from the root to the last one
	last   []rune  // the last word
	before []int32 // of the nodes from the root to the last one
}

func newLexiconBuilder(x *Lexicon) *lexiconBuilder {
	b := &lexiconBuilder{Lexicon: x, units: map[string][]unitID{}, begun: map[string]int32{}}
	x.beginnings = make([][]int32, len(x.rules.units))
	for id, u := range x.rules.units {
		if id != int(noLetters) {
			b.units[u.text] = append(b.units[u.text], unitID(id))
		}
		letters := []rune(u.text)
		for n := 1; n < len(letters); n++ {
			text := string(letters[:n])
			if _, known := b.begun[text]; !known {
				b.begun[text] = int32(len(b.begun))
			}
			x.beginnings[id] = append(x.beginnings[id], b.begun[text])
		}
	}
	x.begun = len(b.begun)
	b.before = append(b.before, 0)
	b.push(lexiconNode{word: -1})
	return b
}

func (b *lexiconBuilder) push(n lexiconNode) {
	n.ends, n.finals, n.begins = int32(len(b.ends)), int32(len(b.finals)), int32(len(b.begins))
	b.open = append(b.open, int32(len(b.nodes)))
	b.nodes = append(b.nodes, n)
}

// add puts a word behind the last one, which is before it in the order of letters.
func (b *lexiconBuilder) add(w *Word, place int32) {
	shared := 0
	for shared < min(len(b.last), len(w.Letters)) && b.last[shared] == w.Letters[shared] {
		shared++
	}
	b.close(shared + 1)
	for i := shared; i < len(w.Letters); i++ {
		n := lexiconNode{letter: w.Letters[i], base: w.Base[i], depth: int32(i + 1), word: -1}
		n.drop = b.dropping(n.letter, n.base)
		if i+1 == len(w.Letters) {
			n.word, n.longest = place, b.sizes[place]
		}
		b.push(n)
		b.unitsTo(w.Letters[:i+1], n.word >= 0)
		if w.Accented && !slices.Equal(w.Letters[:i+1], w.Base[:i+1]) {
			b.unitsTo(w.Base[:i+1], n.word >= 0)
		}
		b.readBefore(i + 1)
	}
	b.deepest = max(b.deepest, len(w.Letters))
	b.last = w.Letters
}

// close ends the branches of all open nodes but the first n.
func (b *lexiconBuilder) close(n int) {
	for len(b.open) > n {
		node := &b.nodes[b.open[len(b.open)-1]]
		b.open = b.open[:len(b.open)-1]
		node.next = int32(len(b.nodes))
		if len(b.open) > 0 {
			above := &b.nodes[b.open[len(b.open)-1]]
			above.longest = max(above.longest, node.longest)
		}
	}
}

// readBefore finds the cheapest reading of the letters up to the last node.
func (b *lexiconBuilder) readBefore(depth int) {
	if !b.native {
		return
	}
	node := &b.nodes[len(b.nodes)-1]
	node.before = b.before[depth-1]
	if b.rules.native[node.letter] {
		node.before += b.Lexicon.letter
	}
	for _, o := range b.ends[node.ends:] {
		if r := b.rules.readings[o.id]; r != nil && o.size > 0 {
			node.before = min(node.before, b.before[depth-int(o.size)]+r.best)
		}
	}
	b.before = append(b.before[:depth], node.before)
}

// unitsTo finds the units, and the beginnings of units, that end where the letters do.
func (b *lexiconBuilder) unitsTo(letters []rune, final bool) {
	for size := 0; size <= min(len(letters), maxUnit); size++ {
		text := string(letters[len(letters)-size:])
		for _, id := range b.units[text] {
			switch u := &b.rules.units[id]; {
			case u.start && size < len(letters):
			case u.end && final:
				b.finals = append(b.finals, occurrence{id, int32(size)})
			case !u.end:
				b.ends = append(b.ends, occurrence{id, int32(size)})
			}
		}
		if id, ok := b.begun[text]; ok {
			b.begins = append(b.begins, occurrence{unitID(id), int32(size)})
		}
	}
}

// maxUnit is how many letters a side of a rule may have.
const maxUnit = 8

// dropping is what leaving out a letter costs.
func (x *Lexicon) dropping(letter, base rune) int32 {
	cost := x.letter
	for _, r := range [...]rune{letter, base} {
		if node := x.rules.trie.next[r]; node != nil {
			for _, id := range node.units {
				if i := x.rules.index(id, noLetters); i >= 0 {
					cost = min(cost, int32(x.rules.rules[i].Cost))
				}
			}
		}
	}
	return cost
}

// A Search looks words up in a lexicon, one after the other.
type Search struct {
	x       *Lexicon
	word    Word
	reading Native  // of a native word; else nothing is to share
	rest    []int32 // by place, what the best reading costs from there on; 0 when it is not a native word
	n       int32
	drops   []int32  // what leaving out each letter of the word costs
	leaving []step   // rules that leave out several of its letters
	opening []step   // those that do so at its start
	by      [][]step // by unit on the other side
	finalBy [][]step // those bound to the end
	begunBy [][]step // by beginning of a unit
	touched []unitID
	columns []int32 // a column of n+1 places for each depth
	live    []window
	far     []int32 // an empty column
	allowed []int32 // by letters of the other word that count for the limit
	befores []int32 // of the nodes from the root to the one that the walk is at
	found   []Near
}

// A step leads from a place of an earlier column to place to, over size letters of the word.
type step struct{ to, size, cost int32 }

// A window is the places of a column that may be within the limit; low > high when there are none.
type window struct{ low, high int32 }

// A Near is a word within the limit, and what it costs as the one looked up.
type Near struct {
	Word int32
	Cost int32
}

const far32 = math.MaxInt32 / 2

// NewSearch makes a search; several may go on at once, each in its own goroutine.
func (x *Lexicon) NewSearch() *Search {
	return &Search{x: x, by: make([][]step, len(x.rules.units)), finalBy: make([][]step, len(x.rules.units)),
		begunBy: make([][]step, x.begun)}
}

// Near lists the words within a share of the limit, in percent, the cheapest first; the list is good until the next call.
// letters is how many letters of the word count for the limit; between scripts those of the native word's best reading do.
func (s *Search) Near(w Word, letters, percent int) []Near {
	s.found = s.found[:0]
	if len(w.Letters) == 0 || s.x.deepest == 0 {
		return s.found
	}
	if s.x.findsNative() {
		s.x.rules.ReadNative(&s.reading, &w, int(s.x.letter))
		w, letters = s.reading.word, s.reading.LatinLetters()
	}
	s.prepare(w)
	s.allow(letters, percent)
	s.walk()
	slices.SortFunc(s.found, func(a, b Near) int { return cmp.Or(cmp.Compare(a.Cost, b.Cost), cmp.Compare(a.Word, b.Word)) })
	return s.found
}

// findsNative tells whether native words are looked up among Latin ones.
func (x *Lexicon) findsNative() bool { return x.rules.readings != nil && !x.native }

// allow finds what words may cost, by their letters that count.
func (s *Search) allow(letters, percent int) {
	s.allowed = grow(s.allowed, int(s.x.nodes[0].longest)+1)
	for i := range s.allowed {
		sizes := letters + i
		switch {
		case s.x.native:
			sizes = 2 * i
		case s.x.findsNative():
			sizes = 2 * letters
		}
		s.allowed[i] = int32(s.x.limit * percent * sizes / 200)
	}
}

// prepare lists the steps that the rules allow over the letters of the word, by the unit on the other side.
func (s *Search) prepare(w Word) {
	for _, id := range s.touched {
		s.by[id], s.finalBy[id] = s.by[id][:0], s.finalBy[id][:0]
		for _, b := range s.x.beginnings[id] {
			s.begunBy[b] = s.begunBy[b][:0]
		}
	}
	s.touched, s.leaving, s.opening, s.drops = s.touched[:0], s.leaving[:0], s.opening[:0], s.drops[:0]
	s.word, s.n = w, int32(len(w.Letters))
	s.rest = grow(s.rest, len(w.Letters)+1)
	clear(s.rest)
	if s.x.findsNative() {
		copy(s.rest, s.reading.rest)
	}
	for i := range w.Letters {
		s.drops = append(s.drops, s.x.dropping(w.Letters[i], w.Base[i])+s.share(i, i+1))
	}
	var room [32]occurrence
	for i := range len(w.Letters) + 1 {
		occurrences := s.x.rules.occurrencesAt(w.Letters, i, room[:0])
		if w.Accented {
			occurrences = s.x.rules.occurrencesAt(w.Base, i, occurrences)
		}
		for _, o := range occurrences {
			for _, p := range s.x.partners[o.id] {
				s.note(o, p, int32(i)+o.size)
			}
		}
	}
	slices.SortFunc(s.leaving, func(a, b step) int { return int(a.to - b.to) })
}

// share is what is to add to a step from one place of the word to another, so that it counts by what it costs more than
// the best reading.
func (s *Search) share(from, to int) int32 { return s.rest[to] - s.rest[from] }

// note takes note of a rule whose one side stands in the word and ends at a place.
func (s *Search) note(o occurrence, p partner, to int32) {
	u, v := &s.x.rules.units[o.id], &s.x.rules.units[p.id]
	st := step{to, o.size, p.cost + s.share(int(to-o.size), int(to))}
	switch {
	case u.size+v.size == 1 && !u.start && !u.end: // among the drops
		return
	case u.end:
		s.finalBy[p.id] = append(s.finalBy[p.id], st)
	case v.size == 0 && v.start:
		s.opening = append(s.opening, st)
		return
	case v.size == 0:
		s.leaving = append(s.leaving, st)
		return
	default:
		s.by[p.id] = append(s.by[p.id], st)
	}
	for _, b := range s.x.beginnings[p.id] {
		s.begunBy[b] = append(s.begunBy[b], st)
	}
	s.touched = append(s.touched, p.id)
}

// walk fills the columns along the tree. Most places of most columns are over the limit; those outside the column's window
// are.
func (s *Search) walk() {
	x, width := s.x, int(s.n)+1
	s.columns, s.live, s.far = grow(s.columns, (x.deepest+1)*width), grow(s.live, x.deepest+1), grow(s.far, width)
	s.befores = grow(s.befores, x.deepest+1)
	s.befores[0] = 0
	for i := range s.far {
		s.far[i] = far32
	}
	first := s.columns[:width]
	copy(first, s.far)
	first[0] = 0
	for _, st := range s.opening {
		first[st.to] = min(first[st.to], st.cost)
	}
	s.live[0] = s.settle(first, window{0, s.n}, s.allowed[x.nodes[0].longest])
	for at := 1; at < len(x.nodes)-1; {
		node, after := &x.nodes[at], &x.nodes[at+1]
		depth, limit := int(node.depth), s.allowed[node.longest]
		s.befores[depth] = node.before
		w := s.live[depth-1]
		column := s.columns[depth*width : (depth+1)*width]
		copy(column, s.far)
		if w.low <= w.high {
			s.letter(column, s.columns[(depth-1)*width:depth*width], w, node)
			w.high = min(w.high+1, s.n)
		}
		for _, o := range x.ends[node.ends:after.ends] {
			if steps := s.by[o.id]; len(steps) > 0 {
				from, share := s.columns[(depth-int(o.size))*width:], s.befores[depth-int(o.size)]-node.before
				for _, st := range steps {
					if cost := from[st.to-st.size] + st.cost + share; cost <= limit && cost < column[st.to] {
						column[st.to] = cost
						w.low, w.high = min(w.low, st.to), max(w.high, st.to)
					}
				}
			}
		}
		if w.low <= w.high {
			w = s.settle(column, w, limit)
		}
		s.live[depth] = w
		if node.word >= 0 {
			if cost := s.final(column[s.n], node, x.finals[node.finals:after.finals]); cost <= s.allowed[x.sizes[node.word]] {
				s.found = append(s.found, Near{node.word, cost})
			}
		}
		if at++; w.low > w.high && !s.leapt(depth, limit, x.begins[node.begins:after.begins]) {
			at = int(node.next)
		}
	}
}

// letter takes the steps of one letter against one, and those that leave out the node's letter.
func (s *Search) letter(column, before []int32, w window, node *lexiconNode) {
	letters, base, share := s.word.Letters, s.word.Base, s.befores[node.depth-1]-node.before
	for i := w.low; i <= w.high; i++ {
		cost := before[i]
		column[i] = min(column[i], cost+node.drop+share)
		if i == s.n {
			return
		}
		cost += share + s.share(int(i), int(i)+1)
		switch {
		case letters[i] == node.letter:
		case base[i] == node.base:
			cost += s.x.accent
		default:
			cost += s.x.letter
		}
		column[i+1] = cost
	}
}

// settle lets each place of a column leave out letters of the word, and narrows the window to the places within the limit.
func (s *Search) settle(column []int32, w window, limit int32) window {
	live := window{s.n + 1, -1}
	leaving := s.leaving
	for i := w.low; i <= s.n; i++ {
		cost := column[i]
		if i > w.low {
			cost = min(cost, column[i-1]+s.drops[i-1])
		}
		for len(leaving) > 0 && leaving[0].to <= i {
			if leaving[0].to == i {
				cost = min(cost, column[i-leaving[0].size]+leaving[0].cost)
			}
			leaving = leaving[1:]
		}
		column[i] = cost
		if cost <= limit {
			live.low, live.high = min(live.low, i), i
		} else if i >= w.high && len(leaving) == 0 {
			break
		}
	}
	return live
}

// final is what the whole word costs as the word of a node.
func (s *Search) final(cost int32, node *lexiconNode, finals []occurrence) int32 {
	best := int32(0)
	if s.x.native {
		best = s.x.best[node.word]
	}
	cost += node.before - best
	for _, o := range finals {
		depth := int(node.depth - o.size)
		from := s.columns[depth*int(s.n+1):]
		for _, st := range s.finalBy[o.id] {
			cost = min(cost, from[st.to-st.size]+st.cost+s.befores[depth]-best)
		}
	}
	return cost
}

// leapt tells whether a rule may lead from an earlier column over the last one.
func (s *Search) leapt(depth int, limit int32, begins []occurrence) bool {
	for _, o := range begins {
		from := s.columns[(depth-int(o.size))*int(s.n+1):]
		for _, st := range s.begunBy[o.id] {
			cost := from[st.to-st.size]
			if !s.x.native { // else what it costs beyond the best reading is not known here
				cost += st.cost
			}
			if cost <= limit {
				return true
			}
		}
	}
	return false
}
