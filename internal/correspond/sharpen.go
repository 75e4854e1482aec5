package correspond

import (
	"math"
	"math/rand/v2"
	"slices"
)

// Sharpening costs
//
// Expectation maximisation (discover.go) makes the spellings on record likely. What the costs are asked for is another
// thing: that of all Latin words a right one costs least. So they are learned on from choices, each a native word with its
// spellings and the wrong words that cost least as it. The share of the cheapest spelling among the words of a choice,
//
//	exp(-cost of the spelling) / Σ exp(-cost of a word)
//
// is to be as great as it can: what the spelling's alignment takes gets cheaper, what the wrong words' take dearer (a
// maximum entropy ranker over the best alignments; transliterations are told apart by learned weights of letter pairs in
// Goldwasser and Roth 2008, "Transliteration as Constrained Optimization"). Steps are as long as AdaGrad's (Duchi, Hazan
// and Singer 2011), and what a cost moved draws it back a little.
//
// The costs that a choice begins with must not know its own spellings, or a unit that only this word has would seem as
// sure as one of a thousand words. So the words are dealt into folds, and those of a fold begin with the costs that
// expectation maximisation finds on all the others; what is learned is how far the costs should move (cross-fitting).

// A Choice is a native word and Latin ones: its spellings, and words that are none.
type Choice struct {
	Native Word
	Right  []Word
	Wrong  []Word
	Fold   int
}

const (
	strangeLetter = 7    // nats of a letter that no rule explains
	drawnBack     = 0.01 // of what a cost moved
	unaffected    = 1e-3 // a share that moves nothing
)

// Sharpen moves the costs of the rules found, so that the choices are taken rightly. folds are what was found without the
// words of each fold. The choices are shown rounds times, in an order of their own; rate is the length of a first step in
// nats.
func Sharpen(found []Found, folds [][]Found, choices []Choice, rounds int, rate float64) []Found {
	s := newSharpener(found, folds)
	random := rand.New(rand.NewPCG(1, 1))
	for range rounds {
		for _, i := range random.Perm(len(choices)) {
			s.learn(&choices[i], rate)
		}
	}
	sharper := slices.Clone(found)
	for i := range sharper {
		sharper[i].Nats += s.moved[i]
	}
	return sharper
}

type sharpener struct {
	sizes    Sizes
	units    map[string]map[string]int32 // by the native letters and the Latin ones, the place of the rule
	begin    [][]float64                 // by fold and rule, nats
	moved    []float64
	squares  []float64 // of the slopes so far
	cost     []float64 // of the places of the grid
	back     []taken
	gradient map[int32]float64
}

// A taken step is where the cheapest way to a place comes from, and its rule, or -1.
type taken struct{ from, rule int32 }

func newSharpener(found []Found, folds [][]Found) *sharpener {
	s := &sharpener{units: map[string]map[string]int32{}, moved: make([]float64, len(found)), squares: make([]float64, len(found)), gradient: map[int32]float64{}}
	for i, f := range found {
		if s.units[f.Left] == nil {
			s.units[f.Left] = map[string]int32{}
		}
		s.units[f.Left][f.Right] = int32(i)
		s.sizes = Sizes{max(s.sizes.Left, len([]rune(f.Left))), max(s.sizes.Right, len([]rune(f.Right)))}
	}
	for _, fold := range folds {
		begin := make([]float64, len(found))
		for i := range begin {
			begin[i] = math.Inf(1)
		}
		for _, f := range fold {
			if i, known := s.units[f.Left][f.Right]; known {
				begin[i] = f.Nats
			}
		}
		s.begin = append(s.begin, begin)
	}
	return s
}

// learn takes a step down the slope of one choice.
func (s *sharpener) learn(c *Choice, rate float64) {
	best, right := math.Inf(1), []int32(nil)
	for _, w := range c.Right {
		if cost, rules := s.align(c.Native, w, c.Fold); cost < best {
			best, right = cost, rules
		}
	}
	if right == nil {
		return
	}
	costs, ways := make([]float64, len(c.Wrong)), make([][]int32, len(c.Wrong))
	all := 1.0 // of the shares, that of the right word being 1
	for i, w := range c.Wrong {
		costs[i], ways[i] = s.align(c.Native, w, c.Fold)
		all += math.Exp(min(best-costs[i], 100))
	}
	clear(s.gradient)
	add := func(way []int32, slope float64) {
		if math.Abs(slope) < unaffected {
			return
		}
		for _, rule := range way {
			s.gradient[rule] += slope
		}
	}
	add(right, 1-1/all)
	for i, way := range ways {
		add(way, -math.Exp(min(best-costs[i], 100))/all)
	}
	for rule, slope := range s.gradient {
		slope += drawnBack * s.moved[rule]
		s.squares[rule] += slope * slope
		s.moved[rule] -= rate * slope / math.Sqrt(1+s.squares[rule])
	}
}

// align finds the cheapest alignment of a native word and a Latin one, and the rules that it takes.
func (s *sharpener) align(native, latin Word, fold int) (float64, []int32) {
	a, b := native.Letters, latin.Letters
	width := len(b) + 1
	last := (len(a)+1)*width - 1
	s.cost, s.back = grow(s.cost, last+1), grow(s.back, last+1)
	for i := range s.cost {
		s.cost[i] = math.Inf(1)
	}
	s.cost[0] = 0
	put := func(from, to int, cost float64, rule int32) {
		if cost < s.cost[to] {
			s.cost[to], s.back[to] = cost, taken{int32(from), rule}
		}
	}
	for i := range len(a) + 1 {
		for size := 0; size <= min(s.sizes.Left, len(a)-i); size++ {
			rights := s.units[string(a[i:i+size])]
			for j := range width {
				from := i*width + j
				cost := s.cost[from]
				if math.IsInf(cost, 1) {
					continue
				}
				switch {
				case size == 0 && j < len(b):
					put(from, from+1, cost+strangeLetter, -1)
				case size == 1:
					put(from, from+width, cost+strangeLetter, -1)
					if j < len(b) {
						put(from, from+width+1, cost+strangeLetter, -1)
					}
				}
				if len(rights) == 0 {
					continue
				}
				for other := 0; other <= min(s.sizes.Right, len(b)-j); other++ {
					to := from + size*width + other
					if rule, known := rights[string(b[j:j+other])]; known {
						put(from, to, cost+s.begin[fold][rule]+s.moved[rule], rule)
					}
					if !latin.Accented {
						continue
					}
					if rule, known := rights[string(latin.Base[j:j+other])]; known {
						put(from, to, cost+s.begin[fold][rule]+s.moved[rule], rule)
					}
				}
			}
		}
	}
	way := make([]int32, 0, len(a)+1)
	for at := int32(last); at != 0; at = s.back[at].from {
		if rule := s.back[at].rule; rule >= 0 {
			way = append(way, rule)
		}
	}
	return s.cost[last], way
}
