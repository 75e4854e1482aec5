package main

import (
	"fmt"
	"math"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/namesake-go/namesake/aliases"
)

func newShow(u *ui, f *aliasesFlags) *cobra.Command {
	var format *format
	c := f.command("show REGISTRY [ID...]", "The names of entities; without an id, how many there are", 0, math.MaxInt, "ids", func(ids []string) error {
		return f.within(true, func(r *aliases.Registry) error {
			if len(ids) == 0 {
				return u.count(r, *format)
			}
			p, err := u.printRows(*format, true, "asked", "id", "name", "kind", "lang", "source", "confidence", "attached", "by", "when")
			if err != nil {
				return err
			}
			for _, id := range ids {
				e, ok := r.ByID(id)
				if !ok {
					u.refuse(fmt.Errorf(msgNoEntity, f.registry, id))
					continue
				}
				for _, a := range e.Names {
					if err := p.row(id, e.ID, a.Name, e.Kind, a.Lang, a.Source, probability(a.Confidence), a.Attached, a.By, a.When.Format(time.RFC3339)); err != nil {
						return err
					}
				}
				for _, note := range e.Notes {
					u.say("%s: %s", e.ID, note)
				}
			}
			return nil
		})
	})
	format = rowFlags(c, u)
	return c
}

func (u *ui) count(r *aliases.Registry, f format) error {
	changes := 0
	for range r.History("") {
		changes++
	}
	p, err := u.printRows(f, true, "entities", "names", "changes", "reviews")
	if err != nil {
		return err
	}
	return p.row(r.Len(), r.Names(), changes, len(r.Reviews()))
}

func newLog(u *ui, f *aliasesFlags) *cobra.Command {
	var format *format
	c := f.command("log REGISTRY [ID]", "The changes, of one entity or all: who, when, why", 0, 1, "one id at most", func(args []string) error {
		return f.within(true, func(r *aliases.Registry) error {
			id := first(args)
			if _, ok := r.ByID(id); id != "" && !ok {
				return fmt.Errorf(msgNoEntity, f.registry, id)
			}
			p, err := u.printRows(*format, true, "change", "when", "by", "what", "why", "undone")
			if err != nil {
				return err
			}
			for c := range r.History(id) {
				undone := ""
				if c.UndoneBy > 0 {
					undone = fmt.Sprint(c.UndoneBy)
				}
				if err := p.row(c.Number, c.When.Format(time.RFC3339), c.Who, c.String(), c.Why, undone); err != nil {
					return err
				}
			}
			return nil
		})
	})
	format = rowFlags(c, u)
	return c
}

func newReviews(u *ui, f *aliasesFlags) *cobra.Command {
	var format *format
	c := f.command("reviews REGISTRY", "The names that wait for a judgement, and whose they may be", 0, 0, "a registry and nothing else", func([]string) error {
		return f.within(true, func(r *aliases.Registry) error {
			p, err := u.printRows(*format, true, "name", "rank", "id", "canonical", "probability")
			if err != nil {
				return err
			}
			for _, w := range r.Reviews() {
				for i, c := range w.Candidates {
					e, _ := r.ByID(c.ID)
					if err := p.row(w.Name, i+1, c.ID, e.Canonical(), probability(c.Probability)); err != nil {
						return err
					}
				}
			}
			return nil
		})
	})
	format = rowFlags(c, u)
	return c
}

func newExport(u *ui, f *aliasesFlags) *cobra.Command {
	var format *format
	c := f.command("export REGISTRY", "Every name, as CSV or JSON lines that import reads", 0, 0, "a registry and nothing else", func([]string) error {
		return f.within(true, func(r *aliases.Registry) error {
			export := r.ExportCSV
			if strings.EqualFold(string(*format), "jsonl") {
				export = r.ExportJSONL
			}
			if err := export(u.out); err != nil {
				return writeError{err}
			}
			return nil
		})
	})
	format = rowFlags(c, u)
	return c
}
