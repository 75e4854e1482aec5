package correspond

import "math"

// Learning the costs
//
// Two words that are looked up by each other are spellings of one name, or alike by chance. What the cost of a rule should
// be is how much oftener chance takes it than spelling does. So the learner is shown both: pairs of spellings that are on
// record, and pairs of words of different names that stand as near to each other. That the two are one name has the
// log-odds
//
//	base - Σ cost of the rules on the way from one word to the other / mean letters of the two
//
// and the costs are those by which the pairs are likeliest (logistic regression: a likelihood ratio, in which rules that
// come together are not counted twice). The way is not seen, so this is expectation maximisation with the best way in the
// place of all (Viterbi training; for letters: Ristad and Yianilos 1998, "Learning string-edit distance"): with the costs
// as they are, the best way through each pair; with these ways, new costs; and again.
//
// A rule that the pairs say little of keeps the cost that it had.

// A Pair is two spellings of one name, and how much they count.
type Pair struct {
	A, B   Word
	Weight float64
}

// A Trial is two words that are near each other, and whether they are spellings of one name.
type Trial struct {
	Pair
	Same bool
}

// An Estimate is the learned cost of a rule.
type Estimate struct {
	Rule            *Rule
	Spelled, Chance float64 // how often the rule was taken in pairs of one name, of two
	Cost            float64 // in the unit of the rules
}

// A Learned is what one round of learning gives.
type Learned struct {
	Rules  []Estimate // in the order of the file
	Letter float64    // the cost of a letter that no rule explains
	Loss   float64    // -ln of the likelihood of the trials
}

// Learn estimates the costs of the rules anew. letter and accent are costs as in NewAligner, scale is how many hundredths a
// unit of log-odds is to a mean letter.
func (r *Rules) Learn(trials []Trial, letter, accent int, scale float64) Learned {
	l := newLearner(r, trials, letter, accent, scale)
	for range sweeps {
		for p := range l.parameters {
			l.improve(&l.parameters[p])
		}
	}
	return l.learned(scale)
}

const (
	sweeps     = 30
	steadiness = 0.01 // by the square of what a cost moves, in log-odds to a letter
	cheapest   = 2    // hundredths: two words that differ are not equal
)

type learner struct {
	rules      *Rules
	trials     []Trial
	odds       []float64   // by trial, the log-odds that it is one name
	parameters []parameter // the rules, a strange letter, the base
}

// A parameter is a number that is learned, and the trials that it has a part in.
type parameter struct {
	value, before, least float64
	steady               float64
	in                   []share
}

// A share is how much of a parameter the log-odds of a trial have.
type share struct {
	trial int32
	times float32
}

func newLearner(r *Rules, trials []Trial, letter, accent int, scale float64) *learner {
	l := &learner{rules: r, trials: trials, odds: make([]float64, len(trials)), parameters: make([]parameter, len(r.rules)+2)}
	number := map[*Rule]int{}
	for i := range r.rules {
		rule := &r.rules[i]
		number[rule] = i
		cost := float64(rule.Cost) / scale
		l.parameters[i] = parameter{value: cost, before: cost, least: cheapest / scale, steady: steadiness}
	}
	strangeLetter, base := len(r.rules), len(r.rules)+1
	l.parameters[strangeLetter].value = float64(letter) / scale
	l.parameters[base].least = math.Inf(-1)
	al := NewAligner(r, letter, accent)
	for t := range trials {
		trial := &trials[t]
		letters := float64(len(trial.A.Letters)+len(trial.B.Letters)) / 2
		links, _ := al.Links(trial.A, trial.B)
		for _, link := range links {
			switch {
			case link.Rule != nil:
				l.parameters[number[link.Rule]].add(t, -1/letters)
			case link.Cost > accent:
				l.parameters[strangeLetter].add(t, -1/letters)
			}
		}
		l.parameters[base].add(t, 1)
	}
	for p := range l.parameters {
		for _, s := range l.parameters[p].in {
			l.odds[s.trial] += l.parameters[p].value * float64(s.times)
		}
	}
	return l
}

func (p *parameter) add(trial int, times float64) {
	if last := len(p.in) - 1; last >= 0 && p.in[last].trial == int32(trial) {
		p.in[last].times += float32(times)
		return
	}
	p.in = append(p.in, share{int32(trial), float32(times)})
}

// improve takes a step of Newton's along one parameter.
func (l *learner) improve(p *parameter) {
	slope, bend := 2*p.steady*(p.value-p.before), 2*p.steady+1e-9
	for _, s := range p.in {
		trial, times := &l.trials[s.trial], float64(s.times)
		odds := probability(l.odds[s.trial])
		slope += trial.Weight * times * (odds - same(trial))
		bend += trial.Weight * times * times * odds * (1 - odds)
	}
	step := max(p.value-max(-longest, min(longest, slope/bend)), p.least) - p.value
	p.value += step
	for _, s := range p.in {
		l.odds[s.trial] += step * float64(s.times)
	}
}

// longest bounds a step, which may be too long where the odds are even.
const longest = 20

func probability(odds float64) float64 { return 1 / (1 + math.Exp(-odds)) }

func same(t *Trial) float64 {
	if t.Same {
		return 1
	}
	return 0
}

func (l *learner) learned(scale float64) Learned {
	learned := Learned{Letter: l.parameters[len(l.rules.rules)].value * scale}
	for i := range l.rules.rules {
		p := &l.parameters[i]
		e := Estimate{Rule: &l.rules.rules[i], Cost: p.value * scale}
		for _, s := range p.in {
			if t := &l.trials[s.trial]; t.Same {
				e.Spelled += t.Weight
			} else {
				e.Chance += t.Weight
			}
		}
		learned.Rules = append(learned.Rules, e)
	}
	for t := range l.trials {
		p := probability(l.odds[t])
		if !l.trials[t].Same {
			p = 1 - p
		}
		learned.Loss -= l.trials[t].Weight * math.Log(max(p, 1e-12))
	}
	return learned
}

// Bounded gives what a rule may cost at the most and still be the cheapest way to read its one side as the other: a rule
// that says no more than others together would never be taken, though it tells a reader more.
func (r *Rules) Bounded(rule *Rule, letter, accent int) int {
	u, v := r.units[rule.left], r.units[rule.right]
	between := func(text string) Word { // letters that no rule knows keep the ends of a word away
		if !u.start {
			text = "·" + text
		}
		if !u.end {
			text += "·"
		}
		return NewWord([]rune(text))
	}
	links, cost := NewAligner(r, letter, accent).Links(between(u.text), between(v.text))
	for _, link := range links {
		if link.Rule == rule {
			return rule.Cost
		}
	}
	return max(1, min(cost-1, rule.Cost))
}
