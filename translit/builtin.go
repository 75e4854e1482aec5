package translit

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
)

//go:embed rules/*.txt
var ruleFiles embed.FS

// builtin is the library of our own rules, read through the same door as a user's.
var builtin = sync.OnceValue(openBuiltin)

func openBuiltin() *Library {
	folder, err := fs.Sub(ruleFiles, "rules")
	if err != nil {
		panic(err) // the folder is embedded above
	}
	l, err := open(folder)
	if err != nil {
		panic(err)
	}
	return l
}

// Builtin gives the built-in table with a BCP 47 -t- id such as "ky-Latn-t-ky-m0-bgn"; CLDR's way of
// writing it, "und-Latn-t-ky-m0-bgn", will do as well. The rules are read at the first call, and only
// those.
// What a built-in file calls for some letters only, as Japanese calls its list of surnames for Han, is read when such a
// letter first comes.
func Builtin(id string) (*Table, error) { return builtin().Table(id) }

// MustBuiltin is Builtin for ids that are known to exist: it panics when they do not.
func MustBuiltin(id string) *Table {
	t, err := Builtin(id)
	if err != nil {
		panic(fmt.Sprintf("translit: %v", err))
	}
	return t
}

// IDs lists the ids of the built-in tables, sorted.
func IDs() []string { return builtin().IDs() }

// Heading is the line that says what a built-in table is: "Kyrgyz, BGN/PCGN romanization, …".
func Heading(id string) string { return builtin().Heading(id) }

// Parse reads a rule text in its forward direction; file is how errors and traces call it. The rules
// may call the built-in tables by id. All faulty lines are reported together.
func Parse(file, rules string) (*Table, error) { return builtin().Parse(file, rules) }

// Latin gives the built-in table that romanises s as names are customarily written. The hint is the
// language of s, or the id of a table, or empty; then the letters must tell, and if they do not, the
// likeliest language of the script is taken. It is nil when s is Latin already or no table is known.
func Latin(s, hint string) *Table {
	if strings.Contains(hint, "-t-") {
		if t, err := Builtin(hint); err == nil {
			return t
		}
	}
	guess := Detect(s)
	if t := romaniser(guess.Lang); t != nil && hint == "" {
		return t // as mostly
	}
	languages := scriptLanguages(guess.Script) // none for Latin, which needs no table
	if guess.Lang != "" {
		languages = append([]string{guess.Lang}, languages...)
	}
	if hint, _, _ = strings.Cut(hint, "-"); slices.Contains(languages, hint) {
		languages = append([]string{hint}, languages...)
	}
	for _, lang := range languages {
		if t := romaniser(lang); t != nil {
			return t
		}
	}
	return nil
}

var romanisers sync.Map // language → *Table, nil when there is none

// romaniser gives the table that names of a language are romanised by: the press's, or else BGN/PCGN's.
func romaniser(lang string) *Table {
	if t, ok := romanisers.Load(lang); ok {
		return t.(*Table)
	}
	var found *Table
	for _, system := range []string{"press", "bgn"} {
		if t, err := Builtin(lang + "-Latn-t-" + lang + "-m0-" + system); err == nil && found == nil {
			found = t
		}
	}
	romanisers.Store(lang, found)
	return found
}
