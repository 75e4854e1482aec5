// Command kyrgyzstan gathers the people of October 2020 from three dispatches that spell them three ways and
// from the captions of photographs, and explains one of the spellings:
//
//	go run ./examples/kyrgyzstan
//
// The first dispatch writes the names as they come out of Arabic, the second as the English press writes
// them, the third as they come out of Russian. The texts are invented for this example.
package main

import (
	"embed"
	"fmt"
	"io"
	"log"
	"os"
	"strings"
	"text/tabwriter"

	"github.com/namesake-go/namesake/names"
)

//go:embed *.txt
var dispatches embed.FS

// captions shows the other way in: Find reads English, and names from elsewhere come as mentions.
var captions = []names.Mention{
	{Doc: "captions", Name: "Сооронбай Жээнбеков", Title: "President"},
	{Doc: "captions", Name: "Садыр Жапаров", Title: "Prime Minister"},
	{Doc: "captions", Name: "Алмазбек Атамбаев", Title: "former President"},
	{Doc: "captions", Name: "Асылбек Жээнбеков"},
	{Doc: "captions", Name: "سورونباي جينبيكوف"},
}

func main() {
	if err := run(os.Stdout); err != nil {
		log.Fatal(err)
	}
}

func run(out io.Writer) error {
	mentions, err := find()
	if err != nil {
		return err
	}
	m := names.New(names.Options{})
	if err := printTable(out, m.Cluster(append(mentions, captions...))); err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "\n%s\n", m.Explain(names.Parse("Surunbai Jinbekov"), names.Parse("Сооронбай Жээнбеков")))
	return err
}

// find gives the mentions of all dispatches; each dispatch is a document.
func find() ([]names.Mention, error) {
	files, err := dispatches.ReadDir(".")
	if err != nil {
		return nil, err
	}
	var mentions []names.Mention
	for _, file := range files {
		text, err := dispatches.ReadFile(file.Name())
		if err != nil {
			return nil, err
		}
		for _, m := range names.Find(string(text)) {
			m.Doc = file.Name()
			mentions = append(mentions, m)
		}
	}
	return mentions, nil
}

// printTable prints an entity a row, with each spelling once.
func printTable(out io.Writer, clusters []names.Cluster) error {
	w := tabwriter.NewWriter(out, 0, 0, 3, ' ', 0)
	fmt.Fprintln(w, "ENTITY\tMENTIONS\tWRITTEN")
	for _, c := range clusters {
		var written []string
		seen := map[string]bool{}
		for _, m := range c.Members {
			if !seen[m.Name] {
				seen[m.Name] = true
				written = append(written, m.Name)
			}
		}
		fmt.Fprintf(w, "%s\t%d\t%s\n", c.Canonical, len(c.Members), strings.Join(written, ", "))
	}
	return w.Flush()
}
