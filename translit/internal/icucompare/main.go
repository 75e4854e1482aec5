// Icucompare transliterates real name tokens with CLDR's rules, by package translit and by ICU, and
// reports where they differ, and how fast translit and ICU's uconv were.
//
//	NAMESAKE_DATA=../shared/data go run ./translit/internal/icucompare [-n 10000] [-show 5] [ICU-ID FILE COLUMN]
//
// It needs the Debian packages unicode-cldr-core (the rules), icu-devtools (uconv) and python3, which
// calls ICU's library for the comparison: see oracle.py.
package main

import (
	"bytes"
	_ "embed"
	"encoding/csv"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/namesake-go/namesake/translit"
)

//go:embed oracle.py
var oracle string

// A run is a transform and the tokens to try it on.
type run struct{ id, file, column string }

var runs = []run{
	{"Cyrillic-Latin", "tokens_russian.csv", "native"},
	{"Russian-Latin/BGN", "tokens_russian.csv", "native"},
	{"ru-ja", "tokens_russian.csv", "native"},
	{"Arabic-Latin", "tokens_arabic.csv", "native"},
	{"Arabic-Latin/BGN", "tokens_arabic.csv", "native"},
	{"Hebrew-Latin", "tokens_hebrew.csv", "native"},
	{"Hebrew-Latin/BGN", "tokens_hebrew.csv", "native"},
	{"Hangul-Latin", "tokens_korean.csv", "native"},
	{"Korean-Latin/BGN", "tokens_korean.csv", "native"},
	{"Katakana-Latin", "tokens_katakana.csv", "native"},
	{"Katakana-Latin/BGN", "tokens_katakana.csv", "native"},
	{"Han-Latin", "tokens_chinese.csv", "native"},
	{"Simplified-Traditional", "tokens_chinese.csv", "native"},
	{"Any-Latin", "tokens_chinese.csv", "native"},
	{"Latin-ASCII", "tokens_hebrew.csv", "latin"},
	{"Latin-Cyrillic", "tokens_russian.csv", "latin"},
	{"Latin-Greek", "tokens_russian.csv", "latin"},
	{"Latin-Arabic", "tokens_arabic.csv", "latin"},
	{"Latin-Hebrew", "tokens_hebrew.csv", "latin"},
	{"Latin-Katakana", "tokens_katakana.csv", "latin"},
	{"Latin-Hangul", "tokens_korean.csv", "latin"},
	{"Latin-Devanagari", "tokens_korean.csv", "latin"},
	{"Any-Title", "tokens_korean.csv", "latin"},
	{"Any-Upper", "tokens_korean.csv", "latin"},
}

func main() {
	n := flag.Int("n", 10_000, "tokens of each file")
	show := flag.Int("show", 3, "differences to show of each run")
	cldr := flag.String("cldr", "/usr/share/unicode/cldr/common/transforms", "CLDR's transforms")
	flag.Parse()
	if args := flag.Args(); len(args) == 3 {
		runs = []run{{args[0], args[1], args[2]}}
	}
	library, err := translit.Open(os.DirFS(*cldr))
	if err != nil {
		fail(err)
	}
	fmt.Printf("%-24s %8s %8s %9s %9s\n", "transform", "tokens", "differ", "MB/s", "ICU MB/s")
	for _, r := range runs {
		if err := compare(library, r, *n, *show); err != nil {
			fail(fmt.Errorf("%s: %w", r.id, err))
		}
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "icucompare:", err)
	os.Exit(2)
}

func compare(library *translit.Library, r run, n, show int) error {
	tokens, err := read(filepath.Join(os.Getenv("NAMESAKE_DATA"), r.file), r.column, n)
	if err != nil {
		return err
	}
	table, err := library.Table(r.id)
	if err != nil {
		return err
	}
	text := strings.Join(tokens, "\n") + "\n"
	ours := table.Append(nil, text)
	theirs, err := filter(text, "python3", "-c", oracle, r.id)
	if err != nil {
		return err
	}
	long := strings.Repeat(text, 1+500_000/len(text))
	start := time.Now()
	table.Append(nil, long)
	ourTime := time.Since(start)
	theirTime, err := timeUconv(r.id, long)
	if err != nil {
		return err
	}
	ourLines, theirLines := strings.Split(string(ours), "\n"), strings.Split(string(theirs), "\n")
	if len(ourLines) != len(theirLines) {
		return fmt.Errorf("%d lines, of ICU %d", len(ourLines), len(theirLines))
	}
	var differ []string
	for i := range tokens {
		if ourLines[i] != theirLines[i] {
			differ = append(differ, fmt.Sprintf("    %q: %q, ICU %q", tokens[i], ourLines[i], theirLines[i]))
		}
	}
	speed := func(d time.Duration) float64 { return float64(len(long)) / 1e6 / d.Seconds() }
	fmt.Printf("%-24s %8d %8d %9.1f %9.1f\n", r.id, len(tokens), len(differ), speed(ourTime), speed(theirTime))
	for _, line := range differ[:min(show, len(differ))] {
		fmt.Println(line)
	}
	return nil
}

// timeUconv times ICU's command on the text, without its start.
func timeUconv(id, text string) (time.Duration, error) {
	var spent [2]time.Duration
	for i, text := range []string{"\n", text} {
		start := time.Now()
		if _, err := filter(text, "uconv", "-f", "UTF-8", "-t", "UTF-8", "-x", id); err != nil {
			return 0, err
		}
		spent[i] = time.Since(start)
	}
	return spent[1] - spent[0], nil
}

func filter(text, name string, args ...string) ([]byte, error) {
	cmd := exec.Command(name, args...)
	cmd.Stdin = strings.NewReader(text)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w: %s", name, err, stderr.String())
	}
	return out, nil
}

// read gives the first n different tokens of a column.
func read(file, column string, n int) ([]string, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("%w; set NAMESAKE_DATA to the folder of the evaluation data", err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, err
	}
	at := map[string]int{"latin": 0, "native": 1}[column]
	seen := map[string]bool{}
	var tokens []string
	for _, row := range rows[1:] {
		if token := row[at]; !seen[token] && len(tokens) < n {
			seen[token] = true
			tokens = append(tokens, token)
		}
	}
	return tokens, nil
}
