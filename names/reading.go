package names

import (
	"slices"
	"sync"
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
		senses := organisationWords().ofSpelling(w.asWritten())
		sign = slices.ContainsFunc(senses, func(s sense) bool { return s.sign })
	}
	return sign
}

// namesPlace tells whether all words together are the name of a place: Kyrgyz Republic. They may be a person's all the same.
func namesPlace(words []word) bool {
	if len(words) == 0 {
		return false
	}
	senses, n := organisationWords().phrase(words)
	if len(words) == 1 {
		senses, n = organisationWords().of(&words[0]), 1
	}
	return n == len(words) && slices.ContainsFunc(senses, func(s sense) bool { return s.class == toponym })
}

// A freeReading is a name of unknown schema read as an organisation's or a place's, when first asked for.
type freeReading struct {
	once sync.Once
	name Name
}

// freely is the name read as an organisation's or a place's.
func (n Name) freely() Name {
	n.free.once.Do(func() {
		n.free.name = parseOrganisation(n.Text, Unknown)
	})
	return n.free.name
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
