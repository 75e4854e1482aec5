package aliases

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/namesake-go/namesake/internal/rows"
)

// one commits a single change.
func (r *Registry) one(by By, c Change) (Change, error) {
	done, err := r.commit(by, c)
	if err != nil {
		return Change{}, err
	}
	return done[0], nil
}

// Add puts the names of an entry on record; the entity is made when its id is new. Names that are there already stay as
// they are. A name that was judged not to be the entity's is refused.
func (r *Registry) Add(e Entry, by By) (Change, error) {
	r.writing.Lock()
	defer r.writing.Unlock()
	if err := checkEntry(&e); err != nil {
		return Change{}, err
	}
	if n, known := r.state.find(e.ID); known {
		for _, a := range e.Names {
			if same, judged := r.state.verdict(a.Name, n); judged && !same {
				return Change{}, fmt.Errorf("%q was judged not to be %s; undo that first (%s)", a.Name, e.ID, r.state.judgement(a.Name, n))
			}
		}
	}
	return r.one(by, Change{Op: OpAdd, entries: []Entry{e}})
}

// checkEntry trims an entry and says why it cannot be taken.
func checkEntry(e *Entry) error {
	e.ID = strings.TrimSpace(e.ID)
	switch {
	case e.ID == "":
		return errors.New("the id is empty; give each entity an id")
	case !utf8.ValidString(e.ID + e.Kind + e.Note):
		return errors.New("not UTF-8; write the id, kind and note as UTF-8")
	case len(e.ID) > rows.MaxName:
		return fmt.Errorf("the id is %d bytes long, an id has at most %d", len(e.ID), rows.MaxName)
	case len(e.Names) == 0:
		return errors.New(rows.Unusable(""))
	}
	e.Names = slices.Clone(e.Names)
	for i := range e.Names {
		a := &e.Names[i]
		a.Name = strings.TrimSpace(a.Name)
		if why := rows.Unusable(a.Name); why != "" {
			return errors.New(why)
		}
		if !utf8.ValidString(a.Name + a.Lang + a.Source) {
			return errors.New("not UTF-8; write the name as UTF-8")
		}
		if !(a.Confidence >= 0 && a.Confidence <= 1) {
			return fmt.Errorf("the confidence %v is no share; write a number from 0 to 1", a.Confidence)
		}
	}
	return nil
}

// judgement names the change that judged a name.
func (s *state) judgement(name string, e int32) string {
	for _, v := range slices.Backward(s.verdicts[name]) {
		if !v.withdrawn && s.root(v.entity) == e {
			return fmt.Sprintf("change %d", v.change)
		}
	}
	return ""
}

// known finds the entity that an id means, or says that there is none.
func (r *Registry) known(id string) (int32, error) {
	e, ok := r.state.find(strings.TrimSpace(id))
	if !ok {
		return none, fmt.Errorf("there is no entity %q; look one up by its name", id)
	}
	return e, nil
}

// Merge makes two entities one: other's names go to id, and other means id from now on.
func (r *Registry) Merge(id, other string, by By) (Change, error) {
	r.writing.Lock()
	defer r.writing.Unlock()
	a, b, err := r.two(id, other)
	if err != nil {
		return Change{}, err
	}
	if p := r.state.apart(a, b); p != nil {
		return Change{}, fmt.Errorf("%s and %s were judged to be two; undo that first (change %d)", id, other, p.change)
	}
	return r.one(by, Change{Op: OpMerge, Entity: r.state.entities[a].id, Other: r.state.entities[b].id})
}

func (r *Registry) two(id, other string) (a, b int32, err error) {
	if a, err = r.known(id); err != nil {
		return
	}
	if b, err = r.known(other); err != nil {
		return
	}
	if a == b {
		err = fmt.Errorf("%s and %s are one entity already (%s)", id, other, r.state.entities[a].id)
	}
	return
}

