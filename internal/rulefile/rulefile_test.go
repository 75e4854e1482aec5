package rulefile

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestParse(t *testing.T) {
	f, err := Parse("rules.txt", `# The source of the file.

sh ~ š   10
[Arabic]   # of names
  kh ~ h	20   # Khaled = Haled, Khalid = Halid; both write خ
[ after a name ]
jr # junior
`)
	require.NoError(t, err)
	assert.Equal(t, &File{Name: "rules.txt", Lines: []Line{
		{File: "rules.txt", Number: 3, Fields: []string{"sh", "~", "š", "10"}},
		{File: "rules.txt", Number: 5, Section: "Arabic", Fields: []string{"kh", "~", "h", "20"},
			Example: []Example{{"Khaled", "Haled"}, {"Khalid", "Halid"}}, Reason: "both write خ"},
		{File: "rules.txt", Number: 7, Section: "after a name", Fields: []string{"jr"}, Reason: "junior"},
	}}, f)
}

func TestComments(t *testing.T) {
	for _, test := range []struct {
		comment  string
		examples []Example
		reason   string
	}{
		{"", nil, ""},
		{" why, and how", nil, "why, and how"},
		{" a = b", []Example{{"a", "b"}}, ""},
		{" a = b, c = d", []Example{{"a", "b"}, {"c", "d"}}, ""},
		{" a = b; why; how", []Example{{"a", "b"}}, "why; how"},
		{" no example; why", nil, "why"},
		{" Abu l-Fath = Abulfath ; why = how", []Example{{"Abu l-Fath", "Abulfath"}}, "why = how"},
		{" a=b", nil, "a=b"}, // without blanks it is no example
		{" a = b # c", []Example{{"a", "b # c"}}, ""},
	} {
		f, err := Parse("f", "rule #"+test.comment)
		require.NoError(t, err)
		assert.Equal(t, test.examples, f.Lines[0].Example, test.comment)
		assert.Equal(t, test.reason, f.Lines[0].Reason, test.comment)
	}
}

func TestWaysToEndALine(t *testing.T) {
	for _, text := range []string{"a b\nc", "a b\r\nc\r\n", "\ufeffa b\nc", "\ufeff# header\na b\nc", "a b\n\n\nc\n"} {
		f, err := Parse("f", text)
		require.NoError(t, err)
		require.Len(t, f.Lines, 2, "%q", text)
		assert.Equal(t, []string{"a", "b"}, f.Lines[0].Fields, "%q", text)
		assert.Equal(t, []string{"c"}, f.Lines[1].Fields, "%q", text)
	}
	f, err := Parse("f", "")
	assert.NoError(t, err)
	assert.Empty(t, f.Lines)
}

func TestASectionAfterAByteOrderMark(t *testing.T) {
	f, err := Parse("f", "\ufeff[Arabic]\nrule")
	require.NoError(t, err)
	assert.Equal(t, "Arabic", f.Lines[0].Section)
}

// Every faulty line is told, with its place and what to do; the others are read.
func TestErrors(t *testing.T) {
	f, err := Parse("rules.txt", "one\n[open\ntwo\n[]\n\xff\xfe\nthree # \xff\nfour")
	var told []string
	for line := range strings.Lines(err.Error()) {
		told = append(told, strings.TrimSuffix(line, "\n"))
	}
	assert.Equal(t, []string{
		`rules.txt:2: section "[open" is not closed; write [name] alone on its line`,
		`rules.txt:4: section "[]" is not closed; write [name] alone on its line`,
		`rules.txt:5: not UTF-8; save the file as UTF-8`,
		`rules.txt:6: not UTF-8; save the file as UTF-8`,
	}, told)
	var read []string
	for _, line := range f.Lines {
		read = append(read, line.Fields...)
	}
	assert.Equal(t, []string{"one", "two", "four"}, read)

	_, err = Parse("rules.txt", "[Arabic] kh ~ h")
	assert.ErrorContains(t, err, "rules.txt:1: section")
}

func TestALineTooLong(t *testing.T) {
	f, err := Parse("rules.txt", "one\n"+strings.Repeat("a ", 1<<20)+"\nthree")
	assert.ErrorContains(t, err, "rules.txt:2: ")
	assert.ErrorContains(t, err, "a rule is one short line")
	assert.Len(t, f.Lines, 1)
}

func TestErrorf(t *testing.T) {
	cause := errors.New("cause")
	err := Line{File: "rules.txt", Number: 7}.Errorf("no %s: %w", "rule", cause)
	assert.EqualError(t, err, "rules.txt:7: no rule: cause")
	assert.ErrorIs(t, err, cause)
}

func TestReadFS(t *testing.T) {
	files := fstest.MapFS{"rules/a.txt": {Data: []byte("one")}}
	f, err := ReadFS(files, "rules/a.txt")
	require.NoError(t, err)
	assert.Equal(t, "rules/a.txt:1", f.Lines[0].Pos())
	_, err = ReadFS(files, "rules/b.txt")
	assert.ErrorIs(t, err, fs.ErrNotExist)
}
