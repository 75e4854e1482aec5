package aliases_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	bolt "go.etcd.io/bbolt"

	"github.com/namesake-go/namesake/aliases"
)

func TestOpenSaysWhatIsWrong(t *testing.T) {
	dir := t.TempDir()
	path := func(name string) string { return filepath.Join(dir, name) }
	_, err := aliases.Open(path("none.ns"), aliases.Options{})
	assert.EqualError(t, err, path("none.ns")+": there is no such file; make it with namesake aliases init")
	_, err = aliases.Open(dir, aliases.Options{})
	assert.EqualError(t, err, dir+": is no file; name a registry")
	require.NoError(t, os.WriteFile(path("text"), []byte("id,name\nq1,Ann Lee\n"), 0o600))
	_, err = aliases.Open(path("text"), aliases.Options{})
	assert.ErrorContains(t, err, "is no registry")
	require.NoError(t, os.WriteFile(path("empty"), nil, 0o600))
	_, err = aliases.Open(path("empty"), aliases.Options{})
	assert.ErrorContains(t, err, "is no registry")
	_, err = aliases.Create(path("text"), aliases.Options{})
	assert.EqualError(t, err, path("text")+": is there already; choose another name or remove it")

	db, err := bolt.Open(path("other"), 0o600, nil)
	require.NoError(t, err)
	require.NoError(t, db.Close())
	_, err = aliases.Open(path("other"), aliases.Options{})
	assert.ErrorContains(t, err, "is a bbolt database, but no registry")
}

func TestOneProcessAtATime(t *testing.T) {
	r, path := created(t)
	add(t, r, "a", "Ann Lee")
	wait := aliases.Options{Wait: 50 * time.Millisecond}
	_, err := aliases.Open(path, wait)
	assert.ErrorIs(t, err, aliases.ErrInUse)
	assert.EqualError(t, err, path+": the registry is in use by another process; wait until that ends, or close it")
	require.NoError(t, r.Close())

	wait.ReadOnly = true
	one, err := aliases.Open(path, wait)
	require.NoError(t, err)
	two, err := aliases.Open(path, wait)
	require.NoError(t, err, "readers share")
	_, err = aliases.Open(path, aliases.Options{Wait: 50 * time.Millisecond})
	assert.ErrorIs(t, err, aliases.ErrInUse)
	_, err = one.Merge("a", "a", anna)
	assert.Error(t, err)
	_, err = one.Add(aliases.Entry{ID: "b", Names: []aliases.Alias{{Name: "Bea Lee"}}}, anna)
	assert.ErrorIs(t, err, aliases.ErrReadOnly)
	require.NoError(t, one.Close())
	require.NoError(t, one.Close(), "twice does no harm")
	require.NoError(t, two.Close())
	_, err = r.Add(aliases.Entry{ID: "b", Names: []aliases.Alias{{Name: "Bea Lee"}}}, anna)
	assert.ErrorIs(t, err, aliases.ErrClosed)
}

// filled makes a registry of several pages, with branches, and gives its bytes and what it tells.
func filled(t *testing.T) (file []byte, want string) {
	t.Helper()
	r, path := created(t)
	var csv strings.Builder
	csv.WriteString("id,name\n")
	for i := range 5000 {
		fmt.Fprintf(&csv, "q%d,Name%d Surname%d\n", i/3, i, i%100)
	}
	_, err := r.Import(context.Background(), aliases.CSV("people.csv", strings.NewReader(csv.String())), aliases.ImportOptions{})
	require.NoError(t, err)
	for i := range 60 {
		add(t, r, fmt.Sprint("more", i), strings.Repeat("Long ", 20)+fmt.Sprint(i))
	}
	_, err = r.Merge("q1", "q2", anna)
	require.NoError(t, err)
	r.Ready() // saves the index
	want = told(r) + found(r)
	require.NoError(t, r.Close())
	file, err = os.ReadFile(path)
	require.NoError(t, err)
	return file, want
}

// found is what look-ups tell.
func found(r *aliases.Registry) string {
	var b strings.Builder
	for _, name := range []string{"Nam7 Surnam7", "Surname99 Name4999", "Long Long 7"} {
		for _, m := range r.Lookup(name, 3) {
			fmt.Fprintln(&b, m.Entity.ID, m.Name, m.Probability)
		}
	}
	return b.String()
}

// opens writes a file, opens it, and wants either the truth or an error that says it is damaged.
func opens(t *testing.T, path string, file []byte, want, how string) (sound bool) {
	t.Helper()
	require.NoError(t, os.WriteFile(path, file, 0o600))
	r, err := aliases.Open(path, aliases.Options{})
	if err != nil {
		require.Contains(t, err.Error(), "damaged", how)
		return false
	}
	defer r.Close()
	require.Equal(t, want, told(r)+found(r), how)
	_, err = r.Add(aliases.Entry{ID: "after", Names: []aliases.Alias{{Name: "Ann Lee"}}}, anna)
	require.NoError(t, err, how)
	return true
}

func TestTruncatedFiles(t *testing.T) {
	file, want := filled(t)
	path := filepath.Join(t.TempDir(), "cut.ns")
	random := rand.New(rand.NewPCG(1, 2))
	refused := 0
	for range 40 {
		n := 1 + random.IntN(len(file)-1)
		if !opens(t, path, file[:n], want, fmt.Sprintf("cut to %d bytes", n)) {
			refused++
		}
	}
	assert.Greater(t, refused, 15, "what follows the last page in use may go")
}

func TestFlippedBits(t *testing.T) {
	file, want := filled(t)
	path := filepath.Join(t.TempDir(), "flipped.ns")
	random := rand.New(rand.NewPCG(3, 4))
	refused := 0
	flips := 200
	if testing.Short() {
		flips = 50
	}
	for i := range flips {
		broken := append([]byte(nil), file...)
		at := random.IntN(len(file))
		if i%2 == 0 { // where pages say what they are and where things stand
			at = at/4096*4096 + random.IntN(120)
		}
		bit := byte(1) << random.IntN(8)
		broken[at] ^= bit
		if !opens(t, path, broken, want, fmt.Sprintf("bit %b of byte %d", bit, at)) {
			refused++
		}
	}
	assert.Greater(t, refused, flips/8, "most of the file is in use")
}

// TestEveryBitOfTheHeads flips each bit that bbolt itself relies on most.
func TestEveryBitOfTheHeads(t *testing.T) {
	file, want := filled(t)
	path := filepath.Join(t.TempDir(), "flipped.ns")
	for page := range 2 {
		for at := 16; at < 80; at++ {
			broken := append([]byte(nil), file...)
			broken[page*os.Getpagesize()+at] ^= 1 << (at % 8)
			assert.False(t, opens(t, path, broken, want, "head"), "page %d, byte %d", page, at)
		}
	}
}

func TestZeroedPages(t *testing.T) {
	file, want := filled(t)
	path := filepath.Join(t.TempDir(), "zeroed.ns")
	for page := 0; (page+1)*4096 <= len(file); page += 1 + page/16 {
		broken := append([]byte(nil), file...)
		clear(broken[page*4096 : (page+1)*4096])
		opens(t, path, broken, want, fmt.Sprint("page ", page))
	}
}
