// Learn estimates the costs of names/rules/correspondences.txt anew from the training half of the evaluation data:
//
//	go run ./internal/learn [-data DIR] [-part train|test|all] [-rounds N] [-write]
//	go run ./internal/learn -scripts [-data DIR] [-part train|test|all] [-rounds N]
//	go run ./internal/learn -frequencies [-data DIR] [-part train|test|all]
//
// It prints what each rule costs now and would cost, and how often it was taken; -write changes the costs in the file
// and nothing else of it. With -scripts it makes the files of names/rules/scripts anew, one for each native script;
// with -frequencies it counts the words of names/rules/frequencies.txt.
package main

import (
	"cmp"
	"flag"
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

func main() {
	data := flag.String("data", dataset.Dir(), "`folder` of the data")
	file := flag.String("rules", "names/rules/correspondences.txt", "rule `file`")
	rounds := flag.Int("rounds", 8, "rounds of expectation maximisation")
	scripts := flag.Bool("scripts", false, "make the files of names/rules/scripts")
	frequencies := flag.Bool("frequencies", false, "make names/rules/frequencies.txt")
	half := flag.String("part", "train", "`half` to learn from: train, test or all")
	write := flag.Bool("write", false, "write the costs into the rule file")
	flag.Parse()
	part, err := dataset.ParsePart(*half)
	switch {
	case err != nil:
	case *scripts:
		err = discoverAll(*data, part, *rounds)
	case *frequencies:
		err = countFrequencies(*data, part)
	default:
		err = run(*data, *file, part, *rounds, *write)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "learn:", err)
		os.Exit(2)
	}
}

// hundredthsPerNat turns learned costs into those of the rule files.
const hundredthsPerNat = 14

func run(data, file string, part dataset.Part, rounds int, write bool) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	rules, err := correspond.Read(file, string(text))
	if err != nil {
		return err
	}
	pairs, err := spellings(data, part)
	if err != nil {
		return err
	}
	learned := rules.Learn(pairs, rounds, hundredthsPerNat)
	report(learned, len(pairs))
	if !write {
		return nil
	}
	return os.WriteFile(file, []byte(rewrite(string(text), learned)), 0o644)
}

func report(learned correspond.Learned, pairs int) {
	fmt.Printf("%d pairs, %.0f steps; a letter that no rule explains costs %.1f nats, %.0f hundredths\n\n",
		pairs, learned.Steps, learned.Letter, learned.Letter*hundredthsPerNat)
	estimates := slices.Clone(learned.Rules)
	slices.SortStableFunc(estimates, func(a, b correspond.Estimate) int { return cmp.Compare(b.Taken, a.Taken) })
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "line\trule\twas\tis\tmoved\ttaken")
	for _, e := range estimates {
		fmt.Fprintf(w, "%d\t%s\t%d\t%d\t%+d\t%.1f\n", e.Rule.Line.Number, strings.Join(e.Rule.Line.Fields[:3], " "),
			e.Rule.Cost, hundredths(e), hundredths(e)-e.Rule.Cost, e.Taken)
	}
	w.Flush()
}

// leastTaken is how often a rule must have been taken for its cost to be changed: rarer ones keep the linguist's.
const leastTaken = 3

func hundredths(e correspond.Estimate) int {
	if e.Taken < leastTaken {
		return e.Rule.Cost
	}
	return int(math.Round(e.Nats * hundredthsPerNat))
}

var costField = regexp.MustCompile(`^(\S+\s+~\s+\S+\s+?)( *)(\d+)`)

// rewrite puts the learned costs into the lines of the file, aligned as they were.
func rewrite(text string, learned correspond.Learned) string {
	lines := strings.Split(text, "\n")
	for _, e := range learned.Rules {
		i := e.Rule.Line.Number - 1
		lines[i] = costField.ReplaceAllStringFunc(lines[i], func(s string) string {
			parts := costField.FindStringSubmatch(s)
			return fmt.Sprintf("%s%*d", parts[1], len(parts[2])+len(parts[3]), hundredths(e))
		})
	}
	return strings.Join(lines, "\n")
}
