package names

import (
	"cmp"
	"context"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// invented makes mentions of people who are alike: few given names and surnames in several spellings, relatives, initials,
// bare surnames, documents.
func invented(seed uint64, n int) []Mention {
	r := rand.New(rand.NewPCG(seed, 1))
	given := [][]string{{"Sergei", "Sergey", "Serguei"}, {"Surunbai", "Sooronbay", "Сооронбай"}, {"Yusuf", "Yousef", "Youssouf"}, {"Jane", "Jayne"},
		{"Mohammad Reza", "Mohamed Reza", "Reza"}, {"Almaz Bey", "Almazbek"}, {"Dmitri", "Dmitry"}, {"Marija", "Maria"}}
	surnames := [][]string{{"Jinbekov", "Genbekov", "Jeenbekov", "Жээнбеков"}, {"Hasan", "Hassan", "Hasson"}, {"Petrov", "Petroff"}, {"Hale-Winters", "Hale Winters"}, {"Khoury", "Huri"}}
	pick := func(of []string) string { return of[r.IntN(len(of))] }
	var mentions []Mention
	for i := range n {
		g, s := pick(given[r.IntN(len(given))]), pick(surnames[r.IntN(len(surnames))])
		m := Mention{ID: fmt.Sprint("m", i), Name: g + " " + s}
		switch r.IntN(10) {
		case 0:
			m.Name = s
		case 1:
			m.Name = string([]rune(g)[0]) + ". " + s
		case 2:
			m.Name = strings.ToUpper(s) + ", " + g
		}
		if r.IntN(2) == 0 {
			m.Doc, m.Start = fmt.Sprint("d", r.IntN(n/8+1)), 10*i
		}
		mentions = append(mentions, m)
	}
	return mentions
}

// partition gives the ids of each cluster's members, in order.
func partition(clusters []Cluster) []string {
	var parts []string
	for _, c := range clusters {
		var ids []string
		for _, m := range c.Members {
			ids = append(ids, m.ID)
		}
		slices.Sort(ids)
		parts = append(parts, strings.Join(ids, " ")+" "+c.Canonical)
	}
	slices.Sort(parts)
	return parts
}

func TestClustersDoNotDependOnOrder(t *testing.T) {
	m := New(Options{})
	for seed := range uint64(8) {
		mentions := invented(seed, 60)
		want := partition(m.Cluster(mentions))
		r := rand.New(rand.NewPCG(seed, 2))
		for range 3 {
			r.Shuffle(len(mentions), func(i, j int) { mentions[i], mentions[j] = mentions[j], mentions[i] })
			require.Equal(t, want, partition(m.Cluster(mentions)), "seed %d", seed)
		}
	}
}

func TestAMentionMoreChangesNothingElse(t *testing.T) {
	m := New(Options{})
	for seed := range uint64(8) {
		mentions := invented(seed, 50)
		together := func(clusters []Cluster) (pairs []string) {
			for _, p := range partition(clusters) {
				ids := strings.Fields(p)
				pairs = append(pairs, strings.Join(slices.DeleteFunc(ids, func(id string) bool { return id[0] != 'm' || id == "m9999" }), " "))
			}
			slices.Sort(pairs)
			return pairs
		}
		want := together(m.Cluster(mentions))
		for _, i := range []int{0, 7, 23} {
			again := mentions[i]
			again.ID = "m9999"
			if again.Doc != "" {
				continue // in its document, it is one more place that a bare name may stand near
			}
			clusters := m.Cluster(append(slices.Clone(mentions), again))
			require.Equal(t, want, together(clusters), "seed %d, mention %d", seed, i)
			for _, c := range clusters {
				has := func(id string) bool { return slices.ContainsFunc(c.Members, func(m Member) bool { return m.ID == id }) }
				require.Equal(t, has(mentions[i].ID), has("m9999"))
			}
		}
	}
}

func TestConstraintsHold(t *testing.T) {
	m := New(Options{})
	for seed := range uint64(30) {
		mentions := invented(seed, 40)
		r := rand.New(rand.NewPCG(seed, 3))
		var constraints []Constraint
		for range 12 {
			constraints = append(constraints, Constraint{A: r.IntN(40), B: r.IntN(40), Same: r.IntN(2) == 0})
		}
		clusters, err := m.ClusterWith(context.Background(), mentions, ClusterOptions{Constraints: constraints})
		if err != nil {
			assert.ErrorContains(t, err, "to be kept apart")
			continue
		}
		at := map[int]string{}
		for _, c := range clusters {
			for _, member := range c.Members {
				at[member.Index] = c.ID
			}
		}
		require.Len(t, at, len(mentions))
		for _, c := range constraints {
			require.Equal(t, c.Same, at[c.A] == at[c.B], "seed %d: %v %s, %s", seed, c, mentions[c.A].Name, mentions[c.B].Name)
		}
	}
}

func TestConstraintsThatContradict(t *testing.T) {
	mentions := []Mention{{Name: "Ann Lee"}, {Name: "Anne Lee"}, {Name: "Anna Lee"}}
	_, err := New(Options{}).ClusterWith(context.Background(), mentions, ClusterOptions{
		Constraints: []Constraint{{0, 1, true}, {1, 2, true}, {0, 2, false}}})
	assert.EqualError(t, err, `"Ann Lee" and "Anna Lee" are to be kept apart, but other constraints make them one; leave one of them out`)
	_, err = New(Options{}).ClusterWith(context.Background(), mentions, ClusterOptions{Constraints: []Constraint{{0, 3, true}}})
	assert.EqualError(t, err, "constraint on mention 3: there are 3; count from 0")
}

// naiveMerge is the clusterer by its definition: all names with all, and in each step all bags with all.
func naiveMerge(g *gathering) [][]int32 {
	bags := make([]bag, len(g.subjects))
	for i := range g.subjects {
		bags[i] = bag{alive: true}
		bags[i].take(&g.subjects[i], int32(i))
	}
	p := func(a, b int32) millionths {
		r := g.m.match(g.forms[a], g.forms[b])
		if a == b {
			return inMillionths(g.m.probability(&r))
		}
		l := g.weigh(&r, a, b)
		if l.p = inMillionths(l.turnedBy(g.turning)); l.p < inMillionths(leastLink) || g.full[a] != g.full[b] {
			return 0
		}
		return l.p
	}
	contradict := func(x, y bag) bool {
		return meet(x.docs, y.docs) || slices.ContainsFunc(x.forms, func(a int32) bool {
			return slices.ContainsFunc(y.forms, func(b int32) bool {
				r := g.m.match(g.forms[a], g.forms[b])
				return g.m.excludes(&r)
			})
		})
	}
	// The sum goes over pairs of subjects, so that a name which both bags have in several subjects counts as often.
	for {
		best, at := -1.0, [2]int{}
		for i := range bags {
			for j := range bags[:i] {
				if !bags[i].alive || !bags[j].alive {
					continue
				}
				var fit affinity
				for _, u := range bags[i].subjects {
					for _, v := range bags[j].subjects {
						for _, a := range g.subjects[u].forms {
							for _, b := range g.subjects[v].forms {
								fit = fit.with(affinityOf(p(min(a, b), max(a, b))))
							}
						}
					}
				}
				linkage := fit.linkage(len(bags[i].forms) * len(bags[j].forms))
				if linkage >= mergeAt && !contradict(bags[i], bags[j]) &&
					cmp.Or(cmp.Compare(linkage, best), cmp.Compare(at[0], j), cmp.Compare(at[1], i)) > 0 {
					best, at = linkage, [2]int{j, i}
				}
			}
		}
		if best < 0 {
			break
		}
		x, y := &bags[at[0]], &bags[at[1]]
		x.alive, y.alive = false, false
		bags = append(bags, bag{alive: true, subjects: union(x.subjects, y.subjects), forms: union(x.forms, y.forms), docs: union(x.docs, y.docs)})
	}
	var merged [][]int32
	for _, b := range bags {
		if b.alive {
			slices.Sort(b.subjects)
			merged = append(merged, b.subjects)
		}
	}
	return merged
}

func checkNaive(t *testing.T, mentions []Mention) {
	for _, brute := range []bool{false, true} {
		g := &gathering{m: New(Options{}), ctx: context.Background(), mentions: mentions, options: ClusterOptions{Brute: brute}}
		require.NoError(t, g.readConstraints())
		g.readForms()
		g.readSubjects()
		links := g.compareAll() // tells how often the list turns names
		require.ElementsMatch(t, naiveMerge(g), g.merge(links), "brute %v", brute)
	}
}

func TestClusterAgainstNaive(t *testing.T) {
	for seed := range uint64(8) {
		checkNaive(t, invented(seed, 30))
	}
}

func TestClusterAgainstNaiveOnLists(t *testing.T) {
	folder := os.Getenv("NAMESAKE_DATA")
	if folder == "" {
		t.Skip("NAMESAKE_DATA is not set; set it to the folder that holds the evaluation data")
	}
	for _, set := range []string{"ofac_people", "un_people", "relay_people"} {
		f, err := os.Open(filepath.Join(folder, set+".csv"))
		require.NoError(t, err)
		defer f.Close()
		rows, err := csv.NewReader(f).ReadAll()
		require.NoError(t, err)
		for _, from := range []int{1, 200} {
			var mentions []Mention
			for _, row := range rows[from : from+60] {
				mentions = append(mentions, Mention{ID: row[0], Name: row[1]})
			}
			checkNaive(t, mentions)
		}
	}
}

func TestClusterStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	clusters, err := New(Options{}).ClusterWith(ctx, invented(1, 40), ClusterOptions{})
	assert.ErrorIs(t, err, context.Canceled)
	assert.Empty(t, clusters)
}

