package correspond

import (
	"cmp"
	"math"
	"slices"
)

// Discovering rules
//
// Between two scripts nobody has written down all that a letter may become, so the units are found as well: any run of
// up to some letters of one script may stand for any run of up to some of the other, and expectation maximisation, as
// in learn.go, leaves those that occur.
//
// The longer the units, the fewer steps a pair takes, so that the likelihood is greatest when each pair is one unit of
// its own, which explains no other. Therefore a pair is read with the counts of all others: what it has itself given to
// a unit is taken off before (leaving one out; Wuebker, Mauser and Ney 2010 do so with phrases). A unit that only one
// pair knows loses to smaller ones that many know, and misaligned rows teach little.
//
// A unit's cost is
//
//	cost(u ~ v) = -ln q(u, v) + λ ln p(v) + Σ h(letter of u)
//
// the first part how rare the step is, the second how likely the letters of v are by chance, so that a rare agreement
// says more than a common one; λ = 1 would be the likelihood ratio itself. h is what a native letter's own best reading
// has, so that costs are near 0; it changes no order, for all words are set beside the same native letters. A unit surer
// than its letters one by one costs less than nothing.

// Sizes says how many letters a unit has at most.
type Sizes struct{ Left, Right int }

// A Found is a rule that the pairs speak for.
type Found struct {
	Left, Right string  // Right or Left may be empty
	Taken       float64 // how often
	Nats        float64
}

// chance is λ; found on the training half, as are the sizes.
const chance = 0.5

// Discover finds rules for pairs whose left words are in one script and whose right words are in another. Rules taken
// less than least times are left out. The order is that of the letters.
func Discover(pairs []Pair, sizes Sizes, rounds int, least float64) []Found {
	d := &discoverer{sizes: sizes, ids: map[[2]string]int32{}, frequency: map[rune]float64{}}
	d.read(pairs)
	for range rounds {
		d.round(pairs)
	}
	return d.found(least)
}

type discoverer struct {
	sizes     Sizes
	ids       map[[2]string]int32
	units     [][2]string
	counts    []float64 // how often each unit was taken in the last round
	total     float64
	steps     [][]written // of each pair, those worth taking
	frequency map[rune]float64
	forward   []float64
	backward  []float64
	weights   []float64
}

// A written step writes a unit from one place of a pair's grid to another.
type written struct {
	from, to uint16
	unit     int32
	taken    float32 // in the last round
}

// read lays out the steps of all pairs. At first small units are likelier than large ones, whatever their letters.
func (d *discoverer) read(pairs []Pair) {
	total := 0.0
	for _, p := range pairs {
		for _, r := range p.B.Letters {
			d.frequency[r] += p.Weight
		}
		total += p.Weight * float64(len(p.B.Letters))
	}
	for r := range d.frequency {
		d.frequency[r] /= total
	}
	var steps []written
	for _, p := range pairs {
		steps, d.weights = steps[:0], d.weights[:0]
		a, b := p.A.Letters, p.B.Letters
		height, width := len(a)+1, len(b)+1
		for i := range height {
			for j := range width {
				for sizeA := 0; sizeA <= min(d.sizes.Left, height-1-i); sizeA++ {
					for sizeB := 0; sizeB <= min(d.sizes.Right, width-1-j); sizeB++ {
						if sizeA == 0 && sizeB != 1 || sizeA > 1 && sizeB == 0 {
							continue
						}
						unit := d.unit(string(a[i:i+sizeA]), string(b[j:j+sizeB]))
						steps = append(steps, written{from: uint16(i*width + j), to: uint16((i+sizeA)*width + j + sizeB), unit: unit})
						unlike := max(sizeA-1, 1-sizeA) + max(sizeB-1, 1-sizeB)
						d.weights = append(d.weights, math.Exp(-3*float64(sizeA+sizeB)/2-float64(unlike)))
					}
				}
			}
		}
		d.steps = append(d.steps, slices.Clone(d.share(steps, height*width, p.Weight)))
	}
	d.counts = make([]float64, len(d.units))
	d.count()
}

func (d *discoverer) unit(u, v string) int32 {
	key := [2]string{u, v}
	id, known := d.ids[key]
	if !known {
		id = int32(len(d.units))
		d.ids[key] = id
		d.units = append(d.units, key)
	}
	return id
}

// share finds, with the weights of the steps, how often each is taken on all ways through a grid; steps hardly ever
// taken are dropped.
func (d *discoverer) share(steps []written, places int, weight float64) []written {
	d.forward, d.backward = grow(d.forward, places), grow(d.backward, places)
	clear(d.forward)
	clear(d.backward)
	d.forward[0], d.backward[places-1] = 1, 1
	for k, s := range steps {
		d.forward[s.to] += d.forward[s.from] * d.weights[k]
	}
	for k := len(steps) - 1; k >= 0; k-- {
		s := steps[k]
		d.backward[s.from] += d.weights[k] * d.backward[s.to]
	}
	kept, all := steps[:0], d.forward[places-1]
	for k, s := range steps {
		if taken := d.forward[s.from] * d.weights[k] * d.backward[s.to] / all; taken > rarest {
			s.taken = float32(taken * weight)
			kept = append(kept, s)
		}
	}
	return kept
}

// rarest is the share of a pair's ways below which a step is given up.
const rarest = 1e-5

// round reads each pair anew, with what the others say.
func (d *discoverer) round(pairs []Pair) {
	own := map[int32]float64{}
	for i, p := range pairs {
		clear(own)
		for _, s := range d.steps[i] {
			own[s.unit] += float64(s.taken)
		}
		d.weights = d.weights[:0]
		for _, s := range d.steps[i] {
			count := d.counts[s.unit]
			d.weights = append(d.weights, max(count-own[s.unit], count/1000, 1e-6)/d.total)
		}
		d.steps[i] = d.share(d.steps[i], (len(p.A.Letters)+1)*(len(p.B.Letters)+1), p.Weight)
	}
	d.count()
}

func (d *discoverer) count() {
	clear(d.counts)
	d.total = 0
	for _, steps := range d.steps {
		for _, s := range steps {
			d.counts[s.unit] += float64(s.taken)
			d.total += float64(s.taken)
		}
	}
}

func (d *discoverer) found(least float64) []Found {
	var found []Found
	best := map[rune]float64{} // what a letter's best reading costs
	for i, count := range d.counts {
		u := d.units[i]
		if count < least {
			continue
		}
		nats := -math.Log(count / d.total)
		for _, letter := range u[1] {
			nats += chance * math.Log(d.frequency[letter])
		}
		found = append(found, Found{u[0], u[1], count, nats})
		if letters := []rune(u[0]); len(letters) == 1 {
			if old, known := best[letters[0]]; !known || nats < old {
				best[letters[0]] = nats
			}
		}
	}
	for i := range found {
		f := &found[i]
		for _, letter := range f.Left {
			if own, known := best[letter]; known {
				f.Nats -= own
			} else {
				f.Nats -= unknown
			}
		}
	}
	slices.SortFunc(found, func(a, b Found) int {
		return cmp.Or(cmp.Compare(a.Left, b.Left), cmp.Compare(a.Nats, b.Nats), cmp.Compare(a.Right, b.Right))
	})
	return found
}

// unknown is the best reading's cost of a letter that is found in longer units alone.
const unknown = 6
