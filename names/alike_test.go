package names

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// Two spellings on one side of a line are on two sides of no other.
func TestNamesApartAgree(t *testing.T) {
	for _, line := range mustRead("names-apart.txt").Lines {
		sides := strings.Split(strings.Join(line.Fields, " "), " ~ ")
		assert.Greater(t, len(sides), 1, "%s has one side", line.Pos())
		for _, one := range sides {
			for a := range strings.SplitSeq(one, " = ") {
				for b := range strings.SplitSeq(one, " = ") {
					assert.Empty(t, alike(a, b), "%s: %s and %s are two names on another line", line.Pos(), a, b)
				}
			}
		}
	}
}
