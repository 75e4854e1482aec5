package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/namesake-go/namesake/internal/rows"
	"github.com/namesake-go/namesake/names"
)

type clusterFlags struct {
	format   *format
	registry string
	why      []string // two mentions
	review   string   // a file
	links    string   // a file of constraints
	output   string   // a file; "" is standard output
	brute    bool
}

func newCluster(u *ui) *cobra.Command {
	c := &cobra.Command{
		Use:     "cluster [FILE.csv]",
		Short:   "A list of names, gathered into entities",
		Long:    helpCluster,
		Example: exampleCluster,
		Args:    between(0, 1, "one file"),
	}
	f := &clusterFlags{format: rowFlags(c, u)}
	schemaFlag(c, u)
	c.Flags().StringVar(&f.registry, "registry", "", "known entities: CSV `FILE` with id, name, alias...")
	c.Flags().StringArrayVar(&f.why, "why", nil, "say why two mentions, `MENTION MENTION`, are one entity or are not")
	c.Flags().StringVar(&f.review, "review", "", "write the questions that are for a person to answer to a `FILE`")
	c.Flags().StringVar(&f.links, "links", "", "what you know: CSV `FILE` with mention1, mention2, link (must or cannot)")
	c.Flags().StringVarP(&f.output, "output", "o", "", "write the rows to a `FILE`, whole or not at all")
	c.Flags().BoolVar(&f.brute, "brute", false, "compare all pairs of names, which is slow")
	c.RunE = func(c *cobra.Command, args []string) error {
		switch {
		case c.Flags().Changed("why") && c.Flags().Changed("review"):
			return fmt.Errorf(msgTogether, "why", "review")
		case c.Flags().Changed("why") && len(f.why) != 2:
			return errors.New(msgWhyTwo)
		case c.Flags().Changed("review") && (f.review == "" || f.review == "-"):
			return errors.New(msgReviewFile)
		}
		return cluster(u, first(args), f)
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

// cluster prints one row a name, in the order of the input, or why two of them are one entity.
func cluster(u *ui, file string, f *clusterFlags) error {
	table, err := u.readTable(file, "name")
	if err != nil {
		return err
	}
	mentions := u.mentions(table)
	reg, err := u.openRegistry(f.registry)
	if err != nil {
		return err
	}
	constraints, err := u.constraints(f.links, mentions)
	if err != nil {
		return err
	}
	if err := u.ready(); err != nil {
		return err
	}
	clusters, err := u.gatherWith(mentions, reg, names.ClusterOptions{Constraints: constraints, Brute: f.brute})
	if err != nil {
		return err
	}
	if len(f.why) > 0 {
		return u.why(table.File, mentions, f, clusters)
	}
	if err := u.writeClusters(mentions, clusters, f); err != nil {
		return err
	}
	if f.review == "" {
		return nil
	}
	return u.writeQuestions(f.review, *f.format, clusters)
}

// writeClusters prints the rows, or writes them to the file that a flag names.
func (u *ui) writeClusters(mentions []names.Mention, clusters []names.Cluster, f *clusterFlags) error {
	if f.output == "" || f.output == "-" {
		return u.printClusters(mentions, clusters, *f.format)
	}
	return writeFile(f.output, func(w io.Writer) error {
		out := &ui{out: bufio.NewWriterSize(w, 1<<16)}
		if err := out.printClusters(mentions, clusters, *f.format); err != nil {
			return err
		}
		return out.out.Flush()
	})
}

func (u *ui) printClusters(mentions []names.Mention, clusters []names.Cluster, f format) error {
	p, err := u.printRows(f, true, "mention", "name", "cluster", "canonical", "probability")
	if err != nil {
		return err
	}
	for i, e := range places(clusters, len(mentions)) {
		if err := p.row(mentions[i].ID, mentions[i].Name, e.cluster, e.canonical, e.probability); err != nil {
			return err
		}
	}
	return nil
}

// mentions reads the mentions of a table and refuses the rows that have none.
func (u *ui) mentions(table *rows.Table) []names.Mention {
	var mentions []names.Mention
	for row := range u.rows(table) {
		if m, ok := u.mention(row); ok {
			mentions = append(mentions, m)
		}
	}
	return mentions
}

func (u *ui) mention(row rows.Row) (names.Mention, bool) {
	name, err := row.Name("name")
	if err != nil {
		u.refuse(err)
		return names.Mention{}, false
	}
	id := row.Get("mention")
	if id == "" {
		id = strconv.Itoa(row.Number)
	}
	return names.Mention{ID: id, Doc: row.Get("doc"), Name: name}, true
}