// Split moves one name from an entity to another, which is made when its id is new; "" for to gives it an id of its own.
// The name is from then on judged not to be the entity's, and the two entities to be two.
func (r *Registry) Split(id, name, to string, by By) (Change, error) {
	r.writing.Lock()
	defer r.writing.Unlock()
	from, err := r.known(id)
	if err != nil {
		return Change{}, err
	}
	name, to = strings.TrimSpace(name), strings.TrimSpace(to)
	text, known := r.state.byText[name]
	if !known || r.state.has(from, text) == none {
		return Change{}, fmt.Errorf("%s has no name %q; show it to see its names", id, name)
	}
	if !slices.ContainsFunc(r.state.entities[from].names, func(a int32) bool { return r.state.aliases[a].text != text }) {
		return Change{}, fmt.Errorf("%q is the only name of %s; nothing would be left of it", name, id)
	}
	if same, judged := r.state.verdict(name, from); judged && same {
		return Change{}, fmt.Errorf("%q was judged to be %s; undo that first (%s)", name, id, r.state.judgement(name, from))
	}
	if to == "" {
		to = r.freeID()
	}
	if e, known := r.state.find(to); known {
		if e == from {
			return Change{}, fmt.Errorf("%s and %s are one entity; split the name to another", id, to)
		}
		if same, judged := r.state.verdict(name, e); judged && !same {
			return Change{}, fmt.Errorf("%q was judged not to be %s; undo that first (%s)", name, to, r.state.judgement(name, e))
		}
	}
	return r.one(by, Change{Op: OpSplit, Entity: r.state.entities[from].id, Other: to, Name: name})
}

// freeID gives an id that nobody has: the prefix and the number of the change that gives it.
func (r *Registry) freeID() string {
	id := fmt.Sprintf("%s%d", r.options.Prefix, len(r.state.changes)+1)
	for {
		if _, taken := r.state.byID[id]; !taken {
			return id
		}
		id += "x"
	}
}

// JudgeEntities says that two entities are one, and makes them one, or that they are two, and keeps them two.
func (r *Registry) JudgeEntities(id, other string, same bool, by By) (Change, error) {
	r.writing.Lock()
	defer r.writing.Unlock()
	a, b, err := r.two(id, other)
	if err != nil {
		return Change{}, err
	}
	if p := r.state.apart(a, b); p != nil && same {
		return Change{}, fmt.Errorf("%s and %s were judged to be two; undo that first (change %d)", id, other, p.change)
	}
	return r.one(by, Change{Op: OpJudge, Entity: r.state.entities[a].id, Other: r.state.entities[b].id, Same: same})
}

// JudgeName says that a name is an entity's, and puts it on record there, or that it is not. A name on record is moved
// with Split.
func (r *Registry) JudgeName(name, id string, same bool, by By) (Change, error) {
	r.writing.Lock()
	defer r.writing.Unlock()
	e, err := r.known(id)
	if err != nil {
		return Change{}, err
	}
	name = strings.TrimSpace(name)
	if why := rows.Unusable(name); why != "" {
		return Change{}, errors.New(why)
	}
	if !utf8.ValidString(name) {
		return Change{}, errors.New("not UTF-8; write the name as UTF-8")
	}
	if before, judged := r.state.verdict(name, e); judged && before != same {
		return Change{}, fmt.Errorf("%q was judged otherwise; undo that first (%s)", name, r.state.judgement(name, e))
	}
	if text, known := r.state.byText[name]; known && !same && r.state.has(e, text) != none {
		return Change{}, fmt.Errorf("%q is on record for %s; split it off instead", name, id)
	}
	return r.one(by, Change{Op: OpJudge, Entity: r.state.entities[e].id, Name: name, Same: same})
}

// Undo takes back what a change did. What was changed again since stays as it is now. An undo cannot be undone: make the
// change again.
func (r *Registry) Undo(number int, by By) (Change, error) {
	r.writing.Lock()
	defer r.writing.Unlock()
	if number < 1 || number > len(r.state.changes) {
		return Change{}, fmt.Errorf("there is no change %d; the last is %d", number, len(r.state.changes))
	}
	c := &r.state.changes[number-1]
	switch {
	case c.Op == OpUndo:
		return Change{}, fmt.Errorf("change %d is an undo; make the change again instead", number)
	case c.UndoneBy > 0:
		return Change{}, fmt.Errorf("change %d was undone by change %d", number, c.UndoneBy)
	}
	return r.one(by, Change{Op: OpUndo, Undoes: number})
}
