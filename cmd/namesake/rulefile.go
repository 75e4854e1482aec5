package main

import (
	"embed"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/namesake-go/namesake/translit"
)

// A rule file of the user's own may call the other rule files of its folder, and the built-in ones.

// checkRules holds a rule file to its examples and says how many there are. Each fault is a line of its own.
func checkRules(u *ui, file string) error {
	text, name, err := readText(u, file)
	if err != nil {
		return err
	}
	checked, err := neighbours(file).Check(name, text)
	if err != nil {
		return u.faults(name, err)
	}
	return u.write(fmt.Appendf(nil, "%s: %s and %s checked; all is well\n", name, number(checked.Rules, "rule"), number(checked.Examples, "example")))
}

// number writes 1 rule, 2 rules.
func number(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return fmt.Sprint(n, " ", thing)
}

// readRules compiles a rule file.
func readRules(u *ui, file string) (*translit.Table, error) {
	text, name, err := readText(u, file)
	if err != nil {
		return nil, err
	}
	table, err := neighbours(file).Parse(name, text)
	if err != nil {
		return nil, u.faults(name, err)
	}
	return table, nil
}

// neighbours is the folder of the file. One that cannot be listed, or a file in it that cannot be read,
// is no matter until a rule calls it; then it is not known.
func neighbours(file string) *translit.Library {
	if library, _ := translit.Open(os.DirFS(filepath.Dir(file))); library != nil {
		return library
	}
	library, _ := translit.Open(embed.FS{}) // an empty folder, which can always be listed
	return library
}

// isFolder tells whether rules are looked for in a folder, by id: CLDR's, or one of the user's own.
func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func readText(u *ui, file string) (text, name string, err error) {
	if filepath.Ext(file) == ".xml" {
		return "", file, fmt.Errorf(msgCLDRFile, file)
	}
	in, name, err := u.open(file)
	if err != nil {
		return "", name, err
	}
	defer in.Close()
	data, err := io.ReadAll(in)
	if err != nil {
		return "", name, fileError(name, err)
	}
	return string(data), name, nil
}

// faults prints one fault a line; the position leads, so that editors can jump to it.
func (u *ui) faults(file string, err error) error {
	lines := strings.Split(err.Error(), "\n")
	for _, line := range lines {
		fmt.Fprintln(u.err, line)
	}
	if len(lines) == 1 {
		return fmt.Errorf(msgFault, file)
	}
	return fmt.Errorf(msgFaults, file, len(lines))
}
