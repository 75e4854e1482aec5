package dataset

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPartOfIsFixed(t *testing.T) {
	// Were these to move, figures of two versions could not be compared.
	got := map[string]Part{}
	for _, k := range []string{"", "entity10000", "entity10001", "e0", "e1", "e2", "e3"} {
		got[k] = PartOf(k)
	}
	assert.Equal(t, map[string]Part{
		"": Train, "entity10000": Train, "entity10001": Test, "e0": Train, "e1": Test, "e2": Train, "e3": Test,
	}, got)
}

func TestPartOfHalves(t *testing.T) {
	train, runs := 0, 0
	for i := range 10000 {
		if PartOf("e"+strconv.Itoa(i)) == Train {
			train++
		}
		if PartOf("e"+strconv.Itoa(i)) != PartOf("e"+strconv.Itoa(i+1)) {
			runs++
		}
	}
	assert.InDelta(t, 5000, train, 250)
	assert.InDelta(t, 5000, runs, 500, "neighbours must not go together, nor alternate")
}

func TestParsePart(t *testing.T) {
	p, err := ParsePart("test")
	require.NoError(t, err)
	assert.Equal(t, Test, p)
	_, err = ParsePart("tset")
	assert.EqualError(t, err, `part "tset" is unknown; give train, test or all`)
}

func write(t *testing.T, name, text string) (dir string) {
	dir = t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	return dir
}

func TestErrorsNameTheLine(t *testing.T) {
	dir := write(t, "name_pairs.csv", "schema,name1,name2,match,category,logicv2\nPerson,a,b,true,,\nPerson,a,b,maybe,,\n")
	_, err := Pairs(dir, All)
	assert.EqualError(t, err, filepath.Join(dir, "name_pairs.csv")+`:3: match is "maybe"; write true or false`)

	dir = write(t, "x.csv", "mention,name\na,b\n")
	_, err = Mentions(dir, "x", All)
	assert.ErrorContains(t, err, "x.csv:1: no column entity")

	dir = write(t, "x.csv", "mention,name,entity\na,b,c\na,d,c\n")
	_, err = Mentions(dir, "x", All)
	assert.ErrorContains(t, err, "x.csv:3: mention a stands in line 2 too")

	_, err = Tokens(dir, "klingon", All)
	assert.ErrorContains(t, err, "tokens_klingon.csv")
	assert.ErrorContains(t, err, "NAMESAKE_DATA")
}

func TestTheHalvesMakeTheWhole(t *testing.T) {
	dir := os.Getenv("NAMESAKE_DATA")
	if dir == "" {
		t.Skip("NAMESAKE_DATA is not set: no data to split")
	}
	count := map[string]map[Part]int{}
	for _, part := range []Part{Train, Test, All} {
		note := func(set string, n int, err error) {
			require.NoError(t, err)
			if count[set] == nil {
				count[set] = map[Part]int{}
			}
			count[set][part] = n
		}
		pairs, err := Pairs(dir, part)
		note("pairs", len(pairs), err)
		for _, s := range append(Organisations, People...) {
			m, err := Mentions(dir, s, part)
			note(s, len(m), err)
		}
		for _, s := range append(FullNames, Languages...) {
			tokens, err := Tokens(dir, s, part)
			note(s, len(tokens), err)
		}
	}
	for set, n := range count {
		assert.Equal(t, n[All], n[Train]+n[Test], set)
		assert.InDelta(t, .5, float64(n[Test])/float64(n[All]), .06, set)
	}
}
