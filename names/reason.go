package names

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"
)

// A Reason is one thing that an explanation says, in words for the person whom it concerns: what a word of one name has
// to do with a word of the other.
type Reason struct {
	Kind   Kind
	Label  string // what the words are: "Family name"
	A, B   Span   // the words; one that a name lacks is empty
	Says   string // "Jinbekov can be written Genbekov"
	Cost   int    // hundredths of one unrelated letter
	Rarity int    // of words that agree: their information, in hundredths of a nat
	Whole  bool   // the words are several that a name does not part, as Han characters; Details tell of them
	Steps  []Step // that the reason sums up, in the order of A
}

// Reasons gives the explanation in words, one for each pair of words, in the order of A; a word of B alone stands behind
// the one that it follows, what changed places at the end. Their costs sum to the cost of the result.
func (e Explanation) Reasons() []Reason {
	var words, reasons, onlyB, moved []Reason
	at := map[int]int{} // of a pair of words among words
	for _, s := range e.Steps {
		if s.Kind == Between {
			continue
		}
		if _, seen := at[s.Word]; !seen {
			at[s.Word] = len(words)
			words = append(words, Reason{Kind: s.Kind})
		}
		words[at[s.Word]].take(Reason{A: s.A, B: s.B, Cost: s.Cost, Rarity: s.Rarity, Steps: []Step{s}})
	}
	for _, r := range words {
		switch {
		case r.Kind == Moved && len(moved) > 0 && moved[len(moved)-1].Steps[0].Line == r.Steps[0].Line:
			moved[len(moved)-1].take(r)
		case r.Kind == Moved:
			moved = append(moved, r)
		case len(reasons) > 0 && (r.Kind != LeftOut && (r.A.isEmpty() || r.B.isEmpty()) || r.A.isEmpty() && r.B.isEmpty()):
			reasons[len(reasons)-1].take(r)
			reasons[len(reasons)-1].Whole = true
		case r.A.isEmpty():
			onlyB = append(onlyB, r)
		default:
			reasons = append(reasons, r)
		}
	}
	slices.SortFunc(onlyB, func(x, y Reason) int { return cmp.Compare(x.B.Start, y.B.Start) })
	for _, r := range onlyB {
		reasons = slices.Insert(reasons, placeOf(reasons, r.B), r)
	}
	reasons = append(reasons, moved...)
	for i := range reasons {
		reasons[i].Label, reasons[i].Says = inPlainWords(reasons[i]), e.says(reasons[i])+reasons[i].howRare()
	}
	if i := onlyName(reasons); i >= 0 {
		reasons[i].Label = "Name"
	}
	return reasons
}

// onlyName gives the one reason that is about words that carry the name, or -1 when several are: a word by itself may be
// a family name, a given name or the name of a firm.
func onlyName(reasons []Reason) int {
	only := -1
	for i, r := range reasons {
		switch r.Steps[0].Role {
		case Surname, Given, Patronymic, Initial:
			if only >= 0 {
				return -1
			}
			only = i
		}
	}
	return only
}

// take makes one reason of two: characters that stand for letters of several words are not parted.
func (r *Reason) take(next Reason) {
	r.A, r.B = r.A.with(next.A), r.B.with(next.B)
	r.Cost += next.Cost
	r.Rarity += next.Rarity
	r.Steps = append(r.Steps, next.Steps...)
}

func (s Span) isEmpty() bool { return s.Start == s.End }

// with is the span from the beginning of one to the end of the other.
func (s Span) with(t Span) Span {
	switch {
	case s.isEmpty():
		return t
	case t.isEmpty():
		return s
	}
	return Span{min(s.Start, t.Start), max(s.End, t.End)}
}

// placeOf is where a word of B belongs: behind its neighbour on the left.
func placeOf(reasons []Reason, word Span) int {
	place, end := 0, -1
	for i, r := range reasons {
		if !r.B.isEmpty() && r.B.End <= word.Start && r.B.End > end {
			place, end = i+1, r.B.End
		}
	}
	return place
}

// labels are the roles in the words of people who are no grammarians.
var labels = map[Role]string{
	NoRole: "Word", Surname: "Family name", Given: "Given name", Patronymic: "Father's name", Particle: "Small word",
	Title: "Title", Suffix: "Ending", Initial: "Initial", Proper: "Own name", Generic: "Kind", Toponym: "Place",
	Numeral: "Number", LegalForm: "Legal form",
}

