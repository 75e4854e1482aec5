package aliases

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/namesake-go/namesake/internal/rows"
)

// ImportOptions chooses how Import goes about it.
type ImportOptions struct {
	By       By
	Whole    bool           // nothing goes in unless everything does, and then in one step
	Refuse   func(error)    // is told of each row that cannot be used, "file:line: what; what to do"; nil: Import returns them all
	Progress func(Imported) // is told now and then how far it is; nil: nobody is
}

// Imported is what an import has done so far.
type Imported struct {
	Entries     int // read
	Names       int // put on record
	Known       int // there already
	Judged      int // left out: somebody judged them not to be the entity's
	Refused     int // rows
	Line        int // of the last entry, in its file
	First, Last int // the changes made; 0 for none
}

// batch is how many names make one change of an import.
const batch = 4096

// Import puts the names of a source on record. Names that are there already are passed over, so an import that was
// interrupted can be run again. A refused row ([rows.Refused] in the source) is left out; any other error of the source ends the
// import, and without Whole what came before it stays. Many names make the index at the end, so that whoever opens the file
// next need not.
func (r *Registry) Import(ctx context.Context, source iter.Seq2[Entry, error], o ImportOptions) (Imported, error) {
	r.writing.Lock()
	defer r.writing.Unlock()
	in := importing{r: r, o: o}
	for e, err := range source {
		if err == nil {
			err = ctx.Err()
		}
		if err == nil {
			in.done.Entries, in.done.Line = in.done.Entries+1, e.line
			in.take(e)
			if in.size >= batch {
				err = in.flush()
			}
		} else if refused := (rows.Refused{}); errors.As(err, &refused) {
			in.refuse(err)
			continue
		}
		if err != nil {
			if o.Whole {
				return in.nothing(), err
			}
			return in.done, errors.Join(append(in.refused, in.flush(), err)...)
		}
	}
	if err := in.flush(); err != nil {
		return in.done, err
	}
	if o.Whole {
		if in.done.Refused > 0 {
			return in.nothing(), errors.Join(append(in.refused, fmt.Errorf("%d rows refused; nothing was imported", in.done.Refused))...)
		}
		if err := in.write(in.ready...); err != nil {
			return in.nothing(), err
		}
	}
	r.afterImport(in.done.Names)
	if o.Progress != nil {
		o.Progress(in.done)
	}
	return in.done, errors.Join(in.refused...)
}

// importing is an import on its way.
type importing struct {
	r       *Registry
	o       ImportOptions
	done    Imported
	refused []error
	entries []Entry
	size    int      // names in entries
	ready   []Change // of a whole import
}

func (in *importing) refuse(err error) {
	in.done.Refused++
	if in.o.Refuse != nil {
		in.o.Refuse(err)
	} else {
		in.refused = append(in.refused, err)
	}
}

// nothing is what a whole import has done that failed.
func (in *importing) nothing() Imported {
	return Imported{Entries: in.done.Entries, Refused: in.done.Refused, Line: in.done.Line}
}

// take keeps what is new of an entry.
func (in *importing) take(e Entry) {
	if err := checkEntry(&e); err != nil {
		in.refuse(rows.Refused{File: e.file, Line: e.line, What: err.Error()})
		return
	}
	s := in.r.state
	news := e.Kind != "" || e.Note != ""
	if n, known := s.find(e.ID); known {
		to := &s.entities[n]
		news = e.Kind != "" && s.labels[to.kind] == "" ||
			e.Note != "" && !slices.ContainsFunc(to.notes, func(n note) bool { return n.text == e.Note })
		e.Names = slices.DeleteFunc(e.Names, func(a Alias) bool {
			if text, known := s.byText[a.Name]; known && s.has(n, text) != none {
				in.done.Known++
				return true
			}
			if same, judged := s.verdict(a.Name, n); judged && !same {
				in.done.Judged++
				return true
			}
			return false
		})
	}
	if len(e.Names) > 0 || news {
		in.entries = append(in.entries, e)
		in.size += max(1, len(e.Names))
	}
}

// flush writes the entries kept, or sets them aside until all are there.
func (in *importing) flush() error {
	if len(in.entries) == 0 {
		return nil
	}
	c := Change{Op: OpImport, entries: in.entries}
	in.entries, in.size = nil, 0
	if in.o.Whole {
		in.ready = append(in.ready, c)
		return nil
	}
	if err := in.write(c); err != nil {
		return err
	}
	if in.o.Progress != nil {
		in.o.Progress(in.done)
	}
	return nil
}

func (in *importing) write(changes ...Change) error {
	if len(changes) == 0 {
		return nil
	}
	read := 0
	for _, c := range changes {
		for _, e := range c.entries {
			read += len(e.Names)
		}
	}
	done, err := in.r.commit(in.o.By, changes...)
	if err != nil {
		return err
	}
	for _, c := range done {
		in.done.Names += c.Added
		read -= c.Added
		if in.done.First == 0 {
			in.done.First = c.Number
		}
		in.done.Last = c.Number
	}
	in.done.Known += read // twice in one batch
	return nil
}
