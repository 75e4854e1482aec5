package aliases

import (
	"encoding/binary"
	"errors"
	"math"
	"time"
)

// Records
//
// A change is kept as one record: a version, the op, the time, then its fields in a fixed order, numbers as varints,
// texts with their length before them. Kinds, languages and sources repeat much: the second time a record has one, it is
// the place of the first. Reading copies nothing: the texts of a change are slices of its record.

const recordVersion = 1

var errRecord = errors.New("a record cannot be read")

type recordWriter struct {
	buf  []byte
	seen map[string]int
}

func (w *recordWriter) number(n uint64) { w.buf = binary.AppendUvarint(w.buf, n) }

func (w *recordWriter) text(s string) {
	w.number(uint64(len(s)))
	w.buf = append(w.buf, s...)
}

// often writes a text that comes again and again.
func (w *recordWriter) often(s string) {
	place, known := w.seen[s]
	if known {
		w.number(uint64(place))
		return
	}
	w.number(uint64(len(w.seen)))
	w.seen[s] = len(w.seen)
	w.text(s)
}

func (w *recordWriter) probability(p float64) { w.number(uint64(math.Float32bits(float32(p)))) }

func (c *Change) record() []byte {
	w := recordWriter{seen: map[string]int{}}
	w.buf = append(w.buf, recordVersion, byte(c.Op))
	w.number(uint64(c.When.UnixMicro()))
	w.text(c.Who)
	w.text(c.Why)
	w.text(c.Entity)
	w.text(c.Other)
	w.text(c.Name)
	flags := uint64(0)
	if c.Same {
		flags = 1
	}
	w.number(flags)
	w.number(uint64(c.Undoes))
	w.number(uint64(len(c.Candidates)))
	for _, x := range c.Candidates {
		w.text(x.ID)
		w.probability(x.Probability)
	}
	w.number(uint64(len(c.entries)))
	for _, e := range c.entries {
		w.text(e.ID)
		w.often(e.Kind)
		w.text(e.Note)
		w.number(uint64(len(e.Names)))
		for _, a := range e.Names {
			w.text(a.Name)
			w.often(a.Lang)
			w.often(a.Source)
			w.probability(a.Confidence)
		}
	}
	return w.buf
}

type recordReader struct {
	rest  string
	often []string
	bad   bool
}

func (r *recordReader) number() uint64 {
	n := uint64(0)
	for i := 0; i < len(r.rest) && i < binary.MaxVarintLen64; i++ {
		b := r.rest[i]
		n |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			r.rest = r.rest[i+1:]
			return n
		}
	}
	r.bad, r.rest = true, ""
	return 0
}

// count reads how many things follow, each of at least one byte.
func (r *recordReader) count() int {
	n := r.number()
	if n > uint64(len(r.rest)) {
		r.bad, r.rest = true, ""
		return 0
	}
	return int(n)
}

func (r *recordReader) text() string {
	n := r.count()
	s := r.rest[:n]
	r.rest = r.rest[n:]
	return s
}

func (r *recordReader) oftenText() string {
	n := r.number()
	switch {
	case n < uint64(len(r.often)):
		return r.often[n]
	case n > uint64(len(r.often)):
		r.bad = true
		return ""
	}
	s := r.text()
	r.often = append(r.often, s)
	return s
}

func (r *recordReader) probability() float64 {
	return float64(math.Float32frombits(uint32(r.number())))
}

// readChange reads what record wrote.
func readChange(number int, record string) (Change, error) {
	if len(record) < 2 || record[0] != recordVersion {
		return Change{}, errRecord
	}
	r := recordReader{rest: record[2:]}
	c := Change{Number: number, Op: Op(record[1])}
	c.When = time.UnixMicro(int64(r.number())).UTC()
	c.Who, c.Why = r.text(), r.text()
	c.Entity, c.Other, c.Name = r.text(), r.text(), r.text()
	c.Same = r.number() == 1
	c.Undoes = int(r.number())
	c.Candidates = make([]Candidate, r.count())
	for i := range c.Candidates {
		c.Candidates[i] = Candidate{r.text(), r.probability()}
	}
	c.entries = make([]Entry, r.count())
	for i := range c.entries {
		e := Entry{ID: r.text(), Kind: r.oftenText(), Note: r.text()}
		e.Names = make([]Alias, r.count())
		for j := range e.Names {
			e.Names[j] = Alias{Name: r.text(), Lang: r.oftenText(), Source: r.oftenText(), Confidence: r.probability()}
		}
		c.entries[i] = e
	}
	if r.bad || r.rest != "" || c.Op < OpImport || c.Op > OpUndo {
		return Change{}, errRecord
	}
	return c, nil
}
