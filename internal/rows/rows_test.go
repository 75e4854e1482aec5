package rows_test

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/unicode"

	"github.com/namesake-go/namesake/internal/rows"
)

// read gives each row as "line number: fields" or its refusal.
func read(t *testing.T, text string) []string {
	t.Helper()
	table, err := rows.ReadTable("x.csv", strings.NewReader(text))
	require.NoError(t, err)
	var out []string
	for row, err := range table.All() {
		if err != nil {
			out = append(out, err.Error())
			continue
		}
		out = append(out, strings.Join(append([]string{string(rune('0' + row.Line)), string(rune('0' + row.Number))}, row.Fields...), "|"))
	}
	return out
}

func TestRowsKeepTheirLines(t *testing.T) {
	assert.Equal(t, []string{"2|1|a|1", "4|2|b\nb|2", "6|3|c|3"}, read(t, "name,n\na,1\n\n\"b\nb\",2\nc,3"))
	assert.Equal(t, []string{"2|1|a|1", "4|2|b\nb|2", "6|3|c|3"}, read(t, "\ufeffname,n\r\na,1\r\n\r\n\"b\r\nb\",2\r\nc,3\r\n"))
}

func TestAFaultyRowDoesNotTakeOthersWithIt(t *testing.T) {
	assert.Equal(t, []string{
		"2|1|a|1",
		"x.csv:3: not UTF-8; save the file as UTF-8",
		"x.csv:4: a quote opens and does not close before a comma or the end of a line; close it or leave it out",
		"5|4|d|4",
		`x.csv:6: a quote inside a field without quotes; write the field as "Dwayne ""Rock"" Johnson"`,
		"x.csv:7: 3 fields where the header has 2; put a field with a comma in quotes",
		"8|7|g|7",
	}, read(t, "name,n\na,1\nb\xff,2\n\"c,3\nd,4\ne \"e\" e,5\nf,f,6\ng,7\n"))
}

// Rows are read as they are asked for, and what a reader fails with comes behind those before it.
func TestRowsComeBeforeTheEnd(t *testing.T) {
	broken := errors.New("broken")
	table, err := rows.ReadTable("x.csv", io.MultiReader(strings.NewReader("name\n\"a\nb\"\nc\n"), iotest.ErrReader(broken)))
	require.NoError(t, err)
	var got []string
	for row, err := range table.All() {
		if err != nil {
			require.ErrorIs(t, err, broken)
			got = append(got, err.Error())
			continue
		}
		got = append(got, row.Get("name"))
	}
	assert.Equal(t, []string{"a\nb", "c", "x.csv: cannot be read: broken"}, got)
}

// An open quote takes all lines to the end; these are read anew, faulty ones among them too.
func TestLinesAreReadAnewMoreThanOnce(t *testing.T) {
	open := "a quote opens and does not close before a comma or the end of a line; close it or leave it out"
	bare := `a quote inside a field without quotes; write the field as "Dwayne ""Rock"" Johnson"`
	assert.Equal(t, []string{"x.csv:2: " + open, "x.csv:3: " + bare, "x.csv:4: " + bare, "5|4|c"}, read(t, "name\n\"a\nb \"b\nb\" b\nc\n\""+"\n")[:4])
}

func TestUTF16(t *testing.T) {
	for _, order := range []unicode.Endianness{unicode.LittleEndian, unicode.BigEndian} {
		text, err := unicode.UTF16(order, unicode.UseBOM).NewEncoder().String("name\r\nЖапаров\r\n")
		require.NoError(t, err)
		assert.Equal(t, []string{"2|1|Жапаров"}, read(t, text))
	}
}

func TestTableErrors(t *testing.T) {
	_, err := rows.ReadTable("x.csv", strings.NewReader(""))
	assert.EqualError(t, err, "x.csv: is empty; needs a header line with a column name")
	_, err = rows.ReadTable("x.csv", strings.NewReader("name,\xff\n"))
	assert.EqualError(t, err, "x.csv:1: not UTF-8; save the file as UTF-8")

	_, err = rows.ReadTable("x.csv", strings.NewReader("\x7fELF\x00\x00"))
	assert.EqualError(t, err, "x.csv: is no text, it holds NUL bytes; give a CSV file")

	table, err := rows.ReadTable("x.csv", strings.NewReader("id;name\n"))
	require.NoError(t, err)
	assert.EqualError(t, table.Need("name"), "x.csv:1: no column name among: id;name; put commas between the columns")

	table, err = rows.ReadTable("x.csv", strings.NewReader("id, Nmae\n"))
	require.NoError(t, err)
	assert.True(t, table.Has("ID"))
	assert.EqualError(t, table.Need("id", "name"), "x.csv:1: no column name among: id, Nmae; did you mean Nmae? Rename it")
	assert.ErrorContains(t, table.Need("canonical"), "; name the column in the first line")
}

func TestLines(t *testing.T) {
	var got []string
	for line, err := range rows.Lines("-", strings.NewReader("\ufeffa\r\n\nb\xff\nc")) {
		if err != nil {
			got = append(got, err.Error())
			continue
		}
		got = append(got, line.Text)
	}
	assert.Equal(t, []string{"a", "", "-:3: not UTF-8; save the file as UTF-8", "c"}, got)
}

func TestUnusable(t *testing.T) {
	assert.Empty(t, rows.Unusable(strings.Repeat("a", rows.MaxName)))
	assert.Equal(t, "the name is 1001 bytes long, a name has at most 1000; is a quote not closed?", rows.Unusable(strings.Repeat("a", rows.MaxName+1)))
	assert.Equal(t, "the name is empty; write a name or leave the row out", rows.Unusable(" "))
}
