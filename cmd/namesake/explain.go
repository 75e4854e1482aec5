package main

import (
	"encoding/json"
	"strings"

	"github.com/spf13/cobra"

	"github.com/namesake-go/namesake/names"
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
	c.RunE = func(_ *cobra.Command, args []string) error { return explain(u, args[0], args[1], *asJSON) }
	return c
}

func explain(u *ui, a, b string, asJSON bool) error {
	if err := usable(a, b); err != nil {
		return err
	}
	e := names.New(names.Options{}).Explain(names.Parse(a), names.Parse(b))
	if !asJSON {
		return u.write([]byte(strings.TrimRight(e.String(), "\n") + "\n"))
	}
	out := json.NewEncoder(u.out)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	if err := out.Encode(e); err != nil {
		return writeError{err}
	}
	return nil
}
