package names

import "slices"

// hasSign tells whether a word shows that the name is an organisation's: Ministry, Bank.
func hasSign(words []word) bool {
	if len(words) < 2 || slices.ContainsFunc(words, func(w word) bool { return w.comma }) {
		return false
	}
	for i := range words {
		for _, s := range organisationWords().ofSpelling(words[i].asWritten()) {
			if s.sign && len(words[i].Letters) > 3 && !words[i].givenName {
				return true
			}
		}
	}
	return false
}

// namesPlace tells whether all words together are the name of a place: Kyrgyz Republic. They may be a person's all the same.
func namesPlace(words []word) bool {
	if len(words) == 0 {
		return false
	}
	senses, n := organisationWords().find(words)
	return n == len(words) && slices.ContainsFunc(senses, func(s sense) bool { return s.class == toponym })
}

// readAlike reads two names in one way. Of a name that nothing is known of, the other tells what it is: Gazprom beside
// Gazprom OAO is an organisation, Kirghizia beside Kyrgyzstan a country, and Jordan beside Michael Jordan a man.
func readAlike(a, b Name) (Name, Name) {
	switch {
	case a.units != nil && b.units == nil && b.schema == Unknown && len(b.tokens) > 0:
		b = readOrganisation(b.Text, splitWords(b.Text), a.schema)
	case b.units != nil && a.units == nil && a.schema == Unknown && len(a.tokens) > 0:
		a = readOrganisation(a.Text, splitWords(a.Text), b.schema)
	case a.place && b.place:
		a, b = readOrganisation(a.Text, splitWords(a.Text), Place), readOrganisation(b.Text, splitWords(b.Text), Place)
	}
	return a, b
}
