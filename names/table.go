package names

import "github.com/namesake-go/namesake/internal/correspond"

// A table holds what each word of one name costs as each word of the other: costs[i*len(right)+j], far when over the
// limit.
type table struct {
	left, right []group
	costs       []int
}

func (m *Matcher) tabulate(c *comparison, al *aligners) table {
	al.left, al.right = appendCore(al.left[:0], c.a.tokens), appendCore(al.right[:0], c.b.tokens)
	al.readingsLeft = m.appendReadings(al.readingsLeft[:0], c.a.tokens)
	al.readingsRight = m.appendReadings(al.readingsRight[:0], c.b.tokens)
	al.costs = al.costs[:0]
	for _, g := range al.left {
		a := readToken(&c.a.tokens[g.from], al.readingsLeft[g.from])
		for _, h := range al.right {
			b := readToken(&c.b.tokens[h.from], al.readingsRight[h.from])
			cost := m.wordCost(al, a, b, g.role == Initial || h.role == Initial)
			if cost > m.weights.leastGiven {
				if w, ok := m.knownForms(c, g, h); ok {
					cost = min(cost, w.cost)
				}
			}
			al.costs = append(al.costs, cost)
		}
	}
	return table{left: al.left, right: al.right, costs: al.costs}
}

// appendReadings gives the readings of all words.
func (m *Matcher) appendReadings(readings []*correspond.Reading, tokens []token) []*correspond.Reading {
	for i := range tokens {
		readings = append(readings, m.reading(&tokens[i].spelled))
	}
	return readings
}

// reading is that which Parse made, unless the matcher has rules of its own.
func (m *Matcher) reading(s *spelled) *correspond.Reading {
	if s.reading.IsOf(m.rules) {
		return &s.reading
	}
	other := m.rules.Read(&s.Word, nil)
	return &other
}

// A pairable is a word and its Latin letters as the aligner has read them.
type pairable struct {
	*spelled
	reading *correspond.Reading
}

func readToken(t *token, r *correspond.Reading) pairable { return pairable{&t.spelled, r} }

func (m *Matcher) pairable(s *spelled) pairable { return pairable{s, m.reading(s)} }

// wordCost is what two words cost as one, far when that is over the limit. Two frequent given names must be
// closer than other words: Jane is not a spelling of John.
func (m *Matcher) wordCost(al *aligners, a, b pairable, abbreviated bool) int {
	if abbreviated {
		return m.initialCost(al, a.spelled, b.spelled)
	}
	if cost, known := al.known.of(a.number, b.number); known {
		return cost
	}
	limit := m.allowedFor(a.reading.Size(), b.reading.Size())
	if n, _ := native(a.spelled, b.spelled); n != nil {
		limit = m.allowed(a.spelled, b.spelled) // how it is romanised does not tell which name it is
	} else if a.givenName && b.givenName || a.eastAsian && b.eastAsian {
		limit = limit * m.weights.twoNames / 100
	}
	cost := m.distanceRead(al, a, b, limit)
	al.known.keep(a.number, b.number, cost)
	return cost
}

// wordCosts remembers what pairs of words of one vocabulary cost, the last of those that share a place. The nil one
// remembers nothing.
type wordCosts []struct{ a, b, cost int32 }

// newWordCosts makes room for the words of so many names: for few there is nothing to remember, for many it is what a
// processor's cache holds.
func newWordCosts(names int) wordCosts {
	const few, most = 256, 1 << 15
	if names < few {
		return nil
	}
	return make(wordCosts, min(most, 4*names))
}

func (k wordCosts) place(a, b int32) int {
	return int((uint32(a)*0x9e3779b1 ^ uint32(b)*0x85ebca6b) >> 7 % uint32(len(k)))
}

func (k wordCosts) of(a, b int32) (cost int, known bool) {
	if len(k) == 0 || a == 0 || b == 0 {
		return 0, false
	}
	e := &k[k.place(a, b)]
	return int(e.cost), e.a == a && e.b == b
}

func (k wordCosts) keep(a, b int32, cost int) {
	if len(k) > 0 && a != 0 && b != 0 {
		e := &k[k.place(a, b)]
		e.a, e.b, e.cost = a, b, int32(cost)
	}
}
