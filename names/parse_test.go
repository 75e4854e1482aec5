package names

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Each line of testdata/parse.txt is a name and the roles of its words.
func TestParseFindsRoles(t *testing.T) {
	text, err := os.ReadFile("testdata/parse.txt")
	require.NoError(t, err)
	for line := range strings.Lines(string(text)) {
		line, _, _ = strings.Cut(line, "#")
		name, want, found := strings.Cut(strings.TrimSpace(line), " ; ")
		if !found {
			require.Empty(t, strings.TrimSpace(line), "no name ; roles")
			continue
		}
		var got []string
		for _, part := range Parse(name).Parts {
			got = append(got, part.Role.String())
			assert.Equal(t, part.Text, name[part.Start:part.End], name)
		}
		assert.Equal(t, strings.TrimSpace(want), strings.Join(got, " "), name)
	}
}
