package aliases

import (
	"errors"
	"io"
	"strings"

	"github.com/namesake-go/namesake/internal/rows"
	"github.com/namesake-go/namesake/names"
)

// ReadCSV reads a registry from CSV with the columns id and name. More names of an entity stand in
// columns whose name begins with alias, in rows that repeat the id, or both; the first name is the
// canonical one. The columns source and lang are kept with each name of their row.
//
//	id,name,alias,alias2
//	jeenbekov,Sooronbay Jeenbekov,Сооронбай Жээнбеков,Surunbai Jinbekov
//	japarov,Sadyr Japarov,,
//	japarov,Садыр Жапаров,,
//
// file is only for messages. Rows that cannot be read are left out: the registry of the others comes
// with an error that joins theirs, each "file:line: what; what to do". The registry is nil when the
// input cannot be used at all.
func ReadCSV(file string, r io.Reader) (*Registry, error) {
	table, err := rows.ReadTable(file, r)
	if err != nil {
		return nil, err
	}
	if err := table.Need("id", "name"); err != nil {
		return nil, err
	}
	columns := []string{"name"}
	for _, h := range table.Header {
		if strings.HasPrefix(strings.ToLower(h), "alias") {
			columns = append(columns, h)
		}
	}
	reg := &Registry{byID: map[string]int{}, byName: map[string][]int{}, matcher: names.New(names.Options{})}
	var refused []error
	for row, err := range table.All() {
		if err == nil {
			err = reg.addRow(row, columns)
		}
		if err != nil {
			refused = append(refused, err)
		}
	}
	return reg, errors.Join(refused...)
}

func (r *Registry) addRow(row rows.Row, columns []string) error {
	id := strings.TrimSpace(row.Get("id"))
	if id == "" {
		return row.Refuse("the id is empty; give each entity an id")
	}
	var spellings []string
	for _, c := range columns {
		n := strings.TrimSpace(row.Get(c))
		if n == "" {
			continue
		}
		if why := rows.Unusable(n); why != "" {
			return row.Refuse(why)
		}
		spellings = append(spellings, n)
	}
	if len(spellings) == 0 {
		return row.Refuse(rows.Unusable(""))
	}
	for _, n := range spellings {
		r.add(id, Alias{Name: n, Source: row.Get("source"), Lang: row.Get("lang")})
	}
	return nil
}
