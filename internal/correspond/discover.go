package correspond

import (
	"cmp"
	"math"
	"slices"
)

// Discovering rules
//
// Between two scripts nobody has written down all that a letter may become, so the units are found as well: any run of
// up to maxLeft letters of one script may stand for any run of up to maxRight of the other, and expectation
// maximisation, as in learn.go, leaves those that occur. A unit's cost is counted from that of its best reading, so
// that the usual spelling of a name costs nothing.

const maxLeft, maxRight = 2, 3

// A Found is a rule that the pairs speak for.
type Found struct {
	Left, Right string  // Right or Left may be empty
	Taken       float64 // how often
	Nats        float64
}

// Discover finds rules for pairs whose left words are in one script and whose right words are in another. Rules taken
// less than least times, or dearer than dearest nats, are left out. The order is that of the letters.
func Discover(pairs []Pair, rounds int, least, dearest float64) []Found {
	d := &discoverer{ids: map[[2]string]int{}, frequency: map[rune]float64{}}
	d.count(pairs)
	for range rounds {
		d.round(pairs)
	}
	return d.found(least, dearest)
}

type discoverer struct {
	ids       map[[2]string]int
	units     [][2]string
	q, next   []float64
	frequency map[rune]float64
	first     bool
	steps     float64 // of the last round
}

func (d *discoverer) count(pairs []Pair) {
	d.first = true
	var left, right float64
	for _, p := range pairs {
		left += p.Weight * float64(len(p.A.Base))
		right += p.Weight * float64(len(p.B.Base))
	}
	for _, p := range pairs {
		for _, r := range p.A.Base {
			d.frequency[r] += p.Weight / left
		}
		for _, r := range p.B.Base {
			d.frequency[r] += p.Weight / right
		}
	}
}

func (d *discoverer) round(pairs []Pair) {
	d.next = make([]float64, len(d.q), len(d.q)+1)
	var g lattice
	for _, p := range pairs {
		d.build(&g, p.A.Base, p.B.Base)
		for k, e := range g.edges {
			d.next[e.rule] += g.share(k) * p.Weight
		}
	}
	d.q, d.first, d.steps = d.next, false, 0
	for _, taken := range d.q {
		d.steps += taken
	}
	for i := range d.q {
		d.q[i] /= d.steps
	}
}

// logFrequency is ln p(u), the letters taken one by one.
func (d *discoverer) logFrequency(u string) float64 {
	sum := 0.0
	for _, letter := range u {
		sum += math.Log(d.frequency[letter])
	}
	return sum
}

func (d *discoverer) build(g *lattice, a, b []rune) {
	height, width := len(a)+1, len(b)+1
	g.edges = g.edges[:0]
	for i := range height {
		for j := range width {
			for sizeA := 0; sizeA <= min(maxLeft, height-1-i); sizeA++ {
				for sizeB := 0; sizeB <= min(maxRight, width-1-j); sizeB++ {
					if sizeA+sizeB == 0 || sizeA == 0 && sizeB > 1 {
						continue
					}
					id, weight := d.weight(string(a[i:i+sizeA]), string(b[j:j+sizeB]), sizeA, sizeB)
					if weight > 0 {
						g.edges = append(g.edges, edge{from: i*width + j, to: (i+sizeA)*width + j + sizeB, rule: id, weight: weight})
					}
				}
			}
		}
	}
	g.weigh(height * width)
}

// weight is the probability of a unit; in the first round all units are met, and those of one letter each are likelier.
func (d *discoverer) weight(u, v string, sizeA, sizeB int) (id int, weight float64) {
	key := [2]string{u, v}
	id, known := d.ids[key]
	if !d.first {
		if !known {
			return 0, 0
		}
		return id, d.q[id]
	}
	if !known {
		id = len(d.units)
		d.ids[key] = id
		d.units = append(d.units, key)
		d.q, d.next = append(d.q, 0), append(d.next, 0)
	}
	unlike := max(sizeA-1, 1-sizeA) + max(sizeB-1, 1-sizeB)
	return id, math.Exp(-3*float64(sizeA+sizeB)/2 - float64(unlike))
}

func (d *discoverer) found(least, dearest float64) []Found {
	var found []Found
	best := map[string]float64{}
	for i, q := range d.q {
		if q*d.steps < least {
			continue
		}
		u := d.units[i]
		nats := d.logFrequency(u[0])/2 + d.logFrequency(u[1])/2 - math.Log(q)
		found = append(found, Found{u[0], u[1], q * d.steps, nats})
		if old, seen := best[u[0]]; !seen || nats < old {
			best[u[0]] = nats
		}
	}
	for i, f := range found {
		if f.Left != "" {
			found[i].Nats -= best[f.Left]
		}
	}
	found = slices.DeleteFunc(found, func(f Found) bool { return f.Nats > dearest })
	slices.SortFunc(found, func(a, b Found) int {
		return cmp.Or(cmp.Compare(a.Left, b.Left), cmp.Compare(a.Nats, b.Nats), cmp.Compare(a.Right, b.Right))
	})
	return found
}
