package translit_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namesake-go/namesake/translit"
)

func relay(t testing.TB, ids ...string) translit.Relay {
	t.Helper()
	r, err := translit.NewRelay(ids...)
	require.NoError(t, err)
	return r
}

func TestRelay(t *testing.T) {
	_, err := translit.NewRelay("ru-Latn-t-ru-m0-bgn", "ru-Latn-t-ru-m0-bng")
	assert.ErrorContains(t, err, "did you mean ru-Latn-t-ru-m0-bgn?")
	assert.Equal(t, "Жук", relay(t).String("Жук"), "no table, no change")
	assert.Equal(t, "Guseyn", relay(t, "ar-Cyrl-t-ar-m0-older", "ru-Latn-t-ru-m0-bgn").String("حسين"))
}

// The trace of a relay leads from the bytes of the first script to those of the last, and names the rule
// of each file that did it.
func TestRelayTrace(t *testing.T) {
	in := "Жапаров"
	out, steps := relay(t, "und-Arab-t-und-cyrl-m0-news", "ar-Latn-t-ar-m0-egypt").Trace(in)
	assert.Equal(t, "Gabarov", out)
	assertRelayTiles(t, in, out, steps)
	first := steps[0]
	assert.Equal(t, "Ж", in[first.Src.Start:first.Src.End])
	assert.Equal(t, "G", out[first.Dst.Start:first.Dst.End])
	require.Len(t, first.Stages, 2)
	assert.Equal(t, "ج", first.Stages[0].Text)
	assert.Equal(t, "und-Arab-t-und-cyrl-m0-news.txt", first.Stages[0].Steps[0].File)
	assert.Equal(t, lineOf(t, "und-Arab-t-und-cyrl-m0-news.txt", "[жҗҷџђ] → ج"), first.Stages[0].Steps[0].Line)
	assert.Equal(t, "ar-Latn-t-ar-m0-egypt", first.Stages[1].Table)
	assert.Contains(t, first.Stages[1].Steps[0].File, "ar-Latn-t-ar-m0-")
}

// Tables that cut the text differently, delete and insert: the steps still tile.
func TestRelayTraceOfRoughTables(t *testing.T) {
	parse := func(file, rules string) *translit.Table {
		table, err := translit.Parse(file, rules)
		require.NoError(t, err)
		return table
	}
	delete := parse("delete.txt", "[ac] → ;")
	pairs := parse("pairs.txt", "b d → x ; x e → y z ;")
	insert := parse("insert.txt", "^ { } [:L:] → '<' ; [:L:] { } $ → '>' ;")
	for _, r := range []translit.Relay{{delete}, {delete, pairs}, {pairs, delete, insert}, {insert, pairs, insert}, {pairs, pairs, pairs}, {}} {
		for _, in := range []string{"", "a", "aac", "abcde", "bdbdexe\nabd", "qbd\xffcc", "ca b d\n\na"} {
			out, steps := r.Trace(in)
			assert.Equal(t, r.String(in), out)
			assertRelayTiles(t, in, out, steps)
			for _, s := range steps {
				assert.Len(t, s.Stages, len(r))
			}
		}
	}
}

func assertRelayTiles(t *testing.T, in, out string, steps []translit.RelayStep) {
	t.Helper()
	src, dst, mid := 0, 0, map[int]string{}
	for _, s := range steps {
		require.Equal(t, src, s.Src.Start, "%v", steps)
		require.Equal(t, dst, s.Dst.Start, "%v", steps)
		src, dst = s.Src.End, s.Dst.End
		for k, stage := range s.Stages {
			mid[k] += stage.Text
		}
		if last := len(s.Stages) - 1; last >= 0 {
			require.Equal(t, out[s.Dst.Start:s.Dst.End], s.Stages[last].Text)
		}
	}
	require.Equal(t, len(in), src)
	require.Equal(t, len(out), dst)
	for k := range len(mid) {
		at := 0
		for _, s := range steps {
			for _, step := range s.Stages[k].Steps {
				require.Equal(t, at, step.Dst.Start)
				at = step.Dst.End
			}
		}
		require.Equal(t, len(mid[k]), at)
	}
}
