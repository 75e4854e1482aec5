package names

import (
	"slices"
	"strings"
)

// A sighting is a mention with what is known of it.
type sighting struct {
	index    int // in the caller's mentions
	place    int // among the mentions of its document
	mention  Mention
	name     Name
	titles   []phrase
	full     bool // it has two words that carry the name
	decision Decision
}

func sight(index int, mention Mention, name Name) sighting {
	s := sighting{index: index, mention: mention, name: name, decision: Same}
	s.titles = readTitles(mention.Title)
	for _, t := range s.name.tokens {
		if t.role == Title {
			s.titles = append(s.titles, *t.phrase)
		}
	}
	s.full = isFull(s.name)
	return s
}

// isFull tells whether two words carry the name and not both are surnames, as in Hale-Winters.
func isFull(n Name) bool {
	if n.units != nil {
		return true // organisations have no bare names
	}
	words, given := 0, false
	for _, g := range core(n.tokens) {
		if g.role != Initial {
			words++
			given = given || g.role != Surname
		}
	}
	return words > 1 && given
}

// A person is the mentions of one document that are one person.
type person struct {
	members []sighting // in the order of the text
	names   []Name     // the distinct names, in the order they came
	full    bool       // one of them has a given name and a surname
	titles  []phrase   // the distinct titles
}

func (p *person) add(s sighting) {
	at, _ := slices.BinarySearchFunc(p.members, s.place, func(m sighting, place int) int { return m.place - place })
	p.members = slices.Insert(p.members, at, s)
	if !slices.ContainsFunc(p.names, func(n Name) bool { return n.Text == s.name.Text }) {
		p.names = append(p.names, s.name)
	}
	for _, t := range s.titles {
		if !slices.Contains(p.titles, t) {
			p.titles = append(p.titles, t)
		}
	}
}

// fullNames are the person's names, without the bare ones when there are full ones.
func (p *person) fullNames() []Name {
	full := slices.DeleteFunc(slices.Clone(p.names), func(n Name) bool { return !isFull(n) })
	if len(full) == 0 {
		return p.names
	}
	return full
}

// behind is farther than any document has mentions.
const behind = 1 << 40

// distance is how many mentions ago the person was last seen before a place; one that comes only behind it is farther
// than all before.
func (p *person) distance(place int) int {
	next, _ := slices.BinarySearchFunc(p.members, place, func(m sighting, place int) int { return m.place - place })
	if next > 0 {
		return place - p.members[next-1].place
	}
	return behind + p.members[next].place - place
}

// readTitles finds the titles in what stands with a name: "former President of Kyrgyzstan".
func readTitles(s string) []phrase {
	var found []phrase
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r == ' ' || r == ',' || r == '.' })
	for i := 0; i < len(words); {
		title, n := titles().longestMatch(words[i:])
		if n == 0 {
			i++
			continue
		}
		if title.section != "qualifier" {
			found = append(found, *title)
		}
		i += n
	}
	return found
}

func (p *person) hasTitle(titles []phrase) bool {
	return slices.ContainsFunc(titles, func(t phrase) bool { return slices.Contains(p.titles, t) })
}

// contradictsTitle tells whether a title excludes the person: Mr Castro is not Mrs Castro. An office does not: a minister
// becomes president in the course of a text.
func (p *person) contradictsTitle(titles []phrase) bool {
	return oneSex(titles) != "" && oneSex(p.titles) != "" && oneSex(titles) != oneSex(p.titles)
}

// oneSex is the sex that the titles tell, "man" or "woman", or "".
func oneSex(titles []phrase) string {
	for _, t := range titles {
		if sex, told := sexes().entries[t.head]; told {
			return sex.section
		}
	}
	return ""
}

// changesOffice tells whether the titles are offices and none of them the person's, who has others.
func (p *person) changesOffice(titles []phrase) bool {
	office := func(t phrase) bool {
		switch t.section {
		case "head of state", "government", "parliament", "military":
			return true
		}
		return false
	}
	return slices.ContainsFunc(titles, office) && slices.ContainsFunc(p.titles, office) && !p.hasTitle(titles)
}

// isWoman tells whether the titles of both are a woman's. Mrs Biden is the wife whom the text has named, before the
// president whose sex no title tells; Mr tells nothing of that kind, since men go untitled.
func (p *person) isWoman(titles []phrase) bool {
	return oneSex(titles) == "woman" && oneSex(p.titles) == "woman"
}

// isRelative tells whether the text brings the person in as a relative, and gives no other title.
func (p *person) isRelative() bool {
	kin := func(t phrase) bool { return titles().in["kin"][t.head] }
	return slices.ContainsFunc(p.titles, kin) && !slices.ContainsFunc(p.titles, func(t phrase) bool { return !kin(t) })
}
