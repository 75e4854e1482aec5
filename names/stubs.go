package names

// This file holds the agreed shapes of what is being written; each moves to its own file.

// Options chooses how a Matcher decides. The zero value is the built-in rules and thresholds.
type Options struct {
	Same   float64 // least probability of Same; 0 means the built-in threshold
	Review float64 // least probability of Review; 0 means the built-in threshold
}

// A Matcher compares names.
type Matcher struct{ options Options }

// New makes a Matcher.
func New(o Options) *Matcher { return &Matcher{o} }

// A Result is what Compare found.
type Result struct {
	Decision    Decision
	Probability float64 // that the two are one name, 0 to 1
	Cost        int     // hundredths; the sum of the steps that Explain shows
}

type token struct{}

// Parse reads any string as a name.
func Parse(s string) Name { return Name{Text: s} }

// Compare decides whether two names are one name. It is symmetric.
func (m *Matcher) Compare(a, b Name) Result { return Result{} }

// An Explanation says how Compare came to its result. Its steps tile both names and sum to the cost.
type Explanation struct {
	A, B string
	Result
	Steps []Step
}

// A Step is one correspondence: a stretch of A, the stretch of B that it answers to, and what it costs.
type Step struct {
	A, B Span
	Role Role
	Cost int
	File string // the rule's file; empty for equal letters
	Line int
	Note string
}

// A Span is a stretch of a name in bytes: s[Start:End].
type Span struct{ Start, End int }

// Explain gives the steps behind Compare's result. String renders it for a person; it marshals to JSON.
func (m *Matcher) Explain(a, b Name) Explanation { return Explanation{A: a.Text, B: b.Text} }

// String renders the explanation, one step a line.
func (e Explanation) String() string { return "" }

// A Cluster is the mentions of one entity.
type Cluster struct {
	ID        string // the smallest member's place in the input, "c1"; stable for the same input
	Canonical string // the name to show; the rule is at Canonical
	Members   []Member
}

// A Member is a mention in a cluster and how sure it is that it belongs there.
type Member struct {
	Mention
	Index       int // place in the input, from 0
	Decision    Decision
	Probability float64
}

// Cluster gathers mentions into entities; each mention is in exactly one cluster.
func (m *Matcher) Cluster(mentions []Mention) []Cluster { return nil }

// Find yields the people that an English news text mentions.
func Find(text string) []Mention { return nil }
