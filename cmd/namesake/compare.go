package main

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/namesake-go/namesake/internal/rows"
	"github.com/namesake-go/namesake/names"
)

func newCompare(u *ui) *cobra.Command {
	c := &cobra.Command{
		Use:     "compare A B | compare --pairs FILE.csv",
		Short:   "Whether two names are one name",
		Long:    helpCompare,
		Example: exampleCompare,
	}
	format := rowFlags(c, u)
	schemaFlag(c, u)
	pairs := c.Flags().String("pairs", "", "CSV `FILE` with the columns name1 and name2; - is standard input")
	c.RunE = func(c *cobra.Command, args []string) error {
		switch {
		case c.Flags().Changed("pairs") && len(args) > 0:
			return errors.New(msgPairsAndNames)
		case c.Flags().Changed("pairs"):
			return comparePairs(u, *pairs, *format)
		}
		if err := exactly(2, "two names or --pairs FILE")(c, args); err != nil {
			return err
		}
		return compareTwo(u, args[0], args[1], *format)
	}
	return c
}

func compareTwo(u *ui, a, b string, f format) error {
	if err := usable(a, b); err != nil {
		return err
	}
	p, err := u.printRows(f, false, "decision", "probability")
	if err != nil {
		return err
	}
	m := u.matcher()
	r := m.Compare(m.Parse(a), m.Parse(b))
	return p.row(r.Decision, probability(r.Probability))
}

// usable checks names that were given as arguments.
func usable(args ...string) error {
	for _, a := range args {
		if strings.TrimSpace(a) == "" {
			return errors.New(msgEmptyArgument)
		}
		if why := rows.Unusable(a); why != "" {
			return errors.New(why)
		}
		if !utf8.ValidString(a) {
			return fmt.Errorf(msgArgumentUTF8, a)
		}
	}
	return nil
}

// pair is a row of the input, kept to be printed again.
type pair struct{ schema, a, b string }

// comparePairs prints the pairs in the order of the input, with what Compare says of each.
func comparePairs(u *ui, file string, f format) error {
	table, err := u.readTable(file, "name1", "name2")
	if err != nil {
		return err
	}
	var pairs []pair
	for row := range u.rows(table) {
		a, err := row.Name("name1")
		if err != nil {
			u.refuse(err)
			continue
		}
		b, err := row.Name("name2")
		if err != nil {
			u.refuse(err)
			continue
		}
		pairs = append(pairs, pair{row.Get("schema"), a, b})
	}
	if err := u.ready(); err != nil {
		return err
	}
	columns := []string{"name1", "name2", "probability", "decision"}
	schema := table.Has("schema")
	if schema {
		columns = append([]string{"schema"}, columns...)
	}
	p, err := u.printRows(f, true, columns...)
	if err != nil {
		return err
	}
	m := u.matcher()
	step, done := u.bar(msgComparing, len(pairs))
	defer done()
	for _, q := range pairs {
		a, b := m.Parse(q.a), m.Parse(q.b)
		if s := names.SchemaOf(q.schema); s != names.Unknown {
			a, b = names.ParseAs(q.a, s), names.ParseAs(q.b, s)
		}
		r := m.Compare(a, b)
		values := []any{q.a, q.b, probability(r.Probability), r.Decision}
		if schema {
			values = append([]any{q.schema}, values...)
		}
		if err := p.row(values...); err != nil {
			return err
		}
		step()
	}
	return nil
}
