package names

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Each line of testdata/people.txt is two names and what Compare decides, in either order.
func TestPeople(t *testing.T) {
	text, err := os.ReadFile("testdata/people.txt")
	require.NoError(t, err)
	m := New(Options{})
	for line := range strings.Lines(string(text)) {
		line, why, _ := strings.Cut(line, "#")
		fields := strings.Split(strings.TrimSpace(line), " ; ")
		if fields[0] == "" {
			continue
		}
		require.Len(t, fields, 3, line)
		a, b := Parse(fields[0]), Parse(fields[1])
		for _, e := range []Explanation{m.Explain(a, b), m.Explain(b, a)} {
			if not, want := strings.CutPrefix(fields[2], "not "); want {
				assert.NotEqual(t, not, e.Decision.String(), "%s%s", why, e)
				continue
			}
			assert.Equal(t, fields[2], e.Decision.String(), "%s%s", why, e)
		}
	}
}
