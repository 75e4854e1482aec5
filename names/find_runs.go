package names

import "strings"

// A candidate is a run of words that may be a person's name, words[lo:hi], with what speaks for it.
type candidate struct {
	lo, hi  int
	title   string
	plural  bool // "Presidents Putin and Trump"
	told    bool // a title or an age stands behind
	given   bool // opens with a given name, an initial or an East Asian family name
	verdict verdict
}

type verdict uint8

const (
	thing     verdict = iota // a place, an organisation, a law
	doubted                  // two words or more, but written like a thing; a person if the text elsewhere says so
	bare                     // one word; a person if it belongs to a name of the text
	ambiguous                // one word that is as often no name (Brown, May); needs more to belong
	headlined                // in a headline: look for known names inside
	likely                   // two words or more, nothing speaks against it
	certain                  // a title, a given name, an age
)

// notName are the labels of words that are no part of a name, unless a given name makes them one.
const notName = isTitle | isQualifier | isPlace | isPeople | beforePlace | behindPlace | isOrganisation | isHead | isHeadWithOf |
	beforeThing | isFunctionWord | isOrdinary | isTime

// longestName is the greatest number of words of a name; a longer run of capitals is a list or a heading.
const longestName = 9

// candidates finds the runs of name words, in order and disjoint.
func (f *finder) candidates() []candidate {
	var found []candidate
	for i := 0; i < len(f.words); {
		switch {
		case f.opensName(i):
			c := candidate{lo: i, hi: i + 1, given: f.opensWithGiven(i)}
			for c.hi < len(f.words) && f.continuesName(c) {
				c.hi++
			}
			c.hi = f.withoutLooseEnd(c)
			i = c.hi
			if c.hi-c.lo <= longestName {
				found = append(found, c)
			}
		case f.isAmbiguous(i):
			found = append(found, candidate{lo: i, hi: i + 1, verdict: ambiguous})
			i++
		default:
			i++
		}
	}
	return found
}

func (f *finder) word(i int) findWord {
	if i < 0 || i >= len(f.words) {
		return findWord{gap: gapLine}
	}
	return f.words[i]
}

// isCapitalised tells whether word i is written like a name. In a headline of capitals every word is.
func (f *finder) isCapitalised(i int) bool {
	w := f.word(i)
	return w.shape == capital || w.shape == allCaps && w.headline
}

// isPlain tells a capitalised word of which nothing says that it is no name.
func (f *finder) isPlain(i int) bool {
	w := f.word(i)
	return f.isCapitalised(i) && !w.ordinary && (w.label&notName == 0 || w.label&isTitleOrName != 0)
}

// follows tells whether word i stands directly behind word i-1, with only a blank between.
func (f *finder) follows(i int) bool {
	return i < len(f.words) && f.words[i].gap == gapSpace && !f.words[i-1].possessive
}

func (f *finder) opensName(i int) bool {
	w := f.word(i)
	switch {
	case w.shape == initial: // J. K. Rowling; I and A are words
		return (w.dotted || w.label&(isFunctionWord|isFamilyFirst) == 0) && w.label&(isPlace|isTime|isTitle) == 0 &&
			f.follows(i+1) && (f.isPlain(i+1) || f.word(i+1).shape == initial)
	case w.shape == allCaps && !w.headline: // Emmanuel MACRON, KIM Jong Un
		return w.label&isFamilyFirst != 0 && f.follows(i+1) && f.isPlain(i+1)
	case w.shape == small: // van Gogh, bin Laden
		return f.isInnerParticle(i) && f.isPlain(f.behindParticles(i))
	case !f.isCapitalised(i):
		return false
	case w.label&isTitle != 0 && w.label&isTitleOrName == 0 && w.label&isGivenName != 0: // Dean Smith
		return f.follows(i+1) && f.isPlain(i+1) && !(f.follows(i+2) && f.isPlain(i+2))
	case w.label&isTitleOrName != 0 && w.label&isGivenName == 0: // Imam Ali, but Sultan bin Abdulaziz
		return !(f.follows(i+1) && f.isPlain(i+1) && f.word(i+1).label&isGivenName != 0)
	case f.isPlain(i), f.isTitled(i):
		return true
	case w.ordinary:
		return i > 0 && w.gap == gapSpace && !w.headline && f.words[i-1].label&isTitle != 0 && f.words[i-1].shape == capital // President Trump
	case w.label&(isGivenName|isFamilyFirst) != 0: // Jordan Spieth, Will Smith, Park Geun-hye
		return f.opensThoughWord(i)
	case w.label&isPlace != 0:
		return f.isPlaceAsName(i)
	}
	return false
}

// isAnd tells the "and" between two names.
func (f *finder) isAnd(i int) bool {
	return f.word(i).key == "and" && f.follows(i) && f.follows(i+1)
}

// opensWithGiven tells whether the name that opens at word i begins like a person's.
func (f *finder) opensWithGiven(i int) bool {
	w := f.words[i]
	if w.shape == small && f.follows(i+1) {
		w = f.words[i+1]
	}
	if w.label&isFamilyFirst != 0 {
		return f.follows(i+1) && f.isPlain(i+1)
	}
	return w.label&(isGivenName|isPlace) != 0 || w.shape == initial // a place only when isPlaceAsName
}

