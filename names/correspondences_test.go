package names

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Each rule's example must be aligned through that very rule, within the limit for one word.
func TestExamplesOfCorrespondences(t *testing.T) {
	m := New(Options{})
	al := m.aligner()
	for _, rule := range m.rules.rules {
		if !assert.NotEmpty(t, rule.line.Example, "%s: a rule needs an example", rule.line.Pos()) {
			continue
		}
		used := false
		for _, example := range rule.line.Example {
			a, b := splitWords(example.Left), splitWords(example.Right)
			require.Len(t, a, 1, rule.line.Pos())
			require.Len(t, b, 1, rule.line.Pos())
			links, cost := al.links(a[0].spelled, b[0].spelled)
			for _, l := range links {
				used = used || l.rule != nil && l.rule.line.Number == rule.line.Number
			}
			assert.LessOrEqual(t, cost, m.allowed(a[0].spelled, b[0].spelled), "%s: %s = %s", rule.line.Pos(), example.Left, example.Right)
		}
		assert.True(t, used, "%s: %v does not pass through its rule", rule.line.Pos(), rule.line.Fields)
	}
}
