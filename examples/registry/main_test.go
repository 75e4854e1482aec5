package main

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/namesake-go/namesake/internal/golden"
)

func TestOutput(t *testing.T) {
	var out strings.Builder
	require.NoError(t, run(filepath.Join(t.TempDir(), "people.ns"), &out))
	golden.Equal(t, "testdata/want.txt", out.String())
}
