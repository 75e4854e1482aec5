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
		var known []string
		for _, c := range root.Commands() {
			known = append(known, c.Name())
		}
		if len(args) == 0 {
			return errors.New(msgNoCommand)
		}
		return fmt.Errorf(msgUnknownCommand, args[0], nearest.Hint(args[0], known))
	}
	root.SetVersionTemplate("{{.Name}} {{.Version}}\n")
	root.SetOut(u.out)
	root.SetErr(u.err)
	root.SetFlagErrorFunc(flagError)
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(newFind(u), newCluster(u), newCompare(u), newExplain(u), newTranslit(u), newLookup(u))
	return root
}

// flagError names the flag nearest to one that does not exist.
func flagError(c *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	if !errors.As(err, &unknown) {
		return fmt.Errorf(msgBadFlag, err, c.CommandPath())
	}
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
