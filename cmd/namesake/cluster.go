package main

import (
	"strconv"

	"github.com/spf13/cobra"

	"github.com/namesake-go/namesake/names"
)

func newCluster(u *ui) *cobra.Command {
	c := &cobra.Command{
		Use:     "cluster [FILE.csv]",
		Short:   "A list of names, gathered into entities",
		Long:    helpCluster,
		Example: exampleCluster,
		Args:    between(0, 1, "one file"),
	}
	format := rowFlags(c, u)
	registry := c.Flags().String("registry", "", "known entities: CSV `FILE` with id, name, alias...")
	c.RunE = func(_ *cobra.Command, args []string) error {
		return cluster(u, first(args), *registry, *format)
	}
	return c
}

// first is the only argument, or "" when there is none.
func first(args []string) string {
	if len(args) == 0 {
		return ""
	}
	return args[0]
}

// cluster prints one row a name, in the order of the input.
func cluster(u *ui, file, registry string, f format) error {
	table, err := u.readTable(file, "name")
	if err != nil {
		return err
	}
	var mentions []names.Mention
	for row := range u.rows(table) {
		name, err := row.Name("name")
		if err != nil {
			u.refuse(err)
			continue
		}
		id := row.Get("mention")
		if id == "" {
			id = strconv.Itoa(row.Number)
		}
		mentions = append(mentions, names.Mention{ID: id, Doc: row.Get("doc"), Name: name})
	}
	reg, err := u.openRegistry(registry)
	if err != nil {
		return err
	}
	if err := u.ready(); err != nil {
		return err
	}
	p, err := u.printRows(f, true, "mention", "name", "cluster", "canonical", "probability")
	if err != nil {
		return err
	}
	for i, e := range u.entities(mentions, reg) {
		if err := p.row(mentions[i].ID, mentions[i].Name, e.cluster, e.canonical, e.probability); err != nil {
			return err
		}
	}
	return nil
}
