package names

import (
	"fmt"
	"path"
	"strings"
	"text/tabwriter"
)

// String renders the explanation for a person: the decision, then one step a line with the letters of both
// names, the cost, the rule's place and its reason. What stands between the words is left out.
func (e Explanation) String() string {
	var out strings.Builder
	fmt.Fprintf(&out, "%s ~ %s   %s, probability %.2f, cost %d\n", e.A, e.B, e.Decision, e.Probability, e.Cost)
	w := tabwriter.NewWriter(&out, 0, 0, 2, ' ', 0)
	for _, s := range e.Steps {
		if s.Kind == Between {
			continue
		}
		letters := shown(e.A, s.A) + " ~ " + shown(e.B, s.B)
		if s.Kind == Moved {
			letters = ""
		}
		fmt.Fprintf(w, "  %s\t%s\t%d\t%s\t%s\n", s.Role, letters, s.Cost, s.place(), s.remark())
	}
	w.Flush()
	return trimLines(out.String())
}

func shown(text string, s Span) string {
	if s.Start == s.End {
		return "∅"
	}
	return text[s.Start:s.End]
}

// place names the step's rule as file:line.
func (s Step) place() string {
	if s.Line == 0 {
		return ""
	}
	return fmt.Sprintf("%s:%d", path.Base(s.File), s.Line)
}

func (s Step) remark() string {
	switch {
	case s.Kind == Letters:
		return s.Note
	case s.Note == "":
		return s.Kind.String()
	}
	return s.Kind.String() + ": " + s.Note
}

func trimLines(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}
