package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/namesake-go/namesake/internal/nearest"
	"github.com/namesake-go/namesake/names"
)

// schema is what names are of, as a flag.
type schema names.Schema

var schemas = []string{"Person", "Organization", "Place"}

func (s *schema) String() string { return names.Schema(*s).String() }
func (s *schema) Type() string   { return "Person|Organization|Place" }
func (s *schema) Set(word string) error {
	*s = schema(names.SchemaOf(word))
	if names.Schema(*s) == names.Unknown {
		return fmt.Errorf(msgUnknownSchema, word, nearest.Hint(word, schemas))
	}
	return nil
}

// schemaFlag adds the flag that says what all names are of.
func schemaFlag(c *cobra.Command, u *ui) {
	c.Flags().Var(&u.schema, "schema", "what the names are of; told by each name's own words when not given")
}

// matcher is the one for the names of the run.
func (u *ui) matcher() *names.Matcher {
	return names.New(names.Options{Schema: names.Schema(u.schema)})
}
