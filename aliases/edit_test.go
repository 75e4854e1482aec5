package aliases_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namesake-go/namesake/aliases"
)

var anna = aliases.By{Who: "anna", Why: "a test"}

// created makes a registry in a file of the test's own.
func created(t *testing.T) (*aliases.Registry, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "people.ns")
	r, err := aliases.Create(path, aliases.Options{})
	require.NoError(t, err)
	t.Cleanup(func() { r.Close() })
	return r, path
}

func add(t *testing.T, r *aliases.Registry, id string, spellings ...string) aliases.Change {
	t.Helper()
	e := aliases.Entry{ID: id}
	for _, n := range spellings {
		e.Names = append(e.Names, aliases.Alias{Name: n})
	}
	c, err := r.Add(e, anna)
	require.NoError(t, err)
	return c
}

// namesOf are the names that an id means now.
func namesOf(r *aliases.Registry, id string) []string {
	e, ok := r.ByID(id)
	if !ok {
		return nil
	}
	all := []string{}
	for _, a := range e.Names {
		all = append(all, a.Name)
	}
	return all
}

// told is everything that a registry tells, to compare two by.
func told(r *aliases.Registry) string {
	var b strings.Builder
	r.ExportJSONL(&b)
	for from, to := range r.Redirects() {
		fmt.Fprintln(&b, from, "->", to)
	}
	for c := range r.History("") {
		fmt.Fprintln(&b, c.Number, c.When.UnixMicro(), c.Who, c.Why, c, c.Candidates, c.Added, c.UndoneBy)
	}
	fmt.Fprintln(&b, r.Reviews(), r.Len(), r.Names())
	return b.String()
}

func TestMergeLeavesARedirectAndUndoTakesItBack(t *testing.T) {
	r, _ := created(t)
	add(t, r, "a", "Ann Lee", "Anne Lee")
	add(t, r, "b", "Annie Lee")
	merge, err := r.Merge("a", "b", anna)
	require.NoError(t, err)
	e, ok := r.ByID("b")
	require.True(t, ok)
	assert.Equal(t, "a", e.ID, "the old id means the new one")
	assert.Equal(t, []string{"Ann Lee", "Anne Lee", "Annie Lee"}, namesOf(r, "b"))
	assert.Equal(t, 1, r.Len())

	add(t, r, "b", "Anna Lee") // goes to whom b means now
	_, err = r.Undo(merge.Number, anna)
	require.NoError(t, err)
	assert.Equal(t, []string{"Annie Lee"}, namesOf(r, "b"))
	assert.Equal(t, []string{"Ann Lee", "Anne Lee", "Anna Lee"}, namesOf(r, "a"), "what came later stays where it came to")

	_, err = r.Undo(merge.Number, anna)
	assert.EqualError(t, err, "change 3 was undone by change 5")
	_, err = r.Undo(5, anna)
	assert.EqualError(t, err, "change 5 is an undo; make the change again instead")
	_, err = r.Undo(9, anna)
	assert.EqualError(t, err, "there is no change 9; the last is 5")
	_, err = r.Merge("a", "nobody", anna)
	assert.EqualError(t, err, `there is no entity "nobody"; look one up by its name`)
}

func TestUndoOfAMergeAfterAnother(t *testing.T) {
	r, _ := created(t)
	add(t, r, "a", "Ann Lee")
	add(t, r, "b", "Bea Lee")
	add(t, r, "c", "Cat Lee")
	first, err := r.Merge("b", "a", anna)
	require.NoError(t, err)
	_, err = r.Merge("c", "b", anna)
	require.NoError(t, err)
	assert.Equal(t, []string{"Cat Lee", "Bea Lee", "Ann Lee"}, namesOf(r, "a"))
	_, err = r.Undo(first.Number, anna)
	require.NoError(t, err)
	assert.Equal(t, []string{"Ann Lee"}, namesOf(r, "a"))
	assert.Equal(t, []string{"Cat Lee", "Bea Lee"}, namesOf(r, "b"))
}

func TestSplitMovesOneNameForGood(t *testing.T) {
	r, _ := created(t)
	add(t, r, "a", "Ann Lee", "John Smith")
	split, err := r.Split("a", "John Smith", "", anna)
	require.NoError(t, err)
	assert.Equal(t, "ns-2", split.Other)
	assert.Equal(t, []string{"Ann Lee"}, namesOf(r, "a"))
	assert.Equal(t, []string{"John Smith"}, namesOf(r, "ns-2"))

	_, err = r.Merge("a", "ns-2", anna)
	assert.EqualError(t, err, "a and ns-2 were judged to be two; undo that first (change 2)")
	_, err = r.Add(aliases.Entry{ID: "a", Names: []aliases.Alias{{Name: "John Smith"}}}, anna)
	assert.EqualError(t, err, `"John Smith" was judged not to be a; undo that first (change 2)`)

	_, err = r.Undo(split.Number, anna)
	require.NoError(t, err)
	assert.Equal(t, []string{"Ann Lee", "John Smith"}, namesOf(r, "a"))
	assert.Equal(t, []string{"Ann Lee", "John Smith"}, namesOf(r, "ns-2"), "the id was given out, so it means somebody")

	_, err = r.Split("a", "Jane Roe", "", anna)
	assert.EqualError(t, err, `a has no name "Jane Roe"; show it to see its names`)
	add(t, r, "one", "Only Name")
	_, err = r.Split("one", "Only Name", "", anna)
	assert.EqualError(t, err, `"Only Name" is the only name of one; nothing would be left of it`)
}

