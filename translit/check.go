package translit

import (
	"errors"
	"fmt"
	"maps"
	"slices"
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

// Check reads a rule text as Parse does and holds it to what its author says of it: every example in its
// comments must come out, there must be one, and no variable may lie unused. All faults are reported
// together.
func Check(file, rules string) error {
	p := &parser{file: file, src: rules, line: 1, find: Builtin}
	t, err := p.parse(file)
	if err != nil {
		return err
	}
	var errs []error
	for _, name := range slices.Sorted(maps.Keys(p.variables)) {
		if v := p.variables[name]; !*v.used {
			errs = append(errs, fmt.Errorf("%s:%d: variable $%s is never used; use it or take it out", file, v.line, name))
		}
	}
	for _, e := range t.examples {
		if got := t.String(e.in); got != e.out {
			errs = append(errs, fmt.Errorf("%s: %s gives %s, not %s; correct the rule or the example", e.at, e.in, got, e.out))
		}
	}
	if len(t.examples) == 0 {
		errs = append(errs, fmt.Errorf("%s:1: no examples; add some in comments: # Жуков = Zhukov", file))
	}
	return errors.Join(errs...)
}
