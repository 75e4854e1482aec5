package aliases

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"
	"strings"
	"time"
)

// ExportCSV writes one row a name, the canonical one of each entity first; [CSV] reads it back.
func (r *Registry) ExportCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	if err := out.Write([]string{"id", "name", "kind", "lang", "source", "confidence", "attached", "by", "when", "note"}); err != nil {
		return err
	}
	for e := range r.All() {
		for i, a := range e.Names {
			confidence, attached, note := "", "", ""
			if a.Confidence > 0 {
				confidence = strconv.FormatFloat(a.Confidence, 'f', -1, 32)
			}
			if a.Attached {
				attached = "attached"
			}
			if i == 0 {
				note = strings.Join(e.Notes, "\n")
			}
			if err := out.Write([]string{e.ID, a.Name, e.Kind, a.Lang, a.Source, confidence, attached, a.By, a.When.Format(time.RFC3339), note}); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

// ExportJSONL writes one entity a line; [JSONL] reads it back.
func (r *Registry) ExportJSONL(w io.Writer) error {
	was := map[string][]string{}
	for old, now := range r.Redirects() {
		was[now] = append(was[now], old)
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	for e := range r.All() {
		j := jsonEntity{ID: e.ID, Kind: e.Kind, Notes: e.Notes, Was: was[e.ID]}
		for _, a := range e.Names {
			j.Names = append(j.Names, jsonAlias{Name: a.Name, Lang: a.Lang, Source: a.Source, Confidence: float64(float32(a.Confidence)),
				Attached: a.Attached, By: a.By, When: a.When.Format(time.RFC3339)})
		}
		if err := out.Encode(j); err != nil {
			return err
		}
	}
	return nil
}
