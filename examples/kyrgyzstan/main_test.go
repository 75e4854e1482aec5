package main

import (
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the output to testdata; read it before it is committed")

func TestOutput(t *testing.T) {
	var out strings.Builder
	require.NoError(t, run(&out))
	if *update {
		require.NoError(t, os.WriteFile("testdata/want.txt", []byte(out.String()), 0o644))
	}
	want, err := os.ReadFile("testdata/want.txt")
	require.NoError(t, err)
	// A rule that moves to another line changes nothing.
	line := regexp.MustCompile(`\.txt:\d+ *`)
	assert.Equal(t, line.ReplaceAllString(string(want), ".txt "), line.ReplaceAllString(out.String(), ".txt "))
}
