package aliases

import (
	"fmt"
	"slices"
	"strings"

	"github.com/namesake-go/namesake/names"
)

// An Explanation says why a name may mean an entity: how it was compared with the nearest of the entity's names, and which
// spelling on record fits each of its words best.
type Explanation struct {
	names.Explanation
	Words []WordFit `json:"words,omitempty"` // of a person
}

// A WordFit says which of an entity's words fits a word asked for best.
type WordFit struct {
	Word      string `json:"word"`                // asked for, in small letters
	Spelling  string `json:"spelling,omitempty"`  // of the entity, in small letters; "" when none is similar
	Name      string `json:"name,omitempty"`      // in which it stands
	Cost      int    `json:"cost"`                // hundredths of one unrelated letter
	Alternate bool   `json:"alternate,omitempty"` // others on record write the one for the other; Cost is by how many do
}

// Explain says why a name that was looked up may mean the entity of a match.
func (r *Registry) Explain(name string, m Match) Explanation {
	parsed := names.Parse(name)
	e := Explanation{Explanation: r.matcher.Explain(parsed, names.Parse(m.Name))}
	r.Ready()
	r.mu.RLock()
	defer r.mu.RUnlock()
	entity, known := r.state.find(m.Entity.ID)
	if !known {
		return e
	}
	search := r.index.names.Search(parsed, nearest(1))
	defer search.Close()
	spellings := r.state.spellings(nil, entity, false)
	if nearest := slices.IndexFunc(spellings, func(text int32) bool { return r.state.texts[text] == m.Name }); nearest > 0 {
		spellings[0], spellings[nearest] = spellings[nearest], spellings[0] // of several as near this one is told of
	}
	for _, f := range search.Fits(spellings) {
		w := WordFit{Word: f.Word, Spelling: f.Spelling, Cost: f.Cost, Alternate: f.Alternate}
		if f.Spelling != "" {
			w.Name = r.state.texts[f.Name]
		}
		e.Words = append(e.Words, w)
	}
	return e
}

// Because gives the explanation in one line: what the nearest name has to do with the one asked for, and what other names of
// the entity add.
func (e Explanation) Because() string {
	var parts []string
	for _, reason := range e.Reasons() {
		if reason.Says != "" {
			parts = append(parts, reason.Says)
		}
	}
	for _, w := range e.Words {
		switch {
		case w.Alternate:
			parts = append(parts, fmt.Sprintf("others on record are written both %s and %s", w.Word, w.Spelling))
		case w.Spelling != "" && w.Name != e.B:
			parts = append(parts, fmt.Sprintf("%s is nearest to %s in %s", w.Word, w.Spelling, w.Name))
		}
	}
	return strings.Join(parts, "; ")
}
