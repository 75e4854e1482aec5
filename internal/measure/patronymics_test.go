package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPatronymicsAreToldApart(t *testing.T) {
	counts, _, _, err := judgePatronymics(patronymicPairs)
	require.NoError(t, err)
	assert.Equal(t, patronymicPairs, counts.N())
	assert.GreaterOrEqual(t, counts.Precision(), .97)
	assert.GreaterOrEqual(t, counts.Recall(), .97)
}

// A true pair is one letter off and makes no other real name; a false one differs in the words that its kind says.
func TestMadePairsAreWhatTheyClaim(t *testing.T) {
	m, err := newMaker(1)
	require.NoError(t, err)
	for range 500 {
		p := m.draw()
		whole := m.name(p)
		off, _ := m.oneLetterOff(whole)
		changed := 0
		for _, words := range [][2]string{{whole.surname, off.surname}, {whole.given, off.given}, {whole.patronymic, off.patronymic}} {
			if words[0] != words[1] {
				changed++
				assert.False(t, m.real[words[1]], "%s is another real name", words[1])
			}
		}
		assert.Equal(t, 1, changed, "%v %v", whole, off)
		for _, how := range strangers {
			q := p
			how.change(m, &q)
			assert.NotEqual(t, whole, m.name(q), how.kind)
		}
	}
}
