package translit

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every rule file loads, and what its comments promise is so.
func TestBuiltinExamples(t *testing.T) {
	require.NotEmpty(t, IDs())
	for _, id := range IDs() {
		t.Run(id, func(t *testing.T) {
			table, err := Builtin(id)
			require.NoError(t, err)
			assert.NotEmpty(t, table.examples, "the file has no examples")
			for _, e := range table.examples {
				assert.Equal(t, e.out, table.String(e.in), "%s: %s", e.at, e.in)
			}
		})
	}
}
