// Measure prints the accuracy tables of the project.
//
//	go run ./internal/measure [all|pairs|clusters|blocking|links|tokens|calibration|patronymics|registry|scale] [flags]
//	go run ./internal/measure dump [pairs|links|all] [flags] > features.csv
//
// Every set is split into a train and a test half that never moves (see package dataset). Thresholds come
// from train, figures are of test unless --part says otherwise. All but the times is the same at every run.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/namesake-go/namesake/internal/measure/dataset"
)

const usage = `measure prints the accuracy tables of the project.

    go run ./internal/measure [COMMAND] [flags]

    all           every table; the default
    pairs         name_pairs.csv: precision, recall, F1, accuracy beside logic-v2 and string measures
    clusters      Matcher.Cluster: pairwise and B-cubed precision, recall, F1
    blocking      which of the links among all pairs of names the clusterer looks at
    links         Compare on pairs of mentions, true ones and hard false ones: curve, AUC, reliability
    tokens        cross-script look-up: top-1 and top-10
    calibration   reliability of the probability on name_pairs and links
    patronymics   precision and recall on made pairs of full names in Cyrillic
    registry      a registry of many names: import, reopening, memory, look-up of spellings held out
    scale         "namesake cluster" on long lists: time, processors, memory, how well
    dump WHAT     CSV name1,name2,match,probability,cost,set,schema,kind,part to fit with; WHAT is
                  pairs, links or all

flags:
`

// config is what the flags say.
type config struct {
	data      string
	part      dataset.Part
	sets      []string // of mentions
	languages []string
	n         int // native tokens looked up
	negatives int // hard negatives per mention, of each kind
	listAll   bool
	list      int // merges listed
	times     bool
	listFile  string // of mentions, for the registry and for scale
	lookups   int
	command   string // that is measured; empty to build it
	out       io.Writer
}

var commands = map[string]func(config) error{
	"pairs": measurePairs, "clusters": measureClusters, "blocking": measureBlocking, "links": measureLinks, "tokens": measureTokens,
	"calibration": measureCalibration, "patronymics": measurePatronymics, "registry": measureRegistry, "scale": measureScale, "all": measureAll,
	"dump pairs": dumpPairs, "dump links": dumpLinks, "dump all": dumpAll,
}

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, out, errs io.Writer) int {
	command := "all"
	if len(args) > 0 && !strings.HasPrefix(args[0], "-") {
		command, args = args[0], args[1:]
		if command == "dump" {
			if len(args) > 0 && !strings.HasPrefix(args[0], "-") {
				command, args = command+" "+args[0], args[1:]
			} else {
				command += " all"
			}
		}
	}
	do := commands[command]
	if do == nil {
		fmt.Fprintf(errs, "measure: no command %q; see --help\n", command)
		return 2
	}
	c, err := parseFlags(command, args, errs)
	if errors.Is(err, flag.ErrHelp) {
		return 0
	}
	if err != nil {
		return 2 // the flag package has said why
	}
	c.out = out
	if err := do(c); err != nil {
		fmt.Fprintf(errs, "measure: %v\n", err)
		return 2
	}
	return 0
}

func parseFlags(command string, args []string, errs io.Writer) (config, error) {
	c := config{part: dataset.Test, n: 500}
	switch command {
	case "all":
		c.n = 100
	case "dump pairs", "dump links", "dump all":
		c.part = dataset.Train
	}
	f := flag.NewFlagSet("measure "+command, flag.ContinueOnError)
	f.SetOutput(errs)
	f.Usage = func() {
		fmt.Fprint(errs, usage)
		f.PrintDefaults()
	}
	var sets, languages string
	var orgs bool
	f.StringVar(&c.data, "data", dataset.Dir(), "the `folder` of the data; $NAMESAKE_DATA when set")
	f.Func("part", fmt.Sprintf("train, test or all (default %s)", c.part), func(s string) (err error) {
		c.part, err = dataset.ParsePart(s)
		return err
	})
	f.StringVar(&sets, "sets", strings.Join(dataset.People, ","), "`sets` of mentions")
	f.BoolVar(&orgs, "orgs", false, "ofac_orgs as well")
	f.StringVar(&languages, "lang", strings.Join(dataset.Languages, ","),
		"`languages` to look tokens up in; full_hebrew and full_korean are whole names")
	f.IntVar(&c.n, "n", c.n, "native tokens looked up, each against all Latin ones")
	f.IntVar(&c.negatives, "negatives", 5, "false pairs per mention, of each kind: alike by trigrams, same surname")
	f.BoolVar(&c.times, "times", true, "print seconds; --times=false for output that can be compared")
	switch command {
	case "pairs":
		f.BoolVar(&c.listAll, "errors", false, "list false positives and negatives")
	case "scale":
		f.StringVar(&c.listFile, "list", "", "mentions to cluster, `CSV` files as relay.py makes them, with commas between; relay_people when empty")
		f.StringVar(&c.command, "command", "", "the namesake `command`; built from here when empty")
	case "registry":
		f.StringVar(&c.listFile, "list", "", "mentions to fill the registry with, `CSV` as relay.py makes it; relay_people when empty")
		f.IntVar(&c.lookups, "lookups", 10_000, "spellings looked up, at most")
		f.IntVar(&c.list, "errors", 0, "list that many look-ups that were wrong")
	case "blocking", "clusters", "links", "patronymics":
		f.IntVar(&c.list, "errors", 0, "list that many of the worst errors of each set")
	}
	if err := f.Parse(args); err != nil {
		return c, err
	}
	if f.NArg() > 0 {
		err := fmt.Errorf("%q is left over; a command stands first, then the flags", f.Arg(0))
		fmt.Fprintf(errs, "measure: %v\n", err)
		return c, err
	}
	c.sets, c.languages = split(sets), split(languages)
	if orgs && !slices.Contains(c.sets, dataset.Organisations[0]) {
		c.sets = append(c.sets, dataset.Organisations...)
	}
	return c, nil
}

func split(list string) []string {
	return strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' })
}

func measureAll(c config) error {
	if !slices.Contains(c.sets, dataset.Organisations[0]) {
		c.sets = append(c.sets, dataset.Organisations...)
	}
	for i, do := range []func(config) error{measurePairs, measureClusters, linkCurves, measureTokens, measureCalibration} {
		if i > 0 {
			fmt.Fprintln(c.out)
		}
		if err := do(c); err != nil {
			return err
		}
	}
	return nil
}
