package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/namesake-go/namesake/aliases"
	"github.com/namesake-go/namesake/internal/rows"
)

func newLookup(u *ui) *cobra.Command {
	c := &cobra.Command{
		Use:     "lookup --registry REGISTRY.csv [NAMES.txt]",
		Short:   "The known entities that names may mean, the best first",
		Long:    helpLookup,
		Example: exampleLookup,
		Args:    between(0, 1, "one file of names, one a line"),
	}
	format := rowFlags(c, u)
	registry := c.Flags().String("registry", "", "known entities: CSV `FILE` with id, name, alias...")
	k := c.Flags().IntP("number", "k", 10, "at most `K` answers a name")
	explain := c.Flags().Bool("explain", false, "say why each answer is one, in a further column")
	c.RunE = func(_ *cobra.Command, args []string) error {
		return lookup(u, first(args), *registry, *k, *explain, *format)
	}
	return c
}

func lookup(u *ui, file, registry string, k int, explain bool, f format) error {
	switch {
	case registry == "":
		return errors.New(msgNoRegistry)
	case k < 1:
		return fmt.Errorf(msgBadCount, k)
	}
	reg, err := u.openRegistry(registry)
	if err != nil {
		return err
	}
	columns := []string{"query", "rank", "id", "name", "probability"}
	if explain {
		columns = append(columns, "explanation")
	}
	var p *printer
	return u.eachOf(file, func() (err error) {
		p, err = u.printRows(f, true, columns...)
		return err
	}, func(line line) error {
		query := strings.TrimSpace(line.Text)
		if line.refused || query == "" {
			return nil
		}
		if why := rows.Unusable(query); why != "" {
			u.refuse(rows.Refused{File: line.file, Line: line.Number, What: why})
			return nil
		}
		for i, m := range reg.Lookup(query, k) {
			values := []any{query, i + 1, m.Entity.ID, m.Name, probability(m.Probability)}
			if explain {
				values = append(values, explanation(reg.Explain(query, m), f))
			}
			if err := p.row(values...); err != nil {
				return err
			}
		}
		return nil
	})
}

// explanation is a line of text in CSV, and data in JSON.
func explanation(e aliases.Explanation, f format) any {
	if f == "csv" {
		return e.Because()
	}
	return e
}
