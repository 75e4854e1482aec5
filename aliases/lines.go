package aliases

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/namesake-go/namesake/internal/rows"
)

// jsonLines reads entries from lines of JSON. read gives ok false for a line that is no entity and is passed over.
func jsonLines(file string, r io.Reader, read func(line string) (e Entry, ok bool, err error)) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		empty := true
		for line, err := range rows.Lines(file, r) {
			var e Entry
			ok := true
			if err == nil {
				empty = false
				if strings.TrimSpace(line.Text) == "" {
					continue
				}
				if e, ok, err = read(line.Text); err != nil {
					err = rows.Refused{File: file, Line: line.Number, What: jsonReason(err)}
				}
			} else if refused := (rows.Refused{}); !errors.As(err, &refused) {
				err = fmt.Errorf("%s: cannot be read: %w", file, err)
			}
			e.file, e.line = file, line.Number
			if ok || err != nil {
				if !yield(e, err) {
					return
				}
			}
		}
		if empty {
			yield(Entry{}, fmt.Errorf("%s: is empty; needs one JSON object a line", file))
		}
	}
}

// jsonReason says what is wrong with a line of JSON.
func jsonReason(err error) string {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Sprintf("no JSON at byte %d: %v; write one object a line", syntax.Offset, syntax)
	case errors.As(err, &kind):
		return fmt.Sprintf("%s is a %s; it must be %s", kind.Field, kind.Value, kind.Type)
	}
	return err.Error()
}

// A jsonEntity is an entity in JSONL, read and written.
type jsonEntity struct {
	ID    string      `json:"id"`
	Kind  string      `json:"kind,omitempty"`
	Name  string      `json:"name,omitempty"`
	Names []jsonAlias `json:"names,omitempty"`
	More  []jsonAlias `json:"aliases,omitempty"`
	Note  string      `json:"note,omitempty"`
	Notes []string    `json:"notes,omitempty"`
	Was   []string    `json:"was,omitempty"` // ids that mean it since they were merged into it
}

// A jsonAlias is a name: an object, or in what is read a plain string.
type jsonAlias struct {
	Name       string  `json:"name"`
	Lang       string  `json:"lang,omitempty"`
	Source     string  `json:"source,omitempty"`
	Confidence float64 `json:"confidence,omitempty"`
	Attached   bool    `json:"attached,omitempty"`
	By         string  `json:"by,omitempty"`
	When       string  `json:"when,omitempty"`
}

func (a *jsonAlias) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		return json.Unmarshal(b, &a.Name)
	}
	type plain jsonAlias
	return json.Unmarshal(b, (*plain)(a))
}

// JSONL reads entries from lines of JSON as Export writes them:
//
//	{"id":"japarov","kind":"person","names":[{"name":"Sadyr Japarov","lang":"en"},"Садыр Жапаров"],"notes":["..."]}
//
// A name may stand in "name" and others in "aliases" instead. What an export says of who put names on record, and of
// merged ids, is not read.
func JSONL(file string, r io.Reader) iter.Seq2[Entry, error] {
	return jsonLines(file, r, func(line string) (Entry, bool, error) {
		var j jsonEntity
		if err := json.Unmarshal([]byte(line), &j); err != nil {
			return Entry{}, true, err
		}
		if j.Note != "" {
			j.Notes = append(j.Notes, j.Note)
		}
		e := Entry{ID: j.ID, Kind: j.Kind, Note: strings.Join(j.Notes, "\n")}
		if j.Name != "" {
			e.Names = append(e.Names, Alias{Name: j.Name})
		}
		for _, a := range append(j.Names, j.More...) {
			e.Names = append(e.Names, Alias{Name: a.Name, Lang: a.Lang, Source: a.Source, Confidence: a.Confidence})
		}
		return e, true, checkEntry(&e)
	})
}

// weakAlias is the confidence of a name that a list calls a weak or low-quality alias.
const weakAlias = .5

