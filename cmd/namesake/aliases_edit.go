package main

import (
	"errors"
	"fmt"
	"math"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/namesake-go/namesake/aliases"
	"github.com/namesake-go/namesake/internal/nearest"
)

func newAdd(u *ui, f *aliasesFlags) *cobra.Command {
	var kind, lang, source, note string
	c := f.edit(u, "add REGISTRY ID NAME...", "Put names of an entity on record", 2, math.MaxInt, "an id and names", func(r *aliases.Registry, args []string, by aliases.By) (aliases.Change, error) {
		e := aliases.Entry{ID: args[0], Kind: kind, Note: note}
		for _, name := range args[1:] {
			e.Names = append(e.Names, aliases.Alias{Name: name, Lang: lang, Source: source})
		}
		return r.Add(e, by)
	})
	c.Flags().StringVar(&kind, "kind", "", "what the entity is: person, organisation ...")
	c.Flags().StringVar(&lang, "lang", "", "the names' language, a BCP 47 code")
	c.Flags().StringVar(&source, "source", "", "where the names are from")
	c.Flags().StringVar(&note, "note", "", "a note on the entity")
	return c
}

func newMerge(u *ui, f *aliasesFlags) *cobra.Command {
	return f.edit(u, "merge REGISTRY ID OTHER", "Make two entities one; OTHER means ID from then on", 2, 2, "two ids", func(r *aliases.Registry, args []string, by aliases.By) (aliases.Change, error) {
		return r.Merge(args[0], args[1], by)
	})
}

func newSplit(u *ui, f *aliasesFlags) *cobra.Command {
	return f.edit(u, "split REGISTRY ID NAME [TO]", "Move one name away, to another entity or one of its own", 2, 3, "an id, one of its names, and another id if you like", func(r *aliases.Registry, args []string, by aliases.By) (aliases.Change, error) {
		to := ""
		if len(args) == 3 {
			to = args[2]
		}
		return r.Split(args[0], args[1], to, by)
	})
}

func newJudge(u *ui, f *aliasesFlags) *cobra.Command {
	var name string
	c := f.edit(u, "judge REGISTRY same|different ID [OTHER]", "Say for good that two are one or are two", 2, 3, "same or different, and two ids, or one and --name", func(r *aliases.Registry, args []string, by aliases.By) (aliases.Change, error) {
		verdicts := []string{"same", "different"}
		if args[0] != verdicts[0] && args[0] != verdicts[1] {
			return aliases.Change{}, fmt.Errorf(msgVerdict, args[0], nearest.Hint(args[0], verdicts))
		}
		switch {
		case len(args) == 3 && name == "":
			return r.JudgeEntities(args[1], args[2], args[0] == "same", by)
		case len(args) == 2 && name != "":
			return r.JudgeName(name, args[1], args[0] == "same", by)
		}
		return aliases.Change{}, errors.New(msgJudgeWhat)
	})
	c.Flags().StringVar(&name, "name", "", "the `NAME` that is, or is not, ID's")
	return c
}

func newUndo(u *ui, f *aliasesFlags) *cobra.Command {
	return f.edit(u, "undo REGISTRY CHANGE", "Take back what a change did; the log has its number", 1, 1, "the number of a change", func(r *aliases.Registry, args []string, by aliases.By) (aliases.Change, error) {
		number, err := strconv.Atoi(args[0])
		if err != nil {
			return aliases.Change{}, fmt.Errorf(msgChangeNumber, args[0])
		}
		return r.Undo(number, by)
	})
}

func newRecluster(u *ui, f *aliasesFlags) *cobra.Command {
	var apply bool
	var format *format
	c := f.command("recluster REGISTRY", "Compare all with all; print what would change", 0, 0, "a registry and nothing else", func([]string) error {
		return f.within(!apply, func(r *aliases.Registry) error {
			done := u.wheel(msgReclustering)
			plan, err := r.Recluster(u.context())
			done()
			if err != nil {
				return err
			}
			p, err := u.printRows(*format, true, "what", "entity", "other", "name", "probability", "a", "b")
			if err != nil {
				return err
			}
			for _, s := range plan.Steps {
				what := "merge"
				if s.Name != "" {
					what = "move"
				}
				if err := p.row(what, s.Entity, s.Other, s.Name, probability(s.Probability), s.A, s.B); err != nil {
					return err
				}
			}
			if !apply {
				return nil
			}
			_, err = r.Apply(plan, aliases.By{Who: f.by, Why: f.why})
			return err
		})
	})
	format = rowFlags(c, u)
	c.Flags().BoolVar(&apply, "apply", false, "make the changes")
	f.edits(c)
	return c
}
