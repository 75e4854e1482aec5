package aliases_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namesake-go/namesake/aliases"
	"github.com/namesake-go/namesake/names"
)

func resolve(t *testing.T, r *aliases.Registry, name string) aliases.Resolution {
	t.Helper()
	got, err := r.Resolve(context.Background(), names.Mention{Name: name, Doc: "a.txt"})
	require.NoError(t, err)
	return got
}

func TestResolve(t *testing.T) {
	r, _ := created(t)
	add(t, r, "jeenbekov", "Sooronbay Jeenbekov", "Сооронбай Жээнбеков")
	add(t, r, "japarov", "Sadyr Japarov")

	got := resolve(t, r, "Surunbai Jinbekov")
	assert.Equal(t, aliases.Attached, got.Outcome)
	assert.Equal(t, "jeenbekov", got.Entity.ID)
	assert.Equal(t, 3, got.Change)
	assert.Equal(t, got.Probability, got.Explanation().Probability)
	last := got.Entity.Names[2]
	assert.True(t, last.Attached)
	assert.Equal(t, "a.txt", last.Source)
	assert.InDelta(t, got.Probability, last.Confidence, 1e-6)

	again := resolve(t, r, "Surunbai Jinbekov")
	assert.Equal(t, "jeenbekov", again.Entity.ID)
	assert.Zero(t, again.Change, "known already")

	brother := resolve(t, r, "Asylbek Jeenbekov")
	assert.NotEqual(t, "jeenbekov", brother.Entity.ID)
	nobody := resolve(t, r, "Stephane Dujarric")
	assert.Equal(t, aliases.Opened, nobody.Outcome)
	assert.Equal(t, nobody.Entity.ID, resolve(t, r, "Stephane Dujarric").Entity.ID)
	_, err := r.Resolve(context.Background(), names.Mention{Name: " "})
	assert.Error(t, err)
	done, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = r.Resolve(done, names.Mention{Name: "Nobody Known Yet"})
	assert.ErrorIs(t, err, context.Canceled)
}

func TestNamesakesWaitForAJudgementAndItBinds(t *testing.T) {
	r, _ := created(t)
	add(t, r, "smith-1", "John Smith")
	add(t, r, "smith-2", "John Smith")
	got := resolve(t, r, "John Smith")
	assert.Equal(t, aliases.InReview, got.Outcome)
	assert.Len(t, got.Candidates, 2)
	assert.Zero(t, resolve(t, r, "John Smith").Change, "it waits already")
	require.Len(t, r.Reviews(), 1)
	assert.Equal(t, "John Smith", r.Reviews()[0].Name)

	same, err := r.JudgeName("John Smith", "smith-2", true, anna)
	require.NoError(t, err)
	assert.Empty(t, r.Reviews())
	assert.Equal(t, "smith-2", resolve(t, r, "John Smith").Entity.ID)
	_, err = r.Undo(same.Number, anna)
	require.NoError(t, err)
	assert.Len(t, r.Reviews(), 1)
	_, err = r.JudgeName("Jon Smith", "smith-1", false, anna)
	require.NoError(t, err)
	assert.NotEqual(t, "smith-1", resolve(t, r, "Jon Smith").Entity.ID)
}

// TestAttachedSpellingsAttractNoOthers: what a spelling resolves to does not depend on which others were attached before.
func TestAttachedSpellingsAttractNoOthers(t *testing.T) {
	spellings := []string{"Surunbai Jinbekov", "Sooronbai Jeenbekov", "Sooronbay Zheenbekov", "Sorunbay Jeenbekov", "Sooronbay Genbekov"}
	var first map[string]string
	for turn := range len(spellings) {
		r := aliases.New(aliases.Options{})
		add(t, r, "jeenbekov", "Sooronbay Jeenbekov")
		outcome := map[string]string{}
		for i := range spellings {
			name := spellings[(i+turn)%len(spellings)]
			got := resolve(t, r, name)
			outcome[name] = fmt.Sprint(got.Outcome)
			if got.Outcome != aliases.Opened {
				outcome[name] += fmt.Sprint(got.Entity.ID, got.Probability)
			}
		}
		if turn == 0 {
			first = outcome
		}
		assert.Equal(t, first, outcome, "from %s on", spellings[turn])
	}
}

func TestResolveAllEndsWithTheContext(t *testing.T) {
	r := aliases.New(aliases.Options{})
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	n := 0
	for got, err := range r.ResolveAll(ctx, slices.Values([]names.Mention{{Name: "Ann Lee"}, {Name: "Bob Ray"}, {Name: "Cat Moe"}})) {
		if n++; n == 2 {
			cancel()
		}
		if n == 3 {
			assert.ErrorIs(t, err, context.Canceled)
			break
		}
		require.NoError(t, err)
		assert.Equal(t, aliases.Opened, got.Outcome)
	}
	assert.Equal(t, 3, n)
	assert.Equal(t, 2, r.Len())
}

func TestReclusterReportsBeforeItChanges(t *testing.T) {
	r, _ := created(t)
	one := resolve(t, r, "Tamara Osmanova") // nobody knows her yet
	resolve(t, r, "Bermet Asanalieva")
	add(t, r, "list", "Tamara Osmanova", "Тамара Османова")
	before := told(r)
	plan, err := r.Recluster(context.Background())
	require.NoError(t, err)
	assert.Equal(t, before, told(r), "nothing is changed yet")
	require.Len(t, plan.Steps, 1)
	assert.Equal(t, "merge ns-1 into list", plan.Steps[0].String(), "the id of the list stays")
	changes, err := r.Apply(plan, anna)
	require.NoError(t, err)
	assert.Len(t, changes, 1)
	e, _ := r.ByID(one.Entity.ID)
	assert.Equal(t, "list", e.ID)
	_, err = r.Apply(plan, anna)
	assert.EqualError(t, err, "the registry was changed after the plan was made; recluster again")
	plan, err = r.Recluster(context.Background())
	require.NoError(t, err)
	assert.Empty(t, plan.Steps, "all is as it should be")
}

func TestReclusterMovesASpellingToANearerEntity(t *testing.T) {
	r, _ := created(t)
	add(t, r, "one", "Tamara Osmanova")
	require.Equal(t, "one", resolve(t, r, "Tamara Usmanova").Entity.ID)
	add(t, r, "two", "Tamara Usmanova")
	plan, err := r.Recluster(context.Background())
	require.NoError(t, err)
	require.Len(t, plan.Steps, 1)
	assert.Equal(t, `move "Tamara Usmanova" from one to two`, plan.Steps[0].String())
	_, err = r.Apply(plan, anna)
	require.NoError(t, err)
	assert.Equal(t, []string{"Tamara Osmanova"}, namesOf(r, "one"))
	assert.Equal(t, []string{"Tamara Usmanova"}, namesOf(r, "two"), "there once, though moved to where it was")
	_, err = r.Merge("one", "two", anna)
	assert.NoError(t, err, "a machine's move judges nothing")
}

func TestReclusterKeepsWhatWasJudged(t *testing.T) {
	r, _ := created(t)
	add(t, r, "list", "Sadyr Japarov")
	_, err := r.JudgeName("Sadir Jabbarov", "list", false, anna)
	require.NoError(t, err)
	opened := resolve(t, r, "Sadir Jabbarov")
	require.Equal(t, aliases.Opened, opened.Outcome)
	plan, err := r.Recluster(context.Background())
	require.NoError(t, err)
	assert.Empty(t, plan.Steps)
}
