package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/namesake-go/namesake/internal/nearest"
	"github.com/namesake-go/namesake/translit"
)

func newTranslit(u *ui) *cobra.Command {
	c := &cobra.Command{
		Use:     "translit [FILE]",
		Short:   "Each line in Latin letters",
		Long:    helpTranslit,
		Example: exampleTranslit,
		Args:    between(0, 1, "one file"),
	}
	to := c.Flags().String("to", "", "the romanisation, by its BCP 47 `ID`; see --list")
	list := c.Flags().Bool("list", false, "print the ids of the romanisations there are")
	c.Flags().BoolVar(&u.strict, "strict", false, "stop before anything is written when a line cannot be used")
	c.RunE = func(_ *cobra.Command, args []string) error {
		if *list {
			return listTables(u)
		}
		return romanise(u, first(args), *to)
	}
	return c
}

func listTables(u *ui) error {
	for _, id := range translit.IDs() {
		if err := u.write([]byte(id + "\n")); err != nil {
			return err
		}
	}
	return nil
}

// romanise prints one line for each line of the input, so that they can be pasted side by side.
func romanise(u *ui, file, to string) error {
	latin := func(s string) *translit.Table { return translit.Latin(s, "") }
	if to != "" {
		table, err := translit.Builtin(to)
		if err != nil {
			return fmt.Errorf(msgUnknownTable, to, nearest.Hint(to, translit.IDs()))
		}
		latin = func(string) *translit.Table { return table }
	}
	lines, err := u.lines(file)
	if err != nil {
		return err
	}
	for line, err := range lines {
		if err != nil {
			return err
		}
		text := line.Text
		if line.refused {
			text = ""
		} else if table := latin(text); table != nil { // nil: it is in Latin letters already
			text = table.String(text)
		}
		if err := u.write([]byte(text + "\n")); err != nil {
			return err
		}
	}
	return nil
}
