package translit

import (
	"slices"
	"unicode/utf8"
)

// A Span is a stretch of bytes: from Start up to, not including, End.
type Span struct{ Start, End int }

// A Step tells what became of a stretch of the input, and by which rule: the last one that wrote
// there. File is empty when the text was copied unchanged.
type Step struct {
	Src, Dst Span
	File     string
	Line     int
}

// Trace transforms s as String does and accounts for every byte. The steps tile both s and the output,
// in order. Where several passes or rules worked on the same letters, the step covers what they covered
// together.
func (t *Table) Trace(s string) (string, []Step) {
	m := machines.Get().(*machine)
	defer machines.Put(m)
	m.input = append(m.input[:0], s...)
	out, steps := m.traced[:0], make([]Step, 0, len(s)+1)
	for at := 0; at < len(s); {
		unit, copied, _ := cut(m.input[at:], true)
		if unit > 0 {
			text := m.input[at : at+unit]
			m.tracer.start(text)
			m.trace = &m.tracer
			start := len(out)
			out = m.appendUnit(out, t, text)
			m.trace = nil
			steps = m.tracer.steps(steps, text, out[start:], at, start)
		}
		if at += unit; copied > 0 {
			steps = append(steps, Step{Src: Span{at, at + copied}, Dst: Span{len(out), len(out) + copied}})
			out = append(out, s[at:at+copied]...)
			at += copied
		}
	}
	m.traced = out
	return string(out), joinCopies(steps)
}

// joinCopies joins neighbouring steps that copy.
func joinCopies(steps []Step) []Step {
	out := steps[:0]
	for _, s := range steps {
		if last := len(out) - 1; last >= 0 && s.File == "" && out[last].File == "" {
			out[last].Src.End, out[last].Dst.End = s.Src.End, s.Dst.End
			continue
		}
		out = append(out, s)
	}
	return out
}

// A tracer follows the bytes of the buffer: beside each lies the number of the act that wrote it. An
// act, whether a rule, a pass or the input itself, knows which stretch of the input it stands for:
// all that its key stood for. So passes compose by themselves.
type tracer struct {
	left, right []int // acts, byte by byte; right is kept the wrong way round, so that it grows in front
	acts        []act
	deleted     []int // acts that left nothing
}

type act struct {
	src Span
	by  *origin // nil: a letter of the input
}

// start begins anew with one act for each letter of the input.
func (tr *tracer) start(text []byte) {
	tr.left, tr.acts, tr.deleted = tr.left[:0], tr.acts[:0], tr.deleted[:0]
	tr.right = slices.Grow(tr.right[:0], len(text))[:len(text)]
	for p := 0; p < len(text); {
		_, size := utf8.DecodeRune(text[p:])
		for i := p; i < p+size; i++ {
			tr.right[len(text)-1-i] = len(tr.acts)
		}
		tr.acts = append(tr.acts, act{src: Span{p, p + size}})
		p += size
	}
}

func (tr *tracer) advance(n int) {
	for range n {
		last := len(tr.right) - 1
		tr.left, tr.right = append(tr.left, tr.right[last]), tr.right[:last]
	}
}

func (tr *tracer) retreat(n int) {
	for range n {
		last := len(tr.left) - 1
		tr.right, tr.left = append(tr.right, tr.left[last]), tr.left[:last]
	}
}

// replace follows a rule that consumes n bytes and writes others.
func (tr *tracer) replace(n, written, cursor int, by *origin) {
	a := act{by: by, src: tr.insertion()}
	for i := range n {
		src := tr.acts[tr.right[len(tr.right)-1-i]].src
		if i == 0 {
			a.src = src
		}
		a.src = Span{min(a.src.Start, src.Start), max(a.src.End, src.End)}
	}
	tr.right = tr.right[:len(tr.right)-n]
	number := len(tr.acts)
	tr.acts = append(tr.acts, a)
	for range written - cursor {
		tr.right = append(tr.right, number)
	}
	for range cursor {
		tr.left = append(tr.left, number)
	}
	if written == 0 {
		tr.deleted = append(tr.deleted, number)
	}
}

// insertion is the empty stretch of the input where a rule without a key writes.
func (tr *tracer) insertion() Span {
	at := 0
	if last := len(tr.left) - 1; last >= 0 {
		at = tr.acts[tr.left[last]].src.End
	}
	return Span{at, at}
}

// steps appends those that tile input and output. src and dst are where the unit starts in the whole text.
func (tr *tracer) steps(steps []Step, in, out []byte, src, dst int) []Step {
	before := len(steps)
	done := 0 // of the input
	put := func(s Step) {
		s.Src.Start = done
		done = s.Src.End
		steps = append(steps, s)
	}
	for p := 0; p < len(tr.left); {
		a := tr.acts[tr.left[p]]
		end, last := p, -1
		for end < len(tr.left) && tr.overlaps(a.src, tr.left[end], tr.left[p]) {
			next := tr.acts[tr.left[end]]
			a.src.End = max(a.src.End, next.src.End)
			if number := tr.left[end]; number > last && next.by != nil {
				a.by, last = next.by, number
			}
			end++
		}
		if a.src.Start > done {
			tr.putDeleted(put, &done, a.src.Start, p)
		}
		put(makeStep(Span{0, max(a.src.End, done)}, Span{p, end}, a.by))
		p = end
	}
	if done < len(in) {
		tr.putDeleted(put, &done, len(in), len(out))
	}
	for i := range steps[before:] {
		s := &steps[before+i]
		if string(in[s.Src.Start:s.Src.End]) == string(out[s.Dst.Start:s.Dst.End]) {
			s.File, s.Line = "", 0
		}
		s.Src = Span{s.Src.Start + src, s.Src.End + src}
		s.Dst = Span{s.Dst.Start + dst, s.Dst.End + dst}
	}
	return steps
}

// overlaps tells whether the next byte belongs to the same step: the same act, or one that stands for
// some of the same input.
func (tr *tracer) overlaps(sofar Span, next, first int) bool {
	return next == first || tr.acts[next].src.Start < sofar.End
}

// putDeleted accounts for input of which nothing is left, up to end.
func (tr *tracer) putDeleted(put func(Step), done *int, end, at int) {
	for *done < end {
		i := slices.IndexFunc(tr.deleted, func(n int) bool {
			s := tr.acts[n].src
			return s.Start <= *done && *done < s.End
		})
		stop, by := end, (*origin)(nil)
		if i >= 0 {
			a := tr.acts[tr.deleted[i]]
			stop, by = min(end, a.src.End), a.by
		}
		put(makeStep(Span{*done, stop}, Span{at, at}, by))
	}
}

func makeStep(src, dst Span, by *origin) Step {
	s := Step{Src: src, Dst: dst}
	if by != nil {
		s.File, s.Line = by.File, by.Line
	}
	return s
}
