package names

// Acronyms
//
// IRGC is Islamic Revolutionary Guard Corps and IBM International Business Machines: the acronym takes the first
// letters of words that follow each other. Small words and legal forms may be passed over (ICBC, Industrial and
// Commercial Bank of China) or be in it (the C of HSBC is Corporation, the first A of AQAP the article); the Cyrillic ГРУ is read in its romanisation.

// minAcronym and maxAcronym are how many letters an acronym has at least and at most.
const minAcronym, maxAcronym = 2, 8

// A spellingOut follows an acronym through the words from one on. What has failed is kept, so that a name of many
// small words takes no longer than its length.
type spellingOut struct {
	tokens []token
	from   int
	failed [maxAcronym + 1]uint64 // by the letters to come, a bit for each word
}

// rest finds the words from a token on whose first letters are what is left of the acronym; to is behind the last one,
// 0 when there are none. A small word is rather passed over than taken.
func (s *spellingOut) rest(letters []rune, at int) (to int) {
	if len(letters) == 0 {
		return at
	}
	place := at - s.from
	if at == len(s.tokens) || place >= 64 || s.failed[len(letters)]>>place&1 == 1 {
		return 0
	}
	t := &s.tokens[at]
	if t.role == Particle || t.role == LegalForm {
		if to = s.rest(letters, at+1); to > 0 {
			return to
		}
	}
	if len(t.Base) > 0 && t.Base[0] == letters[0] && t.role != Numeral {
		if to = s.rest(letters[1:], at+1); to > 0 {
			return to
		}
	}
	s.failed[len(letters)] |= 1 << place
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
		out := spellingOut{tokens: tokens, from: from}
		to := out.rest(letters, from)
		if to == 0 || same && from < acronym.to && acronym.from < to {
			continue
		}
		return group{from: from, to: to, role: Proper, place: from}, true
	}
	return group{}, false
}

// markRepeats marks the acronyms that stand beside what they are short for.
func markRepeats(n Name) {
	if n.overlong {
		return
	}
	for i := range n.units {
		if u := &n.units[i]; u.class == proper {
			_, u.repeats = longForm(u, n.tokens, true)
		}
	}
}
