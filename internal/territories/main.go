// Territories writes names/rules/territories.txt: the countries of the world as the languages that names come in call
// them.
//
//	go run ./internal/territories > names/rules/territories.txt
//
// The names are those of the Unicode Common Locale Data Repository (CLDR) that golang.org/x/text carries. What CLDR
// lacks, such as older and half-official names, stands in names/rules/places.txt.
package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

const head = `# Territories: countries and dependencies as CLDR calls them in the languages that names come in.
#
# Source: Unicode Common Locale Data Repository (CLDR), release %s, territory names, by golang.org/x/text/language/display;
# written by go run ./internal/territories, not by hand. What CLDR lacks stands in places.txt.
# Licence: Unicode License v3, https://www.unicode.org/license.txt (permissive).
# Languages: %s.
# Deviations: without accents the same counts once; what stands in brackets or behind a comma is left out.
#
# Small letters, = joins the names of one place. Read by the same rules as places.txt.

[territories]
`

var languages = strings.Fields("en de fr es pt it nl sv pl cs hu ro tr id ru uk kk ky uz ar fa he zh zh-Hant ja ko")

func main() {
	if err := write(os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// cldr is the release that golang.org/x/text v0.43.0 carries; the package does not tell.
const cldr = "32"

func write(w io.Writer) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, head, cldr, strings.Join(languages, ", "))
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			region, err := language.ParseRegion(string([]rune{a, b}))
			if err == nil && region.IsCountry() && region.String() == string([]rune{a, b}) {
				if line := names(region); line != "" {
					fmt.Fprintf(out, "%s   # %s\n", line, region)
				}
			}
		}
	}
	return out.Flush()
}

// names joins what the languages call a region, the English name first.
func names(region language.Region) string {
	var all []string
	for _, l := range languages {
		namer := display.Regions(language.Make(l))
		if namer == nil {
			continue
		}
		name, _, _ := strings.Cut(strings.ToLower(namer.Name(region)), "(")
		name, _, _ = strings.Cut(name, ",")
		name = strings.TrimSpace(strings.NewReplacer("&", "and", "’", "'", "#", "").Replace(name))
		if name != "" && name != "unknown region" && !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	return strings.Join(all, " = ")
}
