// Package golden holds what a program prints against the file that shows it, so that no page tells what is no longer so.
// With -update the file is written anew instead; CONTRIBUTING.md says when.
package golden

import (
	"flag"
	"os"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden files and README.md anew; read the difference before it is committed")

// Equal wants that a file is what was printed.
func Equal(t *testing.T, file, printed string) {
	t.Helper()
	kept, err := os.ReadFile(file)
	if !*update || !os.IsNotExist(err) {
		require.NoError(t, err)
	}
	EqualPart(t, file, string(kept), 0, len(kept), printed)
}

// EqualPart wants that the bytes from start to end of a file, whose text is kept, are what was printed.
func EqualPart(t *testing.T, file, kept string, start, end int, printed string) {
	t.Helper()
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(kept[:start]+printed+kept[end:]), 0o644))
		return
	}
	assert.Equal(t, masked(kept[start:end]), masked(printed), "%s shows what is no longer printed; see CONTRIBUTING.md, Golden files", file)
}

// ruleLine is a line of a rule file, with the blanks that bring it to its column or to a line of its own.
var ruleLine = regexp.MustCompile(`\s*\b([a-z-]+\.txt):\d+ *`)

// masked hides the lines of rule files, which move when a rule is written above, and nothing else: a
// probability that moves must be seen.
func masked(s string) string { return ruleLine.ReplaceAllString(s, " $1:N ") }
