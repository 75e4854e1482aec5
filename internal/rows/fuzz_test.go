package rows_test

import (
	"bytes"
	"encoding/csv"
	"io"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/namesake-go/namesake/internal/rows"
)

// FuzzReadTable: no input panics, every row stands behind the one before it, and what encoding/csv reads
// without complaint is read the same.
func FuzzReadTable(f *testing.F) {
	for _, s := range []string{
		"name,n\na,1\n\n\"b\nb\",2\n", "\ufeffname\r\na\r\n", "a\n\"b\n\"c\nd\n", "a,b\n\r\n\"\",\"\n", "\xff\xfea\x00\n\x00b\x00",
		"b\n\r\r\n\n", "a\n\"x\nb \"c\" d\n\"e\" f\n\"g\nh\"\ni\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		table, err := rows.ReadTable("x.csv", bytes.NewReader(text))
		if err != nil {
			require.Nil(t, table)
			return
		}
		var got [][]string
		line, number, refused := 0, 0, false
		for row, err := range table.All() {
			require.Greater(t, row.Line, line)
			require.Equal(t, number+1, row.Number)
			line, number = row.Line, row.Number
			refused = refused || err != nil
			got = append(got, row.Fields)
		}
		require.LessOrEqual(t, line, 1+bytes.Count(text, []byte("\n")))

		in, _ := rows.Decode(bytes.NewReader(text))
		plain, err := io.ReadAll(in)
		require.NoError(t, err)
		oracle := csv.NewReader(bytes.NewReader(plain))
		oracle.FieldsPerRecord = len(table.Header)
		want, err := oracle.ReadAll()
		if err != nil || !utf8.Valid(plain) {
			require.True(t, refused, "something is wrong with this table, and no row was refused")
			return
		}
		require.False(t, refused)
		require.Equal(t, want[1:], append([][]string{}, got...))
	})
}
