package names

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namesake-go/namesake/internal/rulefile"
)

func TestCalibrationRisesThroughTheThresholds(t *testing.T) {
	c := builtinCalibration()
	last := -1.0
	for said := 0.0; said <= 1; said += 1.0 / 4096 {
		p := c.of(said)
		assert.Greater(t, p, last)
		last = p
	}
	assert.Equal(t, 0.0, c.of(0))
	assert.Equal(t, 1.0, c.of(1))
	assert.Equal(t, DefaultSame, c.of(0.7), "Same is where F1 is highest")
	assert.Equal(t, DefaultReview, c.of(0.45))
}

func TestCalibrationTellsWhatIsWrong(t *testing.T) {
	for text, want := range map[string]string{
		"0 0\n500 600\n400 700\n1000 1000\n": "c.txt:3: the curve does not rise here",
		"0 0\nhalf 600\n1000 1000\n":         "c.txt:2:",
		"0 0\n500 600\n":                     "c.txt: the curve does not reach from 0 to 1000",
	} {
		f, err := rulefile.Parse("c.txt", text)
		require.NoError(t, err)
		_, err = readCalibration(f)
		assert.ErrorContains(t, err, want)
	}
}
