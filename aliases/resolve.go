package aliases

import (
	"context"
	"errors"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/namesake-go/namesake/internal/rows"
	"github.com/namesake-go/namesake/names"
)

// Outcome is what Resolve made of a mention.
type Outcome uint8

const (
	Attached Outcome = iota + 1 // it is a known entity
	InReview                    // a person should look; Candidates says who it may be
	Opened                      // nobody known: an entity was opened for it
)

var outcomeNames = [...]string{"", "same", "review", "new"}

func (o Outcome) String() string { return outcomeNames[o] }

// MarshalText makes an outcome a word in JSON.
func (o Outcome) MarshalText() ([]byte, error) { return []byte(o.String()), nil }

// A Resolution is the answer to a mention.
type Resolution struct {
	Mention     names.Mention
	Outcome     Outcome
	Entity      Entity      // who it is; when in review, who it is most probably
	Name        string      // the name of the entity that fits best
	Probability float64     // that it is the entity's name; 1 for one that was opened
	Candidates  []Candidate // when in review
	Change      int         // the change that put it on record; 0 when it was known already

	matcher *names.Matcher
}

// Explanation says how the mention was compared with the name that fits best.
func (r Resolution) Explanation() names.Explanation {
	return r.matcher.Explain(names.Parse(r.Mention.Name), names.Parse(r.Name))
}

// Resolve says who a mention is: a name on record is who it was; one like a known entity's, and like no other's as much,
// is attached to it; one that may be somebody's, or as well somebody else's, is put in review; for any other an entity is
// opened. What has been judged of the name counts before all else. When it returns without an error, the outcome is on
// the disk, and the same name has it again until somebody changes it.
//
// In what ways the order of mentions matters is said at the head of this package.
func (r *Registry) Resolve(ctx context.Context, m names.Mention) (Resolution, error) {
	name := strings.TrimSpace(m.Name)
	if why := rows.Unusable(name); why != "" {
		return Resolution{}, errors.New(why)
	}
	if !utf8.ValidString(name + m.Doc) {
		return Resolution{}, errors.New("not UTF-8; write the name as UTF-8")
	}
	r.Ready()
	parsed := names.Parse(name)
	r.mu.RLock()
	fault := r.fault
	answer, change := r.resolve(name, parsed, m.Doc)
	r.mu.RUnlock()
	if fault != nil || change == nil {
		return r.resolved(m, answer), fault
	}
	r.writing.Lock() // nobody changes anything between the answer and the change
	defer r.writing.Unlock()
	if err := ctx.Err(); err != nil {
		return Resolution{}, err
	}
	r.Ready()
	r.mu.RLock()
	answer, change = r.resolve(name, parsed, m.Doc)
	r.mu.RUnlock()
	if change == nil {
		return r.resolved(m, answer), nil
	}
	done, err := r.one(By{Who: "resolve"}, *change)
	if err != nil {
		return Resolution{}, err
	}
	answer.Change = done.Number
	if answer.Outcome != InReview {
		id := change.entries[0].ID
		answer.Entity, _ = r.ByID(id)
	}
	return r.resolved(m, answer), nil
}

func (r *Registry) resolved(m names.Mention, answer Resolution) Resolution {
	answer.Mention, answer.matcher = m, r.matcher
	return answer
}

// ResolveAll resolves mentions as they come, each before the next is asked for. It ends with the first error, and with
// the context.
func (r *Registry) ResolveAll(ctx context.Context, mentions iter.Seq[names.Mention]) iter.Seq2[Resolution, error] {
	return func(yield func(Resolution, error) bool) {
		for m := range mentions {
			answer, err := r.Resolve(ctx, m)
			if !yield(answer, err) || err != nil {
				return
			}
		}
	}
}

// resolve finds the answer to a name, and the change that it needs, if any.
func (r *Registry) resolve(name string, parsed names.Name, source string) (Resolution, *Change) {
	s := r.state
	if e := s.judgedSame(name); e != none {
		return Resolution{Outcome: Attached, Entity: s.entity(e), Name: name, Probability: 1}, nil
	}
	var all []found
	if holders := s.holdersOf(name); len(holders) > 0 {
		result := r.matcher.Compare(parsed, parsed)
		for _, e := range holders {
			all = append(all, found{entity: e, alias: s.has(e, s.byText[name]), Result: result})
		}
	} else {
		all = r.ranked(parsed, 4, true)
	}
	all = slices.DeleteFunc(all, func(f found) bool {
		same, judged := s.verdict(name, f.entity)
		return judged && !same || f.Decision == names.Different
	})
	switch {
	case len(all) == 0:
		return r.open(name, source)
	case all[0].Decision == names.Same && (len(all) == 1 || better(all[0], all[1]) != 0):
		return r.attach(name, source, all[0])
	}
	return r.review(name, all)
}

func (r *Registry) open(name, source string) (Resolution, *Change) {
	id := r.freeID()
	entry := Entry{ID: id, Names: []Alias{{Name: name, Source: source}}}
	return Resolution{Outcome: Opened, Name: name, Probability: 1}, &Change{Op: OpOpen, entries: []Entry{entry}}
}

func (r *Registry) attach(name, source string, f found) (Resolution, *Change) {
	m := r.match(f)
	answer := Resolution{Outcome: Attached, Entity: m.Entity, Name: m.Name, Probability: m.Probability}
	if m.Name == name {
		return answer, nil
	}
	entry := Entry{ID: m.Entity.ID, Names: []Alias{{Name: name, Source: source, Confidence: m.Probability}}}
	return answer, &Change{Op: OpAttach, entries: []Entry{entry}}
}

// review leaves a name to a person; once it waits, it is not put there again.
func (r *Registry) review(name string, all []found) (Resolution, *Change) {
	m := r.match(all[0])
	answer := Resolution{Outcome: InReview, Entity: m.Entity, Name: m.Name, Probability: m.Probability}
	for _, f := range all {
		if f.Decision != names.Different && len(answer.Candidates) < maxCandidates {
			answer.Candidates = append(answer.Candidates, Candidate{r.state.entities[f.entity].id, float64(float32(f.Probability))}) // as the record has it
		}
	}
	if change, known := r.state.reviews[name]; known {
		if _, open := r.state.waiting(name, change); open {
			return answer, nil
		}
	}
	return answer, &Change{Op: OpReview, Name: name, Candidates: answer.Candidates}
}

// maxCandidates is how many entities a review offers.
const maxCandidates = 5
