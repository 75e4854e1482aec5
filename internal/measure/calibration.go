package main

import (
	"fmt"
	"slices"
)

// measureCalibration prints whether a probability of .8 is right eight times in ten, on name_pairs and on
// the links of every set.
func measureCalibration(c config) error {
	rows, err := judgePairs(c.data, c.part)
	if err != nil {
		return err
	}
	var b reliabilityTables
	probability := func(j judged) float64 { return j.Probability }
	b.add("name_pairs", samples(rows, probability))
	b.add("no proposed", samples(pick(rows, func(j judged) bool { return !j.Proposed() }), probability))
	return printReliability(c, b)
}

// linkReliability is the part about links.
func linkReliability(c config) error { return printReliability(c, reliabilityTables{}) }

func printReliability(c config, b reliabilityTables) error {
	var people []Sample
	for _, set := range c.sets {
		s, err := compareLinks(c, set)
		if err != nil {
			return err
		}
		x := s.samples(s.probability)
		if schemaOf(set) == "Person" {
			people = append(people, x...)
		}
		b.add(set, x)
	}
	if len(c.sets) > 1 {
		b.add("links of people", people)
		b.add("with words alike", slices.DeleteFunc(people, func(s Sample) bool { return s.Score == 0 }))
	}
	fmt.Fprintf(c.out, "reliability, part %s. Per bin: mean probability, share true, count. ECE is the expected calibration error,\nfloor what it would be of so many pairs if every probability were right. Links with no word alike have probability 0,\nthough lists give people other names: \"with words alike\" leaves these out.\n\n", c.part)
	b.print(c)
	return nil
}

// reliabilityTables gathers the reliability of several sets: one summary, then the bins.
type reliabilityTables struct {
	names []string
	all   []Reliability
}

func (b *reliabilityTables) add(name string, s []Sample) {
	b.names, b.all = append(b.names, name), append(b.all, Reliable(s))
}

func (b *reliabilityTables) print(c config) {
	t := newTable("set", "pairs", "share true", "mean", "ECE", "floor", "Brier", "log loss")
	bins := newTable("set", "probability", "mean", "share true", "count")
	for i, r := range b.all {
		share, mean := 0.0, 0.0
		bins.gap()
		for k, x := range r.Bins {
			share += x.Share * float64(x.Count) / max(float64(r.Count), 1)
			mean += x.Mean * float64(x.Count) / max(float64(r.Count), 1)
			end := ")"
			if k == len(r.Bins)-1 {
				end = "]"
			}
			if x.Count == 0 {
				bins.row(b.names[i], fmt.Sprintf("[%.1f, %.1f%s", x.Low, x.Low+.1, end), "-", "-", 0)
				continue
			}
			bins.row(b.names[i], fmt.Sprintf("[%.1f, %.1f%s", x.Low, x.Low+.1, end), x.Mean, x.Share, x.Count)
		}
		t.row(b.names[i], r.Count, share, mean, r.ECE, r.Floor, r.Brier, r.Loss)
	}
	t.print(c.out)
	fmt.Fprintln(c.out)
	bins.print(c.out)
}
