package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namesake-go/namesake/internal/golden"
)

// TestTheReadmeSession runs every "$ namesake ..." of README.md and wants the lines under it.
func TestTheReadmeSession(t *testing.T) {
	t.Chdir(filepath.Join("..", ".."))
	readme, err := os.ReadFile("README.md")
	require.NoError(t, err)
	block := regexp.MustCompile("(?s)```console\n(.*?)```").FindSubmatchIndex(readme)
	require.NotNil(t, block, "README.md has no terminal session")
	shown := string(readme[block[2]:block[3]])

	var session strings.Builder
	for _, typed := range regexp.MustCompile(`(?m)^\$ namesake (.*)$`).FindAllStringSubmatch(shown, -1) {
		var out, errw strings.Builder
		assert.Equal(t, exitDone, run(words(typed[1]), strings.NewReader(""), &out, &errw), typed[1])
		assert.Empty(t, errw.String(), typed[1])
		session.WriteString(typed[0] + "\n" + strings.TrimRight(out.String(), "\n") + "\n")
	}
	golden.EqualPart(t, "README.md", string(readme), block[2], block[3], session.String())
}

// words splits what is typed as a shell does, as far as the README needs: quotes, no escapes.
func words(typed string) []string {
	var out []string
	for _, w := range regexp.MustCompile(`'[^']*'|"[^"]*"|\S+`).FindAllString(typed, -1) {
		out = append(out, strings.Trim(w, `'"`))
	}
	return out
}
