package names

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// clusterOf makes one cluster of names, whatever they are.
func clusterOf(named ...string) Cluster {
	var c Cluster
	for i, name := range named {
		c.Members = append(c.Members, Member{Mention: Mention{Name: name}, Index: i, Decision: Same})
	}
	return c
}

// TestThePathIsTheOneWithTheSurestWeakestLink holds the spanning tree against all paths (Floyd and Warshall).
func TestThePathIsTheOneWithTheSurestWeakestLink(t *testing.T) {
	m := New(Options{})
	c := clusterOf("Surunbai Jinbekov", "Genbekov", "Sooronbai Jeenbekov", "Сооронбай Жээнбеков", "S. Zheenbekov", "Jinbekov",
		"سورونباي جينبيكوف", "Asil Bey Genbekov", "Асылбек Жээнбеков", "Jane Smith")
	n := len(c.Members)
	widest := make([][]float64, n)
	for i := range widest {
		widest[i] = make([]float64, n)
		for j := range widest[i] {
			widest[i][j] = m.Compare(Parse(c.Members[i].Name), Parse(c.Members[j].Name)).Probability
		}
	}
	for k := range n {
		for i := range n {
			for j := range n {
				widest[i][j] = max(widest[i][j], min(widest[i][k], widest[k][j]))
			}
		}
	}
	weakest := 1.0
	for i, from := range c.Members {
		for j, to := range c.Members {
			if i == j {
				continue
			}
			path := m.Path(c, from, to)
			require.NotEmpty(t, path)
			assert.Equal(t, from, path[0].A)
			assert.Equal(t, to, path[len(path)-1].B)
			least := 1.0
			for k, l := range path {
				least = min(least, l.probability())
				assert.Equal(t, m.Explain(Parse(l.A.Name), Parse(l.B.Name)), l.Explanation)
				if k > 0 {
					assert.Equal(t, path[k-1].B, l.A, "the path is broken")
				}
			}
			assert.Equal(t, widest[i][j], least, "%s to %s", from.Name, to.Name)
			weakest = min(weakest, least)
		}
	}
	links := m.Links(c)
	require.Len(t, links, n-1)
	assert.Equal(t, weakest, links[n-2].probability(), "the last link is the weakest")
}

func TestThePathToTheSameName(t *testing.T) {
	m := New(Options{})
	c := clusterOf("Sadyr Japarov", "Sadyr Japarov", "Sadir Jabbarov")
	path := m.Path(c, c.Members[0], c.Members[1])
	require.Len(t, path, 1)
	assert.Zero(t, path[0].Explanation.Cost)
	assert.Equal(t, 1, path[0].B.Index)
	assert.Len(t, m.Links(c), 1)
	assert.Empty(t, m.Links(clusterOf("Sadyr Japarov")))
	assert.Nil(t, m.Path(c, c.Members[0], Member{Mention: Mention{Name: "Jane Smith"}}))
}

func TestWhatHoldsALink(t *testing.T) {
	m := New(Options{})
	for _, c := range []struct {
		mentions []Mention
		held     string
	}{
		{[]Mention{{Name: "Sadyr Japarov"}, {Name: "Sadir Jabbarov"}}, ""},
		{[]Mention{{Name: "Sadyr Japarov"}, {Name: "Japarov"}}, "a short name, and this is the entity that it fits best"},
		{[]Mention{{Name: "Sadyr Japarov", Doc: "a"}, {Name: "Japarov", Doc: "a"}}, "a short name, read as this person where both stand in one document"},
	} {
		clusters := m.Cluster(c.mentions)
		require.Len(t, clusters, 1)
		links := m.Links(clusters[0])
		require.Len(t, links, 1)
		assert.Equal(t, c.held, links[0].Held)
	}
}

func TestSeparation(t *testing.T) {
	m := New(Options{})
	for _, c := range []struct {
		name     string
		mentions []Mention
		cause    Cause
		says     string
	}{
		{"sisters", []Mention{{Name: "Jane Marsh"}, {Name: "Kate Marsh"}}, Contradiction,
			"^Jane Marsh and Kate Marsh contradict each other, "},
		{"words of one role", []Mention{{Name: "Askar Jinbekov"}, {Name: "Asil Jinbekov"}}, Unlike, `^All their names together reach 0\.\d\d; one entity takes 0\.50\.$`},
		{"two in one text", []Mention{{Name: "John Smith", Doc: "a.txt"}, {Name: "John Smith", Doc: "a.txt", Another: true}}, InOneDocument,
			"The document a.txt names both, and reads as speaking of two."},
	} {
		clusters := m.Cluster(c.mentions)
		require.Len(t, clusters, 2, c.name)
		s := m.Separation(clusters[0], clusters[1])
		assert.Equal(t, c.cause, s.Cause, c.name)
		assert.Regexp(t, c.says, s.Says())
		back := m.Separation(clusters[1], clusters[0])
		assert.Equal(t, s.Cause, back.Cause)
		assert.Equal(t, s.Best.probability(), back.Best.probability())
	}
}

func TestQuestions(t *testing.T) {
	m := New(Options{})
	mentions := []Mention{
		{Name: "Surunbai Jinbekov"}, {Name: "Surunbai Jinbekov"}, {Name: "Asil Jinbekov"}, {Name: "Jinbekov"},
		{Name: "John Smith", Doc: "a.txt"}, {Name: "John Smith", Doc: "a.txt", Another: true}, {Name: "Jane Quill"},
	}
	questions := m.Questions(m.Cluster(mentions))
	require.NotEmpty(t, questions)
	asked := map[string]Question{}
	for i, q := range questions {
		asked[q.A.Name+" / "+q.B.Name] = q
		assert.InDelta(t, float64(q.SizeA*q.SizeB)*q.Probability*(1-q.Probability), q.Changes, 1e-9)
		if i > 0 {
			assert.GreaterOrEqual(t, questions[i-1].Changes, q.Changes)
		}
		assert.NotEmpty(t, q.Because)
	}
	assert.Contains(t, asked, "Surunbai Jinbekov / Jinbekov", "a short name that fits two")
	assert.Equal(t, 2, asked["Surunbai Jinbekov / Jinbekov"].SizeA)
	assert.Contains(t, asked, "John Smith / John Smith", "the same name, kept apart by its document")
	assert.NotContains(t, asked, "Surunbai Jinbekov / Asil Jinbekov", "brothers are no question")
	assert.Equal(t, questions, m.Questions(m.Cluster(mentions)))
}

func TestAQuestionWithinAClusterCountsBothSides(t *testing.T) {
	m := New(Options{})
	c := clusterOf("Sadyr Japarov", "Sadyr Japarov", "Sadir Jabbarov", "Japarov", "Japarov", "Japarov")
	var within []Question
	for _, q := range m.Questions([]Cluster{c}) {
		require.True(t, q.Together)
		within = append(within, q)
	}
	require.Len(t, within, 1, "the short name is for review")
	assert.ElementsMatch(t, []int{3, 3}, []int{within[0].SizeA, within[0].SizeB})
}
