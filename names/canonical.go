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
	latin, full    bool
	distance       int // the costs to other forms; filled in for the most frequent ones
}

// A describer names one cluster after the other.
type describer struct {
	g       *gathering
	al      *aligners
	members []int32 // their forms
	results [maxDescribed][maxDescribed]Result
	known   [maxDescribed][maxDescribed]bool
}

func (g *gathering) newDescriber() *describer { return &describer{g: g, al: g.newAligner()} }

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
	probabilities := make([]float64, len(forms))
	order := make([]int, len(forms)) // by form
	for i := range forms {
		probabilities[i], order[i] = d.compare(forms, at, i).Probability, i
	}
	slices.SortFunc(order, func(i, j int) int { return int(forms[i].form - forms[j].form) })
	for i := range c.Members {
		k, _ := slices.BinarySearchFunc(order, g.formOf[c.Members[i].Index], func(i int, form int32) int { return int(forms[i].form - form) })
		c.Members[i].Probability = probabilities[order[k]]
	}
}

// compare compares two forms of the cluster, the first ones once.
func (d *describer) compare(forms []described, i, j int) Result {
	i, j = min(i, j), max(i, j)
	if j < maxDescribed && d.known[i][j] {
		return d.results[i][j]
	}
	m := d.g.m
	c := m.matchWith(d.al, d.g.forms[forms[i].form], d.g.forms[forms[j].form])
	r := m.result(&c)
	d.al.keep(&c)
	if j < maxDescribed {
		d.results[i][j], d.known[i][j] = r, true
	}
	return r
}

// forms counts the forms of a cluster.
func (d *describer) forms(c *Cluster) []described {
	g := d.g
	d.members = d.members[:0]
	for i := range c.Members {
		d.members = append(d.members, g.formOf[c.Members[i].Index])
	}
	slices.Sort(d.members)
	var forms []described
	for i, form := range d.members {
		if i == 0 || form != d.members[i-1] {
			forms = append(forms, described{form: form, latin: isLatin(g.forms[form].Text), full: g.full[form]})
		}
		forms[len(forms)-1].count++
	}
	if len(forms) == 1 {
		return forms
	}
	counts, readings := map[string]int{}, make([]string, len(forms))
	for i := range forms {
		readings[i] = g.reading(forms[i].form)
		counts[readings[i]] += forms[i].count
	}
	for i := range forms {
		forms[i].reading = counts[readings[i]]
	}
	return forms
}

// reading is the words of a form in the order of speech: of "JEENBEKOV, Sooronbay" and "Sooronbay Jeenbekov" the same.
func (g *gathering) reading(form int32) string {
	var b []byte
	for i := range g.forms[form].tokens {
		b = append(appendRunes(b, g.forms[form].tokens[i].Letters), ' ')
	}
	return string(b)
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
