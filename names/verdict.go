package names

import (
	"fmt"
	"math"
)

// Verdict puts the decision and the probability into a sentence.
func (r Result) Verdict() string {
	switch r.Decision {
	case Same:
		return "The same name, " + adverb(r.Probability) + ": " + r.Odds()
	case Different:
		return "Different names, " + adverb(1-r.Probability) + ": " + r.Odds()
	}
	return "Undecided; someone should look: " + r.Odds()
}

// Odds says what the probability means.
func (r Result) Odds() string {
	how := "of 100 such pairs, "
	switch n := int(math.Round(100 * r.Probability)); n {
	case 0:
		return how + "not even 1 is one name."
	case 1:
		return how + "1 is one name."
	case 100:
		return how + "more than 99 are one name."
	default:
		return how + fmt.Sprintf("about %d are one name.", n)
	}
}

func adverb(p float64) string {
	switch {
	case p >= 0.99:
		return "almost certainly"
	case p >= 0.9:
		return "very probably"
	case p >= 0.6:
		return "probably"
	}
	return "perhaps"
}