func TestCanonicalName(t *testing.T) {
	canonical := func(names ...string) string {
		mentions := make([]Mention, len(names))
		for i, name := range names {
			mentions[i] = Mention{Name: name}
		}
		clusters := New(Options{}).Cluster(mentions)
		require.Len(t, clusters, 1, names)
		return clusters[0].Canonical
	}
	assert.Equal(t, "Sooronbay Jeenbekov", canonical("Сооронбай Жээнбеков", "Sooronbay Jeenbekov"), "Latin letters")
	assert.Equal(t, "Sooronbay Jeenbekov", canonical("Jeenbekov", "Jeenbekov", "Sooronbay Jeenbekov"), "a full name")
	assert.Equal(t, "Sooronbay Jeenbekov", canonical("Surunbai Jinbekov", "Sooronbay Jeenbekov", "Sooronbay Jeenbekov"), "the most frequent")
	assert.Equal(t, "Sooronbay Jeenbekov", canonical("Surunbai Jinbekov", "Sooronbay Jeenbekov", "JEENBEKOV, Sooronbay"),
		"names of the same words count together")
	assert.Equal(t, "Sooronbay Jeenbekov", canonical("Soronbai Zheenbekov", "Sooronbay Jeenbekov", "Сооронбай Жээнбеков", "Sooronbai Jeenbekov"),
		"that which differs least from the others")
}

func TestForms(t *testing.T) {
	c := New(Options{}).Cluster([]Mention{{Name: "Sergei Petrov"}, {Name: "Sergey Petrov"}, {Name: "Sergey Petrov"}})
	require.Len(t, c, 1)
	assert.Equal(t, []Form{{"Sergey Petrov", 2}, {"Sergei Petrov", 1}}, c[0].Forms())
}
