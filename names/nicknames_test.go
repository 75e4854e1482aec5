package names

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// Each example of nicknames.txt is one name by its line, or by a cheaper one: strong lines are the same, weak ones are
// at least not the name of somebody else.
func TestExamplesOfNicknames(t *testing.T) {
	m := New(Options{})
	examples := 0
	for _, line := range builtinForms().lines {
		for _, example := range line.Example {
			if slices.ContainsFunc(spellingsOf(line), func(name string) bool { return strings.Contains(name, " ") }) {
				continue // of several words
			}
			examples++
			e := m.Explain(Parse(example.Left), Parse(example.Right))
			if line.Section == "translated" {
				assert.NotEqual(t, Different, e.Decision, "%s: %s", line.Pos(), e)
				continue
			}
			assert.Equal(t, Same, e.Decision, "%s: %s", line.Pos(), e)
		}
	}
	assert.NotZero(t, examples)
}
