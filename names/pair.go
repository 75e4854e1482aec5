package names

import (
	"slices"

	"github.com/namesake-go/namesake/internal/correspond"
)

// pair finds the best partners among the words left, and returns those without one.
func (m *Matcher) pair(c *comparison, al *aligners, t table) (left, right []group) {
	joined := c.findings
	gains := slices.Grow(al.gains[:0], len(t.costs))[:len(t.costs)]
	clear(gains)
	for i, g := range t.left {
		if overlaps(g, joined, sideA) {
			continue
		}
		for j, h := range t.right {
			if cost := t.costs[i*len(t.right)+j]; cost < correspond.Far && !overlaps(h, joined, sideB) {
				gains[i*len(t.right)+j] = m.gain(c, g, h, cost)
			}
		}
	}
	al.gains, al.leftOver, al.rightOver = gains, al.leftOver[:0], al.rightOver[:0]
	taken := slices.Grow(al.taken[:0], len(t.right))[:len(t.right)]
	clear(taken)
	al.taken = taken
	for i, j := range al.assigner.assign(gains, len(t.left), len(t.right)) {
		if j < 0 {
			if !overlaps(t.left[i], joined, sideA) {
				al.leftOver = append(al.leftOver, t.left[i])
			}
			continue
		}
		if m.areTwoNames(c, t.left[i], t.right[j]) {
			al.leftOver = append(al.leftOver, t.left[i])
			continue
		}
		taken[j] = true
		f := finding{kind: Letters, a: t.left[i], b: t.right[j], cost: t.costs[i*len(t.right)+j]}
		if f.a.role == Initial || f.b.role == Initial {
			f.kind = Abbreviated
			f.weight = weight{f.cost, m.weights.lines["initial"]}
		} else if f.cost >= m.weights.leastGiven {
			if w, ok := m.knownForms(c, f.a, f.b); ok && w.cost == f.cost {
				f.kind, f.weight = Known, w
			}
		}
		m.addPair(c, f)
	}
	for j, h := range t.right {
		if !taken[j] && !overlaps(h, joined, sideB) {
			al.rightOver = append(al.rightOver, h)
		}
	}
	return al.leftOver, al.rightOver
}

// gain is what pairing two words brings: more for long words and small costs; between equally good partners the one in
// the same role and place is taken.
func (m *Matcher) gain(c *comparison, g, h group, cost int) int {
	near := 8 - min(4, max(g.place-h.place, h.place-g.place))
	if g.role == h.role {
		near += 4
	}
	s := m.set(c.a.tokens, g, c.b.tokens, h)
	if g.role == Initial || h.role == Initial {
		return (40+m.weights.limit)*s.shorter - cost + near
	}
	// Not more than the letters of both allow, or two words would gain by changing places with themselves.
	sizeA, sizeB := size(c.a.tokens, g), size(c.b.tokens, h)
	shorter, allowed := min(s.shorter, sizeA, sizeB), min(s.allowed, m.allowedFor(sizeA, sizeB))
	return 40*shorter + max(0, allowed-cost) + near // a short form costs more than letters may
}

// addPair records two words that are one.
func (m *Matcher) addPair(c *comparison, f finding) {
	c.add(f)
	s := m.set(c.a.tokens, f.a, c.b.tokens, f.b)
	if f.kind != Abbreviated { // initials alone prove nothing
		c.letters += s.shorter
	}
	c.rarity += s.rarity
	if f.kind != Letters {
		return
	}
	c.spelling += f.cost
	if s.allowed > 0 {
		c.strain = max(c.strain, float64(f.cost)/float64(s.allowed))
	}
}
