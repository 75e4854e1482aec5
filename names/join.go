package names

import (
	"slices"

	"github.com/namesake-go/namesake/internal/correspond"
)

// A joint is a run of tokens that is one word of the other name.
type joint struct {
	run, single group
	cost        int
	turned      bool // the run is in the second name
}

// join pairs words written together with words written apart, where that is better than any single pair.
func (m *Matcher) join(c *comparison, al *aligners, t table) {
	al.joints = al.joints[:0]
	for j, single := range t.right {
		best := correspond.Far
		for i := range t.left {
			best = min(best, t.costs[i*len(t.right)+j])
		}
		m.joinsWith(al, c.a.tokens, al.readingsLeft, readToken(&c.b.tokens[single.from], al.readingsRight[single.from]), single, best)
	}
	turn := len(al.joints)
	for i, single := range t.left {
		best := slices.Min(t.costs[i*len(t.right) : (i+1)*len(t.right)])
		m.joinsWith(al, c.b.tokens, al.readingsRight, readToken(&c.a.tokens[single.from], al.readingsLeft[single.from]), single, best)
	}
	for i := turn; i < len(al.joints); i++ {
		al.joints[i].turned = true
	}
	slices.SortStableFunc(al.joints, func(x, y joint) int { return x.cost - y.cost })
	for _, k := range al.joints {
		f := finding{kind: Letters, a: k.run, b: k.single, cost: k.cost}
		if k.turned {
			f.a, f.b = k.single, k.run
		}
		if !overlaps(f.a, c.findings, sideA) && !overlaps(f.b, c.findings, sideB) {
			m.addPair(c, f)
		}
	}
}

func sideA(f *finding) group { return f.a }
func sideB(f *finding) group { return f.b }

// joinsWith finds runs of two to four tokens that together are a single word of the other name, and closer to it
// than best, the cost of the closest token.
func (m *Matcher) joinsWith(al *aligners, tokens []token, readings []*correspond.Reading, other pairable, single group, best int) {
	if single.role == Initial || best == 0 {
		return
	}
	for from := range tokens {
		size := tokens[from].size()
		for to := from + 2; to <= min(from+4, len(tokens)); to++ {
			size += tokens[to-1].size()
			if size > other.reading.Size()+maxJoinSlack {
				break
			}
			run := group{from: from, to: to, role: runRole(tokens[from:to]), place: from}
			if run.role == Title || size < other.reading.Size()-maxJoinSlack {
				continue
			}
			limit := m.allowedFor(size, other.reading.Size())
			if tokens[from].eastAsian && other.eastAsian {
				limit = limit * m.weights.twoNames / 100 // Chang-ho is not Kwang
			}
			cost := m.distanceRun(al, tokens[from:to], readings[from:to], other, min(best-1, limit))
			if cost < correspond.Far {
				al.joints = append(al.joints, joint{run: run, single: single, cost: cost})
			}
		}
	}
}

// maxJoinSlack is how many letters more or fewer a joined word may have than its parts.
const maxJoinSlack = 4

// runRole is the role of tokens read as one word: that of the first one that carries the name; Title when they
// can't be so read, or do not follow each other in the text.
func runRole(tokens []token) Role {
	role := Title
	for i := range tokens {
		t := &tokens[i]
		if i > 0 && t.part != tokens[i-1].part+1 {
			return Title // the comma of "Jinbekov, Almaz" parts them
		}
		switch t.role {
		case Title, Suffix, Initial:
			return Title
		case Given, Surname, Patronymic:
			if role == Title {
				role = t.role
			}
		}
	}
	return role
}

func overlaps(g group, findings []finding, side func(*finding) group) bool {
	for i := range findings {
		if other := side(&findings[i]); g.from < other.to && other.from < g.to {
			return true
		}
	}
	return false
}
