package main

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the terminal session into README.md; read it before it is committed")

// masked hides what may move without a change in what the command says: a rule's line, and the digits of a
// probability.
func masked(s string) string {
	s = regexp.MustCompile(`\.txt:\d+ *`).ReplaceAllString(s, ".txt ")
	return regexp.MustCompile(`0\.\d+`).ReplaceAllString(s, "0.")
}

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
	if *update {
		whole := string(readme[:block[2]]) + session.String() + string(readme[block[3]:])
		require.NoError(t, os.WriteFile("README.md", []byte(whole), 0o644))
		return
	}
	assert.Equal(t, masked(shown), masked(session.String()))
}

// words splits what is typed as a shell does, as far as the README needs: quotes, no escapes.
func words(typed string) []string {
	var out []string
	for _, w := range regexp.MustCompile(`'[^']*'|"[^"]*"|\S+`).FindAllString(typed, -1) {
		out = append(out, strings.Trim(w, `'"`))
	}
	return out
}
