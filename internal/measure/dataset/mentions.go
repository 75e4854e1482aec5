package dataset

import "path/filepath"

// A Mention is a name of a list and the entity that it belongs to.
type Mention struct{ ID, Name, Entity string }

// People are the sets of people with their entities; Organisations those of organisations.
var (
	People        = []string{"ofac_people", "un_people", "relay_people"}
	Organisations = []string{"ofac_orgs"}
)

// Mentions reads SET.csv. An entity falls on one side with all its mentions.
func Mentions(dir, set string, part Part) ([]Mention, error) {
	var out []Mention
	seen := map[string]int{}
	err := eachRow(filepath.Join(dir, set+".csv"), []string{"mention", "name", "entity"}, func(r row) error {
		m := Mention{r.get("mention"), r.get("name"), r.get("entity")}
		if line, twice := seen[m.ID]; twice {
			return r.errorf("mention %s stands in line %d too; name each once", m.ID, line)
		}
		seen[m.ID] = r.line
		if part.Has(m.Entity) {
			out = append(out, m)
		}
		return nil
	})
	return out, err
}

// Clusters reads which cluster each mention is in, by their ids, from what "namesake cluster" writes.
func Clusters(file string) (map[string]string, error) {
	of := map[string]string{}
	err := eachRow(file, []string{"mention", "cluster"}, func(r row) error {
		of[r.get("mention")] = r.get("cluster")
		return nil
	})
	return of, err
}
