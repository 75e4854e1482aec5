package names

import "sync"

var otherNames = sync.OnceValue(func() *phrasebook { return readPhrasebook("other-names.txt", opensOtherName) })

// beforeOtherName gives the words in front of another name: of "Ahmed dit Hamid" the first, of "Acme Ltd (formerly Vega)"
// the first two.
func beforeOtherName(words []word) []word {
	for i := 1; i < len(words); i++ {
		w := &words[i]
		if w.in&opensOtherName == 0 {
			continue
		}
		found, n := otherNames().longestMatchOf(len(words)-i, func(k int) string { return words[i+k].Plain })
		inWriting := found.section == "anywhere" || w.lower || w.capitals && !words[0].capitals
		if n > 0 && i+n < len(words) && inWriting {
			return words[:i]
		}
	}
	return words
}
