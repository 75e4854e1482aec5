package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/namesake-go/namesake/names"
)

// Options says what a report is called and how long it gets. The zero value is the default.
type Options struct {
	Title string // "Entities" if empty
	Most  int    // entities shown with their links; 0: 300
}

// What a page shows of long lists, so that a browser stays quick however long the run was; the page says what it leaves out.
const (
	mostEntities  = 300
	mostNames     = 30   // of one entity, those of most mentions
	mostExplained = 1500 // links with their explanation
	mostSingles   = 1000 // entities of one name
	mostQuestions = 200
)

// run is what clusters.html shows.
type run struct {
	Mentions, Names, All int
	Entities             []entity
	LeftOut              int // entities of several names that are not shown
	Singles              []single
	MoreSingles          int
	Questions            []question
	MoreQuestions        int
}

// An entity is one cluster of several names.
type entity struct {
	Anchor, ID, Canonical string
	Mentions, MoreNames   int
	Weakest               string // the probability of its weakest link
	Variants              []variant
	Drawing               drawing
	Links                 []link
}

type variant struct {
	Name  string
	Times int
	IDs   string // of the first mentions
}

// A single is an entity of one name.
type single struct {
	ID, Name string
	Times    int
}

type link struct {
	A, B        string
	Probability string
	Decision    names.Decision
	Held        string
	Why         *explanation // nil where the page has explained enough
}

type question struct {
	link
	IDA, IDB     string // mentions
	InA, InB     string // entities
	SizeA, SizeB int
	Together     bool
	Changes      string
	Because      string
}

// Clusters writes a page that shows the clusters of a run: their names, the links between them with explanations, and the
// questions that are for a person. Entities with several names and many mentions come first. The page is bounded by what
// Options says and the limits above. Its errors are of w.
func Clusters(w io.Writer, m *names.Matcher, clusters []names.Cluster, o Options) error {
	if o.Most == 0 {
		o.Most = mostEntities
	}
	if o.Title == "" {
		o.Title = "Entities"
	}
	r := run{All: len(clusters)}
	budget := mostExplained
	for _, c := range bySize(clusters) {
		vs := variantsOf(c)
		r.Mentions += len(c.Members)
		r.Names += len(vs)
		switch {
		case len(vs) == 1 && len(r.Singles) < mostSingles:
			r.Singles = append(r.Singles, single{c.ID, names.Visible(c.Members[0].Name), len(c.Members)})
		case len(vs) == 1:
			r.MoreSingles++
		case len(r.Entities) < o.Most:
			r.Entities = append(r.Entities, entityOf(m, c, fmt.Sprintf("e%d", len(r.Entities)+1), &budget))
		default:
			r.LeftOut++
		}
	}
	r.Questions, r.MoreQuestions = questionsOf(m, clusters)
	return write(w, "clusters-page", names.Visible(o.Title), r)
}

// bySize orders clusters: those of most mentions first.
func bySize(clusters []names.Cluster) []names.Cluster {
	sorted := slices.Clone(clusters)
	slices.SortStableFunc(sorted, func(x, y names.Cluster) int { return cmp.Compare(len(y.Members), len(x.Members)) })
	return sorted
}

// named is the mentions of a cluster that have one name.
type named struct {
	name    string
	members []names.Member
}

// variantsOf gives the different names of a cluster: that of most mentions first, the canonical one before all.
func variantsOf(c names.Cluster) []named {
	at := map[string]int{}
	var vs []named
	for _, m := range c.Members {
		i, seen := at[m.Name]
		if !seen {
			i = len(vs)
			at[m.Name] = i
			vs = append(vs, named{name: m.Name})
		}
		vs[i].members = append(vs[i].members, m)
	}
	slices.SortStableFunc(vs, func(x, y named) int {
		if (x.name == c.Canonical) != (y.name == c.Canonical) {
			return cmp.Compare(y.rank(c.Canonical), x.rank(c.Canonical))
		}
		return cmp.Or(cmp.Compare(len(y.members), len(x.members)), cmp.Compare(x.name, y.name))
	})
	return vs
}

