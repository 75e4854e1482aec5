package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/namesake-go/namesake/internal/rows"
	"github.com/namesake-go/namesake/names"
	"github.com/namesake-go/namesake/names/report"
)

func newReport(u *ui) *cobra.Command {
	c := &cobra.Command{
		Use:     "report [FILE.csv] [-o PAGE.html]",
		Short:   "Clusters as a web page",
		Long:    helpReport,
		Example: exampleReport,
		Args:    between(0, 1, "one file"),
	}
	out := c.Flags().StringP("output", "o", "", "the `PAGE` to write; else standard output")
	registry := c.Flags().String("registry", "", "known entities: CSV `FILE` with id, name, alias...")
	schemaFlag(c, u)
	most := c.Flags().Int("most", 300, "how many entities of several names are shown")
	c.Flags().BoolVar(&u.strict, "strict", false, "stop before anything is written when a row cannot be used")
	c.RunE = func(_ *cobra.Command, args []string) error {
		if *most < 1 {
			return fmt.Errorf(msgBadMost, *most)
		}
		return writeReport(u, first(args), *out, *registry, *most)
	}
	return c
}

// writeReport makes a page of clusters that were found before, or of a list of names that it clusters.
func writeReport(u *ui, file, out, registry string, most int) error {
	table, err := u.readTable(file)
	if err != nil {
		return err
	}
	if !isFound(table) {
		if err := table.Need("name"); err != nil {
			return err
		}
	}
	var clusters []names.Cluster
	switch {
	case table.Has("cluster") && registry != "":
		return fmt.Errorf(msgClustered, table.File)
	case table.Has("cluster"):
		clusters = u.clusters(table)
		if err := u.ready(); err != nil {
			return err
		}
	default:
		mentions := u.mentions(table)
		reg, err := u.openRegistry(registry)
		if err != nil {
			return err
		}
		if err := u.ready(); err != nil {
			return err
		}
		clusters = u.gather(mentions, reg)
	}
	title := "Entities of " + filepath.Base(table.File)
	if table.File == "-" {
		title = "Entities"
	}
	write := func(w io.Writer) error {
		done := u.wheel(msgReporting)
		defer done()
		return report.Clusters(w, u.matcher(), clusters, report.Options{Title: title, Most: most})
	}
	if out == "" || out == "-" {
		if err := write(u.out); err != nil {
			return writeError{err}
		}
		return nil
	}
	return writeFile(out, write)
}

// isFound tells whether a table is what namesake find printed: there mention is the name, and file and start say where.
func isFound(t *rows.Table) bool {
	return !t.Has("name") && t.Has("file") && t.Has("start") && t.Has("mention") && t.Has("cluster")
}

// foundMention reads a row of namesake find.
func (u *ui) foundMention(row rows.Row) (names.Mention, bool) {
	name, err := row.Name("mention")
	if err != nil {
		u.refuse(err)
		return names.Mention{}, false
	}
	file := row.Get("file")
	return names.Mention{ID: filepath.Base(file) + ":" + row.Get("start"), Doc: file, Name: name}, true
}

// clusters reads what namesake cluster or find printed, or a table like it, in the order of the first mentions.
func (u *ui) clusters(table *rows.Table) []names.Cluster {
	var clusters []names.Cluster
	at := map[string]int{}
	index := 0
	read := u.mention
	if isFound(table) {
		read = u.foundMention
	}
	for row := range u.rows(table) {
		mention, ok := read(row)
		if !ok {
			continue
		}
		id := row.Get("cluster")
		if strings.TrimSpace(id) == "" {
			u.refuse(row.Refuse(msgNoCluster))
			continue
		}
		i, seen := at[id]
		if !seen {
			i = len(clusters)
			at[id] = i
			clusters = append(clusters, names.Cluster{ID: id, Canonical: row.Get("canonical")})
			if clusters[i].Canonical == "" {
				clusters[i].Canonical = mention.Name
			}
		}
		clusters[i].Members = append(clusters[i].Members, names.Member{Mention: mention, Index: index, Decision: names.Same})
		index++
	}
	return clusters
}
