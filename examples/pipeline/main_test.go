package main

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namesake-go/namesake/internal/golden"
)

func TestOutput(t *testing.T) {
	in, err := os.Open("names.csv")
	require.NoError(t, err)
	defer in.Close()
	var out strings.Builder
	require.NoError(t, run(in, &out))
	golden.Equal(t, "testdata/want.txt", out.String())
}

func TestNoRows(t *testing.T) {
	assert.ErrorContains(t, run(strings.NewReader(""), nil), "no rows")
}
