package names

import "strings"

// joinPhrases makes one word of each set phrase (Prime Minister, New York), labels the words, and marks
// headlines and ordinary words. It works in place.
func joinPhrases(text string, words []findWord, lex *findLexicon) []findWord {
	lower := lowerWords(text, words)
	joined := words[:0]
	for i := 0; i < len(words); {
		w := words[i]
		phrase, n := lex.longestPhrase(words[i:])
		switch {
		case n > 1:
			last := words[i+n-1]
			w.end, w.label, w.possessive, w.dotted = last.end, phrase, last.possessive, last.dotted
			w.key = findKey(text[w.start:w.end])
		default:
			w.label = lex.labelOf(w)
			if one, plural := strings.CutSuffix(w.key, "s"); plural && lex.words[one]&isTitle != 0 {
				w.label, w.plural = w.label|lex.words[one]&(isTitle|isKin), true
			}
			w.ordinary = lex.isOrdinaryHere(w, lower)
		}
		joined = append(joined, w)
		i += max(n, 1)
	}
	joinNicknames(text, joined)
	markHeadlines(text, joined)
	return joined
}

// longestPhrase finds the longest set phrase that the words open with; n is 0 when there is none. Small
// letters make a title but no place or organisation.
func (lex *findLexicon) longestPhrase(words []findWord) (l label, n int) {
	if words[0].possessive || words[0].shape > initial {
		return 0, 0
	}
	for _, p := range lex.phrases[words[0].key] {
		n := len(p.words) + 1
		if n > len(words) {
			continue
		}
		fits, capitals := true, words[0].shape != small
		for i, key := range p.words {
			w := words[i+1]
			if w.key != key || w.gap != gapSpace || i < len(p.words)-1 && w.possessive {
				fits = false
				break
			}
			capitals = capitals && (i < len(p.words)-1 || w.shape != small)
		}
		if fits && (capitals || p.label&(isTitle|isQualifier) != 0) {
			return p.label, n
		}
	}
	return 0, 0
}

// labelOf looks a single word up. A hyphened word of places or peoples (Kyrgyz-Tajik) is
// one, and Mary-Ellen is a given name.
func (lex *findLexicon) labelOf(w findWord) label {
	l := lex.words[w.key]
	switch {
	case w.shape == allCaps: // US, IT, WHO are not us, it, who
		l &^= isFunctionWord | isOrdinary
		fallthrough
	case w.shape == initial: // U.S.
		if l&isAcronym != 0 && !w.dotted { // MS Estonia
			l = l&^(isTitle|isCourtesy) | isPlace
		}
	case w.shape == small:
		l &^= isPlace | isPeople | isOrganisation | isGivenName | isFamilyFirst | beforeThing | beforePlace
	}
	if w.shape == small && l&(isPersonVerb|isTime) != 0 { // said is no sayyid, 5 pm no premier
		l &^= isTitleOrName | isTitle
	}
	if l&needsDot != 0 && !w.dotted && w.shape != small {
		l &^= isTitle | isTitleOrName
	}
	if l == 0 && len(w.key) <= longestParted {
		if first, rest, ok := strings.Cut(w.key, "-"); ok {
			l = lex.words[first]&lex.words[rest]&(isPlace|isPeople) | lex.words[first]&isGivenName
		}
	}
	return l
}

// lowerWords are the words that the text writes with small letters.
func lowerWords(text string, words []findWord) map[string]bool {
	lower := map[string]bool{}
	for i, w := range words {
		if w.shape != small || w.gap == gapHyphen || i+1 < len(words) && words[i+1].gap == gapHyphen || inAddress(text, w) {
			continue
		}
		lower[w.key] = true
	}
	return lower
}

// inAddress tells a word of a mail or web address or a handle: kofi@example.org, #jinbekov.
func inAddress(text string, w findWord) bool {
	const signs = "@/_#."
	return w.start > 0 && strings.IndexByte(signs, text[w.start-1]) >= 0 ||
		w.end < len(text)-1 && strings.IndexByte(signs, text[w.end]) >= 0 && text[w.end+1] > ' '
}

// isOrdinaryHere tells a capitalised word that no lexicon knows but that is no name: the text writes it
// small elsewhere, in the singular or plural, or it ends like an English noun.
func (lex *findLexicon) isOrdinaryHere(w findWord, lower map[string]bool) bool {
	if w.shape == small || w.label != 0 {
		return false
	}
	return lower[w.key] || lower[w.key+"s"] || strings.HasSuffix(w.key, "s") && lower[w.key[:len(w.key)-1]] ||
		lex.hasOrdinaryEnding(w.key, w.gap.opensSentence())
}

// longestNickname is the greatest number of words of a nickname in quotes.
const longestNickname = 3

// joinNicknames takes the quotes of Mykhailo "Misha" Soroka and Joaquín “El Flaco” Barragán for blanks.
func joinNicknames(text string, words []findWord) {
	between := func(i int) string { return text[words[i-1].end:words[i].start] }
	for i := 1; i < len(words); i++ {
		if words[i].shape == small || words[i-1].label&isGivenName == 0 {
			continue
		}
		closing := quotes[between(i)]
		for j := i + 1; closing != "" && j <= i+longestNickname && j < len(words) && words[j].shape == capital; j++ {
			if between(j) == closing {
				words[i].gap, words[j].gap = gapSpace, gapSpace
			}
		}
	}
}

// quotes pairs what opens a nickname with what closes it.
var quotes = map[string]string{` "`: `" `, " “": "” ", " ‘": "’ ", " '": "' "}

// A headline has at least headlineMin words of four letters and more, and at most headlineMax words in all.
const headlineMin, headlineMax = 4, 25

// markHeadlines finds the lines where at most one long word in five is small, that are no list, and
// that end without a full stop. There a
// capital says little.
func markHeadlines(text string, words []findWord) {
	for i := 0; i < len(words); {
		j, long, smallOnes, commas := i, 0, 0, 0
		for ; j == i || j < len(words) && words[j].gap != gapLine; j++ {
			if words[j].gap == gapComma {
				commas++
			}
			if words[j].end-words[j].start < 4 || words[j].shape == initial {
				continue
			}
			long++
			if words[j].shape == small {
				smallOnes++
			}
		}
		if long >= headlineMin && j-i <= headlineMax && !endsSentence(text[words[j-1].end:]) && smallOnes*5 <= long && commas*3 <= long {
			for k := i; k < j; k++ {
				words[k].headline = true
			}
		}
		i = j
	}
}

// endsSentence tells whether a full stop comes first, perhaps behind a closing quote or parenthesis.
func endsSentence(rest string) bool {
	rest = strings.TrimLeft(rest, "\"”’') ")
	return strings.HasPrefix(rest, ".") || strings.HasPrefix(rest, "!") || strings.HasPrefix(rest, "?")
}
