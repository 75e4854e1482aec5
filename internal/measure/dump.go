package main

import (
	"encoding/csv"
	"strconv"

	"github.com/namesake-go/namesake/internal/measure/dataset"
	"github.com/namesake-go/namesake/names"
)

// A dumper writes pairs with what Compare says of them, to fit costs and calibration with.
type dumper struct{ w *csv.Writer }

func newDumper(c config) dumper {
	d := dumper{csv.NewWriter(c.out)}
	d.w.Write([]string{"name1", "name2", "match", "probability", "cost", "set", "schema", "kind", "part"})
	return d
}

func (d dumper) row(a, b string, match bool, r names.Result, set, schema, kind string, part dataset.Part) {
	d.w.Write([]string{a, b, strconv.FormatBool(match), strconv.FormatFloat(r.Probability, 'g', 6, 64),
		strconv.Itoa(r.Cost), set, schema, kind, string(part)})
}

func (d dumper) close() error {
	d.w.Flush()
	return d.w.Error() // of the first Write that failed
}

// pairs writes name_pairs; kind is the category.
func (d dumper) pairs(c config) error {
	rows, err := judgePairs(c.data, c.part)
	for _, j := range rows {
		d.row(j.A, j.B, j.Match, j.Result, "name_pairs", j.Schema, j.Category, j.Part)
	}
	return err
}

// links writes the links of every set; kind says how a false one was found. Each half is sampled by itself:
// a link never joins the two.
func (d dumper) links(c config) error {
	for _, set := range c.sets {
		for _, part := range parts(c.part) {
			half := c
			half.part = part
			s, err := compareLinks(half, set)
			if err != nil {
				return err
			}
			for i, l := range s.links {
				d.row(s.mentions[l.a].Name, s.mentions[l.b].Name, l.match, s.results[i], set, schemaOf(set), l.kind, part)
			}
		}
	}
	return nil
}

func dump(c config, write ...func(dumper, config) error) error {
	d := newDumper(c)
	for _, w := range write {
		if err := w(d, c); err != nil {
			return err
		}
	}
	return d.close()
}

func dumpPairs(c config) error { return dump(c, dumper.pairs) }
func dumpLinks(c config) error { return dump(c, dumper.links) }
func dumpAll(c config) error   { return dump(c, dumper.pairs, dumper.links) }

// parts gives the halves that a part is made of, for what is written half by half.
func parts(p dataset.Part) []dataset.Part {
	if p == dataset.All {
		return []dataset.Part{dataset.Train, dataset.Test}
	}
	return []dataset.Part{p}
}
