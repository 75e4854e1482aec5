package names

import (
	"math"
	"sync"
)

// Options chooses how a Matcher decides. The zero value is the built-in rules and thresholds.
type Options struct {
	Correspondences *Correspondences // nil: the built-in rules
	Same            float64          // least probability of Same; 0: DefaultSame
	Review          float64          // least probability of Review; 0: DefaultReview
	Schema          Schema           // what the names are of that Cluster and Matcher.Parse read; Unknown: as their words tell
}

// The built-in thresholds.
const (
	DefaultSame   = 0.7
	DefaultReview = 0.4
)

// A Matcher compares names. It is immutable and safe for concurrent use.
type Matcher struct {
	options  Options
	rules    *Correspondences
	weights  *weights
	aligners sync.Pool
}

// New makes a Matcher.
func New(o Options) *Matcher {
	m := &Matcher{options: o, rules: o.Correspondences, weights: builtinWeights()}
	if m.rules == nil {
		m.rules = BuiltinCorrespondences()
	}
	if m.options.Same == 0 {
		m.options.Same = DefaultSame
	}
	if m.options.Review == 0 {
		m.options.Review = DefaultReview
	}
	return m
}

// A Result is what Compare found.
type Result struct {
	Decision    Decision `json:"decision"`
	Probability float64  `json:"probability"` // that the two are one name, 0 to 1
	Cost        int      `json:"cost"`        // hundredths; the sum of the steps that Explain shows
}

// Compare decides whether two names are one name. It is symmetric, and a name is the same as itself.
func (m *Matcher) Compare(a, b Name) Result {
	al := m.aligner()
	c := m.matchWith(al, a, b)
	r := m.result(&c)
	al.keep(&c)
	m.aligners.Put(al)
	return r
}

func (m *Matcher) result(c *comparison) Result { return m.resultOf(m.probability(c), c.cost) }

// resultOf is the result of a comparison that said so.
func (m *Matcher) resultOf(said float64, cost int) Result {
	p := builtinCalibration().of(said)
	r := Result{Probability: p, Cost: cost}
	switch {
	case p >= m.options.Same:
		r.Decision = Same
	case p >= m.options.Review:
		r.Decision = Review
	}
	return r
}

// probability makes the findings a probability, not yet calibrated, by logistic regression: the evidence is a base, and more the rarer the
// words that agree, less for the strain of the least alike pair of words (by its square: small differences are mere
// spelling), and less the cost of all that is not spelling. 100 hundredths are one unit of log-odds. Names without any
// difference leave half the doubt of those with hardly one.
func (m *Matcher) probability(c *comparison) float64 {
	if c.a.units != nil && c.b.units != nil {
		return m.organisationProbability(c)
	}
	same := c.a.Text == c.b.Text || c.cost == 0 && c.letters > 0
	if c.letters == 0 && !same {
		return 0
	}
	w := m.weights
	evidence := float64(w.base) + float64(w.rarity*min(c.rarity, mostRarity))/100 -
		float64(w.strain)*c.strain*c.strain - float64(c.cost-c.spelling)
	doubt := 1 / (1 + math.Exp(evidence/100))
	if same {
		doubt /= 2
	}
	return 1 - doubt
}

// mostRarity is how much of the rarity counts, in hundredths of a nat: two rare words are enough.
const mostRarity = 2000
