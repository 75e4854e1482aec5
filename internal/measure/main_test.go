package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// tiny writes a data folder of a few rows of our own, so that every command runs without the data.
func tiny(t *testing.T) string {
	dir := t.TempDir()
	people := "mention,name,entity\n"
	for _, e := range []string{"a", "b", "c", "d", "e"} {
		people += e + "0,Jon Smith " + e + "," + e + "\n" + e + "1,\"SMITH " + e + ", John\"," + e + "\n"
	}
	tokens := "latin,native,count\nivan,иван,3\npetr,петр,2\noleg,олег,1\nanna,анна,1\n"
	files := map[string]string{
		"name_pairs.csv": "schema,name1,name2,match,quality,category,logicv2\n" +
			"Person,Jon Smith,John Smith,true,STRONG,,0.9\nPerson,Ann,Bob,false,STRONG,,0.1\n" +
			"Company,A Ltd,A Limited,true,STRONG,LLM-proposed deviation,\nPerson,Li,Lee,true,WEAK,,0.2\n",
	}
	for _, s := range []string{"ofac_people", "un_people", "relay_people", "ofac_orgs"} {
		files[s+".csv"] = people
	}
	for _, s := range []string{"russian", "arabic", "hebrew", "korean", "katakana", "chinese"} {
		files["tokens_"+s+".csv"] = tokens
	}
	for name, text := range files {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	return dir
}

func measure(t *testing.T, args ...string) (out, errs string, code int) {
	t.Helper()
	var o, e bytes.Buffer
	code = run(args, &o, &e)
	return o.String(), e.String(), code
}

func TestEveryCommandRunsAndRepeats(t *testing.T) {
	dir := tiny(t)
	for _, line := range []string{
		"", "pairs --errors", "clusters --errors 3 --orgs", "links --errors 3", "tokens --n 2", "calibration",
		"dump", "dump pairs", "dump links --orgs",
	} {
		for _, part := range []string{"train", "test", "all"} {
			args := append(strings.Fields(line), "--data", dir, "--part", part, "--times=false")
			out, errs, code := measure(t, args...)
			require.Zero(t, code, "%s: %s", args, errs)
			assert.Empty(t, errs)
			assert.NotEmpty(t, out)
			again, _, _ := measure(t, args...)
			assert.Equal(t, out, again, "%s", args)
		}
	}
}

func TestScale(t *testing.T) {
	dir := tiny(t)
	list := filepath.Join(dir, "relay_people.csv")
	out, errs, code := measure(t, "scale", "--list", list+","+filepath.Join(dir, "un_people.csv"))
	require.Zero(t, code, errs)
	lines := strings.Split(strings.TrimSpace(out), "\n")
	require.Len(t, lines, 3)
	for _, line := range lines[1:] {
		assert.Regexp(t, `^(relay|un)_people.csv +10 +\d+\.\d s +\d+\.\d s +[1-9]\d* `, line)
	}
	_, errs, code = measure(t, "scale", "--list", list, "--command", filepath.Join(dir, "none"))
	assert.Equal(t, 2, code)
	assert.Contains(t, errs, "none")
}

func TestDumpColumns(t *testing.T) {
	out, _, code := measure(t, "dump", "pairs", "--data", tiny(t), "--part", "all")
	require.Zero(t, code)
	lines := strings.Split(strings.TrimSpace(out), "\n")
	assert.Len(t, lines, 5)
	assert.Equal(t, "name1,name2,match,probability,cost,set,schema,kind,part", lines[0])
	assert.Regexp(t, `^Jon Smith,John Smith,true,[^,]+,\d+,name_pairs,Person,,(train|test)$`, lines[1])
}

func TestUnusableArguments(t *testing.T) {
	for line, want := range map[string]string{
		"paris":                       `no command "paris"`,
		"dump nothing":                `no command "dump nothing"`,
		"pairs extra":                 `"extra" is left over`,
		"pairs --part tset":           "give train, test or all",
		"pairs --data /nowhere":       "name the folder of the data",
		"clusters --data /nowhere":    "ofac_people.csv",
		"tokens --data /nowhere":      "tokens_russian.csv",
		"links --sets x --data /none": "x.csv",
	} {
		out, errs, code := measure(t, strings.Fields(line)...)
		assert.Equal(t, 2, code, line)
		assert.Contains(t, errs, want)
		if !strings.Contains(line, "/no") {
			assert.Empty(t, out)
		}
	}
	_, errs, code := measure(t, "--help")
	assert.Zero(t, code)
	assert.Contains(t, errs, "dump WHAT")
}

func TestTable(t *testing.T) {
	table := newTable("name", "share", "of")
	table.row("é", .5, 10)
	table.gap()
	table.row("abcdef", "-", 7)
	var b bytes.Buffer
	table.print(&b)
	assert.Equal(t, "name    share  of\né       0.500  10\n\nabcdef      -   7\n", b.String())
}
