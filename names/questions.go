package names

import (
	"cmp"
	"slices"
)

// Questions
//
// What names alone leave undecided is for a person to say, and the questions whose answers change most come first. The
// answer to "are these two one entity?" changes every pair of a mention that goes with the one and a mention that goes
// with the other; how likely it is to, is the uncertainty p(1-p), greatest at even odds.

// A Question asks whether two mentions are of one entity.
type Question struct {
	A, B         Member  // a mention of each name
	SizeA, SizeB int     // how many mentions go with each
	Together     bool    // they are in one cluster now; if not, the answer joins two clusters
	Probability  float64 // that they are one: of two clusters by all their names, as Cluster joins; of a link by its two names
	Changes      float64 // SizeA × SizeB × p(1-p)
	Because      string  // why it is asked
}

// namesAsked is how many names of a cluster are set against those of another, the most frequent ones.
const namesAsked = 30

// Questions gives what the clusters leave undecided, the question whose answer changes most first: two clusters whose best
// pair of names is for review, or the same but for something that keeps the clusters apart; and links within a cluster
// that are for review and that no document tells.
func (m *Matcher) Questions(clusters []Cluster) []Question {
	called, known := make([][]Name, len(clusters)), make([][]variant, len(clusters))
	inParallel(len(clusters), func(i int) {
		known[i] = frequent(judgedBy(m.variants(clusters[i].Members)), namesAsked)
		for _, v := range known[i] {
			called[i] = append(called[i], v.name)
		}
	})
	pairs := m.worthComparing(called)
	between, within := make([]*Question, len(pairs)), make([][]Question, len(clusters))
	inParallel(len(pairs), func(k int) {
		i, j := pairs[k][0], pairs[k][1]
		between[k] = m.questionBetween(clusters[i], clusters[j], known[i], known[j])
	})
	inParallel(len(clusters), func(i int) { within[i] = m.questionsWithin(clusters[i]) })
	questions := slices.Concat(within...)
	for _, q := range between {
		if q != nil {
			questions = append(questions, *q)
		}
	}
	slices.SortFunc(questions, func(x, y Question) int {
		return cmp.Or(cmp.Compare(y.Changes, x.Changes), cmp.Compare(x.A.Name, y.A.Name), cmp.Compare(x.B.Name, y.B.Name),
			cmp.Compare(x.A.Index, y.A.Index), cmp.Compare(x.B.Index, y.B.Index))
	})
	return questions
}

// judgedBy keeps the names that tell a cluster from others: the full ones, if there are any.
func judgedBy(vs []variant) []variant {
	if isShort(vs) {
		return vs
	}
	return slices.DeleteFunc(vs, func(v variant) bool { return !isFull(v.name) })
}

// frequent keeps the names that most mentions have.
func frequent(vs []variant, most int) []variant {
	slices.SortStableFunc(vs, func(x, y variant) int { return len(y.members) - len(x.members) })
	return vs[:min(len(vs), most)]
}

// questionBetween asks whether two clusters are one, or nothing.
func (m *Matcher) questionBetween(x, y Cluster, left, right []variant) *Question {
	best := edge{Result: Result{Probability: -1}}
	for i, a := range left {
		for j, b := range right {
			if e := (edge{i, j, m.Compare(a.name, b.name)}); e.Probability > best.Probability {
				best = e
			}
		}
	}
	if best.Decision == Different {
		return nil
	}
	s := m.Separation(x, y)
	q := ask(left[best.i].members[0], right[best.j].members[0], len(x.Members), len(y.Members), s.Linkage)
	q.Because = s.Says()
	return &q
}

// questionsWithin asks about the links of a cluster that are for review.
func (m *Matcher) questionsWithin(c Cluster) []Question {
	vs := m.variants(c.Members)
	tree := m.spanningTree(vs)
	var questions []Question
	for k, e := range tree {
		if e.Decision != Review {
			continue
		}
		if _, _, told := sameDocument(vs[e.i], vs[e.j]); told {
			continue // their document has told who it is
		}
		side := mentionsBehind(vs, tree, k)
		l := m.link(vs[e.i], vs[e.j])
		q := ask(l.A, l.B, side, len(c.Members)-side, e.Probability)
		q.Together, q.Because = true, "Joined: "+l.Held+"."
		questions = append(questions, q)
	}
	return questions
}

func ask(a, b Member, sizeA, sizeB int, p float64) Question {
	return Question{A: a, B: b, SizeA: sizeA, SizeB: sizeB, Probability: p, Changes: float64(sizeA) * float64(sizeB) * p * (1 - p)}
}

// mentionsBehind counts the mentions on the side of the first name when a link is cut.
func mentionsBehind(vs []variant, tree []edge, cut int) int {
	reached := map[int]bool{tree[cut].i: true}
	count := len(vs[tree[cut].i].members)
	for grown := true; grown; {
		grown = false
		for k, e := range tree {
			if k == cut || reached[e.i] == reached[e.j] {
				continue
			}
			next := e.i
			if reached[e.i] {
				next = e.j
			}
			reached[next], grown = true, true
			count += len(vs[next].members)
		}
	}
	return count
}
