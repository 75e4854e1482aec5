package golden

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestOnlyRuleLinesAreMasked(t *testing.T) {
	assert.Equal(t, masked("u ~ oo  5  weights.txt:9    heard"), masked("u ~ oo  5  weights.txt:130  heard"))
	assert.NotEqual(t, masked("same, 0.9312"), masked("same, 0.9313"))
	assert.NotEqual(t, masked("cost 5"), masked("cost 6"))
	assert.NotEqual(t, masked("weights.txt:9"), masked("titles.txt:9"))
	assert.Equal(t, masked("heard   weights.txt:9"), masked("heard\n  weights.txt:130"), "a rule moves to a line of its own")
}

func TestEqualAndUpdate(t *testing.T) {
	file := filepath.Join(t.TempDir(), "want.txt")
	defer func(before bool) { *update = before }(*update)

	*update = true
	Equal(t, file, "one\ntwo\n")
	EqualPart(t, file, "one\ntwo\n", 4, 7, "three")
	*update = false
	Equal(t, file, "one\nthree\n")
	EqualPart(t, file, "one\nthree\n", 4, 9, "three")
	kept, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, "one\nthree\n", string(kept), "without -update nothing is written")
}
