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
	within := make([][]Question, len(clusters))
	inParallel(len(clusters), func(i int) { within[i] = m.questionsWithin(clusters[i]) })
	questions := append(slices.Concat(within...), m.questionsBetween(clusters)...)
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

// tooMany is how many look-alikes by chance a name may have for a question to make sense: nobody knows which Mr Lee.
const tooMany = 20

// A doubt is two names of different clusters that may be one.
type doubt struct {
	x, y   int // clusters, x < y
	a, b   int32
	p      float64
	chance float64 // how many names would look as much alike by chance; see chance.go
}

// questionsBetween asks which clusters are one, as far as their names leave it open.
func (m *Matcher) questionsBetween(clusters []Cluster) []Question {
	of := make([][]variant, len(clusters))
	inParallel(len(clusters), func(i int) { of[i] = frequent(judgedBy(m.variants(clusters[i].Members)), namesAsked) })
	var vs []variant
	var in []int // the cluster of each
	var called []Name
	for i := range of {
		for _, v := range of[i] {
			called = append(called, v.name)
			called[len(called)-1].tokens = slices.Clone(v.name.tokens)
			vs, in = append(vs, v), append(in, i)
		}
	}
	alike := newLookalikes(m, called)
	doubts := make([][]doubt, len(vs))
	inParallelWith(len(vs), alike.newSeeker, func(s *seeker, a int) {
		for _, b := range s.seek(int32(a)) {
			if in[a] == in[b] {
				continue
			}
			c := m.match(called[a], called[b])
			p := m.result(&c).Probability
			if p < m.options.Review {
				continue
			}
			d := doubt{in[a], in[b], int32(a), b, p, alike.chance(&c, int32(a), b)}
			if d.x > d.y {
				d.x, d.y, d.a, d.b = d.y, d.x, d.b, d.a
			}
			full := isFull(vs[a].name) && isFull(vs[b].name)
			if !full {
				d.chance = max(0, d.chance-2) // besides these two
			}
			if full && inFile(d.p, d.chance) < m.options.Review || d.chance > tooMany {
				continue
			}
			doubts[a] = append(doubts[a], d)
		}
	})
	all := slices.Concat(doubts...)
	slices.SortFunc(all, func(d, e doubt) int { // the best of two clusters first
		return cmp.Or(d.x-e.x, d.y-e.y, cmp.Compare(e.p, d.p), cmp.Compare(d.a, e.a), cmp.Compare(d.b, e.b))
	})
	all = slices.CompactFunc(all, func(d, e doubt) bool { return d.x == e.x && d.y == e.y })
	questions := make([]Question, len(all))
	inParallel(len(all), func(k int) {
		d := all[k]
		x, y := clusters[d.x], clusters[d.y]
		s := m.Separation(x, y)
		q := ask(vs[d.a].members[0], vs[d.b].members[0], len(x.Members), len(y.Members), inFile(s.Linkage, d.chance))
		q.Because = s.Says()
		questions[k] = q
	})
	return questions
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
