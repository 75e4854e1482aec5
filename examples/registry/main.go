// Command registry reads three days of made-up news into a registry whose ids last, merges two entities, splits a name
// off one, and shows the history:
//
//	go run ./examples/registry
package main

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"strings"

	"github.com/namesake-go/namesake/aliases"
	"github.com/namesake-go/namesake/names"
)

//go:embed day*.txt
var news embed.FS

func main() {
	dir, err := os.MkdirTemp("", "registry")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	if err := run(filepath.Join(dir, "people.ns"), os.Stdout); err != nil {
		log.Fatal(err)
	}
}

func run(path string, out io.Writer) error {
	r, err := aliases.Create(path, aliases.Options{})
	if err != nil {
		return err
	}
	defer func() { r.Close() }()
	editor := func(why string) aliases.By { return aliases.By{Who: "editor", Why: why} }
	known := aliases.Entry{ID: "minister", Kind: "person", Names: []aliases.Alias{{Name: "Tamara Osmanova", Source: "gazette"}}}
	if _, err := r.Add(known, editor("the cabinet list")); err != nil {
		return err
	}

	for day := 1; day <= 3; day++ {
		// Each day the file is opened anew, as a nightly job does; the ids are those of the day before.
		if err := r.Close(); err != nil {
			return err
		}
		if r, err = aliases.Open(path, aliases.Options{}); err != nil {
			return err
		}
		file := fmt.Sprintf("day%d.txt", day)
		if err := ingest(r, file, out); err != nil {
			return err
		}
	}

	// An editor knows that the poet and the laureate are one, and that one spelling is somebody else's.
	poet, laureate := r.ByName("Bermet Asanalieva")[0].ID, r.ByName("Bermet Kalmatova")[0].ID
	merge, err := r.Merge(poet, laureate, editor("the laureate is the poet; she married"))
	if err != nil {
		return err
	}
	split, err := r.Split("minister", "Tamara Ossmanowa", "", editor("the minister's cousin, an athlete"))
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "\n%v\n%v\n\n", merge, split)
	for _, id := range []string{poet, laureate, "minister", split.Other} {
		e, ok := r.ByID(id)
		if !ok {
			return errors.New("an id was lost: " + id)
		}
		var all []string
		for _, a := range e.Names {
			all = append(all, a.Name)
		}
		fmt.Fprintf(out, "%s is %s: %s\n", id, e.ID, strings.Join(all, ", "))
	}
	fmt.Fprintln(out)
	for c := range r.History("") {
		fmt.Fprintf(out, "%2d  %-7s  %v", c.Number, c.Who, c)
		if c.Why != "" {
			fmt.Fprintf(out, "  (%s)", c.Why)
		}
		fmt.Fprintln(out)
	}
	return nil
}

// ingest finds the people in a text, resolves each, and prints who they are.
func ingest(r *aliases.Registry, file string, out io.Writer) error {
	text, err := news.ReadFile(file)
	if err != nil {
		return err
	}
	fmt.Fprintln(out, file)
	mentions := func(yield func(names.Mention) bool) {
		for _, m := range names.Find(string(text)) {
			m.Doc = file
			if !yield(m) {
				return
			}
		}
	}
	for got, err := range r.ResolveAll(context.Background(), mentions) {
		if err != nil {
			return err
		}
		fmt.Fprintf(out, "  %-18s %-6s %-8s %s\n", got.Mention.Name, got.Outcome, got.Entity.ID, got.Entity.Canonical())
	}
	return nil
}
