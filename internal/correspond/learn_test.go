package correspond

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A rule that parts spellings of one name becomes cheap, one that parts two names dear, and one that is not met stays.
func TestLearn(t *testing.T) {
	rules, err := Read("rules", "ou ~ u 20\na ~ o 20\nq ~ k 20")
	require.NoError(t, err)
	var trials []Trial
	try := func(a, b string, same bool) {
		trials = append(trials, Trial{Pair{NewWord([]rune(a)), NewWord([]rune(b)), 1}, same})
	}
	for _, rest := range []string{"mira", "sina", "tera", "lina", "vera", "nela"} {
		try("bou"+rest, "bu"+rest, true)
		try("ba"+rest, "bo"+rest, false)
	}
	try("barin", "borin", true) // not always
	try("bourek", "burek", false)

	learned := rules.Learn(trials, 100, 2, 2)
	require.Len(t, learned.Rules, 3)
	assert.Less(t, learned.Rules[0].Cost, 15.0, "ou ~ u")
	assert.Greater(t, learned.Rules[1].Cost, 25.0, "a ~ o")
	assert.InDelta(t, 20, learned.Rules[2].Cost, 1e-9, "q ~ k")
	assert.InDelta(t, 6, learned.Rules[0].Spelled, 1e-9)
	assert.InDelta(t, 1, learned.Rules[0].Chance, 1e-9)

	again := rules.Learn(trials, 100, 2, 2)
	assert.Equal(t, learned, again)
	assert.Less(t, learned.Loss, 14*0.693, "better than a guess")
}
