package names

import "slices"

// surname finds the family name.
func (p *parser) surname() {
	open := p.open()
	for _, i := range open {
		if i > 0 && p.words[i].comma {
			p.comma = i
			break
		}
	}
	if p.comma > 0 && !slices.ContainsFunc(p.roles[:p.comma], func(r Role) bool { return r != Title }) {
		p.comma = 0
	}
	for _, i := range open {
		switch {
		case p.comma > 0 && i < p.comma:
			p.set(i, Surname)
		case len(open) > 1 && p.words[i].isInitial():
			p.set(i, Initial)
		case len(open) > 2 && i != open[0] && p.comma == 0 && isPatronymic(p.words[i].Plain),
			p.comma > 0 && i > open[0] && isPatronymic(p.words[i].Plain):
			p.set(i, Patronymic)
			p.words[i].givenName = isKnownPatronymic(p.words[i].Plain)
		}
	}
	if p.comma > 0 {
		return
	}
	p.surnameBySigns()
}

// surnameBySigns finds a surname that no comma marks: the words in capitals among others that are not, or
// the first word when a patronymic is the last, as in Russian lists, or when it is an East Asian family name; else the last word, with the particle's
// whole reach: van der Sar, bin Salman al-Saud.
func (p *parser) surnameBySigns() {
	open := p.open()
	if len(open) == 0 {
		return
	}
	isCapital := func(i int) bool { return p.words[i].capitals }
	if slices.ContainsFunc(open, isCapital) && !(isCapital(open[0]) && isCapital(open[len(open)-1])) {
		for _, i := range open {
			if isCapital(i) {
				p.set(i, Surname)
			}
		}
		return
	}
	if p.isFamilyFirst(open) {
		p.set(open[0], Surname)
		return
	}
	last := open[len(open)-1]
	if len(open) > 1 && last+1 < len(p.words) && p.roles[last+1] == Patronymic && !p.bound(last+1) &&
		last+2 == len(p.words) {
		p.set(open[0], Surname)
		return
	}
	if len(open) == 1 && len(p.words) > 1 && last == p.firstName() && p.hasPatronymicParticle() {
		return // Salman bin Muhammad: a given name and a father's
	}
	for p.set(last, Surname); last > 0 && !p.known[last-1] && (p.words[last].joined || isKunya(&p.words[last-1])); last-- {
		p.set(last-1, Surname) // Hale-Winters, Abu Rahma
	}
}

// isKunya tells whether a word makes one name with the next, as Abu and Abdul do.
func isKunya(w *word) bool { return w.in&opensParticle != 0 && particles().in["kunya"][w.Plain] }

// bound tells whether a particle stands before word i.
func (p *parser) bound(i int) bool { return i > 0 && p.known[i-1] && p.roles[i-1] == Particle }

func (p *parser) firstName() int {
	return slices.IndexFunc(p.roles, func(r Role) bool { return r != Title })
}

func (p *parser) hasPatronymicParticle() bool { return slices.Contains(p.roles, Patronymic) }