func (f *finder) continuesName(c candidate) bool {
	w, next := f.words[c.hi], c.hi+1
	if w.label&isSuffix != 0 && w.shape != small && (w.gap == gapSpace || w.gap == gapComma) && !f.words[c.hi-1].possessive {
		return w.shape != initial || w.gap == gapSpace && (w.key == "v" || w.key == "i") && c.given // Jr., III; George V
	}
	if !f.follows(c.hi) || f.words[c.hi-1].label&isSuffix != 0 && (f.words[c.hi-1].shape == capital || f.words[c.hi-1].shape == allCaps) {
		return false
	}
	onlyGiven := c.given && c.hi-c.lo <= 2 && !f.hasSurname(c)
	switch {
	case w.shape == small:
		return f.isInnerParticle(c.hi) && f.isPlain(f.behindParticles(c.hi)) || w.label&isSon != 0 // Edil Baisal uulu
	case w.shape == initial:
		return w.dotted || w.label&(isFunctionWord|isPlace) == 0
	case w.shape == allCaps && !w.headline: // Emmanuel MACRON
		return onlyGiven && len(w.key) > 2 && w.label&(notName|isSuffix) == 0 || w.label&isFamilyFirst != 0 && c.given
	case !f.isCapitalised(c.hi):
		return false
	case f.isPlain(c.hi):
		return true
	case w.label&isSurnameToo != 0 && w.label&(isHead|behindPlace|isTitle) == 0 && f.standsBehindTitle(c.lo) && !(f.follows(next) && f.isCapitalised(next)):
		return true // Governor Luz Dare Holland
	case w.label&isSurnameToo != 0 && onlyGiven: // Stephen King, Jane Hall
		return !(f.follows(next) && f.isCapitalised(next) && f.word(next).label&(isHead|behindPlace) != 0) &&
			!(w.label&behindPlace != 0 && f.words[c.lo].gap == gapSpace && f.word(c.lo-1).label&thingBefore != 0) && // at Uhuru Park
			!(w.label&isWay != 0 && f.words[c.lo].gap == gapSpace && f.word(c.lo-1).label&beforeWay != 0) // on Elizabeth Street
	case w.label&(isSurnameToo|isTitle) == isSurnameToo|isTitle && c.given && c.hi <= c.lo+2: // Martin Luther King Jr.
		return !(f.follows(next) && f.isPlain(next) && f.word(next).label&isSuffix == 0)
	case w.label&isTitle != 0 && c.given && c.hi == c.lo+1 && f.words[c.lo].label&isPlace == 0 && !strings.Contains(w.key, " "):
		return !(f.follows(next) && f.isPlain(next)) // Iqbal Sheikh, Laura Deacon
	case w.label&(isHead|behindPlace|isTitle|isOrganisation|isQualifier) != 0 && w.label&isGivenName == 0:
		return false
	case w.label&(isGivenName|isFamilyFirst) != 0:
		return w.label&(isFunctionWord|isTime) == 0
	case w.label&(isPlace|beforePlace|isPeople) != 0: // Denzel Washington; Aung San Suu Kyi
		return onlyGiven || w.label&beforePlace != 0 && c.given && f.follows(next) && f.isPlain(next)
	case w.ordinary: // the text writes "trump" as well
		return onlyGiven && !w.headline
	}
	return false
}

// hasSurname tells whether a candidate already has a word that is no given name.
func (f *finder) hasSurname(c candidate) bool {
	for i := c.lo + 1; i < c.hi; i++ {
		if f.words[i].label&isGivenName == 0 && f.words[i].shape != initial {
			return true
		}
	}
	return false
}

// isInnerParticle tells a particle in small letters that can stand inside an English text's names.
func (f *finder) isInnerParticle(i int) bool {
	w := f.word(i)
	return w.shape == small && w.label&isParticle != 0 && w.label&notInside == 0
}

// behindParticles gives the place of the word behind one particle or two, or -1: van Gogh, van der Meulen.
func (f *finder) behindParticles(i int) int {
	for j := i + 1; j <= i+2 && f.follows(j); j++ {
		if !f.isInnerParticle(j) {
			return j
		}
	}
	return -1
}

// withoutLooseEnd drops single letters at the end that belong to what follows ("Vitamin C").
func (f *finder) withoutLooseEnd(c candidate) int {
	hi := c.hi
	for hi > c.lo+1 && f.words[hi-1].shape == initial && !f.words[hi-1].dotted && f.words[hi-1].label&isSuffix == 0 {
		hi--
	}
	return hi
}

// isAmbiguous tells a capitalised word that stands alone and is a surname and something else.
func (f *finder) isAmbiguous(i int) bool {
	w := f.word(i)
	return w.label&isSurnameToo != 0 && f.isCapitalised(i) && !w.headline &&
		!(f.follows(i+1) && f.isCapitalised(i+1)) && !(i > 0 && f.follows(i) && f.isCapitalised(i-1) && f.words[i-1].label&(isTitle) == 0) ||
		w.label&notName != 0 && f.isCapitalised(i) && !w.headline && w.label&isSurnameToo != 0 && i > 0 && f.follows(i) && f.words[i-1].label&isTitle != 0
}
