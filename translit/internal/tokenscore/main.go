// Tokenscore romanises real name tokens and prints how often the result is a Latin spelling on record
// (accents and case apart), and how often it is within one edit of one, beside ICU's Any-Latin with
// CLDR's rules.
//
//	NAMESAKE_DATA=../shared/data go run ./translit/internal/tokenscore [-n 2000] [-show 0]
package main

import (
	"encoding/csv"
	"flag"
	"fmt"
	"os"
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
	cldr := flag.String("cldr", "/usr/share/unicode/cldr/common/transforms", "CLDR's transforms")
	flag.Parse()
	library, err := translit.Open(os.DirFS(*cldr))
	if err != nil {
		fail(err)
	}
	any, err := library.Table("Any-Latin")
	if err != nil {
		fail(err)
	}
	fmt.Printf("%-10s %17s %17s\n%-10s %8s %8s %8s %8s\n", "", "on record", "within one edit", "script", "translit", "ICU", "translit", "ICU")
	for _, s := range scripts {
		tokens, spellings, err := read(filepath.Join(os.Getenv("NAMESAKE_DATA"), "tokens_"+s.name+".csv"), *n)
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
			theirs.count(any.String(token), spellings[token])
		}
		share := func(k int) float64 { return float64(k) / float64(len(tokens)) }
		fmt.Printf("%-10s %8.3f %8.3f %8.3f %8.3f\n", s.name, share(ours.exact), share(theirs.exact), share(ours.near), share(theirs.near))
	}
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
		return nil, nil, fmt.Errorf("%w; set NAMESAKE_DATA to the folder of the evaluation data", err)
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
