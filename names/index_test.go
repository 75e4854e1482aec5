package names_test

import (
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namesake-go/namesake/internal/measure/dataset"
	"github.com/namesake-go/namesake/names"
)

func near(x *names.Index, name names.Name, most int) []int {
	s := x.Search(name, most)
	defer s.Close()
	return s.Near()
}

func TestIndexFindsWhatComparesBest(t *testing.T) {
	m := names.New(names.Options{})
	x := m.NewIndex()
	assert.Empty(t, near(x, names.Parse("Ann Lee"), 3), "nothing is near in an empty index")
	known := []string{"Sooronbay Jeenbekov", "Asylbek Jeenbekov", "Sadyr Japarov", "Abd al-Rahman Saleh", "William Carter",
		"Жээнбеков Сооронбай", "J. Carter", "Hale-Winters, Jane", "Mohammad Hasni", "", "?!", "Ли Анна", "Bank of Ann Lee", "OAO Gazprom"}
	x.Add(known[:5]...)
	x.Add(known[5:]...)
	require.Equal(t, len(known), x.Len())
	for query, want := range map[string]string{
		"Surunbai Jinbekov": "Sooronbay Jeenbekov", "Asilbek Genbekov": "Asylbek Jeenbekov", "Sadir Jabbarov": "Sadyr Japarov",
		"Abdulrahman Salih": "Abd al-Rahman Saleh", "Bill Carter": "William Carter", "Садыр Жапаров": "Sadyr Japarov",
		"CARTER, J.": "J. Carter", "Winters": "Hale-Winters, Jane", "Mohammadhasni": "Mohammad Hasni", "Anna Li": "Ли Анна",
		"سوورونباي جينبيكوف": "Sooronbay Jeenbekov",
	} {
		near := near(x, names.Parse(query), 3)
		if assert.NotEmpty(t, near, query) {
			assert.Contains(t, []string{known[near[0]], known[near[min(1, len(near)-1)]]}, want, query)
		}
	}
	assert.Empty(t, near(x, names.Parse("?!"), 3), "what has no words is near nothing")
	for _, a := range known {
		for j, b := range known {
			assert.Equal(t, m.Compare(m.Parse(a), m.Parse(b)), x.Compare(m.Parse(a), j), "%s, %s", a, b)
		}
	}
}

// TestIndexLosesLittle holds the index to all pairs: among the names near a mention is one that compares as well as the best
// of all.
func TestIndexLosesLittle(t *testing.T) {
	dir := os.Getenv("NAMESAKE_DATA")
	if dir == "" {
		t.Skip("NAMESAKE_DATA is not set: no names to look up")
	}
	m := names.New(names.Options{})
	for set, least := range map[string]float64{"relay_people": .97, "ofac_people": .97, "un_people": .90} {
		mentions, err := dataset.Mentions(dir, set, dataset.Train)
		require.NoError(t, err)
		mentions = mentions[:min(len(mentions), 1200)]
		x := m.NewIndex()
		var texts []string
		var queries, parsed []names.Name
		for i, mention := range mentions {
			if i%7 == 0 {
				queries = append(queries, names.Parse(mention.Name))
				continue
			}
			texts, parsed = append(texts, mention.Name), append(parsed, names.Parse(mention.Name))
		}
		x.Add(texts...)
		looked, found := 0, 0
		for _, q := range queries {
			best := 0.0
			for _, other := range parsed {
				best = max(best, m.Compare(q, other).Probability)
			}
			if best < names.DefaultSame {
				continue
			}
			looked++
			if slices.ContainsFunc(near(x, q, 30), func(n int) bool { return x.Compare(q, n).Probability >= best }) {
				found++
			}
		}
		for i := 0; i < len(parsed); i += 7 {
			j := (i * 31) % len(parsed)
			require.Equal(t, m.Compare(parsed[i], parsed[j]), x.Compare(parsed[i], j), "%s, %s", texts[i], texts[j])
		}
		t.Logf("%s: %d looked up, %.3f with the best among those near", set, looked, float64(found)/float64(looked))
		assert.GreaterOrEqual(t, float64(found)/float64(looked), least, set)
	}
}

// TestWarmFindsTheSame: that words were compared with one another at once changes nothing of what is found.
func TestWarmFindsTheSame(t *testing.T) {
	known := []string{"Sooronbay Jeenbekov", "Surunbay Zheenbekov", "Sadyr Japarov", "Sadir Zhaparov", "Anna Lindqvist", "Ann Lindquist",
		"Жээнбеков Сооронбай", "Hanna Lundqvist", "Ivan Petrov", "Iwan Petroff", "J. Petrov", "Mohammed Hasan", "Muhammad Hassan", "Hassan Ali"}
	warm, cold := names.New(names.Options{}).NewIndex(), names.New(names.Options{}).NewIndex()
	warm.Add(known...)
	cold.Add(known...)
	warm.Warm(0)
	for _, q := range append(known, "Surunbai Jinbekov", "Mohamed Hassan", "Anna Lindkvist", "Yvan Petrow") {
		assert.Equal(t, near(cold, names.Parse(q), 5), near(warm, names.Parse(q), 5), q)
	}
}