// Details gives the steps below a reason that are worth telling: letters that differ, and at a cost; of several words all
// that costs.
func (r Reason) Details() []Step {
	return slices.DeleteFunc(slices.Clone(r.Steps), func(s Step) bool { return s.Line == 0 || s.Cost == 0 || s.Kind != Letters && !r.Whole })
}

// Rule names the rule behind a reason that has no details.
func (r Reason) Rule() string {
	if r.Kind == Letters || r.Whole {
		return ""
	}
	return r.Steps[0].Rule()
}

func inPlainWords(r Reason) string {
	first := r.Steps[0]
	switch {
	case r.Kind == Moved:
		return "Order"
	case slices.ContainsFunc(r.Steps, func(s Step) bool { return s.Role != first.Role || s.RoleB != first.RoleB }):
		return "Name"
	case first.RoleB != NoRole:
		return labels[first.Role] + " (second: " + strings.ToLower(labels[first.RoleB]) + ")"
	}
	return labels[first.Role]
}

// howRare says what it is worth that words agree, where that is out of the ordinary.
func (r Reason) howRare() string {
	weighed := 0
	for _, s := range r.Steps {
		weighed += min(s.Rarity, 1)
	}
	switch {
	case weighed != 1 || r.Whole || !isPersonal(r.Steps[0].Role): // of words that could not be parted nothing is said
		return ""
	case r.Rarity < common:
		return "; a common name"
	case r.Rarity >= rarest:
		return "; a rare name"
	}
	return ""
}

// isPersonal tells whether a word in this role is what a person is called.
func isPersonal(role Role) bool { return role == Given || role == Surname || role == Patronymic }

func (e Explanation) says(r Reason) string {
	a, b := Visible(e.A[r.A.Start:r.A.End]), Visible(e.B[r.B.Start:r.B.End])
	if r.Whole && slices.ContainsFunc(r.Steps, func(s Step) bool { return s.Kind == Contradicted || s.Kind == LeftOut }) {
		return a + " and " + b + " agree in part"
	}
	switch r.Kind {
	case Moved:
		return "the words change places (" + r.Steps[0].Note + ")"
	case LeftOut:
		if r.A.isEmpty() {
			return b + " is only in the second"
		}
		return a + " is only in the first"
	case Contradicted:
		switch r.Steps[0].Role {
		case Initial, Suffix, Generic, Toponym, Numeral, LegalForm:
			return a + " is not " + b
		}
		return a + " and " + b + " are different names"
	case Misspelt:
		return a + " may be " + b + " misspelt, or the other way round"
	case Abbreviated:
		if len(a) > len(b) {
			a, b = b, a
		}
		return a + " can stand for " + b
	}
	switch {
	case strings.EqualFold(a, b):
		return a + " is in both"
	case r.Kind == Known && r.Steps[0].Role == Generic:
		return a + " and " + b + " mean the same"
	case r.Kind == Known && r.Steps[0].Role == Toponym:
		return a + " and " + b + " are of one place"
	case r.Kind == Known:
		return a + " and " + b + " are forms of one name"
	case r.Kind == SameWord:
		return a + " and " + b + " mean the same"
	}
	return spelledSays(a, b, r.Cost)
}

// spelledSays tells how two words agree by their letters; what is not in Latin letters is read in them.
func spelledSays(a, b string, cost int) string {
	latin := isLatin(a)
	if latin == isLatin(b) {
		if cost == 0 {
			return a + " and " + b + " agree letter by letter"
		}
		return a + " can be written " + b
	}
	if latin {
		a, b = b, a
	}
	if cost == 0 {
		return a + " reads " + b
	}
	return a + " can be read " + b
}

// Rule names the rule behind a step as file:line, or nothing where none is needed.
func (s Step) Rule() string {
	if s.Line == 0 {
		return ""
	}
	return fmt.Sprintf("%s:%d", path.Base(s.File), s.Line)
}

// Says puts a detail of a reason into words: "g as j (Egyptian reading of ج)".
func (e Explanation) Says(r Reason, s Step) string {
	a, b := Visible(e.A[s.A.Start:s.A.End]), Visible(e.B[s.B.Start:s.B.End])
	var text string
	switch {
	case s.Kind == LeftOut:
		return "one word is only in one of them"
	case s.Kind == Contradicted:
		return "two words are different names"
	case s.Kind != Letters:
		return s.Kind.String()
	case r.Whole:
		text = "letters differ"
	case a == "":
		text = b + " is not in the first"
	case b == "":
		text = a + " is not in the second"
	default:
		text = a + " as " + b
	}
	if s.Note != "" && s.Note != a && s.Note != b {
		text += " (" + s.Note + ")"
	}
	return text
}
