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

// name chooses a cluster's canonical name and tells how far each member is from it.
func (g *gathering) name(c *Cluster) {
	forms := g.describedForms(c)
	canonical := g.forms[forms[0].form]
	if len(forms) > 1 {
		canonical = g.forms[g.choose(forms)]
	}
	c.Canonical = canonical.Text
	known := map[int32]float64{}
	for i := range c.Members {
		form := g.formOf[c.Members[i].Index]
		p, ok := known[form]
		if !ok {
			p = g.m.Compare(canonical, g.forms[form]).Probability
			known[form] = p
		}
		c.Members[i].Probability = p
	}
}

// describedForms counts the forms of a cluster.
func (g *gathering) describedForms(c *Cluster) []described {
	var forms []described
	counts := map[int32]int{}
	for i := range c.Members {
		counts[g.formOf[c.Members[i].Index]]++
	}
	readings := map[string]int{}
	for form, n := range counts {
		readings[g.reading(form)] += n
	}
	for form, n := range counts {
		forms = append(forms, described{form: form, count: n, reading: readings[g.reading(form)],
			latin: isLatin(g.forms[form].Text), full: g.full[form]})
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

func (g *gathering) choose(forms []described) int32 {
	byRule := func(a, b described) int {
		return cmp.Or(compareBool(b.latin, a.latin), compareBool(b.full, a.full), b.reading-a.reading)
	}
	slices.SortFunc(forms, func(a, b described) int { return cmp.Or(byRule(a, b), cmp.Compare(a.form, b.form)) })
	best := forms
	for i := range forms {
		if byRule(forms[0], forms[i]) != 0 {
			best = forms[:i]
			break
		}
	}
	compared := forms[:min(len(forms), maxDescribed)]
	for i := range best {
		for _, other := range compared {
			best[i].distance += g.m.Compare(g.forms[best[i].form], g.forms[other.form]).Cost
		}
	}
	return slices.MinFunc(best, func(a, b described) int {
		x, y := g.forms[a.form].Text, g.forms[b.form].Text
		return cmp.Or(a.distance-b.distance, compareBool(isShouted(x), isShouted(y)), b.count-a.count, cmp.Compare(x, y))
	}).form
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