func TestJudgements(t *testing.T) {
	r, _ := created(t)
	add(t, r, "a", "Ann Lee")
	add(t, r, "b", "Ann Leigh")
	two, err := r.JudgeEntities("a", "b", false, anna)
	require.NoError(t, err)
	_, err = r.Merge("a", "b", anna)
	assert.ErrorContains(t, err, "judged to be two")
	_, err = r.JudgeEntities("b", "a", true, anna)
	assert.ErrorContains(t, err, "judged to be two")
	_, err = r.Undo(two.Number, anna)
	require.NoError(t, err)
	_, err = r.JudgeEntities("a", "b", true, anna)
	require.NoError(t, err)
	assert.Equal(t, []string{"Ann Lee", "Ann Leigh"}, namesOf(r, "b"))

	_, err = r.JudgeName("A. Lee", "b", true, anna)
	require.NoError(t, err)
	assert.Equal(t, []string{"Ann Lee", "Ann Leigh", "A. Lee"}, namesOf(r, "a"))
	_, err = r.JudgeName("A. Lee", "a", false, anna)
	assert.ErrorContains(t, err, "was judged otherwise")
	_, err = r.Split("a", "A. Lee", "", anna)
	assert.ErrorContains(t, err, "was judged to be a")
}

func TestHistoryOfAnEntity(t *testing.T) {
	r, _ := created(t)
	add(t, r, "a", "Ann Lee")
	add(t, r, "b", "Ann Leigh")
	add(t, r, "c", "Bob Ray")
	_, err := r.Merge("a", "b", anna)
	require.NoError(t, err)
	_, err = r.Undo(4, anna)
	require.NoError(t, err)
	var told []string
	for c := range r.History("a") {
		told = append(told, fmt.Sprint(c.Number, " ", c.Who, ": ", c))
	}
	assert.Equal(t, []string{`1 anna: add "Ann Lee" to a`, "4 anna: merge b into a", "5 anna: undo 4"}, told)
	assert.Empty(t, slices.Collect(r.History("nobody")))
}

// TestWhatIsReadIsWhatWasThere makes changes at random; the file must tell the same as the memory, and names must not be
// lost or doubled.
func TestWhatIsReadIsWhatWasThere(t *testing.T) {
	for seed := range uint64(6) {
		random := rand.New(rand.NewPCG(seed, 1))
		r, path := created(t)
		id := func() string { return fmt.Sprint("e", random.IntN(12)) }
		name := func() string { return fmt.Sprint("Name ", string(rune('A'+random.IntN(20)))) }
		for range 150 {
			switch random.IntN(8) {
			case 0, 1, 2:
				r.Add(aliases.Entry{ID: id(), Names: []aliases.Alias{{Name: name()}, {Name: name()}}}, anna)
			case 3:
				r.Merge(id(), id(), anna)
			case 4:
				r.Split(id(), name(), []string{"", id()}[random.IntN(2)], anna)
			case 5:
				r.JudgeEntities(id(), id(), random.IntN(4) == 0, anna)
			case 6:
				r.JudgeName(name(), id(), random.IntN(2) == 0, anna)
			case 7:
				r.Undo(1+random.IntN(100), anna)
			}
		}
		want := told(r)
		for e := range r.All() {
			require.NotEmpty(t, e.Names)
			seen := map[string]bool{}
			for _, a := range e.Names {
				require.False(t, seen[a.Name], "%s twice in %s", a.Name, e.ID)
				seen[a.Name] = true
			}
			same, ok := r.ByID(e.ID)
			require.True(t, ok)
			require.Equal(t, e, same)
		}
		for from, to := range r.Redirects() {
			e, ok := r.ByID(from)
			if ok {
				require.Equal(t, to, e.ID)
			}
		}
		require.NoError(t, r.Close())
		again, err := aliases.Open(path, aliases.Options{ReadOnly: true})
		require.NoError(t, err)
		require.Equal(t, want, told(again), "seed %d", seed)
		require.NoError(t, again.Close())
	}
}

// TestUndoIsTheInverse makes a change and undoes it at once: who has which name must be as before.
func TestUndoIsTheInverse(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	r := aliases.New(aliases.Options{})
	for i := range 12 {
		add(t, r, fmt.Sprint("e", i), fmt.Sprint("Name A", i), fmt.Sprint("Name B", i))
	}
	holders := func() map[string][]string {
		m := map[string][]string{}
		for i := range 12 {
			id := fmt.Sprint("e", i)
			m[id] = namesOf(r, id)
			slices.Sort(m[id])
		}
		return m
	}
	undone := 0
	for range 300 {
		id := func() string { return fmt.Sprint("e", random.IntN(12)) }
		before := holders()
		var c aliases.Change
		var err error
		switch random.IntN(4) {
		case 0:
			c, err = r.Merge(id(), id(), anna)
		case 1:
			from := id()
			all := namesOf(r, from)
			c, err = r.Split(from, all[random.IntN(len(all))], []string{"", id()}[random.IntN(2)], anna)
		case 2:
			c, err = r.JudgeEntities(id(), id(), true, anna)
		case 3:
			c, err = r.JudgeName(fmt.Sprint("Name C", random.IntN(5)), id(), true, anna)
		}
		if err != nil || random.IntN(3) == 0 {
			continue
		}
		undone++
		_, err = r.Undo(c.Number, anna)
		require.NoError(t, err)
		require.Equal(t, before, holders(), "%v", c)
	}
	assert.Greater(t, undone, 20)
}
