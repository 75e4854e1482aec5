package main

import (
	"cmp"
	"fmt"
	"math"
	"os"
	"regexp"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/namesake-go/namesake/internal/correspond"
	"github.com/namesake-go/namesake/internal/measure/dataset"
)

// The costs that names are compared with, as in names/rules/weights.txt: words further apart than the limit are not looked at.
const letter, accent, limit = 100, 2, 24

// hundredths is what a unit of log-odds to a mean letter is in the rule file: chosen on the training half, so that the
// other weights, which count in the same hundredths, need not change with it.
const hundredths = 1.85

// learnCosts learns the costs of the rules of a file, round by round.
func learnCosts(data, file string, part dataset.Part, rounds int, write bool) error {
	before, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	text := string(before)
	for range rounds {
		rules, err := correspond.Read(file, text)
		if err != nil {
			return err
		}
		trials, err := allTrials(data, part, rules)
		if err != nil {
			return err
		}
		learned := rules.Learn(trials, letter, accent, hundredths)
		fmt.Printf("%d pairs of words; loss %.1f; a letter that no rule explains would cost %.0f\n", len(trials), learned.Loss, learned.Letter)
		text = rewrite(text, learned)
		report(learned)
	}
	if text, err = keepAlive(file, text); err != nil {
		return err
	}
	if !write {
		return nil
	}
	return os.WriteFile(file, []byte(text), 0o644)
}

// report says how much each rule moved, those first that moved most of the pairs.
func report(learned correspond.Learned) {
	weight := func(e correspond.Estimate) float64 {
		return math.Abs(e.Cost-float64(e.Rule.Cost)) * (e.Spelled + e.Chance)
	}
	estimates := slices.Clone(learned.Rules)
	slices.SortStableFunc(estimates, func(a, b correspond.Estimate) int { return cmp.Compare(weight(b), weight(a)) })
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "line\trule\twas\tis\tmoved\tin spellings\tby chance")
	for _, e := range estimates {
		fmt.Fprintf(w, "%d\t%s\t%d\t%d\t%+d\t%.1f\t%.1f\n", e.Rule.Line.Number, strings.Join(e.Rule.Line.Fields[:3], " "),
			e.Rule.Cost, cost(e), cost(e)-e.Rule.Cost, e.Spelled, e.Chance)
	}
	w.Flush()
	fmt.Println()
}

func cost(e correspond.Estimate) int { return min(int(math.Round(e.Cost)), letter-1) }

var costField = regexp.MustCompile(`^(\S+\s+~\s+\S+\s+?)( *)(\d+)`)

// rewrite puts the learned costs into the lines of the file, aligned as they were.
func rewrite(text string, learned correspond.Learned) string {
	lines := strings.Split(text, "\n")
	for _, e := range learned.Rules {
		setCost(lines, e.Rule, cost(e))
	}
	return strings.Join(lines, "\n")
}

func setCost(lines []string, rule *correspond.Rule, cost int) {
	i := rule.Line.Number - 1
	lines[i] = costField.ReplaceAllStringFunc(lines[i], func(s string) string {
		parts := costField.FindStringSubmatch(s)
		return fmt.Sprintf("%s%*d", parts[1], len(parts[2])+len(parts[3]), cost)
	})
}

// keepAlive makes rules that others together undercut a little cheaper than these.
func keepAlive(file, text string) (string, error) {
	for {
		rules, err := correspond.Read(file, text)
		if err != nil {
			return "", err
		}
		lines := strings.Split(text, "\n")
		for rule := range rules.All() {
			setCost(lines, rule, rules.Bounded(rule, letter, accent))
		}
		bounded := strings.Join(lines, "\n")
		if bounded == text {
			return text, nil
		}
		text = bounded
	}
}