func (n named) rank(canonical string) int {
	if n.name == canonical {
		return 1
	}
	return 0
}

func entityOf(m *names.Matcher, c names.Cluster, anchor string, budget *int) entity {
	vs := variantsOf(c)
	e := entity{Anchor: anchor, ID: c.ID, Canonical: names.Visible(c.Canonical), Mentions: len(c.Members), MoreNames: max(0, len(vs)-mostNames)}
	shown := names.Cluster{ID: c.ID, Canonical: c.Canonical}
	vs = vs[:min(len(vs), mostNames)]
	for _, v := range vs {
		shown.Members = append(shown.Members, v.members...)
	}
	links := m.Links(shown)
	e.Weakest = digits(links[len(links)-1].Explanation.Probability)
	vs = walk(vs, links)
	row := map[string]int{}
	for i, v := range vs {
		row[v.name] = i
		e.Variants = append(e.Variants, variant{names.Visible(v.name), len(v.members), idsOf(v.members)})
	}
	e.Drawing = draw(links, row)
	for _, l := range links {
		e.Links = append(e.Links, linkOf(l, budget))
	}
	return e
}

// walk orders names so that those with a link stand near each other: from the first, along the surest links.
func walk(vs []named, links []names.Link) []named {
	next := map[string][]string{}
	for _, l := range links { // the surest first
		next[l.A.Name] = append(next[l.A.Name], l.B.Name)
		next[l.B.Name] = append(next[l.B.Name], l.A.Name)
	}
	byName := map[string]named{}
	for _, v := range vs {
		byName[v.name] = v
	}
	var order []named
	var visit func(name, from string)
	visit = func(name, from string) {
		order = append(order, byName[name])
		for _, n := range next[name] {
			if n != from {
				visit(n, name)
			}
		}
	}
	visit(vs[0].name, "")
	return order
}

// idsOf names the first mentions.
func idsOf(members []names.Member) string {
	const most = 6
	var ids []string
	for _, m := range members[:min(len(members), most)] {
		ids = append(ids, names.Visible(m.ID))
	}
	if len(members) > most {
		ids = append(ids, "…")
	}
	return strings.Join(ids, ", ")
}

func linkOf(l names.Link, budget *int) link {
	shown := link{
		A: names.Visible(l.A.Name), B: names.Visible(l.B.Name), Probability: digits(l.Explanation.Probability),
		Decision: l.Explanation.Decision, Held: l.Held,
	}
	if *budget > 0 {
		*budget--
		x := explain(l.Explanation)
		shown.Why = &x
	}
	return shown
}

// questionsOf gives the first questions, and how many there are besides.
func questionsOf(m *names.Matcher, clusters []names.Cluster) (shown []question, more int) {
	in := map[int]string{}
	for _, c := range clusters {
		for _, member := range c.Members {
			in[member.Index] = names.Visible(c.ID)
		}
	}
	all := m.Questions(clusters)
	budget := mostQuestions
	for _, q := range all[:min(len(all), mostQuestions)] {
		l := names.Link{A: q.A, B: q.B, Explanation: m.Explain(m.Parse(q.A.Name), m.Parse(q.B.Name))}
		asked := question{
			link: linkOf(l, &budget), IDA: names.Visible(q.A.ID), IDB: names.Visible(q.B.ID), InA: in[q.A.Index], InB: in[q.B.Index],
			SizeA: q.SizeA, SizeB: q.SizeB, Together: q.Together, Changes: fmt.Sprintf("%.2f", q.Changes), Because: q.Because,
		}
		asked.Probability = digits(q.Probability)
		shown = append(shown, asked)
	}
	return shown, len(all) - len(shown)
}

func digits(p float64) string { return fmt.Sprintf("%.2f", p) }

// Several is how many entities have several names, shown or not.
func (r run) Several() int { return len(r.Entities) + r.LeftOut }

// TotalQuestions is how many there are, shown or not.
func (r run) TotalQuestions() int { return len(r.Questions) + r.MoreQuestions }
