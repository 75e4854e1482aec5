package report

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namesake-go/namesake/names"
)

var matcher = names.New(names.Options{})

// pageOf clusters names and writes the page.
func pageOf(t *testing.T, o Options, named ...string) string {
	t.Helper()
	var mentions []names.Mention
	for i, n := range named {
		mentions = append(mentions, names.Mention{ID: fmt.Sprint("m", i), Name: n})
	}
	return writeClusters(t, o, matcher.Cluster(mentions))
}

func writeClusters(t *testing.T, o Options, clusters []names.Cluster) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, Clusters(&out, matcher, clusters, o))
	checkPage(t, out.String())
	return out.String()
}

func TestAReportShowsEntitiesLinksAndQuestions(t *testing.T) {
	page := pageOf(t, Options{Title: "A run"}, "Surunbai Jinbekov", "Сооронбай Жээнбеков", "Surunbai Genbekov", "Surunbai Jinbekov", "Jane Quill",
		"Asil Bey Genbekov", "Genbekov")
	text := textOf(t, page)
	assert.Contains(t, text, "7 mentions of 6 different names make 4 entities.")
	assert.Equal(t, 1, strings.Count(page, "<article "))
	assert.Equal(t, 3, strings.Count(page, `<td class="count">`), "a row for each name")
	assert.Equal(t, 2, strings.Count(page, "<path "), "two links hold three names together")
	assert.Contains(t, page, "<td class=\"count\">2</td>")
	assert.Contains(t, text, "Jane Quill c")
	assert.Contains(t, text, "one entity?")
	assert.Contains(t, text, "One of them is a short name that fits several entities. At stake: ")
	links := matcher.Links(matcher.Cluster([]names.Mention{{Name: "Surunbai Jinbekov"}, {Name: "Сооронбай Жээнбеков"}, {Name: "Surunbai Genbekov"}})[0])
	require.Len(t, links, 2)
	for _, l := range links {
		assert.Contains(t, text, l.Explanation.Verdict())
	}
	assert.Contains(t, text, fmt.Sprintf("weakest link %.2f", links[1].Explanation.Probability))
}

func TestAReportOfHostileNames(t *testing.T) {
	page := pageOf(t, Options{Title: hostile[0]}, append(hostile, append(hostile, `"><img src=x onerror=alert(1)> Smith`, `"><img src=x onerror=alert(1)> Smyth`)...)...)
	assert.Contains(t, page, "<title>&lt;script&gt;")

	// Ids and clusters are what strangers wrote too.
	c := names.Cluster{ID: `"><script>alert(1)</script>`, Canonical: `</h3><script>`}
	for i, n := range []string{"John Smith", "John Smyth"} {
		c.Members = append(c.Members, names.Member{Mention: names.Mention{ID: `<i>"'` + n, Name: n}, Index: i, Decision: names.Same})
	}
	writeClusters(t, Options{}, []names.Cluster{c})
}

func TestAReportOfNothing(t *testing.T) {
	text := textOf(t, writeClusters(t, Options{}, nil))
	assert.Contains(t, text, "0 mentions of 0 different names make 0 entities.")
	assert.Contains(t, text, "Nothing.")
}

func TestAReportIsBounded(t *testing.T) {
	var clusters []names.Cluster
	index := 0
	add := func(id string, named ...string) {
		c := names.Cluster{ID: id, Canonical: named[0]}
		for _, n := range named {
			c.Members = append(c.Members, names.Member{Mention: names.Mention{ID: fmt.Sprint(index), Name: n}, Index: index, Decision: names.Same})
			index++
		}
		clusters = append(clusters, c)
	}
	var many []string
	for i := range mostNames + 7 {
		many = append(many, fmt.Sprintf("John Smith %c%c", 'a'+i%26, 'a'+i/26))
	}
	add("long", many...)
	for i := range 5 {
		add(fmt.Sprint("c", i), fmt.Sprintf("Kate%c Marsh", 'a'+i), fmt.Sprintf("Kate%c Marshe", 'a'+i))
	}
	for i := range mostSingles + 3 {
		add(fmt.Sprint("s", i), fmt.Sprintf("%c%c%c", 'a'+i%26, 'a'+i/26%26, 'a'+i/676))
	}
	page := writeClusters(t, Options{Most: 4}, clusters)
	text := textOf(t, page)
	assert.Equal(t, 4, strings.Count(page, "<article "))
	assert.Contains(t, text, "2 more entities of several names have fewer mentions and are not shown here")
	assert.Contains(t, text, "7 more names, each of fewer mentions, are not shown.")
	assert.Contains(t, text, "3 more are not shown here.")
	assert.Equal(t, mostSingles, strings.Count(page[strings.Index(page, `<ul class="singles">`):strings.Index(page, `<section id="review">`)], "<li "))
	assert.Equal(t, page, writeClusters(t, Options{Most: 4}, clusters), "the same run makes the same page")
}

func TestTheExplanationsOfAPageAreCounted(t *testing.T) {
	budget := 1
	l := matcher.Links(matcher.Cluster([]names.Mention{{Name: "John Smith"}, {Name: "John Smyth"}})[0])[0]
	assert.NotNil(t, linkOf(l, &budget).Why)
	assert.Nil(t, linkOf(l, &budget).Why)
}

func TestArcsOfADrawingGoAroundEachOther(t *testing.T) {
	row := map[string]int{"a": 0, "b": 1, "c": 2, "d": 3}
	var links []names.Link
	for _, pair := range []string{"ad", "ab", "bc", "ac"} {
		l := names.Link{}
		l.A.Name, l.B.Name = pair[:1], pair[1:]
		links = append(links, l)
	}
	d := draw(links, row)
	var levels []int
	for _, a := range d.Arcs { // the short ones first
		levels = append(levels, a.level)
	}
	assert.Equal(t, []int{1, 1, 2, 3}, levels)
	assert.Equal(t, 4*rowHeight, d.Height)
	assert.Equal(t, 4*levelWidth, d.Width)
}

func TestNamesThatAreLinkedStandTogether(t *testing.T) {
	link := func(a, b string) names.Link {
		l := names.Link{}
		l.A.Name, l.B.Name = a, b
		return l
	}
	var order []string
	for _, n := range walk([]named{{name: "a"}, {name: "b"}, {name: "c"}, {name: "d"}}, []names.Link{link("d", "b"), link("c", "a"), link("a", "d")}) {
		order = append(order, n.name)
	}
	assert.Equal(t, []string{"a", "c", "d", "b"}, order)
}
