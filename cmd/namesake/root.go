package main

import (
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/namesake-go/namesake/internal/nearest"
)

func newRoot(u *ui) *cobra.Command {
	root := &cobra.Command{
		Use:           "namesake",
		Short:         "Names in, people out",
		Long:          helpRoot,
		Version:       version(),
		Args:          cobra.ArbitraryArgs, // for a message of our own
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.RunE = func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return errors.New(msgNoCommand)
		}
		return unknownCommand(root, args[0])
	}
	root.SetHelpCommand(&cobra.Command{
		Use:   "help [command]",
		Short: "Help about a command",
		RunE: func(_ *cobra.Command, args []string) error {
			c, _, _ := root.Find(args)
			if c == root && len(args) > 0 {
				return unknownCommand(root, args[0])
			}
			return c.Help()
		},
	})
	root.SetVersionTemplate("{{.Name}} {{.Version}}\n")
	root.SetOut(u.out)
	root.SetErr(u.err)
	root.SetFlagErrorFunc(flagError)
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(newFind(u), newCluster(u), newCompare(u), newExplain(u), newReport(u), newTranslit(u), newLookup(u),
		newResolve(u), newAliases(u))
	return root
}

func unknownCommand(root *cobra.Command, name string) error {
	var known []string
	for _, c := range root.Commands() {
		known = append(known, c.Name())
	}
	return fmt.Errorf(msgUnknownCommand, name, nearest.Hint(name, known))
}

// flagError says what is wrong with a flag in the words of messages.go.
func flagError(c *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		return unknownFlag(c, unknown)
	case errors.As(err, &invalid) && invalid.GetFlag().Value.Type() == "int":
		return fmt.Errorf(msgNotNumber, invalid.GetFlag().Name, invalid.GetValue())
	case errors.As(err, &invalid):
		return invalid.Unwrap() // the value says it best
	}
	return fmt.Errorf(msgBadFlag, err, c.CommandPath())
}

// unknownFlag names the flag nearest to one that does not exist.
func unknownFlag(c *cobra.Command, unknown *pflag.NotExistError) error {
	var known []string
	c.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, "--"+f.Name) })
	name := "--" + unknown.GetSpecifiedName()
	if unknown.GetSpecifiedShortnames() != "" {
		name = "-" + unknown.GetSpecifiedName()
	}
	return fmt.Errorf(msgUnknownFlag, name, nearest.Hint(name, known), c.CommandPath())
}

// exactly checks the number of arguments; wanted says what they are.
func exactly(n int, wanted string) cobra.PositionalArgs { return between(n, n, wanted) }

func between(least, most int, wanted string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) < least || len(args) > most {
			return fmt.Errorf(msgArguments, c.Name(), wanted, len(args), c.CommandPath())
		}
		return nil
	}
}

func version() string {
	v := "(devel)"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		v = info.Main.Version
	}
	return fmt.Sprintf("%s (%s, %s/%s)", v, strings.TrimPrefix(runtime.Version(), "go"), runtime.GOOS, runtime.GOARCH)
}
