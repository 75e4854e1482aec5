package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/namesake-go/namesake/translit"
)

// traced shows a line, what became of it, and below that its steps, each with what every table made of
// it and the rule that did:
//
//	Жапаров → Gabarov
//	  Ж → ج → G	und-Arab-t-und-cyrl-m0-news.txt:31 ar-Latn-t-ar-m0-press.txt:140
func traced(relay translit.Relay, line string) string {
	out, steps := relay.Trace(line)
	var b strings.Builder
	fmt.Fprintf(&b, "%s → %s\n", line, out)
	for _, s := range steps {
		texts, rules := []string{line[s.Src.Start:s.Src.End]}, []string{}
		for _, stage := range s.Stages {
			texts = append(texts, stage.Text)
			for _, step := range stage.Steps {
				if rule := fmt.Sprintf("%s:%d", step.File, step.Line); step.File != "" && !slices.Contains(rules, rule) {
					rules = append(rules, rule)
				}
			}
		}
		if len(rules) == 0 {
			rules = []string{"as it was"}
		}
		fmt.Fprintf(&b, "  %s\t%s\n", strings.Join(texts, " → "), strings.Join(rules, " "))
	}
	return b.String()
}
