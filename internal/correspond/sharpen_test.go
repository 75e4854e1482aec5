package correspond

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func plainWord(s string) Word { return NewWord([]rune(s)) }

// к is c as often as k; the choices say that where both are on offer k is right.
func TestSharpenTellsSpellingsFromWrongWords(t *testing.T) {
	found := []Found{{"а", "a", 9, 0.5}, {"к", "c", 9, 1}, {"к", "k", 9, 1}, {"к", "q", 9, 3}}
	choices := []Choice{
		{Native: plainWord("ак"), Right: []Word{plainWord("ak")}, Wrong: []Word{plainWord("ac")}},
		{Native: plainWord("ка"), Right: []Word{plainWord("qa"), plainWord("ka")}, Wrong: []Word{plainWord("ca"), plainWord("a")}},
	}
	sharper := Sharpen(found, [][]Found{found}, choices, 20, 0.2)
	require.Len(t, sharper, len(found))
	assert.Less(t, sharper[2].Nats, found[2].Nats, "к ~ k is right")
	assert.Greater(t, sharper[1].Nats, found[1].Nats, "к ~ c is wrong")
	assert.Equal(t, found[3].Nats, sharper[3].Nats, "к ~ q: a cheaper spelling stands beside it, so it is neither")
	assert.Equal(t, 1.0, found[1].Nats, "what was found is left as it is")
}

// A rule that a fold does not know is not taken there: the choice teaches nothing of it.
func TestSharpenBeginsWithWhatOthersFound(t *testing.T) {
	found := []Found{{"а", "a", 9, 0.5}, {"ка", "qa", 1, -2}, {"к", "k", 9, 1}}
	without := [][]Found{{found[0], found[2]}}
	choices := []Choice{{Native: plainWord("ка"), Right: []Word{plainWord("qa")}, Wrong: []Word{plainWord("ka")}}}
	sharper := Sharpen(found, without, choices, 5, 0.2)
	assert.Equal(t, -2.0, sharper[1].Nats)
	assert.Greater(t, sharper[2].Nats, 1.0)
}

// An accented letter is taken as itself or as its base, whichever costs less.
func TestSharpenReadsAccents(t *testing.T) {
	found := []Found{{"е", "e", 9, 1}, {"е", "é", 9, 2}, {"е", "o", 9, 1.2}}
	choices := []Choice{{Native: plainWord("е"), Right: []Word{plainWord("é")}, Wrong: []Word{plainWord("o")}}}
	sharper := Sharpen(found, [][]Found{found}, choices, 5, 0.2)
	assert.Less(t, sharper[0].Nats, 1.0)
	assert.Equal(t, 2.0, sharper[1].Nats)
}
