package names_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/namesake-go/namesake/names"
)

// indexOf makes an index of the names of some bearers, and gives each one's numbers.
func indexOf(bearers ...[]string) (*names.Index, [][]int32) {
	x := names.New(names.Options{}).NewIndex()
	numbers := make([][]int32, len(bearers))
	for i, b := range bearers {
		for range b {
			numbers[i] = append(numbers[i], int32(x.Len()+len(numbers[i])))
		}
		x.Add(b...)
	}
	x.Learn(slices.Values(numbers))
	return x, numbers
}

func TestWordsOfOneBearerAreAlternates(t *testing.T) {
	bearers := [][]string{{"Albe Dark", "Alberto Dark"}, {"Albe Moro", "Alberto Moro"}, {"Albe Sato", "Alberto Sato", "A. Sato"},
		{"Ines Lind", "Ines Berg"}, {"Alberto Vance"}, {"Alba Vance"}}
	x, _ := indexOf(bearers...)
	assert.Equal(t, []string{"Alberto Vance"}, texts(x, bearers, "Albe Vance")[:1], "Albe is Alberto with three bearers of three")
	x.Learn(slices.Values([][]int32(nil)))
	assert.NotEqual(t, []string{"Alberto Vance"}, texts(x, bearers, "Albe Vance")[:1], "nobody known, nothing learned")
}

// texts gives the names found, the best first.
func texts(x *names.Index, bearers [][]string, query string) []string {
	var all, found []string
	for _, b := range bearers {
		all = append(all, b...)
	}
	for _, n := range near(x, names.Parse(query), 3) {
		found = append(found, all[n])
	}
	return found
}

func TestNamesFitTogether(t *testing.T) {
	x, of := indexOf([]string{"Wladimir Ivanov", "Vladimir Iwanow"}, []string{"Vladimir Ivanov"}, []string{"Boris Iwanow"}, []string{"Rita Lind"})
	s := x.Search(names.Parse("Wladimir Iwanow"), 5)
	defer s.Close()
	both, one, brother, other := s.Fit(of[0]), s.Fit(of[1]), s.Fit(of[2]), s.Fit(of[3])
	assert.Greater(t, both, one, "each word is on record for the one, if not in one name")
	assert.Greater(t, one, brother, "Boris is another")
	assert.Greater(t, brother, other)
	assert.Less(t, s.Fit(nil), other, "who has no name fits least")
}
