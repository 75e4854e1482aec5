package translit_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namesake-go/namesake/translit"
)

// Names a line, about 1 MB.
var cyrillicLines = strings.Repeat("Никита Сергеевич Хрущёв\nБорис Ельцин\nЩербаков Пётр Алексеевич\nСооронбай Жээнбеков\nСадыр Жапаров\nАлмазбек Атамбаев\n", 4000)

func BenchmarkAppend(b *testing.B) {
	for _, id := range []string{"ru-Latn-t-ru-m0-bgn", "ru-Latn-t-ru-m0-press", "ky-Latn-t-ky-m0-press", "uk-Latn-t-uk-m0-bgn"} {
		b.Run(id, func(b *testing.B) { benchmark(b, translit.MustBuiltin(id), cyrillicLines) })
	}
	b.Run("ar-Latn-t-ar-m0-press", func(b *testing.B) {
		benchmark(b, translit.MustBuiltin("ar-Latn-t-ar-m0-press"), strings.Repeat("محمد بن سلمان القذافي\nسورونباي جينبيكوف\n", 8000))
	})
}

// BenchmarkAppendTokens has a different name on each line, of every nation that Russian writes of.
func BenchmarkAppendTokens(b *testing.B) {
	lines := russianTokens(b)
	for _, id := range russianTables {
		b.Run(id, func(b *testing.B) { benchmark(b, translit.MustBuiltin(id), lines) })
	}
}

// BenchmarkToken is one name in a buffer that is used again.
func BenchmarkToken(b *testing.B) {
	benchmark(b, translit.MustBuiltin("ky-Latn-t-ky-m0-press"), "Сооронбай Жээнбеков")
}

func benchmark(b *testing.B, table *translit.Table, text string) {
	buf := table.Append(nil, text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		buf = table.Append(buf[:0], text)
	}
}

var russianTables = []string{"ru-Latn-t-ru-m0-press", "ru-Latn-t-ru-m0-bgn"}

// russianTokens are the native tokens of the evaluation data, one a line.
func russianTokens(b *testing.B) string {
	folder := os.Getenv("NAMESAKE_DATA")
	if folder == "" {
		b.Skip("set NAMESAKE_DATA to the folder of the evaluation data")
	}
	file, err := os.Open(filepath.Join(folder, "tokens_russian.csv"))
	require.NoError(b, err)
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	require.NoError(b, err)
	var lines strings.Builder
	for _, row := range rows[1:] {
		lines.WriteString(row[1] + "\n")
	}
	return lines.String()
}

// BenchmarkBesideUconv romanises the lines ten times in a process of its own, and gives ICU's command the same lines with
// CLDR's rules. It counts the processor's time, start and loading included, not the clock's: another program that runs at
// the same time changes little. The aim is 20 MB a second and ten times uconv.
func BenchmarkBesideUconv(b *testing.B) {
	if _, err := exec.LookPath("uconv"); err != nil {
		b.Skip("uconv is not there; install the package icu-devtools to compare")
	}
	for _, id := range []string{"ru-Latn-t-ru-m0-press", "ru-Latn-t-ru-m0-bgn", "ky-Latn-t-ky-m0-press", "uk-Latn-t-uk-m0-bgn"} {
		b.Run(id, func(b *testing.B) { besideUconv(b, id, cyrillicLines) })
	}
	for _, id := range russianTables {
		b.Run("tokens/"+id, func(b *testing.B) { besideUconv(b, id, russianTokens(b)) })
	}
}

func besideUconv(b *testing.B, id, lines string) {
	file := filepath.Join(b.TempDir(), "lines.txt")
	require.NoError(b, os.WriteFile(file, []byte(lines), 0o600))
	text := strings.Repeat(lines, 10)
	var ours, theirs time.Duration
	for b.Loop() {
		cmd := exec.Command(os.Args[0], "-test.run=^TestRomaniseLines$")
		cmd.Env = append(os.Environ(), "TRANSLIT_LINES="+id+" "+file)
		ours += processorTime(b, cmd)
		cmd = exec.Command("uconv", "-f", "UTF-8", "-t", "UTF-8", "-x", "Russian-Latin/BGN")
		cmd.Stdin = strings.NewReader(text)
		theirs += processorTime(b, cmd)
	}
	megabytes := float64(b.N*len(text)) / 1e6
	b.ReportMetric(megabytes/ours.Seconds(), "MB/s")
	b.ReportMetric(megabytes/theirs.Seconds(), "uconv-MB/s")
	b.ReportMetric(theirs.Seconds()/ours.Seconds(), "times")
}

