package main

import (
	"fmt"

	"github.com/namesake-go/namesake/internal/measure/dataset"
	"github.com/namesake-go/namesake/names"
)

// A linkSet is the links of one set with what Compare says of each.
type linkSet struct {
	set      string
	mentions []dataset.Mention
	links    []link
	results  []names.Result
}

func compareLinks(c config, set string) (linkSet, error) {
	s := linkSet{set: set}
	var err error
	if s.mentions, err = dataset.Mentions(c.data, set, c.part); err != nil {
		return s, err
	}
	s.links = sampleLinks(s.mentions, c.negatives)
	texts := make([]string, len(s.mentions))
	for i, m := range s.mentions {
		texts[i] = m.Name
	}
	parsed, matcher := parseAll(texts, schemaOf(set)), matcherFor(schemaOf(set))
	s.results = make([]names.Result, len(s.links))
	inParallel(len(s.links), func(i int) {
		s.results[i] = matcher.Compare(parsed[s.links[i].a], parsed[s.links[i].b])
	})
	return s, nil
}

// samples gives the score of every link by a measure of two names.
func (s linkSet) samples(score func(i int) float64) []Sample {
	out := make([]Sample, len(s.links))
	inParallel(len(s.links), func(i int) { out[i] = Sample{score(i), s.links[i].match} })
	return out
}

func (s linkSet) probability(i int) float64 { return s.results[i].Probability }

func (s linkSet) byText(measure func(a, b string) float64) func(i int) float64 {
	return func(i int) float64 { return measure(s.mentions[s.links[i].a].Name, s.mentions[s.links[i].b].Name) }
}

var linkRecalls = []float64{.5, .6, .7, .8, .9, .95, .99}

// measureLinks prints the curves and then the reliability of the probability on the same links.
func measureLinks(c config) error {
	if err := linkCurves(c); err != nil {
		return err
	}
	fmt.Fprintln(c.out)
	return linkReliability(c)
}

// linkCurves prints how well Compare tells the true links from the hard false ones, beside string measures.
func linkCurves(c config) error {
	fmt.Fprintf(c.out, "links, part %s. All pairs of one entity; per mention %d false ones alike by trigrams, %d of the same surname.\n"+
		"AP is the area under the precision and recall curve; P@R the best precision at that recall.\n\n", c.part, c.negatives, c.negatives)
	curves := []string{"set", "measure", "true", "false", "AUC", "AP"}
	for _, r := range linkRecalls {
		curves = append(curves, fmt.Sprintf("P@%.2g", r))
	}
	t := newTable(curves...)
	u := newTable("set", "measure", "threshold", "P", "R", "F1", "accuracy")
	var done []linkSet
	for _, set := range c.sets {
		s, err := compareLinks(c, set)
		if err != nil {
			return err
		}
		done = append(done, s)
		t.gap()
		u.gap()
		for _, m := range []struct {
			name  string
			score func(int) float64
		}{{"namesake", s.probability}, {"Jaro-Winkler", s.byText(jaroWinkler)}, {"Levenshtein", s.byText(levenshteinRatio)}} {
			curve := Curve(s.samples(m.score))
			last := Counts{}
			if len(curve) > 0 {
				last = curve[len(curve)-1].Counts
			}
			cells := []any{set, m.name, last.TP, last.FP, AUC(curve), AveragePrecision(curve)}
			for _, r := range linkRecalls {
				cells = append(cells, PrecisionAt(curve, r))
			}
			t.row(cells...)
			add := func(threshold string, x Counts) {
				u.row(set, m.name, threshold, x.Precision(), x.Recall(), x.F1(), x.Accuracy())
			}
			if m.name == "namesake" {
				add("same", s.decided(names.Same))
				add("review", s.decided(names.Review))
			}
			best := Best(curve)
			add(fmt.Sprintf("best here %.3f", best.Threshold), best.Counts)
		}
	}
	t.print(c.out)
	fmt.Fprintln(c.out)
	u.print(c.out)
	for _, s := range done {
		if c.list > 0 {
			listLinkErrors(c, s)
		}
	}
	return nil
}

// decided counts the links when a decision of d or surer is taken for a match.
func (s linkSet) decided(d names.Decision) (x Counts) {
	for i, r := range s.results {
		x.Add(r.Decision >= d, s.links[i].match)
	}
	return x
}

// listLinkErrors lists the false links with the highest probability and the true ones with the lowest; two
// texts that meet in several links stand once.
func listLinkErrors(c config, s linkSet) {
	order := make([]int, len(s.links))
	for i := range order {
		order[i] = i
	}
	for _, match := range []bool{false, true} {
		sortBy(order, func(i int) float64 {
			if match {
				return s.probability(i)
			}
			return -s.probability(i)
		})
		t := newTable("probability", "decision", "cost", "kind", "name", "name", "mentions")
		shown := map[[2]string]bool{}
		for _, i := range order {
			l, r := s.links[i], s.results[i]
			texts := [2]string{s.mentions[l.a].Name, s.mentions[l.b].Name}
			if len(t.rows) == c.list {
				break
			}
			if l.match == match && !shown[texts] {
				shown[texts] = true
				t.row(r.Probability, r.Decision, r.Cost, l.kind, texts[0], texts[1],
					s.mentions[l.a].ID+" "+s.mentions[l.b].ID)
			}
		}
		fmt.Fprintf(c.out, "\n%s: %s\n", s.set, map[bool]string{false: "false links most alike", true: "true links least alike"}[match])
		t.print(c.out)
	}
}
