package aliases

import (
	"time"

	"github.com/namesake-go/namesake/names"
)

// A Match is an entity that a name may mean.
type Match struct {
	Entity      Entity
	Name        string // the one of its names that fits best
	Decision    names.Decision
	Probability float64 // that the name asked for is a name of the entity, 0 to 1
}

// Lookup gives the k entities that a name most probably means, the best first; entities equally probable stand in the
// registry's order. Entities are ranked by the nearest of their names, and by how well each word fits all spellings that they
// have of it (names.Search.Fit); so one may come before another with a name that is a little nearer. It is then as probable
// as that other at the least. The names compared are those that an index finds to be nearest (see names.Index); entities whose
// names share nothing with the name are left out.
func (r *Registry) Lookup(name string, k int) []Match {
	if k < 1 {
		return nil
	}
	r.Ready()
	r.mu.RLock()
	defer r.mu.RUnlock()
	found := r.ranked(names.Parse(name), k, false)
	// Who is the better answer is not the less probable one.
	for i := len(found) - 2; i >= 0; i-- {
		found[i].Probability = max(found[i].Probability, found[i+1].Probability)
	}
	found = found[:min(k, len(found))]
	matches := make([]Match, len(found))
	for i, f := range found {
		matches[i] = r.match(f)
	}
	return matches
}

// Ready makes the index, or brings it up to date, which the next look-up would do otherwise. An index that took long to make is
// kept in the file.
func (r *Registry) Ready() {
	r.mu.RLock()
	ready := r.index.learned
	r.mu.RUnlock()
	if ready {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.index.names == nil {
		r.load()
	}
	if r.index.names == nil {
		r.index.names = r.matcher.NewIndex()
		r.index.grow(r.state)
		r.index.names.Warm(warmTime)
		r.save()
	}
	if !r.index.learned {
		r.index.learn(r.state)
	}
}

// warmTime is what may be spent, of a large vocabulary, on comparing frequent words with all others before anybody asks.
const warmTime = 1500 * time.Millisecond

func (r *Registry) match(f found) Match {
	return Match{r.state.entity(f.entity), r.state.texts[r.state.aliases[f.alias].text], f.Decision, f.Probability}
}
