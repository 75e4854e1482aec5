package main

import (
	"fmt"

	"github.com/namesake-go/namesake/internal/measure/dataset"
	"github.com/namesake-go/namesake/names"
)

// logicThreshold is the one that OpenSanctions ships.
const logicThreshold = .7

// A judged pair is a pair with what every measure says of it.
type judged struct {
	dataset.Pair
	names.Result
	jaroWinkler, levenshtein float64
}

func judgePairs(data string, part dataset.Part) ([]judged, error) {
	pairs, err := dataset.Pairs(data, part)
	if err != nil {
		return nil, err
	}
	matchers := map[string]*names.Matcher{}
	for _, p := range pairs {
		if matchers[p.Schema] == nil {
			matchers[p.Schema] = matcherFor(p.Schema)
		}
	}
	out := make([]judged, len(pairs))
	inParallel(len(pairs), func(i int) {
		p := pairs[i]
		out[i] = judged{
			Pair:        p,
			Result:      matchers[p.Schema].Compare(names.ParseAs(p.A, names.SchemaOf(p.Schema)), names.ParseAs(p.B, names.SchemaOf(p.Schema))),
			jaroWinkler: jaroWinkler(p.A, p.B), levenshtein: levenshteinRatio(p.A, p.B),
		}
	})
	return out, nil
}

// A group is the pairs that one part of the table is about.
type group struct {
	name string
	has  func(judged) bool
}

var pairGroups = func() (out []group) {
	kinds := []group{
		{"all", func(judged) bool { return true }},
		{"Person", func(j judged) bool { return j.Schema == "Person" }},
		{"organisations", func(j judged) bool { return j.Organisation() }},
	}
	for _, k := range kinds {
		out = append(out,
			group{k.name, func(j judged) bool { return j.Scored && k.has(j) }},
			group{k.name + ", no proposed", func(j judged) bool { return j.Scored && k.has(j) && !j.Proposed() }})
	}
	return append(out, group{"all, unscored too", func(judged) bool { return true }})
}()

var pairMeasures = []struct {
	name  string
	score func(judged) float64
}{
	{"namesake", func(j judged) float64 { return j.Probability }},
	{"Jaro-Winkler", func(j judged) float64 { return j.jaroWinkler }},
	{"Levenshtein", func(j judged) float64 { return j.levenshtein }},
}

func pick(all []judged, has func(judged) bool) (out []judged) {
	for _, j := range all {
		if has(j) {
			out = append(out, j)
		}
	}
	return out
}

func samples(all []judged, score func(judged) float64) []Sample {
	out := make([]Sample, len(all))
	for i, j := range all {
		out[i] = Sample{score(j), j.Match}
	}
	return out
}

// measurePairs prints, for every group of pairs, each measure at its own threshold and at the one that is
// best on the group's train part.
func measurePairs(c config) error {
	train, err := judgePairs(c.data, dataset.Train)
	if err != nil {
		return err
	}
	reported, err := judgePairs(c.data, c.part)
	if err != nil {
		return err
	}
	fmt.Fprintf(c.out, "name_pairs, part %s. Rows that logic-v2 scores; \"no proposed\" leaves out what a language model made up.\n"+
		"\"best\" is the threshold of the highest F1 on the same rows of train; ± is one standard error of F1.\n\n", c.part)
	t := newTable("rows", "count", "true", "measure", "threshold", "P", "R", "F1", "±", "accuracy", "AUC")
	for _, g := range pairGroups {
		rows, learn := pick(reported, g.has), pick(train, g.has)
		truth := 0
		for _, j := range rows {
			if j.Match {
				truth++
			}
		}
		t.gap()
		add := func(measure, threshold string, x Counts, auc float64) {
			t.row(g.name, len(rows), truth, measure, threshold, x.Precision(), x.Recall(), x.F1(), x.Error(), x.Accuracy(), auc)
		}
		var same, logic Counts
		for _, j := range rows {
			same.Add(j.Decision == names.Same, j.Match)
			logic.Add(j.LogicV2 >= logicThreshold, j.Match)
		}
		for _, m := range pairMeasures {
			s := samples(rows, m.score)
			auc := AUC(Curve(s))
			if m.name == "namesake" {
				add(m.name, "same", same, auc)
			}
			best := Best(Curve(samples(learn, m.score))).Threshold
			add(m.name, fmt.Sprintf("best %.3f", best), At(s, best), auc)
		}
		if g.name != pairGroups[len(pairGroups)-1].name {
			auc := AUC(Curve(samples(rows, func(j judged) float64 { return j.LogicV2 })))
			add("logic-v2", fmt.Sprintf("%.3f", logicThreshold), logic, auc)
		}
	}
	t.print(c.out)
	if c.listAll {
		listPairErrors(c, reported)
	}
	return nil
}

// listPairErrors lists what namesake gets wrong at Same, the surest errors first.
func listPairErrors(c config, rows []judged) {
	wrong := pick(rows, func(j judged) bool { return (j.Decision == names.Same) != j.Match })
	sortBy(wrong, func(j judged) float64 {
		if j.Match {
			return j.Probability
		}
		return -j.Probability
	})
	for _, kind := range []string{"false positives", "false negatives"} {
		t := newTable("probability", "decision", "cost", "logic-v2", "schema", "category", "name1", "name2")
		for _, j := range wrong {
			if j.Match == (kind == "false negatives") {
				logic := "-"
				if j.Scored {
					logic = fmt.Sprintf("%.3f", j.LogicV2)
				}
				t.row(j.Probability, j.Decision, j.Cost, logic, j.Schema, j.Category, j.A, j.B)
			}
		}
		fmt.Fprintf(c.out, "\n%d %s\n", len(t.rows), kind)
		t.print(c.out)
	}
}
