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
	assert.Equal(t, masked(string(want)), masked(out.String()))
}

// masked hides what may move without a change in what the example shows: a rule's line, and the digits of a
// probability.
func masked(s string) string {
	s = regexp.MustCompile(`\.txt:\d+ *`).ReplaceAllString(s, ".txt ")
	return regexp.MustCompile(`0\.\d+`).ReplaceAllString(s, "0.")
}
