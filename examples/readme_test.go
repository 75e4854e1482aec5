package examples_test

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namesake-go/namesake/names"
)

// These are the README's lines of Go.
func Example() {
	m := names.New(names.Options{}) // the built-in rules
	a, b := names.Parse("Surunbai Jinbekov"), names.Parse("Сооронбай Жээнбеков")
	r := m.Compare(a, b)
	fmt.Println(r.Decision, m.Explain(a, b).Cost == r.Cost)

	mentions := []names.Mention{{Name: "Sadir Jabbarov"}, {Name: "Jane Smith"}, {Name: "Садыр Жапаров"}}
	for _, c := range m.Cluster(mentions) {
		fmt.Println(c.ID, c.Canonical, len(c.Members))
	}
	// Output:
	// same true
	// c1 Sadir Jabbarov 2
	// c2 Jane Smith 1
}

func TestTheReadmeShowsTheExample(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	require.NoError(t, err)
	source, err := os.ReadFile("readme_test.go")
	require.NoError(t, err)
	shown := regexp.MustCompile("(?s)```go\n(.*?)```").FindSubmatch(readme)
	require.NotNil(t, shown, "README.md has no block of Go")
	body := regexp.MustCompile(`(?s)func Example\(\) \{\n(.*?)\n\t// Output`).FindSubmatch(source)
	want := strings.ReplaceAll("\n"+string(body[1]), "\n\t", "\n")[1:] + "\n"
	assert.Equal(t, want, string(shown[1]))
}
