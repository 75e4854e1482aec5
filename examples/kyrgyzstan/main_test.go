package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/namesake-go/namesake/internal/golden"
)

func TestOutput(t *testing.T) {
	var out strings.Builder
	require.NoError(t, run(&out))
	golden.Equal(t, "testdata/want.txt", out.String())
}
