package names

// Acronyms
//
// IRGC is Islamic Revolutionary Guard Corps and IBM International Business Machines: the acronym takes the first
// letters of words that follow each other. Small words and legal forms may be passed over (ICBC, Industrial and
// Commercial Bank of China) or be in it (the C of HSBC is Corporation, the first A of AQAP the article); the Cyrillic ГРУ is read in its romanisation.

// minAcronym and maxAcronym are how many letters an acronym has at least and at most.
const minAcronym, maxAcronym = 2, 8

// spellsOut finds the words from a token on whose first letters are the acronym; to is behind the last one, 0 when
// there are none.
func spellsOut(acronym []rune, tokens []token, from int) (to int) {
	if len(acronym) == 0 {
		return from
	}
	if from == len(tokens) {
		return 0
	}
	t := &tokens[from]
	if len(t.Base) > 0 && t.Base[0] == acronym[0] && t.role != Numeral {
		if to = spellsOut(acronym[1:], tokens, from+1); to > 0 {
			return to
		}
	}
	if t.role == Particle || t.role == LegalForm {
		return spellsOut(acronym, tokens, from+1)
	}
	return 0
}

// longForm finds the run of words that an acronym may stand for, outside of the unit itself when it is of the same name.
func longForm(acronym *unit, tokens []token, same bool) (run group, found bool) {
	letters := acronym.spelled.Base
	if !acronym.acronym || len(letters) < minAcronym || len(letters) > maxAcronym {
		return group{}, false
	}
	for from := range tokens {
		if len(tokens[from].Base) < 2 {
			continue
		}
		to := spellsOut(letters, tokens, from)
		if to == 0 || same && from < acronym.to && acronym.from < to {
			continue
		}
		return group{from: from, to: to, role: Proper, place: from}, true
	}
	return group{}, false
}

// markRepeats marks the acronyms that stand beside what they are short for.
func markRepeats(n Name) {
	for i := range n.units {
		if u := &n.units[i]; u.class == proper {
			_, u.repeats = longForm(u, n.tokens, true)
		}
	}
}
