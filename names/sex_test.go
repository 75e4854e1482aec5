package names

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namesake-go/namesake/internal/rulefile"
)

// Each ending of sexes-of-names.txt tells its examples apart, and no rule has none.
func TestExamplesOfSexes(t *testing.T) {
	for _, line := range mustRead("sexes-of-names.txt").Lines {
		role := map[string]Role{"given": Given, "patronymic": Patronymic, "surname": Surname}[line.Section]
		if role == NoRole {
			continue
		}
		require.Contains(t, line.Reason, " ~ ", "%s has no example", line.Pos())
		for example := range strings.SplitSeq(strings.ToLower(line.Reason), ", ") {
			his, her, _ := strings.Cut(example, " ~ ")
			one, err := readSexes(ruleFile(line))
			require.NoError(t, err)
			assert.True(t, one.opposite(role, his, her) && one.opposite(role, her, his), "%s: %s", line.Pos(), example)
			assert.True(t, builtinSexes().opposite(role, his, her), "%s: %s, with the lists", line.Pos(), example)
		}
	}
}

func TestSexesOfNamesReportsAFaultyLine(t *testing.T) {
	_, err := readSexes(ruleFile(mustRead("nicknames.txt").Lines[0]))
	assert.ErrorContains(t, err, "write man's ~ woman's")
}

func ruleFile(lines ...rulefile.Line) *rulefile.File { return &rulefile.File{Lines: lines} }
