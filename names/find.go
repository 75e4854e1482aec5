package names

// Find yields the people that an English news text mentions, in order, with the byte offsets of each name
// as it stands there, without its title and possessive 's:
//
//	text ─► words ─► set phrases ─► runs of name words ─► what stands around each ─► what the text says of all
//	        splitText  joinPhrases     candidates              decide                    settle
//
// It is a rule lexicon and no model. A run of capitalised words is a person unless its words or those
// around it say that it is a place, an organisation or another thing; a single capitalised word is one
// when it bears a title, or is equal to or like a word of a name that the text gives in full.
//
// What it cannot do: it does not read the meaning of a sentence, so an unknown firm or film of two words
// passes for a person where nothing around it tells; a single name without title (Pelé, Madonna) is not
// found; names in other scripts, in small letters or of one word in a headline are not found; of a nickname
// in quotes inside a name it sees the words around. Callers with their own recogniser of names pass its mentions to
// [Matcher.Cluster] instead.
//
// Find never fails and takes time linear in the length of the text. Doc and ID of the mentions are empty.
func Find(text string) []Mention {
	lex := builtinFindLexicon()
	f := &finder{text: text, words: joinPhrases(text, splitText(text, lex), lex)}
	found := f.candidates()
	for i := range found {
		var last *candidate
		if i > 0 {
			last = &found[i-1]
		}
		f.decide(&found[i], last)
	}
	var mentions []Mention
	for _, c := range f.settle(found) {
		start, end := f.words[c.lo].start, f.words[c.hi-1].end
		mentions = append(mentions, Mention{Name: text[start:end], Title: c.title, Start: start, End: end, Another: f.bringsAnother(c.lo)})
	}
	return mentions
}

// A finder reads one text.
type finder struct {
	text  string
	words []findWord
}
