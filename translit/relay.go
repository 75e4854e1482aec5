package translit

// A Relay is tables one behind the other, as a name travels through a second script: Kyrgyz → Arabic →
// Latin. It never changes and is safe for concurrent use. The empty Relay leaves text as it is.
type Relay []*Table

// NewRelay finds the built-in tables with these ids (see Builtin). An unknown id is an error that names
// the nearest.
func NewRelay(ids ...string) (Relay, error) {
	var r Relay
	for _, id := range ids {
		t, err := Builtin(id)
		if err != nil {
			return nil, err
		}
		r = append(r, t)
	}
	return r, nil
}

// IDs lists the ids of the tables, first to last.
func (r Relay) IDs() []string {
	ids := make([]string, len(r))
	for i, t := range r {
		ids[i] = t.ID()
	}
	return ids
}

// String transforms s by each table in turn.
func (r Relay) String(s string) string { return string(r.Append(nil, s)) }

// Append is String that writes behind dst; of one table it allocates nothing when dst has room.
func (r Relay) Append(dst []byte, s string) []byte {
	if len(r) == 0 {
		return append(dst, s...)
	}
	last := len(r) - 1
	for _, t := range r[:last] {
		s = t.String(s)
	}
	return r[last].Append(dst, s)
}

// A RelayStep tells what became of a stretch of the input on its way through a Relay.
type RelayStep struct {
	Src, Dst Span // bytes of the input and of the output
	Stages   []Stage
}

// A Stage is what one table did to the stretch.
type Stage struct {
	Table string // its id
	Text  string // what stands there behind it
	Steps []Step // as by Table.Trace; Src is of the text before this table, Dst of the text behind it
}

// Trace transforms s as String does and follows every byte through all tables, down to the input. The
// steps tile both s and the output, in order; within a step the stages of each table tile its stretch.
// Where the tables cut the text differently, the step covers what they cut together.
func (r Relay) Trace(s string) (string, []RelayStep) {
	var sofar []RelayStep
	for i, t := range r {
		out, steps := t.Trace(s)
		if i == 0 {
			sofar = firstStage(t, out, steps)
		} else {
			sofar = nextStage(sofar, t, out, steps)
		}
		s = out
	}
	if len(r) == 0 && s != "" {
		whole := Span{0, len(s)}
		sofar = []RelayStep{{Src: whole, Dst: whole}}
	}
	return s, sofar
}

func firstStage(t *Table, out string, steps []Step) []RelayStep {
	made := make([]RelayStep, len(steps))
	for i, step := range steps {
		made[i] = RelayStep{step.Src, step.Dst, []Stage{{t.ID(), out[step.Dst.Start:step.Dst.End], steps[i : i+1 : i+1]}}}
	}
	return made
}

// nextStage lays the steps of a further table on what is there already. Both tile the text between them,
// so where both have a cut, there is a cut of the whole:
//
//	input    Ж | а | п      the first table cuts between all letters,
//	between  ج | ا | ب
//	output   J | ab         the second takes two at once: so does the relay
func nextStage(sofar []RelayStep, t *Table, out string, steps []Step) []RelayStep {
	var made []RelayStep
	i, j, dst := 0, 0, 0
	for i < len(sofar) {
		fromI, fromJ := i, j
		a, b := sofar[i].Dst.End, sofar[i].Dst.Start // how far each has come in the text between
		i++
		for a != b {
			if a < b {
				a = sofar[i].Dst.End
				i++
			} else {
				b = steps[j].Src.End
				j++
			}
		}
		for i < len(sofar) && sofar[i].Dst.End == a { // deleted there: goes with what stands before
			i++
		}
		for j < len(steps) && steps[j].Src.End == a { // inserted there
			j++
		}
		step := joinSteps(sofar[fromI:i])
		step.Dst = Span{dst, dst}
		if j > fromJ {
			step.Dst.End = steps[j-1].Dst.End
		}
		step.Stages = append(step.Stages, Stage{t.ID(), out[step.Dst.Start:step.Dst.End], steps[fromJ:j:j]})
		made = append(made, step)
		dst = step.Dst.End
	}
	return made
}

// joinSteps makes one step of neighbours.
func joinSteps(parts []RelayStep) RelayStep {
	whole := RelayStep{Src: Span{parts[0].Src.Start, parts[len(parts)-1].Src.End}}
	for k, stage := range parts[0].Stages {
		for _, p := range parts[1:] {
			stage.Text += p.Stages[k].Text
			stage.Steps = append(stage.Steps, p.Stages[k].Steps...)
		}
		whole.Stages = append(whole.Stages, stage)
	}
	return whole
}
