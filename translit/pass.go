package translit

import (
	"sync"

	"golang.org/x/text/unicode/norm"
)

// A pass is one run over the text: conversion rules, a transform that Unicode defines (::NFC), or the
// passes of another table. With a filter it sees only the stretches of letters in it, though contexts
// reach outside.
type pass struct {
	filter *set
	rules  *ruleset
	native func(m *machine, by *origin)
	sub    []*pass
	at     origin
}

// A machine is the working state of one call, kept in a pool so that a call allocates nothing.
type machine struct {
	buffer
	captures []capture
	input    []byte
	output   []byte
	scratch  []byte
	traced   []byte // the output of Trace
	tracer   tracer // of Trace
	norm     norm.Iter
	work     int // what may still be done: a bound on rules that breed text
	depth    int // of Any-T within itself
}

var machines = sync.Pool{New: func() any { return &machine{captures: make([]capture, 10)} }}

// workOf bounds what is done for n bytes of input. Real rules need some ten units a byte.
func workOf(n int) int { return 1<<16 + 1<<12*n }

// transform appends the transformed text to dst.
func (m *machine) transform(dst []byte, t *Table, text []byte) []byte {
	m.left, m.base = dst, len(dst)
	m.load(text)
	m.reserve(t.segments)
	m.run(&t.root)
	dst, m.left = m.left, nil
	return dst
}

// reserve makes room for the captures of rules with so many segments.
func (m *machine) reserve(segments int) {
	if segments >= len(m.captures) {
		m.captures = make([]capture, segments+1)
	}
}

// call appends what a function of a rule makes of its argument. It works on a machine of its own, on the
// same budget.
func (m *machine) call(dst []byte, function *Table, argument []part) []byte {
	if m.work -= callCost; m.work < 0 {
		return dst
	}
	inner := machines.Get().(*machine)
	defer machines.Put(inner)
	inner.input = inner.input[:0]
	for i := range argument {
		inner.input = m.appendPart(inner.input, &argument[i])
	}
	inner.work, inner.depth = m.work, m.depth
	dst = inner.transform(dst, function, inner.input)
	m.work = inner.work
	return dst
}

// callCost is what a function call counts for in the budget of work.
const callCost = 16

// run runs the pass from the cursor to the limit, where it leaves the cursor.
func (m *machine) run(p *pass) {
	if p.filter == nil {
		m.runAll(p)
		return
	}
	tail := m.tail
	for m.pos < m.limit() {
		m.advance(m.stretch(p.filter, false))
		if n := m.stretch(p.filter, true); n > 0 {
			m.tail = len(m.right) - m.pos - n
			m.runAll(p)
			m.tail = tail
		}
	}
}

func (m *machine) runAll(p *pass) {
	switch {
	case p.rules != nil:
		m.apply(p.rules)
	case p.native != nil:
		p.native(m, &p.at)
	}
	mark := len(m.left)
	for i, sub := range p.sub {
		if i > 0 {
			m.rewind(mark)
		}
		m.run(sub)
	}
	if p.rules == nil && p.native == nil && len(p.sub) == 0 {
		m.advance(m.limit() - m.pos) // ::Null
	}
}

// stretch counts the bytes behind the cursor whose letters are all in the set, or all outside.
func (m *machine) stretch(s *set, inside bool) int {
	p := m.pos
	for p < m.limit() {
		r, size := decode(m.right, p)
		if s.contains(r) != inside {
			break
		}
		p += size
	}
	return p - m.pos
}

func advanceAll(m *machine, _ *origin) { m.advance(m.limit() - m.pos) }

func removeAll(m *machine, by *origin) { m.replace(m.limit()-m.pos, nil, 0, by) }
