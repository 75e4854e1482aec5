package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestTheReadmeSession runs every "$ namesake ..." of README.md and wants the lines under it.
func TestTheReadmeSession(t *testing.T) {
	t.Chdir(filepath.Join("..", ".."))
	readme, err := os.ReadFile("README.md")
	require.NoError(t, err)
	session := regexp.MustCompile("(?s)```console\n(.*?)```").FindSubmatch(readme)
	require.NotNil(t, session, "README.md has no terminal session")
	commands := strings.Split("\n"+string(session[1]), "\n$ namesake ")[1:]
	require.NotEmpty(t, commands)
	for _, c := range commands {
		typed, want, _ := strings.Cut(c, "\n")
		var out, errw strings.Builder
		assert.Equal(t, exitDone, run(words(typed), strings.NewReader(""), &out, &errw), typed)
		assert.Equal(t, strings.TrimRight(want, "\n"), strings.TrimRight(out.String(), "\n"), typed)
		assert.Empty(t, errw.String(), typed)
	}
}

// words splits what is typed as a shell does, as far as the README needs: quotes, no escapes.
func words(typed string) []string {
	var out []string
	for _, w := range regexp.MustCompile(`'[^']*'|"[^"]*"|\S+`).FindAllString(typed, -1) {
		out = append(out, strings.Trim(w, `'"`))
	}
	return out
}
