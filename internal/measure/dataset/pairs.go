package dataset

import (
	"path/filepath"
	"strconv"
)

// A Pair is two names that people have judged.
type Pair struct {
	Schema   string // Person, Company, LegalEntity, Organization, Vessel
	A, B     string
	Match    bool
	Category string
	LogicV2  float64 // what OpenSanctions' logic-v2 scores
	Scored   bool    // LogicV2 is known
	Part     Part
}

// Proposed says whether a language model made up the pair; such labels are noisy.
func (p Pair) Proposed() bool { return p.Category == "LLM-proposed deviation" }

// Organisation says whether the schema is one of companies and the like.
func (p Pair) Organisation() bool {
	return p.Schema == "Company" || p.Schema == "LegalEntity" || p.Schema == "Organization"
}

// Pairs reads name_pairs.csv. A pair and its mirror fall on the same side.
func Pairs(dir string, part Part) ([]Pair, error) {
	var out []Pair
	columns := []string{"schema", "name1", "name2", "match", "category", "logicv2"}
	err := eachRow(filepath.Join(dir, "name_pairs.csv"), columns, func(r row) error {
		p := Pair{Schema: r.get("schema"), A: r.get("name1"), B: r.get("name2"), Category: r.get("category")}
		p.Part = PartOf(min(p.A, p.B) + "\x00" + max(p.A, p.B))
		if part != All && part != p.Part {
			return nil
		}
		var err error
		if p.Match, err = strconv.ParseBool(r.get("match")); err != nil {
			return r.errorf("match is %q; write true or false", r.get("match"))
		}
		if s := r.get("logicv2"); s != "" {
			if p.LogicV2, err = strconv.ParseFloat(s, 64); err != nil {
				return r.errorf("logicv2 is %q; write a number or leave it empty", s)
			}
			p.Scored = true
		}
		out = append(out, p)
		return nil
	})
	return out, err
}