func processorTime(b *testing.B, cmd *exec.Cmd) time.Duration {
	require.NoError(b, cmd.Run())
	return cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
}

// TestRomaniseLines is the process of BenchmarkBesideUconv.
func TestRomaniseLines(t *testing.T) {
	id, lines, rounds := "ru-Latn-t-ru-m0-press", cyrillicLines, 1
	if child, file, ok := strings.Cut(os.Getenv("TRANSLIT_LINES"), " "); ok {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		id, lines, rounds = child, string(text), 10
	}
	table := translit.MustBuiltin(id)
	out := make([]byte, 0, 2*len(lines))
	for range rounds {
		out = table.Append(out[:0], lines)
	}
	assert.Equal(t, strings.Count(lines, "\n"), bytes.Count(out, []byte("\n")))
	assert.NotRegexp(t, `\p{Cyrillic}`, string(out[:1000]))
}

// BenchmarkLatin finds the table of one name.
func BenchmarkLatin(b *testing.B) {
	for b.Loop() {
		translit.Latin("Сооронбай Жээнбеков", "")
	}
}

// firstNames are what BenchmarkLoad begins with, one a table.
var firstNames = []struct{ id, name string }{
	{"ru-Latn-t-ru-m0-press", "Никита Хрущёв"},
	{"ar-Latn-t-ar-m0-press", "محمد القذافي"},
	{"he-Latn-t-he-m0-press", "בנימין נתניהו"},
	{"hi-Latn-t-hi-m0-press", "नरेन्द्र मोदी"},
	{"ko-Latn-t-ko-m0-press", "김정은"},
	{"ja-Latn-t-ja-m0-press", "ジョン・スミス"},
	{"ja-Latn-t-ja-m0-press", "長谷川健太"}, // for which the lists of surnames and readings are read
	{"zh-Latn-t-zh-m0-press", "习近平"},
}

// BenchmarkLoad lists the built-in tables, reads and compiles a language's rules and those they call, and romanises a
// name, as the first call in a program does. The aim is less than 5 ms.
func BenchmarkLoad(b *testing.B) {
	for _, first := range firstNames {
		b.Run(first.id+"/"+first.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				t, err := translit.OpenBuiltin().Table(first.id)
				require.NoError(b, err)
				t.String(first.name)
			}
		})
	}
}

// BenchmarkColdLoad is BenchmarkLoad in a process of its own each time, where no property of Unicode has been asked for
// and no memory is at hand. The time that counts is the metric ms/load: the process's start is not in it.
func BenchmarkColdLoad(b *testing.B) {
	for _, first := range firstNames {
		b.Run(first.id+"/"+first.name, func(b *testing.B) {
			var total time.Duration
			for b.Loop() {
				cmd := exec.Command(os.Args[0], "-test.run=^TestLoadOnce$", "-test.v")
				cmd.Env = append(os.Environ(), "TRANSLIT_LOAD_ONCE="+first.id+" "+first.name)
				out, err := cmd.Output()
				require.NoError(b, err)
				_, took, _ := strings.Cut(string(out), "took ")
				took, _, _ = strings.Cut(took, "\n")
				once, err := time.ParseDuration(took)
				require.NoError(b, err, string(out))
				total += once
			}
			b.ReportMetric(float64(total.Microseconds())/1000/float64(b.N), "ms/load")
		})
	}
}

// TestLoadOnce is the process of BenchmarkColdLoad; alone it sees that such names come out in Latin letters.
func TestLoadOnce(t *testing.T) {
	id, name, _ := strings.Cut(os.Getenv("TRANSLIT_LOAD_ONCE"), " ")
	if id == "" {
		id, name = firstNames[0].id, firstNames[0].name
	}
	start := time.Now()
	latin := translit.MustBuiltin(id).String(name)
	fmt.Println("took", time.Since(start))
	assert.Regexp(t, `^[A-Za-z -]+$`, latin)
}

// A token into a buffer that has room costs no allocation.
func TestAppendAllocatesNothing(t *testing.T) {
	if raceDetector {
		t.Skip("the race detector empties pools at random")
	}
	for _, id := range translit.IDs() {
		table := translit.MustBuiltin(id)
		buf := make([]byte, 0, 256)
		n := testing.AllocsPerRun(200, func() { buf = table.Append(buf[:0], "Сооронбай Жээнбеков محمد بن سلمان") })
		assert.Less(t, n, 1.0, id) // the pool may be emptied once in a while
	}
}
