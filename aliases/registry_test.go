package aliases_test

import (
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namesake-go/namesake/aliases"
	"github.com/namesake-go/namesake/names"
)

const people = `id,name,alias,alias_ru,source,lang
jeenbekov,Sooronbay Jeenbekov,Surunbai Jinbekov,Сооронбай Жээнбеков,gov.kg,ky
japarov,Sadyr Japarov,,,,
japarov,Садыр Жапаров,,,akipress,ru
smith-1,John Smith,,,,
smith-2,John Smith,,,,
carter,John Carter,,,,
`

func registry(t *testing.T) *aliases.Registry {
	t.Helper()
	r, err := aliases.ReadCSV("people.csv", strings.NewReader(people))
	require.NoError(t, err)
	return r
}

// plain gives names without who put them on record, and when.
func plain(all []aliases.Alias) []aliases.Alias {
	for i := range all {
		all[i].When = time.Time{}
	}
	return all
}

func TestReadCSV(t *testing.T) {
	r := registry(t)
	assert.Equal(t, 5, r.Len())

	e, ok := r.ByID("jeenbekov")
	require.True(t, ok)
	assert.Equal(t, "Sooronbay Jeenbekov", e.Canonical())
	assert.Equal(t, aliases.Alias{Name: "Сооронбай Жээнбеков", Source: "gov.kg", Lang: "ky"}, plain(e.Names)[2])

	e, _ = r.ByID("japarov") // two rows, one entity
	assert.Equal(t, []aliases.Alias{{Name: "Sadyr Japarov"}, {Name: "Садыр Жапаров", Source: "akipress", Lang: "ru"}}, plain(e.Names))

	_, ok = r.ByID("nobody")
	assert.False(t, ok)
}

func TestByName(t *testing.T) {
	r := registry(t)
	assert.Len(t, r.ByName("John Smith"), 2)
	assert.Len(t, r.ByName(" Сооронбай Жээнбеков "), 1)
	assert.Empty(t, r.ByName("John Smit"))
}

func TestTheRegistryCannotBeChangedThroughAnEntity(t *testing.T) {
	r := registry(t)
	e, _ := r.ByID("carter")
	e.Names[0].Name = "Jimmy Carter"
	again, _ := r.ByID("carter")
	assert.Equal(t, "John Carter", again.Canonical())
}

func TestReadCSVReportsRowsAndGoesOn(t *testing.T) {
	r, err := aliases.ReadCSV("people.csv", strings.NewReader("id,name\n,Nobody\nq1,\nq2,A\xff\nq3,Anna Lee\n"))
	assert.EqualError(t, err, `people.csv:2: the id is empty; give each entity an id
people.csv:3: the name is empty; write a name or leave the row out
people.csv:4: not UTF-8; save the file as UTF-8`)
	assert.Equal(t, 1, r.Len())

	r, err = aliases.ReadCSV("people.csv", strings.NewReader("key,name\n"))
	assert.ErrorContains(t, err, "people.csv:1: no column id among: key, name")
	assert.Nil(t, r)
}

func TestIdentify(t *testing.T) {
	r := registry(t)
	got := r.Identify([]names.Cluster{{Canonical: "Sooronbai Jeenbekov"}})
	require.NotNil(t, got[0])
	assert.Equal(t, "jeenbekov", got[0].Entity.ID)
	assert.Greater(t, got[0].Probability, 0.9)

	for canonical, why := range map[string]string{
		"John Smith":         "two known namesakes, and nothing tells them apart",
		"Asylbek Jeenbekov":  "the brother",
		"Stephane Dujarric":  "nobody known",
		"Sadyr Jeenbekov":    "the given name of one and the surname of another",
		"Sooronbay Atambaev": "the same given name only",
	} {
		assert.Nil(t, r.Identify([]names.Cluster{{Canonical: canonical}})[0], "%s: %s", canonical, why)
	}
}

func TestIdentifyKeepsContradictingClustersApart(t *testing.T) {
	r, err := aliases.ReadCSV("people.csv", strings.NewReader("id,name\nq1,John Smith\nq1,Talant Mamytov\n"))
	require.NoError(t, err)
	got := r.Identify([]names.Cluster{
		{Canonical: "John Smith"}, {Canonical: "Talant Mamytov"}, {Canonical: "Talant Mamitov"}, {Canonical: "Jane Roe"},
	})
	// The registry gives both names to one entity, but the clusters' own names contradict: the rarer name, which
	// is the stronger evidence, has it.
	assert.Nil(t, got[0])
	require.NotNil(t, got[1])
	assert.Equal(t, "q1", got[1].Entity.ID)
	require.NotNil(t, got[2], "another spelling of the same name may share the entity")
	assert.Nil(t, got[3])
}

func TestLookup(t *testing.T) {
	r := registry(t)
	got := r.Lookup("Sadir Jabbarov", 2)
	require.Len(t, got, 1, "the others share no word with the name")
	assert.Equal(t, "japarov", got[0].Entity.ID)
	got = r.Lookup("Jinbekov", 1)
	require.Len(t, got, 1, "k bounds the answers")
	assert.Empty(t, r.Lookup("Sadir Jabbarov", 0))
	assert.Empty(t, aliases.New(aliases.Options{}).Lookup("Sadir Jabbarov", 3))
}

func TestConcurrentUse(t *testing.T) {
	r := registry(t)
	want := r.Lookup("Surunbai Jinbekov", 3)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() { assert.Equal(t, want, r.Lookup("Surunbai Jinbekov", 3)) })
	}
	wg.Wait()
}
