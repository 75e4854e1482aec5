package names

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"
)

// A subject is what is one person before any names are compared across documents: all mentions of one name without a
// document, or the people of one or more documents who have the same names.
type subject struct {
	forms []int32 // its names; without the bare ones when there are full ones
	docs  []int32 // the documents it stands in, in order
	bonds []int32 // the groups of mentions that the caller has made one and that it has a part of
}

// readForms finds the distinct names and reads them.
func (g *gathering) readForms() {
	place := make(map[string]int32, len(g.mentions)/2)
	var texts []string
	g.formOf = make([]int32, len(g.mentions))
	for i := range g.mentions {
		name := g.mentions[i].Name
		form, known := place[name]
		if !known {
			form = int32(len(texts))
			place[name] = form
			texts = append(texts, name)
		}
		g.formOf[i] = form
	}
	rank, order := make([]int32, len(texts)), inAlphabet(texts)
	for i, form := range order {
		rank[form] = int32(i)
	}
	for i := range g.formOf {
		g.formOf[i] = rank[g.formOf[i]]
	}
	g.forms = make([]Name, len(texts))
	step := g.steps(len(texts), 0, 0.3)
	g.alike = readLookalikes(g.m, g.forms, func(i int) Name {
		step()
		name := g.m.Parse(texts[order[i]])
		name.Parts = nil // nobody asks for them here, and there may be millions
		return name
	})
	g.full = g.alike.full
}

// inAlphabet gives the order of texts, which are all different, by their bytes.
func inAlphabet(texts []string) []int32 {
	type text struct {
		opening uint64 // its first eight bytes, which mostly tell
		at      int32
	}
	list := make([]text, len(texts))
	for i, s := range texts {
		var opening [8]byte
		copy(opening[:], s)
		list[i] = text{binary.BigEndian.Uint64(opening[:]), int32(i)}
	}
	list = sortInParallel(list, func(a, b text) int {
		if a.opening != b.opening {
			return cmp.Compare(a.opening, b.opening)
		}
		return strings.Compare(texts[a.at], texts[b.at])
	})
	order := make([]int32, len(texts))
	for i := range list {
		order[i] = list[i].at
	}
	return order
}

// readSubjects sorts the mentions into subjects.
func (g *gathering) readSubjects() {
	g.subjectOf, g.decided = make([]int32, len(g.mentions)), make([]Decision, len(g.mentions))
	documents := map[string][]sighting{}
	subjectOfForm, alone := make([]int32, len(g.forms)), make([]int32, len(g.forms))
	for i := range subjectOfForm {
		subjectOfForm[i], alone[i] = -1, int32(i)
	}
	g.subjects = make([]subject, 0, len(g.forms))
	var apart []documentPerson // mentions that a constraint keeps apart from others
	for i := range g.mentions {
		g.decided[i] = Same
		form := g.formOf[i]
		switch bond := g.bonds.of(i); {
		case g.mentions[i].Doc != "":
			doc := g.mentions[i].Doc
			documents[doc] = append(documents[doc], sight(i, g.mentions[i], g.forms[form]))
		case g.bonds.hostile(bond):
			apart = append(apart, documentPerson{forms: []int32{form}, members: []int32{int32(i)}, doc: -1, bonds: []int32{bond}})
		default:
			if subjectOfForm[form] < 0 {
				subjectOfForm[form] = int32(len(g.subjects))
				g.subjects = append(g.subjects, subject{forms: alone[form : form+1 : form+1]})
			}
			g.subjectOf[i] = subjectOfForm[form]
			if bond > 0 {
				g.subjects[subjectOfForm[form]].bonds = append(g.subjects[subjectOfForm[form]].bonds, bond)
			}
		}
	}
	g.readDocuments(documents, apart)
	g.sortSubjects()
}

// A documentPerson is a person of one document.
type documentPerson struct {
	forms   []int32
	members []int32 // mentions
	doc     int32   // number of the document; -1 for none
	bonds   []int32
}

