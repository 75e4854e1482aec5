package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

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
	c.RunE = func(_ *cobra.Command, args []string) error {
		return lookup(u, first(args), *registry, *k, *format)
	}
	return c
}

func lookup(u *ui, file, registry string, k int, f format) error {
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
	lines, err := u.lines(file)
	if err != nil {
		return err
	}
	p, err := u.printRows(f, true, "query", "rank", "id", "name", "probability")
	if err != nil {
		return err
	}
	for line, err := range lines {
		if err != nil {
			return err
		}
		query := strings.TrimSpace(line.Text)
		if line.refused || query == "" {
			continue
		}
		if why := rows.Unusable(query); why != "" {
			u.refuse(rows.Refused{File: line.file, Line: line.Number, What: why})
			continue
		}
		for i, m := range reg.Lookup(query, k) {
			if err := p.row(query, i+1, m.Entity.ID, m.Name, probability(m.Probability)); err != nil {
				return err
			}
		}
	}
	return nil
}
