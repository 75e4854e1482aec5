package names

import "math"

// How well a name fits a bearer
//
// Somebody's names together tell more than the nearest of them: who is written Wladimir Ivanov and Vladimir Iwanow is
// likelier to be written Wladimir Iwanow than who is Vladimir Iwanov only. So each word of the name asked for is held
// against the spellings that all the bearer's names have for it. That a word is written as asked is as likely as the mean
// over the names (a kernel density estimate: Parzen 1962), where a spelling that differs by a cost has e^-(cost/perNat).

// farWord is the cost of a word that no word of a name is similar to, initialWord that of an initial for a word, and
// organisationWord that of a word which may be an organisation's.
const farWord, initialWord, organisationWord = 120, 75, 50

// Fit tells how likely somebody who bears these names, by their numbers, is to be written as the name asked for: a natural
// logarithm, which half that of their number is added to. 0 when an organisation was asked for, which Compare judges alone. The
// search must not be closed.
func (s *Search) Fit(names []int32) float64 {
	switch {
	case len(names) == 0:
		return math.Inf(-1)
	case s.room == nil || s.organisation: // these are compared by other words
		return 0
	}
	var likely [maxLanes]float64
	for _, name := range names {
		var costs [maxLanes]int
		s.costs(&costs, uint32(name))
		for i := range s.main {
			likely[i] += math.Exp(-float64(costs[i]) / perNat)
		}
	}
	fit := math.Log(float64(len(names))) / 2 // who has many names is written about
	for i := range s.main {
		fit += math.Log(likely[i] / float64(len(names)))
	}
	return fit
}

// costs tells what each word asked for costs as one of a name's.
func (s *Search) costs(costs *[maxLanes]int, name uint32) {
	for i := range s.lanes {
		costs[i] = farWord
		if s.x.organisations.has(name) {
			costs[i] = organisationWord
		}
	}
	for _, n := range s.x.wordsOf(name) {
		if n < 0 {
			n = -1 - n
		}
		w := s.x.words[n]
		for i, gain := range s.room.gains[n][:len(s.lanes)] {
			if gain > 0 {
				costs[i] = min(costs[i], s.x.costOf(s.lanes[i].spelled, &w.spelled, int(gain)))
			}
		}
	}
	for _, a := range s.others {
		worst := 0
		for _, i := range a.lanes {
			worst = max(worst, costs[i])
		}
		for i := range s.main {
			if a.replaced&(1<<i) != 0 {
				costs[i] = min(costs[i], worst)
			}
		}
	}
}

// costOf is what a pair of words costs that brings so much; see wordGain.
func (x *Index) costOf(a, b *spelled, gain int) int {
	if gain < pairGain {
		return initialWord
	}
	return min(farWord, max(0, (pairGain+sharedLetters(a, b)+100-gain)*x.m.allowed(a, b)/100))
}

// A WordFit says which of a bearer's words fits a word asked for best.
type WordFit struct {
	Word      string // asked for, in small letters
	Spelling  string // the bearer's, in small letters; "" when none is similar
	Name      int    // the number of the name that has it
	Cost      int    // hundredths of one unrelated letter
	Alternate bool   // others write the one for the other; Cost is by how many do
}

// Fits says how well each word of the name fits the names of a bearer; of an organisation it says nothing.
func (s *Search) Fits(names []int32) []WordFit {
	if s.room == nil || s.organisation {
		return nil
	}
	fits := make([]WordFit, s.main)
	for i := range fits {
		l, fit := &s.lanes[i], &fits[i]
		fit.Word, fit.Cost = string(l.Letters), farWord
		for _, name := range names {
			for _, n := range s.x.wordsOf(uint32(name)) {
				if n < 0 {
					continue // joined of several
				}
				gain := int(s.room.gains[n][i])
				w := s.x.words[n]
				if gain == 0 {
					continue
				}
				if cost := s.x.costOf(l.spelled, &w.spelled, gain); cost < fit.Cost {
					fit.Spelling, fit.Name, fit.Cost, fit.Alternate = string(w.Letters), int(name), cost, s.x.areAlternates(&l.readWord, n, gain)
				}
			}
		}
	}
	return fits
}

// areAlternates tells whether it is as alternates that two words bring so much.
func (x *Index) areAlternates(w *readWord, n int32, gain int) (alternates bool) {
	x.eachAlternate(w, func(word int32, cost int) {
		alternates = alternates || word == n && int(x.wordGain(w.spelled, &x.words[n].spelled, cost)) == gain
	})
	return alternates
}
