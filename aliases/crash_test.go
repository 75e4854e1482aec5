package aliases_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namesake-go/namesake/aliases"
	"github.com/namesake-go/namesake/names"
)

// crashFile is set in the process that is to be killed.
const crashFile = "NAMESAKE_TEST_CRASH_FILE"

func TestMain(m *testing.M) {
	if path := os.Getenv(crashFile); path != "" {
		write(path)
		return
	}
	os.Exit(m.Run())
}

// write changes the registry from four goroutines until it is killed, and prints each change when it is acknowledged.
func write(path string) {
	r, err := aliases.Open(path, aliases.Options{Wait: 10 * time.Second})
	if err != nil {
		fmt.Println("cannot open:", err)
		return
	}
	var mu sync.Mutex
	acknowledge := func(c aliases.Change, err error) {
		if err == nil && c.Number > 0 {
			mu.Lock()
			fmt.Printf("%d\t%v\n", c.Number, c)
			mu.Unlock()
		}
	}
	var wait sync.WaitGroup
	wait.Go(r.Ready) // saves the index
	for range 4 {
		wait.Go(func() {
			for {
				id := func() string { return fmt.Sprint("e", rand.IntN(300)) }
				tag := rand.Uint32()
				switch rand.IntN(6) {
				case 0, 1:
					acknowledge(r.Add(aliases.Entry{ID: fmt.Sprint("t", tag), Names: []aliases.Alias{
						{Name: fmt.Sprint("One ", tag)}, {Name: fmt.Sprint("Two ", tag)}, {Name: fmt.Sprint("Three ", tag)}}}, anna))
				case 2:
					acknowledge(r.Merge(id(), id(), anna))
				case 3:
					acknowledge(r.Split(id(), fmt.Sprint("Name ", rand.IntN(900)), "", anna))
				case 4:
					acknowledge(r.Undo(1+rand.IntN(200), anna))
				case 5:
					in, err := r.Import(context.Background(), aliases.CSV("list.csv", strings.NewReader(fmt.Sprintf(
						"id,name\nt%d,One %d\nt%d,Two %d\nt%d,%s\n", tag, tag, tag, tag, tag, strings.Repeat("Long ", 150)))), aliases.ImportOptions{Whole: true})
					acknowledge(aliases.Change{Number: in.Last, Op: aliases.OpImport, Added: in.Names}, err)
				}
			}
		})
	}
	wait.Wait()
}

// TestNothingAcknowledgedIsLost kills a process that writes, again and again, and reads the file each time: every change
// that was acknowledged is there, as it was told, and none is there in part. NAMESAKE_TEST_KILLS says how often.
func TestNothingAcknowledgedIsLost(t *testing.T) {
	kills := 40
	if n, err := strconv.Atoi(os.Getenv("NAMESAKE_TEST_KILLS")); err == nil {
		kills = n
	}
	path := filepath.Join(t.TempDir(), "people.ns")
	r, err := aliases.Create(path, aliases.Options{})
	require.NoError(t, err)
	for i := range 300 {
		add(t, r, fmt.Sprint("e", i), fmt.Sprint("Name ", 3*i), fmt.Sprint("Name ", 3*i+1), fmt.Sprint("Name ", 3*i+2))
	}
	require.NoError(t, r.Close())
	random := rand.New(rand.NewPCG(5, 6))
	acknowledged := map[int]string{}
	for kill := range kills {
		c := exec.Command(os.Args[0])
		c.Env = append(os.Environ(), crashFile+"="+path)
		out, err := c.StdoutPipe()
		require.NoError(t, err)
		require.NoError(t, c.Start())
		heard := bufio.NewReader(out)
		line, err := heard.ReadString('\n') // it has begun
		require.NoError(t, err)
		time.AfterFunc(time.Duration(random.Int64N(int64(40*time.Millisecond))), func() { c.Process.Kill() })
		rest, _ := io.ReadAll(heard)
		c.Wait()
		for told := range strings.Lines(line + string(rest)) {
			number, text, _ := strings.Cut(strings.TrimSuffix(told, "\n"), "\t")
			n, err := strconv.Atoi(number)
			require.NoError(t, err, told)
			if strings.HasSuffix(told, "\n") {
				acknowledged[n] = text
			}
		}
		r, err := aliases.Open(path, aliases.Options{ReadOnly: true, Wait: 10 * time.Second})
		require.NoError(t, err, "after kill %d", kill)
		there := 0
		for c := range r.History("") {
			if text, ok := acknowledged[c.Number]; ok {
				require.Equal(t, text, c.String(), "change %d after kill %d", c.Number, kill)
				there++
			}
			if strings.HasPrefix(c.Entity, "t") && c.Op == aliases.OpAdd {
				require.Equal(t, 3, c.Added, "half of change %d", c.Number)
			}
		}
		require.Len(t, acknowledged, there, "lost after kill %d", kill)
		require.NoError(t, r.Close())
	}
	t.Logf("%d kills, %d changes acknowledged, none lost", kills, len(acknowledged))
	assert.Greater(t, len(acknowledged), kills)
}

// TestManyResolveWhileOneEdits is for the race detector.
func TestManyResolveWhileOneEdits(t *testing.T) {
	r, path := created(t)
	for i := range 40 {
		add(t, r, fmt.Sprint("e", i), fmt.Sprint("Petrov Ivan", string(rune('a'+i%26))), fmt.Sprint("Ivanov Sergei", string(rune('a'+i%26))))
	}
	ctx := context.Background()
	var wait sync.WaitGroup
	ids := make([]map[string]string, 8)
	for g := range 8 {
		ids[g] = map[string]string{}
		wait.Go(func() {
			for i := range 60 {
				name := fmt.Sprintf("%s %s", []string{"Ivan", "Boris", "Olga", "Tomas"}[i%4], []string{"Petrova", "Quist", "Zorin", "Lemke", "Abel"}[i%5])
				answer, err := r.Resolve(ctx, names.Mention{Name: name})
				assert.NoError(t, err)
				if answer.Outcome != aliases.InReview {
					ids[g][name] = answer.Entity.ID
				}
				r.Lookup(name, 3)
				r.ByName(name)
			}
		})
	}
	wait.Go(func() {
		for i := range 40 {
			r.Merge(fmt.Sprint("e", i), fmt.Sprint("e", (i*7)%40), anna)
			r.Split(fmt.Sprint("e", i), fmt.Sprint("Ivanov Sergei", string(rune('a'+i%26))), "", anna)
			r.Undo(40+i, anna)
		}
	})
	wait.Wait()
	opened := map[string]int{}
	for c := range r.History("") {
		if c.Op == aliases.OpOpen && c.UndoneBy == 0 {
			opened[c.Name]++
		}
	}
	for name, n := range opened {
		assert.Equal(t, 1, n, "%s was opened %d times", name, n)
	}
	want := told(r)
	require.NoError(t, r.Close())
	again, err := aliases.Open(path, aliases.Options{})
	require.NoError(t, err)
	defer again.Close()
	assert.Equal(t, want, told(again))
}
