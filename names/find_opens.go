package names

import "strings"

// opensThoughWord tells whether a word that is a given name and something else (Jordan, Will, April) opens
// a name here: a further name must follow, and no preposition of place stand before.
func (f *finder) opensThoughWord(i int) bool {
	w, before := f.word(i), f.word(i-1)
	if w.possessive || !f.follows(i+1) || w.label&(isFunctionWord|isOrdinary) != 0 && !f.isNameAmongWords(i) {
		return false
	}
	if w.label&(isPlace|behindPlace) != 0 && w.gap == gapSpace && before.label&(thingBefore|isTitleLink) != 0 {
		return false
	}
	next := f.word(i + 1)
	switch {
	case f.isPlain(i + 1), next.shape == initial, f.isInnerParticle(i + 1):
		return true
	case next.label&isSurnameToo != 0 && f.isCapitalised(i+1): // Austin Vale; but Virginia Beach
		return w.label&isPlace == 0 || next.label&(isHead|behindPlace|isPlace) == 0 || f.standsBehindTitle(i) || f.isOfPerson(i+2)
	}
	return f.isAnd(i+1) && f.isPlain(i+2) && f.word(i+2).label&isGivenName != 0 // Bill and Carol
}

// isNameAmongWords tells whether a word of English (Bill, Will, Christian, Long) that a name follows is a name too. At the
// start of a sentence, where the capital says nothing, what stands behind the name tells: "Will Smith said", "Bill
// Clinton and"; not "Bill Proposed", nor "Will Smith resign?".
func (f *finder) isNameAmongWords(i int) bool {
	w := f.words[i]
	if w.label&isTitleLink == 0 && !w.gap.opensSentence() || f.standsBehindTitle(i) {
		return true
	}
	if w.headline {
		return false
	}
	hi := i + 1
	for hi < i+longestName && f.follows(hi) && (f.isPlain(hi) || f.word(hi).shape == initial || f.word(hi).label&isSurnameToo != 0 && f.isCapitalised(hi)) {
		hi++
	}
	after := f.word(hi)
	switch {
	case hi == i+1:
		return false
	case f.isOfPerson(hi):
		return true
	case w.label&isGivenName == 0 || !f.isPlain(i+1) && f.word(i+1).shape != initial: // Long Island, Will Church leaders
		return false
	case after.gap != gapComma && (after.gap != gapSpace || after.shape != small):
		return false
	}
	return w.label&isFunctionWord == 0 || !f.isQuestion(hi)
}

// isOfPerson tells whether what stands before word hi does what only persons do, or has an age: "Bill Gates said",
// "Long, 58,".
func (f *finder) isOfPerson(hi int) bool {
	if f.hasPersonVerb(candidate{hi: hi}) {
		return true
	}
	return f.isAge(hi)
}

// isAge tells an age between commas.
func (f *finder) isAge(i int) bool {
	w := f.word(i)
	return w.gap == gapComma && w.shape == number && w.end-w.start <= 3 && f.word(i+1).gap >= gapComma && !f.words[i-1].possessive
}

// isPlaceAsName tells a place that is no known given name but stands for one: Senator Houston Brazos; Kent
// London, who farms there; Paris Hilton, 43.
func (f *finder) isPlaceAsName(i int) bool {
	if !f.follows(i+1) || f.word(i+1).label&isSuffix != 0 || f.isBehindPreposition(i) {
		return false
	}
	if behind := f.word(i + 2); behind.gap == gapComma && (behind.key == "who" || behind.key == "whose") || f.isAge(i+2) {
		return f.isPlain(i+1) || f.isCapitalised(i+1) && f.word(i+1).label&isSurnameToo != 0
	}
	return f.standsBehindTitle(i) && f.isPlain(i+1)
}

// longestQuestion bounds how many words are read to see how a sentence ends.
const longestQuestion = 40

// isQuestion tells whether the sentence in which word i stands ends in a question mark.
func (f *finder) isQuestion(i int) bool {
	for last := i + longestQuestion; i < len(f.words) && i < last; i++ {
		end := len(f.text)
		if i+1 < len(f.words) {
			end = f.words[i+1].start
		}
		if f.word(i + 1).gap.opensSentence() {
			return strings.Contains(f.text[f.words[i].end:end], "?")
		}
	}
	return false
}

// standsBehindTitle tells whether a title with a capital stands directly before word i: Mr. Park, Senator Houston Brazos.
func (f *finder) standsBehindTitle(i int) bool {
	before := f.word(i - 1)
	return i > 0 && f.words[i].gap == gapSpace && before.label&isTitle != 0 && before.shape == capital && !before.possessive
}

// isTitled tells a word that is as often a thing (Park, Church, May) and that a title directly before makes a
// name: Mr. Park, President Park, Prime Minister May; but not King Street, Major General or President Park Hotel.
func (f *finder) isTitled(i int) bool {
	w, title := f.word(i), f.word(i-1)
	if !f.standsBehindTitle(i) || !f.isCapitalised(i) || w.headline || f.follows(i+1) && f.isCapitalised(i+1) && f.word(i+1).label&isSuffix == 0 {
		return false
	}
	ofThing := w.label&(isHead|behindPlace) != 0
	switch {
	case title.label&isCourtesy != 0 && title.label&(isGivenName|isFamilyFirst) == 0:
		return w.label&isSurnameToo != 0 || ofThing && w.label&(isFunctionWord|isOrdinary|isTitle) == 0
	case w.label&isWay != 0, title.label&(isSurnameToo|isGivenName) != 0 && ofThing:
		return false
	}
	return w.label&isSurnameToo != 0 && w.label&isTitle == 0
}
