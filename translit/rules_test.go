package translit_test

import (
	"os"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namesake-go/namesake/translit"
)

// Every rule file loads, its examples come out, and its head says where it is from.
func TestRuleFiles(t *testing.T) {
	require.NotEmpty(t, translit.IDs())
	for _, id := range translit.IDs() {
		text, err := os.ReadFile("rules/" + id + ".txt")
		require.NoError(t, err)
		assert.NoError(t, translit.Check(id+".txt", string(text)))
		for _, part := range []string{"Source", "Date", "Licence", "Deviations"} {
			assert.Regexp(t, regexp.MustCompile(`(?m)^# (.*\. )?`+part+`: `), string(text), id)
		}
	}
}

func TestCheck(t *testing.T) {
	err := translit.Check("my.txt", "$v = a ;\nб → b ; # б = p")
	assert.EqualError(t, err, "my.txt:1: variable $v is never used; use it or take it out\n"+
		"my.txt:2: б gives b, not p; correct the rule or the example")
	assert.ErrorContains(t, translit.Check("my.txt", "б → b ;"), "no examples")
}
