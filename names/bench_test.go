package names

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"testing"

	"github.com/agnivade/levenshtein"
	"github.com/stretchr/testify/require"
)

// BenchmarkCompare compares full names that are one, that of a brother, and that of another.
func BenchmarkCompare(b *testing.B) {
	m := New(Options{})
	x := Parse("Surunbai Jinbekov")
	for _, other := range [...][2]string{{"same", "JEENBEKOV, Sooronbay Sharipovich"}, {"brothers", "Asylbek Jeenbekov"}, {"unrelated", "Vladimir Norden"}} {
		y := Parse(other[1])
		b.Run(other[0], func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				m.Compare(x, y)
			}
		})
	}
}

func BenchmarkParse(b *testing.B) {
	for _, name := range [...][2]string{{"Latin", "JEENBEKOV, Sooronbay Sharipovich"}, {"Cyrillic", "Жээнбеков Сооронбай Шарипович"}, {"Arabic", "سورونباي جينبيكوف"}} {
		b.Run(name[0], func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Parse(name[1])
			}
		})
	}
}

// namePairs reads the pairs of name_pairs.csv.
func namePairs(t testing.TB) [][2]string {
	folder := os.Getenv("NAMESAKE_DATA")
	if folder == "" {
		t.Skip("NAMESAKE_DATA is not set; set it to the folder that holds name_pairs.csv")
	}
	f, err := os.Open(filepath.Join(folder, "name_pairs.csv"))
	require.NoError(t, err)
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	var pairs [][2]string
	for _, row := range rows[1:] {
		pairs = append(pairs, [2]string{row[1], row[2]})
	}
	return pairs
}

func parsePairs(pairs [][2]string) (parsed [][2]Name) {
	for _, p := range pairs {
		parsed = append(parsed, [2]Name{Parse(p[0]), Parse(p[1])})
	}
	return parsed
}

// BenchmarkComparePairs compares all of name_pairs.csv; Levenshtein on the same pairs gives the scale. One operation
// is one pair.
func BenchmarkComparePairs(b *testing.B) {
	pairs := namePairs(b)
	parsed, m := parsePairs(pairs), New(Options{})
	for _, p := range parsed {
		m.Compare(p[0], p[1]) // reads the rules of the scripts
	}
	b.Run("Compare", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			p := &parsed[i%len(parsed)]
			m.Compare(p[0], p[1])
		}
	})
	b.Run("Levenshtein", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			p := &pairs[i%len(pairs)]
			levenshtein.ComputeDistance(p[0], p[1])
		}
	})
	b.Run("Parse", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			Parse(pairs[i%len(pairs)][i/len(pairs)%2])
		}
	})
}
