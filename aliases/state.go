package aliases

import (
	"fmt"
	"slices"
)

// state is what follows from the changes so far. Entities, names and spellings are numbered in the order they came, and
// keep their numbers: a name that is taken back is marked, not removed. Only apply alters it, and always in the same way.
type state struct {
	changes  []Change
	effects  []effect // of each change
	entities []entity
	aliases  []alias
	byID     map[string]int32
	texts    []string         // the distinct spellings
	byText   map[string]int32 // their places
	holders  []int32          // of each spelling, the last alias so spelled; the others follow by next
	labels   []string         // kinds, languages and sources
	byLabel  map[string]int32
	pairs    []pairVerdict
	verdicts map[string][]nameVerdict // by name
	reviews  map[string]int           // by name, the number of the change
	living   int
}

const none = int32(-1)

type entity struct {
	id       string
	kind     int32
	names    []int32 // aliases, the canonical one first
	notes    []note
	redirect int32 // the entity that it became, or none
	alive    bool
}

type note struct {
	text   string
	change int32
}

type alias struct {
	text, entity, next int32
	lang, source       int32
	change             int32
	confidence         float32
	gone, attached     bool
}

// A pairVerdict is a judgement on two entities, a nameVerdict one on a name and an entity.
type pairVerdict struct {
	a, b      int32
	same      bool
	change    int32
	withdrawn bool
}

type nameVerdict struct {
	entity    int32
	same      bool
	change    int32
	withdrawn bool
}

// An effect is what a change did, for its undo.
type effect struct {
	aliases, entities [2]int32 // numbers from, to: added by it
	moved             []int32  // aliases
	from, to          int32    // the entities they moved between
	merged            bool     // from became to
}

func newState() *state {
	return &state{byID: map[string]int32{}, byText: map[string]int32{}, byLabel: map[string]int32{},
		verdicts: map[string][]nameVerdict{}, reviews: map[string]int{}}
}

// label keeps a text that comes again and again once.
func (s *state) label(text string) int32 {
	if n, known := s.byLabel[text]; known {
		return n
	}
	n := int32(len(s.labels))
	s.labels = append(s.labels, text)
	s.byLabel[text] = n
	return n
}

// root is the entity that an id means now: redirects followed.
func (s *state) root(e int32) int32 {
	for s.entities[e].redirect != none {
		e = s.entities[e].redirect
	}
	return e
}

// find gives the living entity that an id means now.
func (s *state) find(id string) (int32, bool) {
	e, known := s.byID[id]
	if !known {
		return none, false
	}
	e = s.root(e)
	return e, s.entities[e].alive
}

// has gives the entity's alias with that spelling, or none.
func (s *state) has(e, text int32) int32 {
	if names := s.entities[e].names; len(names) <= 32 {
		for _, a := range names {
			if s.aliases[a].text == text {
				return a
			}
		}
		return none
	}
	for a := s.holders[text]; a != none; a = s.aliases[a].next {
		if !s.aliases[a].gone && s.aliases[a].entity == e {
			return a
		}
	}
	return none
}

// holdersOf lists the living entities that have exactly that name, in the order they got it.
func (s *state) holdersOf(name string) []int32 {
	text, known := s.byText[name]
	if !known {
		return nil
	}
	var found []int32
	for a := s.holders[text]; a != none; a = s.aliases[a].next {
		if e := s.aliases[a].entity; !s.aliases[a].gone && !slices.Contains(found, e) {
			found = append(found, e)
		}
	}
	slices.Reverse(found)
	return found
}

// verdict is the judgement on a name and an entity that stands: the last one. ok is whether there is any.
func (s *state) verdict(name string, e int32) (same, ok bool) {
	for _, v := range slices.Backward(s.verdicts[name]) {
		if !v.withdrawn && s.root(v.entity) == e {
			return v.same, true
		}
	}
	return false, false
}

// judgedSame is the entity that a name was judged to be, or none.
func (s *state) judgedSame(name string) int32 {
	for _, v := range slices.Backward(s.verdicts[name]) {
		if e := s.root(v.entity); !v.withdrawn && v.same && s.entities[e].alive {
			if same, _ := s.verdict(name, e); same {
				return e
			}
		}
	}
	return none
}

// apart is the judgement that two entities are not one, nil when there is none.
func (s *state) apart(a, b int32) *pairVerdict {
	for i := range s.pairs {
		p := &s.pairs[i]
		if x, y := s.root(p.a), s.root(p.b); !p.same && !p.withdrawn && (x == a && y == b || x == b && y == a) {
			return p
		}
	}
	return nil
}

// entity gives a copy for the caller.
func (s *state) entity(e int32) Entity {
	from := &s.entities[e]
	out := Entity{ID: from.id, Kind: s.labels[from.kind], Names: make([]Alias, 0, len(from.names))}
	seen := make(map[int32]bool, len(from.names)) // merged entities may share a name
	for _, a := range from.names {
		if text := s.aliases[a].text; !seen[text] {
			seen[text] = true
			out.Names = append(out.Names, s.alias(a))
		}
	}
	for _, n := range from.notes {
		out.Notes = append(out.Notes, n.text)
	}
	return out
}

func (s *state) alias(a int32) Alias {
	from := &s.aliases[a]
	change := &s.changes[from.change-1]
	return Alias{Name: s.texts[from.text], Lang: s.labels[from.lang], Source: s.labels[from.source],
		Confidence: float64(from.confidence), Attached: from.attached, By: change.Who, When: change.When}
}

func (s *state) errorf(c *Change, format string, args ...any) error {
	return fmt.Errorf("change %d (%s): %s", c.Number, c.Op, fmt.Sprintf(format, args...))
}