// FollowTheMoney reads the entities of OpenSanctions' JSON lines (schema and properties as in followthemoney.tech) that
// have names.
func FollowTheMoney(file string, r io.Reader) iter.Seq2[Entry, error] {
	return jsonLines(file, r, func(line string) (Entry, bool, error) {
		var j struct {
			ID         string
			Schema     string
			Caption    string
			Datasets   []string
			Properties struct {
				Name, Alias, PreviousName, WeakAlias []string
			}
		}
		if err := json.Unmarshal([]byte(line), &j); err != nil {
			return Entry{}, true, err
		}
		p := &j.Properties
		if i := slices.Index(p.Name, j.Caption); i > 0 { // the name to show
			p.Name[0], p.Name[i] = p.Name[i], p.Name[0]
		}
		if len(p.Name)+len(p.Alias)+len(p.PreviousName)+len(p.WeakAlias) == 0 {
			return Entry{}, false, nil
		}
		e := Entry{ID: j.ID, Kind: kindOfSchema(j.Schema)}
		source := strings.Join(j.Datasets, " ")
		for _, name := range slices.Concat(p.Name, p.Alias, p.PreviousName) {
			e.Names = append(e.Names, Alias{Name: name, Source: source})
		}
		for _, name := range p.WeakAlias {
			e.Names = append(e.Names, Alias{Name: name, Source: source, Confidence: weakAlias})
		}
		return e, true, checkEntry(&e)
	})
}

func kindOfSchema(schema string) string {
	switch schema {
	case "Organization", "Company", "LegalEntity", "PublicBody":
		return "organisation"
	}
	return strings.ToLower(schema)
}

// Wikidata reads the labels and aliases of an entity dump (the JSON of dumps.wikimedia.org, one entity a line, unpacked),
// line by line, so that a dump of any size can be read. An instance of human (Q5) is a person. The English label is the
// canonical name if there is one.
func Wikidata(file string, r io.Reader) iter.Seq2[Entry, error] {
	type label struct{ Language, Value string }
	return jsonLines(file, r, func(line string) (Entry, bool, error) {
		line = strings.TrimSuffix(strings.TrimSpace(line), ",")
		if line == "[" || line == "]" {
			return Entry{}, false, nil
		}
		var j struct {
			ID      string
			Labels  map[string]label
			Aliases map[string][]label
			Claims  struct {
				P31 []struct {
					Mainsnak struct {
						Datavalue struct {
							Value struct{ ID string }
						}
					}
				}
			}
		}
		if err := json.Unmarshal([]byte(line), &j); err != nil {
			return Entry{}, true, err
		}
		e := Entry{ID: j.ID}
		for _, is := range j.Claims.P31 {
			if is.Mainsnak.Datavalue.Value.ID == "Q5" {
				e.Kind = "person"
			}
		}
		seen := map[string]bool{}
		add := func(l label) {
			if !seen[l.Value] && l.Value != "" {
				seen[l.Value] = true
				e.Names = append(e.Names, Alias{Name: l.Value, Lang: l.Language, Source: "Wikidata"})
			}
		}
		for _, lang := range languages(j.Labels) {
			add(j.Labels[lang])
		}
		for _, lang := range languages(j.Aliases) {
			for _, l := range j.Aliases[lang] {
				add(l)
			}
		}
		if len(e.Names) == 0 {
			return Entry{}, false, nil
		}
		return e, true, checkEntry(&e)
	})
}

// languages lists the keys, English first, then the name without a language, then the rest in order.
func languages[V any](m map[string]V) []string {
	var all []string
	for lang := range m {
		all = append(all, lang)
	}
	rank := func(lang string) int { return slices.Index([]string{"mul", "en"}, lang) }
	slices.SortFunc(all, func(a, b string) int {
		if x, y := rank(a), rank(b); x != y {
			return y - x
		}
		return strings.Compare(a, b)
	})
	return all
}
