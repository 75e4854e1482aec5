package aliases

import (
	"context"
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/namesake-go/namesake/internal/rows"
)

// CSV reads entries from CSV with the columns id and name. More names of an entity stand in columns whose name begins
// with alias, in rows that repeat the id, or both; the first name is the canonical one. The columns kind, note, source,
// lang and confidence are read if they are there.
//
//	id,name,alias,alias2
//	jeenbekov,Sooronbay Jeenbekov,Сооронбай Жээнбеков,Surunbai Jinbekov
//	japarov,Sadyr Japarov,,
//	japarov,Садыр Жапаров,,
//
// file is only for messages. In the place of a row that cannot be read stands an error, "file:line: what; what to do".
func CSV(file string, r io.Reader) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		table, err := rows.ReadTable(file, r)
		if err == nil {
			err = table.Need("id", "name")
		}
		if err != nil {
			yield(Entry{}, err)
			return
		}
		columns := []string{"name"}
		for _, h := range table.Header {
			if strings.HasPrefix(strings.ToLower(h), "alias") {
				columns = append(columns, h)
			}
		}
		var e Entry // rows of one entity that follow each other
		for row, err := range table.All() {
			var next Entry
			if err == nil {
				next, err = entryOfRow(row, columns)
			}
			if err != nil {
				if !yield(Entry{}, err) {
					return
				}
				continue
			}
			if next.ID == e.ID && (next.Kind == "" || next.Kind == e.Kind) && (next.Note == "" || next.Note == e.Note) && len(e.Names) < batch {
				e.Names, e.line = append(e.Names, next.Names...), next.line
				continue
			}
			if e.ID != "" && !yield(e, nil) {
				return
			}
			e = next
		}
		if e.ID != "" {
			yield(e, nil)
		}
	}
}

func entryOfRow(row rows.Row, columns []string) (Entry, error) {
	e := Entry{ID: strings.TrimSpace(row.Get("id")), Kind: row.Get("kind"), Note: row.Get("note"), line: row.Line}
	if e.ID == "" {
		return e, row.Refuse("the id is empty; give each entity an id")
	}
	a := Alias{Lang: row.Get("lang"), Source: row.Get("source")}
	if text := row.Get("confidence"); text != "" {
		var err error
		if a.Confidence, err = strconv.ParseFloat(text, 64); err != nil || !(a.Confidence >= 0 && a.Confidence <= 1) {
			return e, row.Refuse(fmt.Sprintf("the confidence %q is no share; write a number from 0 to 1", text))
		}
	}
	for _, c := range columns {
		a.Name = strings.TrimSpace(row.Get(c))
		if a.Name == "" {
			continue
		}
		if why := rows.Unusable(a.Name); why != "" {
			return e, row.Refuse(why)
		}
		e.Names = append(e.Names, a)
	}
	if len(e.Names) == 0 {
		return e, row.Refuse(rows.Unusable(""))
	}
	return e, nil
}

// ReadCSV reads a registry into memory from CSV as [CSV] describes it. Rows that cannot be read are left out: the registry
// of the others comes with an error that joins theirs. The registry is nil when the input cannot be used at all.
func ReadCSV(file string, r io.Reader) (*Registry, error) {
	reg := New(Options{})
	done, err := reg.Import(context.Background(), CSV(file, r), ImportOptions{})
	if err != nil && done.Entries == 0 && done.Refused == 0 {
		return nil, err
	}
	return reg, err
}

// OpenRefine reads what a table was reconciled to in OpenRefine: CSV with the columns name, what the cell says, and id,
// what it was matched to (cell.recon.match.id; match_id and recon_id are read too). The columns judgment
// (cell.recon.judgment) and score (0 to 100) are read if they are there: then only cells that are "matched" count. Rows
// without an id are passed over.
func OpenRefine(file string, r io.Reader) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		table, err := rows.ReadTable(file, r)
		id := ""
		if err == nil {
			for _, column := range []string{"id", "match_id", "match id", "recon_id", "recon.match.id", "cell.recon.match.id"} {
				if id == "" && table.Has(column) {
					id = column
				}
			}
			err = table.Need("name")
			if err == nil && id == "" {
				err = table.Need("id")
			}
		}
		if err != nil {
			yield(Entry{}, err)
			return
		}
		for row, err := range table.All() {
			var e Entry
			if err == nil {
				e, err = entryOfMatch(row, strings.TrimSpace(row.Get(id)))
			}
			if err == nil && e.ID == "" {
				continue
			}
			if !yield(e, err) {
				return
			}
		}
	}
}

func entryOfMatch(row rows.Row, id string) (Entry, error) {
	judgment := row.Get("judgment") + row.Get("judgement") + row.Get("cell.recon.judgment")
	if id == "" || judgment != "" && !slices.Contains([]string{"matched", "match", "true"}, strings.ToLower(judgment)) {
		return Entry{}, nil
	}
	name, err := row.Name("name")
	if err != nil {
		return Entry{}, err
	}
	a := Alias{Name: name, Source: "OpenRefine"}
	if text := row.Get("score"); text != "" {
		score, err := strconv.ParseFloat(text, 64)
		if err != nil || score < 0 {
			return Entry{}, row.Refuse(fmt.Sprintf("the score %q is no number; write 0 to 100", text))
		}
		a.Confidence = min(score/100, 1)
	}
	return Entry{ID: id, Names: []Alias{a}, line: row.Line}, nil
}
