package translit

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const cldrFolder = "/usr/share/unicode/cldr/common"

// openCLDR opens the transforms of Debian's package unicode-cldr-core.
func openCLDR(t testing.TB) *Library {
	t.Helper()
	if _, err := os.Stat(cldrFolder); err != nil {
		t.Skip("CLDR is not there; install the package unicode-cldr-core to run this test")
	}
	l, err := Open(os.DirFS(filepath.Join(cldrFolder, "transforms")))
	require.NoError(t, err)
	return l
}

// notLoaded are the transforms of CLDR 42 that this library cannot run.
var notLoaded = map[string]string{
	"und-Latn-t-und-thai": "calls Any-BreakInternal, ICU's word breaking of Thai by a dictionary",
}

// deviations are CLDR's test data of which some lines are not met, how many, and why.
var deviations = map[string]struct {
	lines  int
	reason string
}{
	"ka-Latn-t-ka-m0-bgn-2009": {215, "the data want the letter U+02BC, the rules (and ICU 72) write the sign U+2019"},
	"my-fonipa-t-my":           {2, "the data end in a space, which the rules (and ICU 72) take away"},
}

// At least 95 % of CLDR's transforms load, and those that do not are the ones listed.
func TestCLDRLoads(t *testing.T) {
	l := openCLDR(t)
	loaded := 0
	for _, id := range l.IDs() {
		_, err := l.Table(id)
		if _, listed := notLoaded[id]; listed {
			assert.Error(t, err, id)
			continue
		}
		if assert.NoError(t, err, id) {
			loaded++
		}
	}
	t.Logf("%d of %d transforms load", loaded, len(l.IDs()))
	assert.GreaterOrEqual(t, float64(loaded), .95*float64(len(l.IDs())))
}

// CLDR's own test data, byte for byte.
func TestCLDRTestData(t *testing.T) {
	l := openCLDR(t)
	files, err := filepath.Glob(filepath.Join(cldrFolder, "testData/transforms/*-t-*.txt"))
	require.NoError(t, err)
	lines, equal := 0, 0
	for _, file := range files {
		id := strings.TrimSuffix(filepath.Base(file), ".txt")
		table, err := l.Table(id)
		require.NoError(t, err)
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		different := 0
		for line := range strings.Lines(string(data)) {
			in, want, ok := strings.Cut(strings.TrimRight(line, "\r\n"), "\t")
			if !ok || strings.HasPrefix(line, "#") {
				continue
			}
			lines++
			if got := table.String(in); got == want {
				equal++
			} else if different++; deviations[id].lines == 0 {
				t.Errorf("%s: %q gives %q, CLDR %q", id, in, got, want)
			}
		}
		assert.Equal(t, deviations[id].lines, different, id)
	}
	t.Logf("%d of %d lines are equal", equal, lines)
}
