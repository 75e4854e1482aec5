package aliases

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/namesake-go/namesake/names"
)

// Options chooses how a registry is opened. The zero value opens it to be changed.
type Options struct {
	ReadOnly bool          // changes are refused, and other processes may read at the same time
	Wait     time.Duration // for a file that another process has; 0: a second
	Matcher  names.Options // how names are compared
	Prefix   string        // of the ids that Resolve gives; "": "ns-"
}

// A Registry holds known entities. It is safe for concurrent use.
type Registry struct {
	options Options
	matcher *names.Matcher
	store   *store     // nil: in memory only
	writing sync.Mutex // one change at a time; taken before mu

	mu    sync.RWMutex
	state *state
	index index
	fault error // why the registry can be used no more
}

// ErrClosed says that a registry was used after Close, or opened only to be read.
var (
	ErrClosed   = errors.New("the registry is closed")
	ErrReadOnly = errors.New("the registry is open only to be read")
)

// New makes an empty registry in memory.
func New(o Options) *Registry {
	if o.Prefix == "" {
		o.Prefix = "ns-"
	}
	return &Registry{options: o, matcher: names.New(o.Matcher), state: newState()}
}

// Create makes a new file and opens it. It fails when there is one of that name.
func Create(path string, o Options) (*Registry, error) {
	if err := createStore(path); err != nil {
		return nil, err
	}
	return Open(path, o)
}

// Open opens a file. It fails with [ErrInUse] when another process changes it, or reads it and this one means to change
// it; with [ErrDamaged] when anything in it is not as it was written. The time it takes grows with the number of names;
// the index for look-ups is taken from the file, or made, when first needed, or by Ready.
func Open(path string, o Options) (*Registry, error) {
	r := New(o)
	store, err := openStore(path, o.ReadOnly, o.Wait, func(number int, record string) error {
		c, err := readChange(number, record)
		if err != nil {
			return fmt.Errorf("change %d: %w", number, err)
		}
		return r.state.apply(c)
	})
	if err != nil {
		return nil, err
	}
	r.store = store
	return r, nil
}

// Close ends the use of the registry; whoever waits for the file gets it.
func (r *Registry) Close() error {
	r.writing.Lock()
	defer r.writing.Unlock()
	r.mu.Lock()
	defer r.mu.Unlock()
	if errors.Is(r.fault, ErrClosed) {
		return nil
	}
	r.save()
	r.fault = ErrClosed
	if r.store == nil {
		return nil
	}
	return r.store.close()
}

// commit numbers the changes, writes them and then makes them. The caller holds writing and has checked them.
func (r *Registry) commit(by By, changes ...Change) ([]Change, error) {
	if r.fault != nil {
		return nil, r.fault
	}
	if r.options.ReadOnly {
		return nil, ErrReadOnly
	}
	now := time.Now().UTC().Truncate(time.Microsecond)
	var records [][]byte
	for i := range changes {
		c := &changes[i]
		c.Number, c.When, c.By = len(r.state.changes)+i+1, now, by
		if r.store != nil {
			records = append(records, c.record())
		}
	}
	if r.store != nil {
		if err := r.store.append(records); err != nil {
			return nil, err
		}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	for i := range changes {
		if err := r.state.apply(changes[i]); err != nil {
			r.fault = err // it is on the disk, and was checked: a fault in this package
			return nil, err
		}
		changes[i] = r.state.changes[changes[i].Number-1]
	}
	r.index.grow(r.state)
	if slices.ContainsFunc(changes, func(c Change) bool { return c.Op != OpOpen && c.Op != OpAttach && c.Op != OpReview }) {
		r.index.learned = false
	}
	return changes, nil
}

// Len is the number of entities.
func (r *Registry) Len() int {
	r.mu.RLock()
	defer r.mu.RUnlock()
	n := 0
	for i := range r.state.entities {
		if e := &r.state.entities[i]; e.alive && len(e.names) > 0 {
			n++
		}
	}
	return n
}

// Names is the number of names on record.
func (r *Registry) Names() int {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.state.living
}

// ByID gives the entity that an id means now: its own, or the one that it was merged into, under that one's id.
func (r *Registry) ByID(id string) (Entity, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	e, ok := r.state.find(id)
	if !ok {
		return Entity{}, false
	}
	return r.state.entity(e), true
}

// ByName gives the entities that have exactly that name on record, in the order in which they got it; namesakes are
// several.
func (r *Registry) ByName(name string) []Entity {
	r.mu.RLock()
	defer r.mu.RUnlock()
	var found []Entity
	for _, e := range r.state.holdersOf(strings.TrimSpace(name)) {
		found = append(found, r.state.entity(e))
	}
	return found
}

// All yields the entities in the order they came. The registry may change meanwhile; each entity is as it is when its turn
// comes.
func (r *Registry) All() iter.Seq[Entity] {
	return func(yield func(Entity) bool) {
		for i := 0; ; i++ {
			r.mu.RLock()
			if i >= len(r.state.entities) {
				r.mu.RUnlock()
				return
			}
			var e Entity
			ok := r.state.entities[i].alive && len(r.state.entities[i].names) > 0
			if ok {
				e = r.state.entity(int32(i))
			}
			r.mu.RUnlock()
			if ok && !yield(e) {
				return
			}
		}
	}
}

// Redirects yields each id that means another entity now, and that entity's id.
func (r *Registry) Redirects() iter.Seq2[string, string] {
	r.mu.RLock()
	var pairs [][2]string
	for i := range r.state.entities {
		if e := &r.state.entities[i]; e.redirect != none {
			pairs = append(pairs, [2]string{e.id, r.state.entities[r.state.root(int32(i))].id})
		}
	}
	r.mu.RUnlock()
	return func(yield func(string, string) bool) {
		for _, p := range pairs {
			if !yield(p[0], p[1]) {
				return
			}
		}
	}
}

// History yields the changes in order; with an id only those that are about the entity which the id means or meant.
func (r *Registry) History(id string) iter.Seq[Change] {
	r.mu.RLock()
	defer r.mu.RUnlock()
	if id == "" {
		return slices.Values(slices.Clone(r.state.changes))
	}
	return slices.Values(r.state.history(id))
}
