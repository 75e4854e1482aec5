package main

import (
	"fmt"
	"io"
	"iter"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/namesake-go/namesake/aliases"
	"github.com/namesake-go/namesake/internal/nearest"
)

// A reader reads one kind of file.
type reader = func(file string, r io.Reader) iter.Seq2[aliases.Entry, error]

var readers = map[string]reader{
	"csv": aliases.CSV, "jsonl": aliases.JSONL, "ofac": aliases.OFAC, "un": aliases.UN, "ftm": aliases.FollowTheMoney,
	"wikidata": aliases.Wikidata, "openrefine": aliases.OpenRefine,
}

// readerOf gives the reader that --from names, else the one that the file's name tells.
func readerOf(from, file string) (reader, error) {
	if from == "" {
		base := strings.ToLower(filepath.Base(file))
		switch {
		case base == "sdn.csv" || base == "alt.csv":
			from = "ofac"
		case strings.HasSuffix(base, ".ftm.json"):
			from = "ftm"
		case strings.HasSuffix(base, ".jsonl"), strings.HasSuffix(base, ".ndjson"):
			from = "jsonl"
		case strings.HasSuffix(base, ".csv"), file == "-":
			from = "csv"
		default:
			return nil, fmt.Errorf(msgFromWhat, file, kinds())
		}
	}
	read := readers[from]
	if read == nil {
		return nil, fmt.Errorf(msgUnknownFrom, from, nearest.Hint(from, slices.Collect(maps.Keys(readers))), kinds())
	}
	return read, nil
}

func kinds() string { return strings.Join(slices.Sorted(maps.Keys(readers)), ", ") }

func newImport(u *ui, f *aliasesFlags) *cobra.Command {
	var from string
	c := f.command("import REGISTRY FILE...", "Put the names of lists on record", 1, math.MaxInt, "files", func(files []string) error {
		for _, file := range files {
			if _, err := readerOf(from, file); err != nil {
				return err
			}
		}
		return f.within(false, func(r *aliases.Registry) error {
			for _, file := range files {
				if err := u.importFile(r, file, from, aliases.By{Who: f.by, Why: f.why}); err != nil {
					return err
				}
			}
			return nil
		})
	})
	c.Long, c.Example = helpImport, exampleImport
	c.Flags().StringVar(&from, "from", "", "what the files are: "+kinds()+"; else their names tell")
	c.Flags().BoolVar(&u.strict, "strict", false, "a file goes in whole or, when a row of it cannot be used, not at all")
	f.edits(c)
	return c
}

// importFile imports one file and says what came of it.
func (u *ui) importFile(r *aliases.Registry, file, from string, by aliases.By) error {
	read, err := readerOf(from, file)
	if err != nil {
		return err
	}
	in, name, err := u.open(file)
	if err != nil {
		return err
	}
	defer in.Close()
	if by.Why == "" {
		by.Why = filepath.Base(name)
	}
	begun, meter := time.Now(), &meter{Reader: in}
	if f, ok := in.(*os.File); ok {
		if info, err := f.Stat(); err == nil {
			meter.size = info.Size()
		}
	}
	show, done := u.share(fmt.Sprintf(msgImporting, name))
	imported, err := r.Import(u.context(), read(name, meter), aliases.ImportOptions{
		By: by, Whole: u.strict, Refuse: u.refuse,
		Progress: func(p aliases.Imported) {
			show(meter.share(p.Line), fmt.Sprintf(msgRate, p.Names+p.Known, int(float64(p.Names+p.Known)/time.Since(begun).Seconds())))
		},
	})
	done()
	if err != nil {
		return err
	}
	took := time.Since(begun)
	u.say(msgImported, name, imported.Names, imported.Entries, took.Seconds(), imported.Known, imported.Judged)
	if imported.Last > 0 {
		return u.printChangesBetween(imported.First, imported.Last, imported.Names)
	}
	return nil
}

// printChangesBetween prints the changes of an import.
func (u *ui) printChangesBetween(from, to, names int) error {
	p, err := u.printRows("csv", false, "first", "last", "names")
	if err != nil {
		return err
	}
	return p.row(from, to, names)
}

// A meter tells how much of a file is read, by bytes, or by lines once all bytes are.
type meter struct {
	io.Reader
	size, bytes int64
	lines       int
}

func (m *meter) Read(p []byte) (int, error) {
	n, err := m.Reader.Read(p)
	m.bytes += int64(n)
	m.lines += strings.Count(string(p[:n]), "\n")
	return n, err
}

// share is how much is done when some line is, 0 to 1; less than 0 when nobody can tell.
func (m *meter) share(line int) float64 {
	switch {
	case m.size == 0:
		return -1
	case m.bytes < m.size:
		return float64(m.bytes) / float64(m.size)
	}
	return min(1, float64(line)/float64(max(m.lines, 1)))
}
