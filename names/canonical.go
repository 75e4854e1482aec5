package names

import (
	"cmp"
	"slices"
	"unicode"
)

// maxDescribed is how many forms of a cluster are compared with each other to choose among them.
const maxDescribed = 12

// A described form is a name of a cluster on its way to be canonical.
type described struct {
	form           int32
	count, reading int // mentions of the form; of all forms of the same words
	alike          int // the first form of the same words
	latin, full    bool
	distance       int     // the costs to other forms; filled in for the most frequent ones
	probability    float64 // that it and the canonical form are one name
}

// A describer names one cluster after the other.
type describer struct {
	g        *gathering
	al       *aligners
	members  []int32        // their forms
	list     []described    // memory for the forms
	reading  []byte         // of one form
	readings map[string]int // of all, the first form that has it
	results  [maxDescribed][maxDescribed]Result
	known    [maxDescribed][maxDescribed]bool
}

func (g *gathering) newDescriber() *describer {
	return &describer{g: g, al: g.newAligner(), readings: map[string]int{}}
}

// name chooses a cluster's canonical name and tells how far each member is from it.
func (d *describer) name(c *Cluster) {
	g := d.g
	forms := d.forms(c)
	d.known = [maxDescribed][maxDescribed]bool{}
	at := 0
	if len(forms) > 1 {
		at = d.choose(forms)
	}
	c.Canonical = g.forms[forms[at].form].Text
	for i := range forms {
		forms[i].probability = d.compare(forms, at, i).Probability
	}
	slices.SortFunc(forms, func(a, b described) int { return int(a.form - b.form) })
	for i := range c.Members {
		k, _ := slices.BinarySearchFunc(forms, g.formOf[c.Members[i].Index], func(f described, form int32) int { return int(f.form - form) })
		c.Members[i].Probability = forms[k].probability
	}
}

// compare compares two forms of the cluster; linked ones have been compared.
func (d *describer) compare(forms []described, i, j int) Result {
	i, j = min(i, j), max(i, j)
	if j < maxDescribed && d.known[i][j] {
		return d.results[i][j]
	}
	r := d.result(forms[i].form, forms[j].form)
	if j < maxDescribed {
		d.results[i][j], d.known[i][j] = r, true
	}
	return r
}

func (d *describer) result(a, b int32) Result {
	m := d.g.m
	if l := d.g.links.between(a, b); l != nil {
		return m.resultOf(l.said, int(l.cost))
	}
	c := m.matchWith(d.al, d.g.forms[a], d.g.forms[b])
	defer d.al.keep(&c)
	return m.result(&c)
}

// forms counts the forms of a cluster; the list is good until the next call.
func (d *describer) forms(c *Cluster) []described {
	g := d.g
	d.members = d.members[:0]
	for i := range c.Members {
		d.members = append(d.members, g.formOf[c.Members[i].Index])
	}
	slices.Sort(d.members)
	forms := d.list[:0]
	for i, form := range d.members {
		if i == 0 || form != d.members[i-1] {
			forms = append(forms, described{form: form, latin: isLatin(g.forms[form].Text), full: g.full[form]})
		}
		forms[len(forms)-1].count++
	}
	d.list = forms
	if len(forms) == 1 {
		return forms
	}
	clear(d.readings)
	for i := range forms {
		d.reading = g.appendReading(d.reading[:0], forms[i].form)
		first, known := d.readings[string(d.reading)]
		if !known {
			first = i
			d.readings[string(d.reading)] = i
		}
		forms[i].alike = first
		forms[first].reading += forms[i].count
	}
	for i := range forms {
		forms[i].reading = forms[forms[i].alike].reading
	}
	return forms
}

// appendReading adds the words of a form in the order of speech: of "JEENBEKOV, Sooronbay" and "Sooronbay Jeenbekov" the same.
func (g *gathering) appendReading(b []byte, form int32) []byte {
	for i := range g.forms[form].tokens {
		b = append(appendRunes(b, g.forms[form].tokens[i].Letters), ' ')
	}
	return b
}

// choose puts the forms in order and gives the place of the canonical one.
func (d *describer) choose(forms []described) int {
	byRule := func(a, b *described) int {
		return cmp.Or(compareBool(b.latin, a.latin), compareBool(b.full, a.full), b.reading-a.reading)
	}
	slices.SortFunc(forms, func(a, b described) int { return cmp.Or(byRule(&a, &b), cmp.Compare(a.form, b.form)) })
	best := forms
	for i := range forms {
		if byRule(&forms[0], &forms[i]) != 0 {
			best = forms[:i]
			break
		}
	}
	if len(best) == 1 {
		return 0
	}
	for i := range best {
		for j := range min(len(forms), maxDescribed) {
			best[i].distance += d.compare(forms, i, j).Cost
		}
	}
	least := 0
	for i := range best {
		a, b := &best[i], &best[least]
		x, y := d.g.forms[a.form].Text, d.g.forms[b.form].Text
		if cmp.Or(a.distance-b.distance, compareBool(isShouted(x), isShouted(y)), b.count-a.count, cmp.Compare(x, y)) < 0 {
			least = i
		}
	}
	return least
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// isShouted tells whether a name has a comma or a word in capitals: as lists write names, not as texts do.
func isShouted(text string) bool {
	upper := 0
	for _, r := range text {
		switch {
		case r == ',':
			return true
		case unicode.IsUpper(r):
			if upper++; upper > 2 {
				return true
			}
		default:
			upper = 0
		}
	}
	return false
}

// isLatin tells whether all letters of the text are Latin ones.
func isLatin(text string) bool {
	for _, r := range text {
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
			return false
		}
	}
	return true
}
