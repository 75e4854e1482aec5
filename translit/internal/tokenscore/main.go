// Tokenscore romanises real name tokens and prints how often the result is a Latin spelling on record
// (accents and case apart), and how often it is within one edit of one, beside ICU's Any-Latin:
//
//	go run ./translit/internal/tokenscore [-n 2000] [-show 0] [-data FOLDER]
//
// The tokens are those of the evaluation data, tokens_*.csv in the folder NAMESAKE_DATA or, without it,
// ../shared/data. ICU is its own command uconv (Debian: icu-devtools); where that is not there, the table
// says so and has our columns alone.
package main

import (
	"cmp"
	"encoding/csv"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/agnivade/levenshtein"
	"golang.org/x/text/unicode/norm"

	"github.com/namesake-go/namesake/translit"
)

var scripts = []struct{ name, hint string }{
	{"arabic", "ar"}, {"chinese", "zh"}, {"hebrew", "he"}, {"katakana", "ja"}, {"korean", "ko"}, {"russian", "ru"},
}

func main() {
	n := flag.Int("n", 2000, "tokens of each script")
	show := flag.Int("show", 0, "misses to show of each script")
	data := flag.String("data", cmp.Or(os.Getenv("NAMESAKE_DATA"), "../shared/data"), "folder of the evaluation data")
	flag.Parse()
	_, err := exec.LookPath("uconv")
	withICU := err == nil
	if withICU {
		fmt.Printf("%-10s %26s %26s\n%-10s %8s %8s %8s %8s %8s %8s\n", "", "on record", "within one edit",
			"script", "translit", "ICU", "times", "translit", "ICU", "times")
	} else {
		fmt.Printf("uconv is not there; install the package icu-devtools to compare with ICU\n%-10s %9s %15s\n", "script", "on record", "within one edit")
	}
	for _, s := range scripts {
		tokens, spellings, err := read(filepath.Join(*data, "tokens_"+s.name+".csv"), *n)
		if err != nil {
			fail(err)
		}
		var ours, theirs score
		for _, token := range tokens {
			got := token
			if t := translit.Latin(token, s.hint); t != nil {
				got = t.String(token)
			}
			if !ours.count(got, spellings[token]) && ours.missed <= *show {
				fmt.Printf("    %s %s: %s\n", token, got, strings.Join(spellings[token], " "))
			}
		}
		share := func(k int) float64 { return float64(k) / float64(len(tokens)) }
		if !withICU {
			fmt.Printf("%-10s %9.3f %15.3f\n", s.name, share(ours.exact), share(ours.near))
			continue
		}
		latin, err := icu(tokens)
		if err != nil {
			fail(err)
		}
		for i, token := range tokens {
			theirs.count(latin[i], spellings[token])
		}
		times := func(a, b int) float64 { return float64(a) / float64(b) }
		fmt.Printf("%-10s %8.3f %8.3f %8.1f %8.3f %8.3f %8.1f\n", s.name, share(ours.exact), share(theirs.exact), times(ours.exact, theirs.exact),
			share(ours.near), share(theirs.near), times(ours.near, theirs.near))
	}
}

// icu romanises tokens by ICU's Any-Latin, a line for a line.
func icu(tokens []string) ([]string, error) {
	c := exec.Command("uconv", "-f", "UTF-8", "-t", "UTF-8", "-x", "Any-Latin")
	c.Stdin, c.Stderr = strings.NewReader(strings.Join(tokens, "\n")+"\n"), os.Stderr
	out, err := c.Output()
	if err != nil {
		return nil, fmt.Errorf("uconv: %w", err)
	}
	lines := strings.Split(strings.TrimSuffix(string(out), "\n"), "\n")
	if len(lines) != len(tokens) {
		return nil, fmt.Errorf("uconv gave %d lines for %d", len(lines), len(tokens))
	}
	return lines, nil
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "tokenscore:", err)
	os.Exit(2)
}

type score struct{ exact, near, missed int }

// count adds a romanisation and tells whether it is within one edit of a spelling on record.
func (s *score) count(got string, spellings []string) bool {
	best := 9
	for _, want := range spellings {
		best = min(best, levenshtein.ComputeDistance(fold(got), want))
	}
	if best == 0 {
		s.exact++
	}
	if best <= 1 {
		s.near++
	} else {
		s.missed++
	}
	return best <= 1
}

// read gives n different tokens, spread over the file, and the folded spellings of every token.
func read(file string, n int) (tokens []string, spellings map[string][]string, err error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, nil, fmt.Errorf("%w; give the folder of the evaluation data with -data", err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, nil, err
	}
	spellings = map[string][]string{}
	var all []string
	for _, row := range rows[1:] {
		latin, native := row[0], row[1]
		if spellings[native] == nil {
			all = append(all, native)
		}
		spellings[native] = append(spellings[native], fold(latin))
	}
	for i := 0; i < n && i < len(all); i++ {
		tokens = append(tokens, all[i*len(all)/n])
	}
	return tokens, spellings, nil
}

// fold takes case, accents and everything but letters away.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) || unicode.Is(unicode.Lm, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(s))
}
