// Command pipeline reads names from CSV on standard input and prints entities on standard output:
//
//	go run ./examples/pipeline < examples/pipeline/names.csv
package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"log"
	"os"
	"strings"

	"github.com/namesake-go/namesake/names"
)

func main() {
	if err := run(os.Stdin, os.Stdout); err != nil {
		log.Fatal(err)
	}
}

// run reads rows of an id and a name, and prints one line an entity: its name and who belongs to it.
func run(in io.Reader, out io.Writer) error {
	rows, err := csv.NewReader(in).ReadAll()
	if err != nil {
		return err
	}
	if len(rows) == 0 {
		return fmt.Errorf("no rows; the first is the header id,name")
	}
	var mentions []names.Mention
	for _, row := range rows[1:] {
		mentions = append(mentions, names.Mention{ID: row[0], Name: row[1]})
	}
	for _, c := range names.New(names.Options{}).Cluster(mentions) {
		var ids []string
		for _, m := range c.Members {
			ids = append(ids, m.ID)
		}
		if _, err := fmt.Fprintf(out, "%s: %s\n", c.Canonical, strings.Join(ids, " ")); err != nil {
			return err
		}
	}
	return nil
}
