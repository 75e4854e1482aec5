package names

// How many words back a title may stand with what it is of ("Secretary-General of the United Nations,
// António Guterres"), and how many behind a name ("Jinbekov, the country's fifth president,").
const titleReach = 9

// titleBefore reads the title before the name that opens at word lo. By a comma it only counts when the name is
// closed by one too: "his spokesman, Stephane Dujarric, said", but "told the president, Dujarric said".
func (f *finder) titleBefore(c candidate) (title string, full bool) {
	end := c.lo - 1
	if end < 0 || f.words[end].possessive || f.words[c.lo].gap != gapSpace && f.words[c.lo].gap != gapComma {
		return "", false
	}
	if f.words[c.lo].gap == gapComma && (!f.isClosed(c.hi) || f.words[end].gap.opensSentence() && f.words[end].label&isTitle == 0) {
		return "", false
	}
	start := end
	if f.words[end].label&(isTitle|isQualifier|isTitleOrName) == 0 || f.words[end].shape == initial && !f.words[end].dotted {
		if start = f.titleWithOf(end); start < 0 {
			return "", false
		}
	}
	full = f.words[start].label&isTitle != 0 || f.words[start].label&isTitleOrName != 0
	first, full := f.titleStart(start, full)
	if !full && (f.words[c.lo].gap == gapComma || f.words[end].shape != small || c.hi-c.lo < 2) {
		return "", false
	}
	return f.text[f.words[first].start:f.words[end].end], full
}

// isClosed tells whether a comma, full stop, dash or the like stands behind the name that ends before word hi.
func (f *finder) isClosed(hi int) bool {
	return !f.words[hi-1].possessive && f.word(hi).gap != gapSpace && f.word(hi).gap != gapHyphen
}

// titleWithOf looks back from word end for a title and "of": "president of the Kyrgyz Republic". It gives
// the place of the title, or -1.
func (f *finder) titleWithOf(end int) int {
	if f.words[end].label&isFunctionWord != 0 || f.words[end].label&(isPeople|isOrdinary) != 0 && f.words[end].shape != small {
		return -1 // "a mother of four from Beheira", "the leader of the party European Future"
	}
	for i := end; i > 0 && i > end-titleReach && f.words[i].gap == gapSpace; i-- {
		switch w := f.words[i]; {
		case w.label&isTitleLink != 0:
			if i < end && f.words[i-1].label&isTitle != 0 {
				return i - 1
			}
		case w.label&isPersonVerb != 0:
			return -1
		}
	}
	return -1
}

// titleStart goes back over further titles and qualifiers (former Deputy Prime Minister), and over peoples and
// offices between them (former Kyrgyz president). full tells that a title is among them.
func (f *finder) titleStart(at int, full bool) (int, bool) {
	first := at
	for i := at; i > 0 && i > at-titleReach && f.words[i].gap == gapSpace && !f.words[i-1].possessive; i-- {
		w := f.words[i-1]
		switch {
		case w.label&isQualifier != 0 && w.label&isFunctionWord == 0 || w.label&isTitle != 0 && w.shape != initial:
			first = i - 1
			full = full || w.label&isTitle != 0
		case w.label&(isPlace|isPeople|isOrganisation|isHead) != 0 && w.shape != small, w.label&isOrdinary != 0:
		default:
			return first, full
		}
	}
	return first, full
}

// titleAfter reads a title or an age behind the name that ends before word hi: "Jinbekov, the president,",
// "Asil, 54,", "John Smith MP". told is whether there is one.
func (f *finder) titleAfter(hi int) (title string, told bool) {
	w := f.word(hi)
	if hi < len(f.words) && w.gap == gapSpace && w.shape == allCaps && w.label&isTitle != 0 && f.word(hi+1).gap != gapSpace {
		return f.text[w.start:w.end], true
	}
	if f.isAge(hi) {
		title, _ := f.titleAfter(hi + 1)
		return title, true
	}
	if w.gap != gapComma || f.words[hi-1].possessive {
		return "", false
	}
	start := -1
	for i := hi; i < len(f.words) && i < hi+titleReach; i++ {
		w := f.words[i]
		if i > hi && w.gap != gapSpace {
			return "", false
		}
		switch {
		case w.label&isTitle != 0 && !w.possessive:
			if start < 0 {
				start = i
			}
			if f.word(i+1).gap == gapSpace && f.word(i+1).label&isTitle != 0 {
				continue
			}
			if !f.endsApposition(i + 1) {
				return "", false
			}
			return f.text[f.words[start].start:w.end], true
		case w.label&isQualifier != 0:
			if start < 0 {
				start = i
			}
		case w.label&(isPlace|isPeople|isOrganisation|isHead|isOrdinary|inApposition) != 0 && w.label&isPersonVerb == 0:
		case i > hi && w.shape == small && w.label&(isPersonVerb|isFunctionWord) == 0: // the country's fifth president
		default:
			return "", false
		}
	}
	return "", false
}

// endsApposition tells whether the title that ends before word i is closed, itself or with what it is of.
func (f *finder) endsApposition(i int) bool {
	for j := i; j < i+titleReach; j++ {
		w := f.word(j)
		switch {
		case w.gap != gapSpace && w.gap != gapHyphen:
			return true
		case j == i && w.label&isTitleLink == 0:
			return false
		}
	}
	return false
}
