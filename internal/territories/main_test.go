package main

import (
	"bytes"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTheFileIsWhatTheProgramWrites(t *testing.T) {
	kept, err := os.ReadFile("../../names/rules/territories.txt")
	require.NoError(t, err)
	var out bytes.Buffer
	require.NoError(t, write(&out))
	assert.Equal(t, string(kept), out.String(), "run go run ./internal/territories > names/rules/territories.txt")
}
