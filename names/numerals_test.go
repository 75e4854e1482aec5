package names

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestNumerals(t *testing.T) {
	for word, want := range map[string]int{"5": 5, "005": 5, "27th": 27, "1st": 1, "2000": 2000, "24h": -1, "h24": -1, "": -1, "1234567890": -1} {
		value, ok := digits(word)
		if !ok {
			value = -1
		}
		assert.Equal(t, want, value, word)
	}
	for word, want := range map[string]int{"i": 1, "iv": 4, "viii": 8, "ix": 9, "x": 10, "xiv": 14, "xxxix": 39, "iiii": -1, "vx": -1, "xxxx": -1, "": -1} {
		value, ok := roman(word)
		if !ok {
			value = -1
		}
		assert.Equal(t, want, value, word)
	}
}
