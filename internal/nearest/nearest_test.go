package nearest_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/namesake-go/namesake/internal/nearest"
)

func TestTo(t *testing.T) {
	commands := []string{"id", "find", "cluster", "compare", "explain"}
	for _, c := range []struct{ word, want string }{
		{"clutser", "cluster"}, // two letters swapped
		{"FIND", "find"},       // case does not count
		{"comapre", "compare"},
		{"xy", ""}, // both letters would change
		{"registry", ""},
	} {
		assert.Equal(t, c.want, nearest.To(c.word, commands), c.word)
	}
	assert.Equal(t, "; did you mean find?", nearest.Hint("fnd", commands))
	assert.Empty(t, nearest.Hint("registry", commands))
}
