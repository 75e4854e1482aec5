package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/namesake-go/namesake/internal/nearest"
	"github.com/namesake-go/namesake/names"
)

// takeTwo lets --why be followed by two mentions, as one would type it: a flag takes one.
func takeTwo(args []string) []string {
	i := slices.Index(args, "--why")
	if end := slices.Index(args, "--"); i < 0 || i+2 >= len(args) || end >= 0 && end < i+3 {
		return args
	}
	return slices.Concat(args[:i], []string{"--why=" + args[i+1], "--why=" + args[i+2]}, args[i+3:])
}

// A place is where a mention ended up.
type place struct {
	cluster names.Cluster
	member  names.Member
}

// find gives the place of a mention by its id, or else by its name.
func findMention(file, wanted string, mentions []names.Mention, clusters []names.Cluster) (place, error) {
	var found []place
	for _, by := range []func(names.Mention) string{
		func(m names.Mention) string { return m.ID },
		func(m names.Mention) string { return m.Name },
	} {
		for _, c := range clusters {
			for _, m := range c.Members {
				if by(m.Mention) == wanted {
					found = append(found, place{c, m})
				}
			}
		}
		if len(found) > 0 {
			break
		}
	}
	switch {
	case len(found) == 0:
		var known []string
		for _, m := range mentions {
			known = append(known, m.ID, m.Name)
		}
		return place{}, fmt.Errorf(msgNoMention, file, wanted, nearest.Hint(wanted, known[:min(len(known), 10_000)]))
	case slices.ContainsFunc(found, func(p place) bool { return p.cluster.Members[0].Index != found[0].cluster.Members[0].Index }):
		return place{}, fmt.Errorf(msgManyMentions, file, len(found), wanted)
	}
	return found[0], nil
}

// why prints the links that lead from one mention to the other, or what keeps them apart.
func (u *ui) why(file string, mentions []names.Mention, f *clusterFlags, clusters []names.Cluster) error {
	a, err := findMention(file, f.why[0], mentions, clusters)
	if err != nil {
		return err
	}
	b, err := findMention(file, f.why[1], mentions, clusters)
	if err != nil {
		return err
	}
	m := u.matcher()
	one := a.cluster.Members[0].Index == b.cluster.Members[0].Index
	switch {
	case a.member.Index == b.member.Index:
		return fmt.Errorf(msgWhySame, f.why[0])
	case *f.format == "jsonl" && one:
		return u.whyLinks(m.Path(a.cluster, a.member, b.member), "")
	case *f.format == "jsonl":
		s := m.Separation(a.cluster, b.cluster)
		links := []names.Link{s.Best}
		if s.Against != nil {
			links = append(links, *s.Against)
		}
		return u.whyLinks(links, s.Says())
	case one:
		return u.whyOne(m, a, b)
	}
	return u.whyApart(m, a, b)
}

// whyLinks prints links as data, one a line.
func (u *ui) whyLinks(links []names.Link, apart string) error {
	for _, l := range links {
		line, err := json.Marshal(struct {
			From        string            `json:"from"`
			To          string            `json:"to"`
			Held        string            `json:"held,omitempty"`
			Apart       string            `json:"apart,omitempty"`
			Explanation names.Explanation `json:"explanation"`
		}{l.A.ID, l.B.ID, l.Held, apart, l.Explanation})
		if err != nil {
			return err
		}
		if err := u.write(append(line, '\n')); err != nil {
			return err
		}
	}
	return nil
}

func (u *ui) whyOne(m *names.Matcher, a, b place) error {
	path := m.Path(a.cluster, a.member, b.member)
	links := m.Links(a.cluster)
	var out strings.Builder
	fmt.Fprintf(&out, "One entity, %s: %s. %s\n", a.cluster.ID, names.Visible(a.cluster.Canonical), counted(len(path), "link leads", "links lead")+
		" from "+a.member.ID+" to "+b.member.ID+".")
	for i, l := range path {
		fmt.Fprintf(&out, "\n%d. %s\n", i+1, u.told(l))
	}
	if len(links) > len(path) {
		weakest := links[len(links)-1]
		fmt.Fprintf(&out, "\nThe weakest link of the whole entity, %.2f:\n  %s (%s)\n  %s (%s)\n%s", weakest.Explanation.Probability,
			names.Visible(weakest.A.Name), weakest.A.ID, names.Visible(weakest.B.Name), weakest.B.ID, held(weakest))
	}
	return u.tell(out.String())
}

func (u *ui) whyApart(m *names.Matcher, a, b place) error {
	s := m.Separation(a.cluster, b.cluster)
	var out strings.Builder
	fmt.Fprintf(&out, "Two entities: %s, %s, and %s, %s.\n%s\n", a.cluster.ID, names.Visible(a.cluster.Canonical),
		b.cluster.ID, names.Visible(b.cluster.Canonical), s.Says())
	fmt.Fprintf(&out, "\nThe names of the two that are most alike: %s\n", u.told(s.Best))
	if s.Against != nil && (s.Against.A.Name != s.Best.A.Name || s.Against.B.Name != s.Best.B.Name) {
		fmt.Fprintf(&out, "\nThe names that contradict each other: %s\n", u.told(*s.Against))
	}
	return u.tell(out.String())
}

// tell prints what was found, and what it does not mean.
func (u *ui) tell(text string) error {
	return u.write([]byte(text + "\n" + names.Caveat + "\n"))
}

// told explains one link.
func (u *ui) told(l names.Link) string {
	return strings.TrimRight(l.A.ID+" and "+l.B.ID+"\n"+l.Explanation.Text(u.colour)+held(l), "\n")
}

// held says what holds a link that the names alone do not.
func held(l names.Link) string {
	if l.Held == "" {
		return ""
	}
	return "It holds by more than these names:\n  " + l.Held + ".\n"
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
