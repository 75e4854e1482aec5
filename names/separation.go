package names

import "fmt"

// A Separation says what keeps two clusters apart.
type Separation struct {
	Best    Link    // of all pairs of their names, the one that fits best
	Linkage float64 // how well all their names fit together, 0 to 1; joining them takes mergeAt, in long lists more
	Cause   Cause
	Doc     string // the document of InOneDocument
	Against *Link  // the names of Contradiction
}

// Cause is why two clusters were not joined.
type Cause uint8

const (
	Unlike        Cause = iota // their names do not fit well enough
	Contradiction              // two of their names contradict each other
	InOneDocument              // a document names both, and was read as speaking of two
	Ambiguous                  // a short name that fits others as well
	Chance                     // they fit, but so many names look as much alike that it may be chance; or the caller keeps them apart
)

// Separation finds what keeps two clusters apart.
func (m *Matcher) Separation(x, y Cluster) Separation {
	left, right := judgedBy(m.variants(x.Members)), judgedBy(m.variants(y.Members))
	s := Separation{}
	best, against, fit := edge{Result: Result{Probability: -1}}, edge{Result: Result{Probability: 2}}, affinity{}
	for i, a := range left {
		for j, b := range right {
			c := m.match(a.name, b.name)
			e := edge{i, j, m.result(&c)}
			if e.surer(best) {
				best = e
			}
			if m.excludes(&c) && against.surer(e) {
				against = e
			}
			fit = fit.with(affinityOf(inMillionths(e.Probability)))
		}
	}
	s.Best, s.Linkage = m.link(left[best.i], right[best.j]), fit.linkage(len(left)*len(right))
	s.Best.Held = ""
	all := variant{members: x.Members}
	switch a, _, together := sameDocument(all, variant{members: y.Members}); {
	case together:
		s.Cause, s.Doc = InOneDocument, a.Doc
	case against.Probability <= 1:
		l := m.link(left[against.i], right[against.j])
		l.Held = ""
		s.Cause, s.Against = Contradiction, &l
	case isAmbiguous(x) || isAmbiguous(y):
		s.Cause = Ambiguous
	case s.Linkage < mergeAt || isShort(left) != isShort(right):
		s.Cause = Unlike
	default:
		s.Cause = Chance
	}
	return s
}

// isAmbiguous tells whether the cluster is of short names that fit several others.
func isAmbiguous(c Cluster) bool { return c.Members[0].Decision == Review }

// isShort tells whether none of the names is a full one.
func isShort(vs []variant) bool {
	for _, v := range vs {
		if isFull(v.name) {
			return false
		}
	}
	return true
}

// Says puts the cause into a sentence.
func (s Separation) Says() string {
	switch s.Cause {
	case Contradiction:
		return fmt.Sprintf("%s and %s contradict each other, and no link between others outweighs that.", Visible(s.Against.A.Name), Visible(s.Against.B.Name))
	case InOneDocument:
		return fmt.Sprintf("The document %s names both, and reads as speaking of two.", Visible(s.Doc))
	case Ambiguous:
		return "One of them is a short name that fits several entities."
	case Chance:
		return "Their names fit, but so many look as much alike that it may be chance; or you keep them apart."
	}
	return fmt.Sprintf("All their names together reach %.2f; one entity takes %.2f.", s.Linkage, mergeAt)
}
