package aliases

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// registryOf is a registry in memory of entities named by their ids.
func registryOf(t *testing.T, entities map[string][]string) *Registry {
	t.Helper()
	r := New(Options{})
	entries := func(yield func(Entry, error) bool) {
		for id, all := range entities {
			for _, name := range all {
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
