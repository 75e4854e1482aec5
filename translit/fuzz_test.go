package translit_test

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/transform"

	"github.com/namesake-go/namesake/translit"
)

// Whatever the rules, parsing ends with a table or with errors that say where; and whatever the text,
// the table comes to an end, accounts for every byte, and reads a stream as it reads a string.
func FuzzParse(f *testing.F) {
	for _, id := range translit.IDs() {
		text, err := os.ReadFile("rules/" + id + ".txt")
		require.NoError(f, err)
		f.Add(string(text), "Жук محمد")
	}
	for _, rules := range []string{
		"a → | b ; b → | a ;", "([a-z]*) → | $1 $1 ;", "{ } x → y ;", "[^[:L:]] { a } $ → &Any-Upper(&Lower($0)b) @@|;",
		"$a=[b-d]; (($a)+ 'xy'?)* { q } [$] > $2 ;", "a <> b ; ^ c < d ;", "::[a-z];::NFD(NFC);ä→ae;::Null;::(x);", `\u0041 → \x{1F600} ; [{ab}{abc}]→'';`,
		"a → b|@ c ; |@@ x < y ; [a-z&[b]] → |@@ d; use variable range 1 2 ;", "[[[[", "((((", "'", "\\", "::", "$", "x → $1;", "∆Upper(a)→b;",
	} {
		f.Add(rules, "abcxyq ABC\nab\xffЖ")
	}
	f.Fuzz(func(t *testing.T, rules, text string) {
		table, err := translit.Parse("fuzz.txt", rules)
		if err != nil {
			for line := range strings.SplitSeq(err.Error(), "\n") {
				assert.True(t, strings.HasPrefix(line, "fuzz.txt:"), line)
			}
			return
		}
		checkTable(t, table, text, 7)
	})
}

func FuzzTransform(f *testing.F) {
	for i := range translit.IDs() {
		f.Add("Сооронбай Жээнбеков\nХРУЩЁВ\xff عبد الرحمن ", i, 5)
	}
	f.Fuzz(func(t *testing.T, text string, table, chunk int) {
		ids := translit.IDs()
		checkTable(t, translit.MustBuiltin(ids[uint(table)%uint(len(ids))]), text, chunk)
	})
}

func checkTable(t *testing.T, table *translit.Table, text string, chunk int) {
	want := table.String(text)
	traced, steps := table.Trace(text)
	require.Equal(t, want, traced)
	assertTiles(t, text, want, steps)
	require.Equal(t, "x"+want, string(table.Append([]byte("x"), text)))
	require.Equal(t, want, inChunks(t, table, text, 1+int(uint(chunk)%2000)))
	n, err := table.Span([]byte(text), true)
	require.Equal(t, text[:n], want[:n])
	require.Equal(t, err == nil, text == want)
	n, err = table.Span([]byte(text), false) // more text may come: what is spanned already stays as it is all the same
	require.Equal(t, text[:n], want[:n])
	require.NotEqual(t, transform.ErrShortDst, err)
}

// inChunks feeds the text to Transform in pieces, as a reader with a growing buffer would.
func inChunks(t *testing.T, table *translit.Table, text string, size int) string {
	var out bytes.Buffer
	dst := make([]byte, 64)
	for from, to := 0, 0; from < len(text); {
		nDst, nSrc, err := table.Transform(dst, []byte(text[from:to]), to == len(text))
		out.Write(dst[:nDst])
		from += nSrc
		switch {
		case errors.Is(err, transform.ErrShortSrc):
			to = min(to+size, len(text))
		case errors.Is(err, transform.ErrShortDst):
			if nDst == 0 {
				dst = make([]byte, 2*len(dst))
			}
		default:
			require.NoError(t, err)
			to = min(to+size, len(text))
		}
	}
	return out.String()
}

// Whatever goes through two tables, the trace of the relay accounts for every byte of both its ends.
func FuzzRelay(f *testing.F) {
	for i := range translit.IDs() {
		f.Add("Сооронбай Жээнбеков\nХРУЩЁВ\xff عبد الرحمن 毛泽东", i, i/2)
	}
	f.Fuzz(func(t *testing.T, text string, first, second int) {
		ids := translit.IDs()
		r := relay(t, ids[uint(first)%uint(len(ids))], ids[uint(second)%uint(len(ids))])
		out, steps := r.Trace(text)
		require.Equal(t, r.String(text), out)
		assertRelayTiles(t, text, out, steps)
	})
}
