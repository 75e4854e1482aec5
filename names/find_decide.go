package names

// decide weighs what stands in and around a candidate and notes its title. last is the one before it.
func (f *finder) decide(c, last *candidate) {
	if c.verdict == ambiguous {
		if c.title, _ = f.titleBefore(*c); c.title == "" {
			c.title, c.told = f.titleAfter(c.hi)
		}
		if f.besideThing(*c) || f.isPlaceByRegion(*c) {
			c.verdict = thing
		}
		return
	}
	title, full := f.titleBefore(*c)
	if !full && last != nil && last.plural && f.isCoordinated(*last, *c) {
		title, full, c.plural = last.title, true, true
	}
	if f.besideThing(*c) || f.modifiesTitle(*c) && !c.given {
		c.verdict = thing
		return
	}
	after, told := f.titleAfter(c.hi)
	if c.title = title; title == "" {
		c.title = after
	}
	c.plural = c.plural || full && f.isPlural(c.lo-1)
	several := f.nameWords(*c) > 1
	switch {
	case f.words[c.lo].headline:
		c.verdict = headlined
	case full, several && c.given && !f.isDoubted(*c, true):
		c.verdict = certain
	case !several && told, !several && c.given && f.hasPersonVerb(*c):
		c.verdict = certain
	case !several && (f.isPlaceByRegion(*c) || f.isFamily(*c)):
		c.verdict = thing
	case !several:
		c.verdict = bare
	case f.isDoubted(*c, false):
		c.verdict = doubted
	case told, f.hasPersonVerb(*c):
		c.verdict = certain
	default:
		c.verdict = likely
	}
}

// nameWords counts the words of a candidate without particles, initials and suffixes.
func (f *finder) nameWords(c candidate) (n int) {
	for _, w := range f.words[c.lo:c.hi] {
		if w.shape != small && w.label&isSuffix == 0 || w.shape == initial {
			n++
		}
	}
	return n
}

// besideThing tells whether the words around make the candidate part of a thing's name: Jinbekov Foundation,
// Hurricane Katrina, University of Oxford, Marks & Spencer.
func (f *finder) besideThing(c candidate) bool {
	before, after := f.word(c.lo-1), f.word(c.hi)
	if c.hi < len(f.words) && after.gap == gapAnd || f.words[c.lo].gap == gapAnd {
		return true
	}
	if c.lo > 0 && f.follows(c.lo) {
		if before.shape != small && before.label&(beforeThing|beforePlace) != 0 {
			return !c.given || f.nameWords(c) == 1
		}
		if before.key == "of" && c.lo > 1 && f.word(c.lo-2).shape != small && f.word(c.lo-2).label&(isHead|isHeadWithOf) != 0 && f.follows(c.lo-1) {
			return !c.given || f.nameWords(c) == 1
		}
	}
	for i := c.hi; i < c.hi+titleReach && i < len(f.words) && f.follows(i) && f.words[i].shape != small; i++ {
		if f.words[i].label&isTitle != 0 {
			break
		}
		if f.words[i].label&(isHead|behindPlace) != 0 && f.words[i].shape != initial && !f.words[i].headline {
			return true
		}
	}
	return false
}

// modifiesTitle tells whether a title with a further name stands directly behind: Tesla chief executive Elon Musk.
func (f *finder) modifiesTitle(c candidate) bool {
	i := c.hi
	for ; i < c.hi+titleReach && i < len(f.words) && f.follows(i) && f.words[i].label&(isTitle|isQualifier) != 0; i++ {
	}
	return i > c.hi && i < len(f.words) && f.follows(i) && f.opensName(i)
}

// isDoubted tells whether a candidate of several words is written like a thing: with "the" or a preposition of
// place before it, a kind of thing behind it, or among further capitals. Of one that opens with a given
// name only the kind of thing counts.
func (f *finder) isDoubted(c candidate, given bool) bool {
	before, after := f.word(c.lo-1), f.word(c.hi)
	behind := c.hi < len(f.words) && f.follows(c.hi)
	switch {
	case behind && after.shape == small && after.label&(thingAfter|behindPlace) != 0, behind && after.shape == number:
		return !given || after.label&behindPlace != 0
	case c.hi < len(f.words) && after.gap == gapComma && after.key == "where": // Roland Garros, where
		return true
	}
	if given {
		return false
	}
	if c.lo > 0 && f.follows(c.lo) && (before.key == "the" || before.label&thingBefore != 0) {
		return true
	}
	if before.key == "of" && (f.word(c.lo-2).label&(isTitle|isKin) == isTitle || f.word(c.lo-2).label&ofThing != 0) {
		return true // mayor of Nizhny Tagil, shares of Halcyon Robotics
	}
	if c.lo > 0 && f.follows(c.lo) && (before.gap == gapHyphen && before.label&isHyphenTail != 0 || before.shape != small && before.label&isOrganisation != 0) {
		return true // Amsterdam-based Tulip Motion, Dow Jones Industrial Average
	}
	if behind && after.shape != small && after.label&isPersonVerb == 0 || c.lo > 0 && f.follows(c.lo) && before.shape == capital && !before.gap.opensSentence() && before.label&isOrdinary != 0 {
		return true
	}
	return f.isPlaceByRegion(c)
}

// isPlaceByRegion tells a town by what it lies in, between commas: "Jackson, Mississippi, saw floods".
func (f *finder) isPlaceByRegion(c candidate) bool {
	after := f.word(c.hi)
	return c.hi < len(f.words) && after.gap == gapComma && after.label&isPlace != 0 && !after.possessive && !f.words[c.hi-1].possessive &&
		f.word(c.hi+1).gap >= gapComma
}

// isFamily tells a name that stands for all who bear it: the Beecham family, the Hashimi clan.
func (f *finder) isFamily(c candidate) bool {
	return c.lo > 0 && f.follows(c.lo) && f.words[c.lo-1].key == "the" && f.follows(c.hi) && f.words[c.hi].shape == small &&
		f.words[c.hi].label&thingAfter != 0
}

// hasPersonVerb tells whether what only a person does stands behind: "Asil said".
func (f *finder) hasPersonVerb(c candidate) bool {
	return c.hi < len(f.words) && (f.follows(c.hi) || f.words[c.hi].gap == gapComma) && f.words[c.hi].shape == small &&
		f.words[c.hi].label&isPersonVerb != 0
}

// isCoordinated tells whether two candidates stand as "A and B" or "A, B".
func (f *finder) isCoordinated(a, b candidate) bool {
	return b.lo == a.hi && f.words[b.lo].gap == gapComma ||
		b.lo == a.hi+1 && f.words[b.lo].gap == gapSpace && f.words[a.hi].key == "and" && f.words[a.hi].gap <= gapComma
}

// isPlural tells a title in the plural: Presidents, brothers.
func (f *finder) isPlural(i int) bool {
	return i >= 0 && f.words[i].plural
}
