package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/namesake-go/namesake/internal/nearest"
	"github.com/namesake-go/namesake/translit"
)

// translitFlags choose the table, and what is printed of what it does.
type translitFlags struct {
	rules, lang, check    string
	through               []string // what --to names, one table behind the other
	list, trace, variants bool
	format                *format
}

func newTranslit(u *ui) *cobra.Command {
	c := &cobra.Command{
		Use:     "translit [FILE]",
		Short:   "Each line in Latin letters",
		Long:    helpTranslit,
		Example: exampleTranslit,
		Args:    between(0, 1, "one file"),
	}
	f := &translitFlags{format: rowFlags(c, u)}
	c.Flags().StringSliceVar(&f.through, "to", nil, "the romanisation, by its BCP 47 `ID`; several are a relay")
	c.Flags().StringVar(&f.rules, "rules", "", "a rule `FILE` of your own in place of a built-in table, or the folder in which --to finds its ids")
	c.Flags().StringVar(&f.lang, "lang", "", "the language of the lines, a BCP 47 `CODE` such as ky")
	c.Flags().BoolVar(&f.trace, "trace", false, "print which rule of which file wrote what")
	c.Flags().BoolVar(&f.variants, "variants", false, "print the other spellings too, as rows: line,name,cost,path")
	c.Flags().BoolVar(&f.list, "list", false, "print the ids of the romanisations there are, and what they are")
	c.Flags().StringVar(&f.check, "check", "", "check a rule `FILE` and the examples in it")
	c.RunE = func(_ *cobra.Command, args []string) error {
		for _, group := range [][]string{{"to", "lang"}, {"rules", "lang"}, {"list", "check", "trace", "variants"}, {"rules", "variants"}} {
			if err := oneOf(c, group); err != nil {
				return err
			}
		}
		switch {
		case f.list:
			return listTables(u)
		case f.check != "":
			return checkRules(u, f.check)
		case f.variants:
			return printVariants(u, first(args), f)
		}
		return romanise(u, first(args), f)
	}
	return c
}

// oneOf refuses two flags of which only one makes sense.
func oneOf(c *cobra.Command, names []string) error {
	given := ""
	for _, name := range names {
		if !c.Flags().Changed(name) {
			continue
		}
		if given != "" {
			return fmt.Errorf(msgTogether, given, name)
		}
		given = name
	}
	return nil
}

// listTables prints one table a line: its id, a tab, and the first line of its file.
func listTables(u *ui) error {
	for _, id := range translit.IDs() {
		if err := u.write([]byte(id + "\t" + translit.Heading(id) + "\n")); err != nil {
			return err
		}
	}
	return nil
}

// romanise prints one line for each line of the input, so that they can be pasted side by side; with
// --trace the steps follow it.
func romanise(u *ui, file string, f *translitFlags) error {
	relayFor, err := f.relay(u)
	if err != nil {
		return err
	}
	b := relayed{u: u}
	err = u.each(file, func(l line) error {
		text := l.Text
		var relay translit.Relay
		if l.refused {
			text = ""
		} else {
			relay = relayFor(text)
		}
		if f.trace {
			return u.write([]byte(traced(relay, text)))
		}
		return b.add(relay, text, l.More)
	})
	return cmp.Or(err, b.print())
}

// relayed gathers lines that go through the same tables, since many at once go faster.
type relayed struct {
	u     *ui
	relay translit.Relay
	lines []byte
	out   []byte
}

// manyLines is how many bytes are gathered.
const manyLines = 1 << 15

// add takes a line; unless more are at hand, it is printed at once.
func (b *relayed) add(relay translit.Relay, text string, more bool) error {
	if !slices.Equal(relay, b.relay) {
		if err := b.print(); err != nil {
			return err
		}
		b.relay = relay
	}
	b.lines = append(append(b.lines, text...), '\n')
	if more && len(b.lines) < manyLines {
		return nil
	}
	return b.print()
}

func (b *relayed) print() error {
	b.out = b.relay.Append(b.out[:0], string(b.lines))
	b.lines = b.lines[:0]
	return b.u.write(b.out)
}

// printVariants prints a row for each spelling of each line.
func printVariants(u *ui, file string, f *translitFlags) error {
	hint := f.lang
	if len(f.through) > 1 {
		return errors.New(msgVariantsOfRelay)
	}
	if _, err := f.relay(u); err != nil {
		return err
	}
	if len(f.through) == 1 {
		hint = f.through[0]
	}
	out, err := u.printRows(*f.format, true, "line", "name", "cost", "path")
	if err != nil {
		return err
	}
	return u.each(file, func(l line) error {
		if l.refused {
			return nil
		}
		for v := range translit.Variants(l.Text, hint) {
			if err := out.row(l.Text, v.Text, v.Cost, strings.Join(v.Path, " → ")); err != nil {
				return err
			}
		}
		return nil
	})
}

// relay gives the tables that the flags choose for a line. That of a line in Latin letters is empty.
func (f *translitFlags) relay(u *ui) (func(line string) translit.Relay, error) {
	switch {
	case isFolder(f.rules) && len(f.through) == 0:
		return nil, fmt.Errorf(msgFolder, f.rules)
	case f.rules != "" && !isFolder(f.rules) && len(f.through) > 0:
		return nil, fmt.Errorf(msgTogether, "to", "rules")
	case len(f.through) > 0:
		relay, err := f.named()
		return func(string) translit.Relay { return relay }, err
	case f.rules != "":
		table, err := readRules(u, f.rules)
		return func(string) translit.Relay { return translit.Relay{table} }, err
	case f.lang != "" && !hasTable(f.lang):
		return nil, fmt.Errorf(msgUnknownLanguage, f.lang)
	}
	return func(line string) translit.Relay {
		if table := translit.Latin(line, f.lang); table != nil {
			return translit.Relay{table}
		}
		return nil
	}, nil
}

// named finds the tables whose ids are given, in the folder if there is one.
func (f *translitFlags) named() (relay translit.Relay, err error) {
	find := func(id string) (*translit.Table, error) {
		table, err := translit.Builtin(id)
		if err != nil {
			err = fmt.Errorf(msgUnknownTable, id, nearest.Hint(id, translit.IDs()))
		}
		return table, err
	}
	if f.rules != "" {
		library, err := translit.Open(os.DirFS(f.rules))
		if err != nil {
			return nil, err
		}
		find = library.Table
	}
	for _, id := range f.through {
		table, err := find(id)
		if err != nil {
			return nil, err
		}
		relay = append(relay, table)
	}
	return relay, nil
}

// hasTable tells whether a table is for the language.
func hasTable(lang string) bool {
	for _, id := range translit.IDs() {
		if strings.Contains(id, "-t-"+lang+"-") {
			return true
		}
	}
	return false
}
