package aliases

import (
	"context"
	"maps"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namesake-go/namesake/internal/measure/dataset"
	"github.com/namesake-go/namesake/names"
)

// registryOf is a registry in memory of entities named by their ids.
func registryOf(t *testing.T, entities map[string][]string) *Registry {
	t.Helper()
	r := New(Options{})
	entries := func(yield func(Entry, error) bool) {
		for _, id := range slices.Sorted(maps.Keys(entities)) {
			for _, name := range entities[id] {
				if !yield(Entry{ID: id, Names: []Alias{{Name: name}}}, nil) {
					return
				}
			}
		}
	}
	_, err := r.Import(context.Background(), entries, ImportOptions{})
	require.NoError(t, err)
	return r
}

func ids(found []Match) []string {
	var all []string
	for _, m := range found {
		all = append(all, m.Entity.ID)
	}
	return all
}

func TestLookupRanksByAllNamesOfAnEntity(t *testing.T) {
	r := registryOf(t, map[string][]string{
		"two":    {"Wladimir Ivanov", "Vladimir Iwanow"},
		"one":    {"Vladimir Ivanov"},
		"albe":   {"Albe Dark", "Alberto Dark"},
		"albert": {"Albe Moro", "Alberto Moro"},
		"vance":  {"Alberto Vance"},
		"anna":   {"Anna Vance"},
	})
	assert.Equal(t, []string{"two", "one"}, ids(r.Lookup("Wladimir Iwanow", 5)), "each word is one of its own spellings")
	found := r.Lookup("Albe Vance", 5)
	require.Len(t, found, 2)
	assert.Equal(t, []string{"vance", "anna"}, ids(found), "two others are Albe and Alberto")
	assert.GreaterOrEqual(t, found[0].Probability, found[1].Probability)
	assert.Equal(t, []string{"vance"}, ids(r.Lookup("Albe Vance", 1)), "the first does not depend on how many are asked for")
}

func TestLookupFindsOrganisations(t *testing.T) {
	r := registryOf(t, map[string][]string{
		"fajr":  {"Fadjr Industries Group", "Instrumentation Factory Plant"},
		"nasr":  {"Nasr Industries Group"},
		"gas":   {"OAO Gazprom", "Gazprom"},
		"bank":  {"Gazprombank"},
		"trade": {"Zulikha General Trading LLC"},
		"other": {"Candid General Trading LLC"},
		"man":   {"Boris Nasr"},
	})
	for query, want := range map[string]string{
		"Fajr Industries Group": "fajr", "Gazprom JSC": "gas", "Gazprom": "gas", "ОАО Газпром": "gas", "Zuleikha General Trading": "trade",
		"Factory Plant of Instrumentation": "fajr", "Nasr, Boris": "man",
	} {
		if found := r.Lookup(query, 3); assert.NotEmpty(t, found, query) {
			assert.Equal(t, want, found[0].Entity.ID, query)
		}
	}
	assert.Empty(t, r.Lookup("", 3))
	assert.Empty(t, r.Lookup("!?", 3))
}

func TestMatchesAreExplained(t *testing.T) {
	r := registryOf(t, map[string][]string{
		"two":  {"Wladimir Ivanov", "Vladimir Iwanow"},
		"albe": {"Albe Dark", "Alberto Dark"}, "moro": {"Albe Moro", "Alberto Moro"}, "vance": {"Alberto Vance"},
		"gas": {"OAO Gazprom"},
	})
	explained := func(query string) Explanation {
		found := r.Lookup(query, 1)
		require.NotEmpty(t, found, query)
		return r.Explain(query, found[0])
	}
	e := explained("Wladimir Iwanow")
	words := []WordFit{{Word: "wladimir", Spelling: "wladimir", Name: "Wladimir Ivanov"}, {Word: "iwanow", Spelling: "iwanow", Name: "Vladimir Iwanow"}}
	assert.ElementsMatch(t, words, e.Words)
	assert.Equal(t, e.Cost, sum(e.Steps))
	assert.Contains(t, e.Because(), "is nearest to")
	e = explained("Albe Vance")
	assert.True(t, e.Words[0].Alternate)
	assert.Contains(t, e.Because(), "others on record are written both albe and alberto")
	assert.Empty(t, explained("Gazprom JSC").Words, "organisations are compared by other words")
	assert.NotEmpty(t, explained("Gazprom JSC").Because())
}

func sum(steps []names.Step) (cost int) {
	for _, s := range steps {
		cost += s.Cost
	}
	return cost
}

// TestLookupLosesLittle holds look-ups to a slow oracle, which compares each query with all names and ranks all entities.
func TestLookupLosesLittle(t *testing.T) {
	dir := os.Getenv("NAMESAKE_DATA")
	if dir == "" {
		t.Skip("NAMESAKE_DATA is not set: no names to look up")
	}
	for set, least := range map[string]float64{"relay_people": .99, "ofac_people": .99} {
		mentions, err := dataset.Mentions(dir, set, dataset.Train)
		require.NoError(t, err)
		known, queries := map[string][]string{}, []string{}
		for i, m := range mentions[:min(len(mentions), 900)] {
			if i%6 == 0 {
				queries = append(queries, m.Name)
			} else if !slices.Contains(known[m.Entity], m.Name) {
				known[m.Entity] = append(known[m.Entity], m.Name)
			}
		}
		r := registryOf(t, known)
		r.Ready()
		found, looked := 0, 0
		for _, q := range queries {
			best := r.bestOfAll(q)
			if best.Probability < names.DefaultReview {
				continue
			}
			looked++
			if got := r.Lookup(q, 1); slices.Contains(ids(got), r.state.entities[best.entity].id) {
				found++
			}
		}
		t.Logf("%s: %d looked up, %.3f with the best of all first", set, looked, float64(found)/float64(looked))
		assert.GreaterOrEqual(t, float64(found)/float64(looked), least, set)
	}
}

// bestOfAll is the entity that ranks first when a name is compared with all names.
func (r *Registry) bestOfAll(query string) found {
	name := names.Parse(query)
	search := r.index.names.Search(name, 1)
	defer search.Close()
	var all []found
	for a := range r.state.aliases {
		result := r.matcher.Compare(name, names.Parse(r.state.texts[r.state.aliases[a].text]))
		all = append(all, found{entity: r.state.aliases[a].entity, alias: int32(a), Result: result})
	}
	all = bestOfEach(all)
	for i := range all {
		all[i].score = search.Fit(r.state.spellings(nil, all[i].entity, false)) + logOdds(all[i].Probability)
	}
	return slices.MinFunc(all, better)
}
