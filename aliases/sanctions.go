package aliases

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/namesake-go/namesake/internal/rows"
)

// OFAC reads the US Treasury's list of specially designated nationals in its CSV files: sdn.csv, which has the names,
// and alt.csv, which has the others; which of the two it is shows by the number of columns. Read sdn.csv first. The id is
// "ofac-" and the list's own number. (Columns as the Treasury's "SDN data specification" has them; -0- stands for
// nothing.)
func OFAC(file string, r io.Reader) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		table, err := rows.ReadHeadless(file, r, map[int][]string{
			12: {"id", "name", "type", "program", "title", "call sign", "vessel type", "tonnage", "gross tonnage", "flag", "owner", "remarks"},
			5:  {"id", "number", "quality", "name", "remarks"},
		})
		if err != nil {
			yield(Entry{}, err)
			return
		}
		for row, err := range table.All() {
			e := Entry{file: file, line: row.Line}
			if err == nil {
				e.ID, e.Names = "ofac-"+strings.TrimSpace(row.Get("id")), []Alias{{Name: row.Get("name"), Source: "OFAC SDN"}}
				switch {
				case !table.Has("type"):
				case said(row.Get("type")) == "individual":
					e.Kind = "person"
				case said(row.Get("type")) == "":
					e.Kind = "organisation"
				default:
					e.Kind = said(row.Get("type")) // vessel, aircraft
				}
				if strings.Contains(row.Get("remarks"), "weak") {
					e.Names[0].Confidence = weakAlias
				}
				if why := checkEntry(&e); why != nil {
					err = row.Refuse(why.Error())
				}
			}
			if !yield(e, err) {
				return
			}
		}
	}
}

// said is a field of the list, "" where it says nothing.
func said(field string) string {
	field = strings.TrimSpace(field)
	if field == "-0-" {
		return ""
	}
	return field
}

// unName is an individual or an entity of the UN list.
type unName struct {
	Reference string    `xml:"REFERENCE_NUMBER"`
	DataID    string    `xml:"DATAID"`
	First     string    `xml:"FIRST_NAME"`
	Second    string    `xml:"SECOND_NAME"`
	Third     string    `xml:"THIRD_NAME"`
	Fourth    string    `xml:"FOURTH_NAME"`
	Original  string    `xml:"NAME_ORIGINAL_SCRIPT"`
	Aliases   []unAlias `xml:"INDIVIDUAL_ALIAS"`
	Others    []unAlias `xml:"ENTITY_ALIAS"`
}

type unAlias struct {
	Quality string `xml:"QUALITY"`
	Name    string `xml:"ALIAS_NAME"`
}

// UN reads the Security Council's consolidated list in its XML. The id is the reference number (QDi.001). XML that is
// broken ends the reading.
func UN(file string, r io.Reader) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		d := xml.NewDecoder(r)
		count := 0
		for {
			line, _ := d.InputPos()
			token, err := d.Token()
			if err == io.EOF && count > 0 {
				return
			}
			if err != nil {
				yield(Entry{}, xmlError(file, d, err))
				return
			}
			start, ok := token.(xml.StartElement)
			if !ok || start.Name.Local != "INDIVIDUAL" && start.Name.Local != "ENTITY" {
				continue
			}
			var u unName
			if err := d.DecodeElement(&u, &start); err != nil {
				yield(Entry{}, xmlError(file, d, err))
				return
			}
			count++
			e := u.entry()
			e.file, e.line = file, line
			if start.Name.Local == "INDIVIDUAL" {
				e.Kind = "person"
			}
			if why := checkEntry(&e); why != nil {
				err = rows.Refused{File: file, Line: line, What: why.Error()}
			}
			if !yield(e, err) {
				return
			}
		}
	}
}

func xmlError(file string, d *xml.Decoder, err error) error {
	line, _ := d.InputPos()
	var syntax *xml.SyntaxError
	switch {
	case err == io.EOF:
		return fmt.Errorf("%s: has no INDIVIDUAL and no ENTITY; give the UN's consolidated list in XML", file)
	case errors.As(err, &syntax):
		return fmt.Errorf("%s:%d: the XML is broken: %s; fetch the list again", file, syntax.Line, syntax.Msg)
	}
	return fmt.Errorf("%s:%d: cannot be read: %w", file, line, err)
}

func (u *unName) entry() Entry {
	e := Entry{ID: strings.TrimSpace(u.Reference), Kind: "organisation"}
	if e.ID == "" {
		e.ID = strings.TrimSpace(u.DataID)
	}
	add := func(name string, confidence float64) {
		if name = strings.Join(strings.Fields(name), " "); name != "" {
			e.Names = append(e.Names, Alias{Name: name, Source: "UN", Confidence: confidence})
		}
	}
	add(strings.Join([]string{u.First, u.Second, u.Third, u.Fourth}, " "), 0)
	add(u.Original, 0)
	for _, a := range append(u.Aliases, u.Others...) {
		if strings.EqualFold(strings.TrimSpace(a.Quality), "low") {
			add(a.Name, weakAlias)
		} else {
			add(a.Name, 0)
		}
	}
	return e
}
