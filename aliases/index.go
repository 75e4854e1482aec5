package aliases

import "github.com/namesake-go/namesake/names"

// index finds the spellings near a name. It has all spellings, also those that nobody bears any more; they are met and
// passed over.
type index struct {
	names   *names.Index
	learned bool // it knows whose the names are
	saved   int  // how many names it has in the file
}

// leastSaved is how many names make an index worth keeping in the file. It is saved again when there are an eighth more.
var leastSaved = 20_000

// load takes the index from the file, if it is there and fits, and brings it up to date.
func (r *Registry) load() {
	if r.store == nil || r.fault != nil || len(r.state.texts) < leastSaved {
		return
	}
	if x := r.matcher.LoadIndex(r.store.readIndex(), r.state.texts); x != nil {
		r.index.names, r.index.saved = x, x.Len()
		r.index.grow(r.state)
	}
}

// afterImport makes the index and saves it when so many of the names are new that the one in the file, if there is any, is
// hardly of use.
func (r *Registry) afterImport(names int) {
	if n := len(r.state.texts); r.store != nil && n >= leastSaved && names > n/9 {
		r.Ready()
		r.mu.Lock()
		defer r.mu.Unlock()
		r.save()
	}
}

// save keeps the index in the file, if that is worth it. What cannot be saved is made again next time.
func (r *Registry) save() {
	n := len(r.state.texts)
	if r.store == nil || r.fault != nil || r.options.ReadOnly || r.index.names == nil || n < leastSaved || n-r.index.saved <= r.index.saved/8 {
		return
	}
	if saved := r.index.names.Save(); saved != nil && r.store.writeIndex(saved) == nil {
		r.index.saved = n
	}
}

// grow adds the spellings that are new, once there is an index.
func (x *index) grow(s *state) {
	if x.names != nil {
		x.names.Add(s.texts[x.names.Len():]...)
	}
}

// learn tells the index which names have one bearer.
func (x *index) learn(s *state) {
	var room [maxSpellings]int32
	x.names.Learn(func(yield func([]int32) bool) {
		for e := range s.entities {
			if names := s.spellings(room[:0], int32(e), true); len(names) > 1 && !yield(names) {
				return
			}
		}
	})
	x.learned = true
}

// counts tells whether an alias is to be compared with others. With vouched, spellings that Resolve attached are not.
func (s *state) counts(a int32, vouched bool) bool {
	x := &s.aliases[a]
	return !x.gone && !(vouched && x.attached && !s.isCanonical(a))
}

// spellings appends the first names of an entity, as texts.
func (s *state) spellings(texts []int32, e int32, vouched bool) []int32 {
	for _, a := range s.entities[e].names {
		if len(texts) == maxSpellings {
			break
		}
		if s.counts(a, vouched) {
			texts = append(texts, s.aliases[a].text)
		}
	}
	return texts
}

// maxSpellings is how many names of an entity are looked at beside the nearest.
const maxSpellings = 12

func (s *state) isCanonical(a int32) bool { return s.entities[s.aliases[a].entity].names[0] == a }
