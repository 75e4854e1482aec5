package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namesake-go/namesake/translit"
)

// TestAddingALanguage does what CONTRIBUTING.md says: it writes the rule file shown there under the name
// given there into an empty folder, types the commands and wants what they are shown to print, and then
// opens the folder as a program would.
func TestAddingALanguage(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "CONTRIBUTING.md"))
	require.NoError(t, err)
	_, section, found := strings.Cut(string(text), "## Adding a language\n")
	require.True(t, found)
	section, _, _ = strings.Cut(section, "\n## ")
	assert.Len(t, regexp.MustCompile(`(?m)^\d\. `).FindAllString(section, -1), 4, "four steps")

	t.Chdir(t.TempDir())
	name := regexp.MustCompile("`(\\S+-t-\\S+-m0-[a-z]+\\.txt)`\\.").FindStringSubmatch(section)
	require.NotNil(t, name)
	require.NoError(t, os.WriteFile(name[1], []byte(block(t, section, "text")), 0o644))

	session := block(t, section, "console")
	commands := regexp.MustCompile(`(?m)^\$ (?:echo '(.*)' \| )?namesake (.*)\n([^$]*)`).FindAllStringSubmatch(session, -1)
	require.Len(t, commands, 2)
	for _, c := range commands {
		var out, errw strings.Builder
		status := run(words(c[2]), strings.NewReader(c[1]+"\n"), &out, &errw)
		assert.Equal(t, exitDone, status, c[2])
		assert.Equal(t, c[3], out.String(), c[2])
		assert.Empty(t, errw.String(), c[2])
	}

	library, err := translit.Open(os.DirFS("."))
	require.NoError(t, err)
	id := strings.TrimSuffix(name[1], ".txt")
	assert.Equal(t, []string{id}, library.IDs())
	table, err := library.Table(id)
	require.NoError(t, err)
	assert.Equal(t, strings.TrimSpace(commands[1][3]), table.String(commands[1][1]))
	assert.NotEmpty(t, library.Heading(id))
}

// block is the first fenced block of a kind, without the indent that it has within a list.
func block(t *testing.T, text, kind string) string {
	found := regexp.MustCompile("(?s)   ```" + kind + "\n(.*?)   ```").FindStringSubmatch(text)
	require.NotNil(t, found, kind)
	return regexp.MustCompile(`(?m)^   `).ReplaceAllString(found[1], "")
}