// readDocuments reads each document by itself. People with the same names are one subject, but for those of one document.
func (g *gathering) readDocuments(documents map[string][]sighting, people []documentPerson) {
	docs := make([]string, 0, len(documents))
	for doc := range documents {
		docs = append(docs, doc)
	}
	slices.Sort(docs)
	read := make([][]documentPerson, len(docs))
	inParallel(len(docs), func(n int) {
		for _, p := range g.m.readDocument(documents[docs[n]]) {
			for _, s := range p.members {
				g.decided[s.index] = s.decision
			}
			read[n] = append(read[n], g.split(p, int32(n))...)
		}
	})
	people = slices.Concat(append(read, people)...)
	slices.SortStableFunc(people, func(p, q documentPerson) int { return slices.Compare(p.forms, q.forms) })
	first := len(g.subjects)
	for i := range people {
		p := &people[i]
		n := len(g.subjects) - 1
		if n < first || !g.subjects[n].takes(p) {
			n++
			g.subjects = append(g.subjects, subject{forms: p.forms, bonds: p.bonds})
		}
		if p.doc >= 0 {
			g.subjects[n].docs = append(g.subjects[n].docs, p.doc)
		}
		for _, m := range p.members {
			g.subjectOf[m] = int32(n)
		}
	}
}

// takes tells whether a person with the subject's names may be of it.
func (u *subject) takes(p *documentPerson) bool {
	return slices.Equal(u.forms, p.forms) && len(u.bonds)+len(p.bonds) == 0 && !slices.Contains(u.docs, p.doc)
}

// split makes one documentPerson of a person, or several when the caller's constraints forbid that all be one.
func (g *gathering) split(p *person, doc int32) []documentPerson {
	people := []documentPerson{{doc: doc}}
	for _, s := range p.members {
		bond := g.bonds.of(s.index)
		at := slices.IndexFunc(people, func(d documentPerson) bool { return g.bonds.together(d.bonds, bond) })
		if at < 0 {
			at = len(people)
			people = append(people, documentPerson{doc: -1}) // its document would hold it off its own kind
		}
		d := &people[at]
		d.members = append(d.members, int32(s.index))
		d.forms = append(d.forms, g.formOf[s.index])
		if bond > 0 {
			d.bonds = append(d.bonds, bond)
		}
	}
	for i := range people {
		people[i].forms = g.judged(people[i].forms)
	}
	return people
}

// judged gives the names that tell a person from others, each once: the full ones, if there are any.
func (g *gathering) judged(forms []int32) []int32 {
	slices.Sort(forms)
	forms = slices.Compact(forms)
	full := slices.DeleteFunc(slices.Clone(forms), func(f int32) bool { return !g.full[f] })
	if len(full) == 0 {
		return forms
	}
	return full
}

// sortSubjects puts the subjects into an order that does not depend on that of the input.
func (g *gathering) sortSubjects() {
	for i := range g.subjects {
		slices.Sort(g.subjects[i].bonds)
		g.subjects[i].bonds = slices.Compact(g.subjects[i].bonds)
	}
	order := make([]int32, len(g.subjects))
	starts := make([]int32, len(g.forms)+1) // by form, where the subjects begin whose first it is
	for i := range g.subjects {
		starts[g.subjects[i].forms[0]+1]++
	}
	for f := range g.forms {
		starts[f+1] += starts[f]
	}
	next := slices.Clone(starts)
	for i := range g.subjects {
		f := g.subjects[i].forms[0]
		order[next[f]] = int32(i)
		next[f]++
	}
	for f := range g.forms {
		if starts[f+1]-starts[f] > 1 {
			slices.SortStableFunc(order[starts[f]:starts[f+1]], func(a, b int32) int {
				u, v := &g.subjects[a], &g.subjects[b]
				return cmp.Or(slices.Compare(u.forms, v.forms), slices.Compare(u.docs, v.docs), slices.Compare(u.bonds, v.bonds))
			})
		}
	}
	rank := make([]int32, len(order))
	subjects := make([]subject, len(order))
	for i, u := range order {
		rank[u], subjects[i] = int32(i), g.subjects[u]
	}
	for i := range g.subjectOf {
		g.subjectOf[i] = rank[g.subjectOf[i]]
	}
	g.subjects = subjects
}
