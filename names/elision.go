package names

import "strings"

// elidedSection is the section of articles and prepositions that are written on the word behind: d'Algérie. Where no file
// knows the whole, as it does Côte d'Ivoire, the rest is looked up; that of L'Oréal is not found either, so it is a name.
const elidedSection = "elided"

// elide notes what is written on a word with an apostrophe.
func (w *word) elide(text string) {
	if w.at == nil { // every letter stands where it would without an apostrophe
		return
	}
	written := text[w.start:w.end]
	end := max(0, strings.IndexFunc(written, isApostrophe))
	before := strings.ToLower(written[:end])
	if organisationWords().elided[before] && strings.HasPrefix(w.Plain, before) {
		w.elided = uint8(end)
	}
}
