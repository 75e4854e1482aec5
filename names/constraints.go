package names

import (
	"cmp"
	"fmt"
	"slices"
)

// A Constraint is what the caller knows of two mentions.
type Constraint struct {
	A, B int  // places in the input
	Same bool // they are one entity; else they are not
}

// bonds are the caller's constraints: mentions that are one by them have a number in common, from 1.
type bonds struct {
	number  map[int]int32     // by mention
	enemies map[int32][]int32 // by number, the numbers that it must not meet
}

// of gives the number of a mention, 0 when no constraint is on it.
func (b *bonds) of(mention int) int32 { return b.number[mention] }

// hostile tells whether anything must not meet a number.
func (b *bonds) hostile(n int32) bool { return len(b.enemies[n]) > 0 }

// together tells whether a mention with a number, or with none, may be of a person with these: one that must not meet some
// number has no other beside it, since that might bring the two together elsewhere.
func (b *bonds) together(these []int32, n int32) bool {
	for _, other := range these {
		if n != 0 && other != n && (b.hostile(n) || b.hostile(other)) {
			return false
		}
	}
	return true
}

// clash tells whether any of these must not meet any of those.
func (b *bonds) clash(these, those []int32) bool {
	for _, n := range these {
		for _, e := range b.enemies[n] {
			if slices.Contains(those, e) {
				return true
			}
		}
	}
	return false
}

// readConstraints numbers the groups of mentions that are one by the constraints, by the mentions' names and ids, so that the
// order of the input does not matter.
func (g *gathering) readConstraints() error {
	b := &bonds{number: map[int]int32{}, enemies: map[int32][]int32{}}
	g.bonds = b
	var involved []int
	for _, c := range g.options.Constraints {
		for _, i := range [...]int{c.A, c.B} {
			if i < 0 || i >= len(g.mentions) {
				return fmt.Errorf("constraint on mention %d: there are %d; count from 0", i, len(g.mentions))
			}
			involved = append(involved, i)
		}
	}
	slices.SortFunc(involved, g.byMention)
	for i, mention := range slices.Compact(involved) {
		b.number[mention] = int32(i + 1)
	}
	above := make([]int32, len(b.number)+1) // a forest of numbers that are one
	root := func(n int32) int32 {
		for ; above[n] != 0; n = above[n] {
			if above[above[n]] != 0 {
				above[n] = above[above[n]]
			}
		}
		return n
	}
	for _, c := range g.options.Constraints {
		if x, y := root(b.number[c.A]), root(b.number[c.B]); c.Same && x != y {
			above[max(x, y)] = min(x, y)
		}
	}
	for mention, n := range b.number {
		b.number[mention] = root(n)
	}
	for _, c := range g.options.Constraints {
		x, y := b.number[c.A], b.number[c.B]
		switch {
		case c.Same:
		case x == y:
			return fmt.Errorf("%q and %q are to be kept apart, but other constraints make them one; leave one of them out",
				g.mentions[c.A].Name, g.mentions[c.B].Name)
		default:
			b.enemies[x], b.enemies[y] = append(b.enemies[x], y), append(b.enemies[y], x)
		}
	}
	return nil
}

// byMention is an order of mentions that does not depend on that of the input, but for mentions that are alike in all.
func (g *gathering) byMention(i, j int) int {
	a, b := &g.mentions[i], &g.mentions[j]
	return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Doc, b.Doc), a.Start-b.Start, cmp.Compare(a.ID, b.ID), i-j)
}
