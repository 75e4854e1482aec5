package names

import (
	"slices"
	"sync/atomic"
)

// hasSign tells whether a word shows that the name is an organisation's: Ministry, Bank.
func hasSign(words []word) bool {
	if len(words) < 2 {
		return false
	}
	sign := false
	for i := range words {
		w := &words[i]
		switch {
		case w.comma: // Bank, John
			return false
		case sign || len(w.Letters) < minPlain || w.givenName:
			continue
		}
		var senses []sense
		if w.latin && w.in&inOrganisations == 0 {
			senses = organisationWords().ofStem(w.Plain)
		} else {
			senses = organisationWords().ofSpelling(w.asWritten())
		}
		sign = slices.ContainsFunc(senses, func(s sense) bool { return s.sign })
	}
	return sign
}

// namesPlace tells whether all words together are the name of a place: Kyrgyz Republic. They may be a person's all the same.
func namesPlace(words []word) bool {
	if len(words) == 0 || len(words) > 1 && words[0].latin && words[0].in&inOrganisations == 0 {
		return false
	}
	senses, n := organisationWords().phrase(words)
	if len(words) == 1 {
		senses, n = organisationWords().of(&words[0]), 1
	}
	return n == len(words) && slices.ContainsFunc(senses, func(s sense) bool { return s.class == toponym })
}

// A freeReading is a name of unknown schema read as an organisation's or a place's, when first asked for.
type freeReading struct{ name atomic.Pointer[Name] }

// freely is the name read as an organisation's or a place's.
func (n Name) freely() Name {
	read := n.free.name.Load()
	if read == nil { // two goroutines may read it, and read the same
		name := parseOrganisation(n.Text, Unknown)
		read = &name
		n.free.name.Store(read)
	}
	return *read
}

// readAlike reads two names in one way. Of a name that nothing is known of, the other tells what it is: Gazprom beside
// Gazprom OAO is an organisation, Kirghizia beside Kyrgyzstan a country, and Jordan beside Michael Jordan a man.
func readAlike(a, b Name) (Name, Name) {
	switch {
	case a.units != nil && b.free != nil && len(b.tokens) > 0:
		b = b.freely()
	case b.units != nil && a.free != nil && len(a.tokens) > 0:
		a = a.freely()
	case a.place && b.place:
		a, b = a.freely(), b.freely()
	}
	return a, b
}
