package main

import (
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/namesake-go/namesake/names"
	"github.com/namesake-go/namesake/names/report"
)

func newExplain(u *ui) *cobra.Command {
	c := &cobra.Command{
		Use:     "explain A B",
		Short:   "Why two names are one name, or are not",
		Long:    helpExplain,
		Example: exampleExplain,
		Args:    exactly(2, "two names"),
	}
	asJSON := c.Flags().Bool("json", false, "print the explanation as data")
	asHTML := c.Flags().Bool("html", false, "print the explanation as a web page, one file that loads nothing")
	schemaFlag(c, u)
	c.RunE = func(_ *cobra.Command, args []string) error {
		if *asJSON && *asHTML {
			return fmt.Errorf(msgTogether, "json", "html")
		}
		return explain(u, args[0], args[1], *asJSON, *asHTML)
	}
	return c
}

func explain(u *ui, a, b string, asJSON, asHTML bool) error {
	if err := usable(a, b); err != nil {
		return err
	}
	m := u.matcher()
	e := m.Explain(m.Parse(a), m.Parse(b))
	switch {
	case asHTML:
		if err := report.Explanation(u.out, e); err != nil {
			return writeError{err}
		}
		return nil
	case !asJSON:
		return u.write([]byte(e.Text(u.colour) + "\n" + names.Caveat + "\n"))
	}
	out := json.NewEncoder(u.out)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	if err := out.Encode(e); err != nil {
		return writeError{err}
	}
	return nil
}
