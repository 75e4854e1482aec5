package aliases

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	bolt "go.etcd.io/bbolt"
)

// people are entries of a few names each, some of which are alike.
func people(from, to int) func(func(Entry, error) bool) {
	given := []string{"Ivan", "Iwan", "Sergei", "Sergey", "Anna", "Ana", "Мария", "Maria", "Muhammad", "Mohamed"}
	return func(yield func(Entry, error) bool) {
		for i := from; i < to; i++ {
			surname := fmt.Sprintf("%c%co%cov", 'A'+i%23, "aeiou"[i%5], 'b'+i/7%20)
			e := Entry{ID: fmt.Sprint("p", i/2), Names: []Alias{{Name: given[i%len(given)] + " " + surname}, {Name: given[(i+1)%len(given)] + " " + surname + "a"}}}
			if !yield(e, nil) {
				return
			}
		}
	}
}

// looked is what look-ups of some names give.
func looked(r *Registry) (all []Match) {
	for _, name := range []string{"Iwan Aabow", "Sergej Bebof", "Marija Cicova", "Mohammed Dodov", "A. Ebov", "Yvan Fafof", "Новый Человек"} {
		all = append(all, r.Lookup(name, 5)...)
	}
	return undated(all)
}

// fresh is what a registry gives that makes its index anew.
func fresh(t *testing.T, names int) []Match {
	t.Helper()
	r := New(Options{})
	_, err := r.Import(context.Background(), people(0, names), ImportOptions{})
	require.NoError(t, err)
	return looked(r)
}

// undated gives answers without when their names came.
func undated(all []Match) []Match {
	for i := range all {
		for j := range all[i].Entity.Names {
			all[i].Entity.Names[j].When = time.Time{}
		}
	}
	return all
}

func TestIndexIsKeptInTheFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "people.ns")
	r, err := Create(path, Options{})
	require.NoError(t, err)
	saved := func() (first, bytes int) {
		r.mu.Lock()
		defer r.mu.Unlock()
		return r.index.saved, len(r.store.readIndex())
	}
	open := func(o Options) {
		t.Helper()
		require.NoError(t, r.Close())
		r, err = Open(path, o)
		require.NoError(t, err)
	}
	t.Cleanup(func() { r.Close() })

	_, err = r.Import(context.Background(), people(0, 20), ImportOptions{})
	require.NoError(t, err)
	_, bytes := saved()
	assert.Zero(t, bytes, "few names are read soon enough")

	_, err = r.Import(context.Background(), people(0, 400), ImportOptions{})
	require.NoError(t, err)
	_, bytes = saved()
	assert.NotZero(t, bytes, "the import has made it")

	open(Options{ReadOnly: true})
	want := fresh(t, 400)
	assert.Equal(t, want, looked(r))
	first, _ := saved()
	assert.Equal(t, len(r.state.texts), first, "it was there")

	// What comes later is found as well; when it is much, the index is saved again.
	open(Options{})
	_, err = r.Import(context.Background(), people(400, 420), ImportOptions{})
	require.NoError(t, err)
	assert.Equal(t, fresh(t, 420), looked(r))
	open(Options{})
	assert.Equal(t, fresh(t, 420), looked(r))
	again, _ := saved()
	assert.Equal(t, first, again, "a few names are read anew")
	_, err = r.Import(context.Background(), people(420, 700), ImportOptions{})
	require.NoError(t, err)
	open(Options{})
	assert.Equal(t, fresh(t, 700), looked(r))
	again, _ = saved()
	assert.Equal(t, len(r.state.texts), again)

	// An index that was damaged, or made by another program, is made anew.
	for _, at := range []int{0, 5, 20, 900} {
		_, bytes = saved()
		require.NoError(t, r.store.db.Update(func(tx *bolt.Tx) error {
			piece := append([]byte(nil), tx.Bucket(bucketIndex).Get(make([]byte, 4))...)
			piece[at] ^= 8
			return tx.Bucket(bucketIndex).Put(make([]byte, 4), piece)
		}))
		open(Options{})
		assert.Nil(t, r.matcher.LoadIndex(r.store.readIndex(), r.state.texts))
		assert.Equal(t, fresh(t, 700), looked(r))
		assert.NotNil(t, r.matcher.LoadIndex(r.store.readIndex(), r.state.texts), "and saved")
	}
}
