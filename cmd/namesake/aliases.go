package main

import (
	"errors"
	"fmt"
	"os"
	"os/user"
	"time"

	"github.com/spf13/cobra"

	"github.com/namesake-go/namesake/aliases"
)

// aliasesFlags are those of every command below namesake aliases.
type aliasesFlags struct {
	registry, by, why string
	wait              time.Duration
}

func newAliases(u *ui) *cobra.Command {
	flags := &aliasesFlags{}
	c := &cobra.Command{
		Use:     "aliases",
		Short:   "A registry of known entities: make it, fill it, correct it",
		Long:    helpAliases,
		Example: exampleAliases,
		Args:    cobra.ArbitraryArgs,
	}
	c.RunE = func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return errors.New(msgNoAliasesCommand)
		}
		return unknownCommand(c, args[0])
	}
	c.PersistentFlags().StringVar(&flags.registry, "registry", "", "the registry's `FILE`; else the first argument")
	c.PersistentFlags().DurationVar(&flags.wait, "wait", time.Second, "how long to wait for a registry that another process has")
	c.AddCommand(newInit(u, flags), newImport(u, flags), newExport(u, flags), newShow(u, flags), newLog(u, flags), newReviews(u, flags),
		newAdd(u, flags), newMerge(u, flags), newSplit(u, flags), newJudge(u, flags), newUndo(u, flags), newRecluster(u, flags))
	return c
}

// takeRegistry gives the arguments without the registry, which is the first unless the flag names it.
func (f *aliasesFlags) takeRegistry(c *cobra.Command, args []string) ([]string, error) {
	if f.registry != "" {
		return args, nil
	}
	if len(args) == 0 {
		return nil, fmt.Errorf(msgNoRegistryFile, c.CommandPath())
	}
	f.registry = args[0]
	return args[1:], nil
}

// edits adds the flags of commands that change a registry.
func (f *aliasesFlags) edits(c *cobra.Command) {
	c.Flags().StringVar(&f.by, "by", userName(), "who makes the change")
	c.Flags().StringVar(&f.why, "why", "", "the reason, for the history")
}

func userName() string {
	if name := os.Getenv("USER"); name != "" {
		return name
	}
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return ""
}

// within opens the registry, does the work and closes it.
func (f *aliasesFlags) within(readOnly bool, do func(*aliases.Registry) error) error {
	r, err := aliases.Open(f.registry, aliases.Options{ReadOnly: readOnly, Wait: f.wait})
	if err != nil {
		return err
	}
	err = do(r)
	return errors.Join(err, r.Close())
}

// command makes a command that takes the registry and further arguments.
func (f *aliasesFlags) command(use, short string, least, most int, wanted string, run func(args []string) error) *cobra.Command {
	c := &cobra.Command{Use: use, Short: short}
	c.Args = cobra.ArbitraryArgs // checked when the registry is taken off
	c.RunE = func(_ *cobra.Command, args []string) error {
		args, err := f.takeRegistry(c, args)
		if err != nil {
			return err
		}
		if err := between(least, most, wanted)(c, args); err != nil {
			return err
		}
		return run(args)
	}
	return c
}

func newInit(u *ui, f *aliasesFlags) *cobra.Command {
	return f.command("init REGISTRY", "Make an empty registry", 0, 0, "a registry and nothing else", func([]string) error {
		r, err := aliases.Create(f.registry, aliases.Options{})
		if err != nil {
			return err
		}
		u.say(msgCreated, f.registry)
		return r.Close()
	})
}

// printChange prints the one change that an edit made: its number and what it did.
func (u *ui) printChanges(changes ...aliases.Change) error {
	p, err := u.printRows("csv", false, "change", "what")
	for _, c := range changes {
		if err == nil {
			err = p.row(c.Number, c.String())
		}
	}
	return err
}

// edit makes a command that makes one change.
func (f *aliasesFlags) edit(u *ui, use, short string, least, most int, wanted string,
	do func(r *aliases.Registry, args []string, by aliases.By) (aliases.Change, error)) *cobra.Command {
	c := f.command(use, short, least, most, wanted, func(args []string) error {
		return f.within(false, func(r *aliases.Registry) error {
			change, err := do(r, args, aliases.By{Who: f.by, Why: f.why})
			if err != nil {
				return err
			}
			return u.printChanges(change)
		})
	})
	f.edits(c)
	return c
}
