package translit

import "sync/atomic"

// Where rules speak of a letter it depends on its neighbours which of them can match. Names are made of few such cases, and
// what is found out of one is kept.

// A decision is what becomes of a letter between neighbours with such answers: the first of the candidates that matches is
// applied, and if there is none it is known what is written.
type decision struct {
	prev, next uint64 // the answers, as far as they are asked for
	candidates []candidate
	becomes    spelling
	by         *rule // which writes it; nil when the letter stays
	simple     bool  // no candidate need be tried, and the spelling fits into a word
}

// decisions are the cases of a letter. A case has its place, or the one behind it; when both are taken it is not kept.
type decisions [32]atomic.Pointer[decision]

// place is where a case is kept.
func place(prev, next uint64) uint64 {
	return (prev*0x9E3779B97F4A7C15 ^ next*0xC2B2AE3D27D4EB4F) >> 59
}

// known gives the decision of a case if it is in its place.
func (f *facts) known(prev, next uint64) *decision {
	prev, next = prev&f.asked.prev, next&f.asked.next
	if d := f.decisions[place(prev, next)].Load(); d != nil && d.prev == prev && d.next == next {
		return d
	}
	return nil
}

// decide gives the decision of a case, made now if it is new; nil when there is no place to keep it.
func (f *facts) decide(prev, next uint64) *decision {
	prev, next = prev&f.asked.prev, next&f.asked.next
	at := place(prev, next)
	for range 2 {
		slot := &f.decisions[at%uint64(len(f.decisions))]
		if slot.Load() == nil {
			slot.CompareAndSwap(nil, f.newDecision(prev, next))
		}
		if d := slot.Load(); d.prev == prev && d.next == next {
			return d
		}
		at++
	}
	return nil
}

func (f *facts) newDecision(prev, next uint64) *decision {
	d := &decision{prev: prev, next: next, becomes: f.becomes, by: f.by}
	for _, c := range f.candidates {
		if c.prev&^prev != 0 || c.next&^next != 0 {
			continue
		}
		if c.plain && c.letters == 1 && c.second == 0 {
			d.becomes, d.by = c.becomes, c.rule
			break
		}
		d.candidates = append(d.candidates, c)
	}
	d.simple = d.candidates == nil && d.becomes.size <= word
	return d
}
