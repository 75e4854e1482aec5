package translit

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// An example stands in a comment of a rule file, and is run as a test: "# Жээнбеков = Jeenbekov". More
// than one are parted by commas, and a semicolon ends them.
type example struct {
	in, out string
	at      origin
}

func examplesIn(comment, file string, line int) []example {
	var out []example
	comment, _, _ = strings.Cut(comment, ";")
	for pair := range strings.SplitSeq(comment, ",") {
		if in, want, ok := strings.Cut(pair, " = "); ok {
			out = append(out, example{strings.TrimSpace(in), strings.TrimSpace(want), origin{file, line}})
		}
	}
	return out
}

// Checked tells how much a check looked at.
type Checked struct{ Rules, Examples int }

// Check reads a rule text as Parse does and holds it to what its author says of it: every example in its
// comments must come out, there must be one, and no variable may lie unused. All faults are reported
// together, in the order of their lines; but while a rule cannot be read, examples are not tried.
func Check(file, rules string) error {
	_, err := builtin().Check(file, rules)
	return err
}

// Check is the package's Check for rules that may call the library's tables.
func (l *Library) Check(file, rules string) (Checked, error) {
	type fault struct {
		line int
		err  error
	}
	var faults []fault
	p := &parser{file: file, src: rules, line: 1, find: l.Table}
	t, err := p.parse(file)
	if err != nil { // if it is only for rules that can never fire, the rest is looked at without them
		for _, err := range p.errs {
			text, _, _ := strings.Cut(strings.TrimPrefix(err.Error(), file+":"), ":")
			line, _ := strconv.Atoi(text)
			faults = append(faults, fault{line, err})
		}
		p = &parser{file: file, src: rules, line: 1, find: l.Table, lenient: true}
		var unreadable error
		if t, unreadable = p.parse(file); unreadable != nil {
			return Checked{}, err
		}
	}
	for name, v := range p.variables {
		if !*v.used {
			faults = append(faults, fault{v.line, fmt.Errorf("%s:%d: variable $%s is never used; use it or take it out", file, v.line, name)})
		}
	}
	for _, e := range t.examples {
		if got := t.String(e.in); got != e.out {
			faults = append(faults, fault{e.at.Line, fmt.Errorf("%s: %s gives %s, not %s; correct the rule or the example", e.at, e.in, got, e.out)})
		}
	}
	if len(t.examples) == 0 {
		faults = append(faults, fault{1, fmt.Errorf("%s:1: no examples; add some in comments: # Жуков = Zhukov", file)})
	}
	slices.SortStableFunc(faults, func(a, b fault) int { return a.line - b.line })
	var errs []error
	for _, f := range faults {
		errs = append(errs, f.err)
	}
	return Checked{p.ruleCount, len(t.examples)}, errors.Join(errs...)
}
