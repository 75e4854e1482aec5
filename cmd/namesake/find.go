package main

import (
	"bytes"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/namesake-go/namesake/internal/rows"
	"github.com/namesake-go/namesake/names"
)

func newFind(u *ui) *cobra.Command {
	c := &cobra.Command{
		Use:     "find [TEXTFILE...]",
		Short:   "The people that texts name, as entities",
		Long:    helpFind,
		Example: exampleFind,
	}
	format := rowFlags(c, u)
	registry := c.Flags().String("registry", "", "known entities: CSV `FILE` with id, name, alias...")
	c.RunE = func(_ *cobra.Command, files []string) error { return find(u, files, *registry, *format) }
	return c
}

// find prints one row a mention, file after file; all files are clustered together.
func find(u *ui, files []string, registry string, f format) error {
	if len(files) == 0 {
		files = []string{"-"}
	}
	var mentions []names.Mention
	for _, file := range files {
		in, name, err := u.open(file)
		if err != nil {
			return err
		}
		found, err := u.findIn(in, name)
		in.Close()
		if err != nil {
			return err
		}
		mentions = append(mentions, found...)
	}
	reg, err := u.openRegistry(registry)
	if err != nil {
		return err
	}
	if err := u.ready(); err != nil {
		return err
	}
	p, err := u.printRows(f, true, "file", "start", "end", "mention", "cluster", "canonical", "decision")
	if err != nil {
		return err
	}
	for i, e := range places(u.gather(mentions, reg), len(mentions)) {
		m := mentions[i]
		if err := p.row(m.Doc, m.Start, m.End, m.Name, e.cluster, e.canonical, e.decision); err != nil {
			return err
		}
	}
	return nil
}

// findIn gives the mentions of one text, with offsets in bytes of the file. (Of UTF-16, in bytes of the
// text as UTF-8.)
func (u *ui) findIn(in io.Reader, name string) ([]names.Mention, error) {
	decoded, mark := rows.Decode(in)
	text, err := io.ReadAll(decoded)
	if err != nil {
		return nil, fileError(name, err)
	}
	if len(text) == 0 {
		u.say(msgEmptyText, name)
	}
	if rows.Binary(text) {
		return nil, fmt.Errorf(msgNoText, name)
	}
	u.blank(text, name)
	found := names.Find(string(text))
	for i := range found {
		found[i].Doc = name
		found[i].Start += mark
		found[i].End += mark
	}
	return found, nil
}

// blank writes spaces over the lines that are not UTF-8 and reports them, so that the others keep their
// offsets.
func (u *ui) blank(text []byte, name string) {
	if utf8.Valid(text) {
		return
	}
	number := 0
	for line := range bytes.Lines(text) {
		number++
		if utf8.Valid(line) {
			continue
		}
		u.refuse(fmt.Errorf(msgBlankText, name, number))
		for i := range line {
			if line[i] != '\n' {
				line[i] = ' '
			}
		}
	}
}
