package names

import (
	"slices"
	"strings"
)

// A directory holds the names that a text gives in full or with a title, so that a bare surname finds its person.
type directory struct {
	full  map[string]bool // whole names, and surnames with their particles, by key
	word  map[string]bool // their words
	last  map[string]bool // their last words
	alike map[string]bool // what their words are alike by
	memo  map[string]bool
}

func newDirectory() *directory {
	return &directory{map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}}
}

func (d *directory) add(f *finder, c candidate) {
	d.full[f.keyOf(c)] = true
	for i, w := range f.words[c.lo:c.hi] {
		if w.shape == small || w.shape == initial || w.label&(isSuffix|isParticle) != 0 {
			continue
		}
		if i == c.hi-c.lo-1 || f.words[c.hi-1].label&isSuffix != 0 && i == c.hi-c.lo-2 {
			d.last[w.key] = true
			if i > 0 && f.words[c.lo+i-1].label&isParticle != 0 {
				d.full[f.keyOf(candidate{lo: c.lo + i - 1, hi: c.lo + i + 1})] = true
			}
		}
		if d.word[w.key] {
			continue
		}
		if d.word[w.key] = true; w.label&isGivenName != 0 {
			continue // a bare given name must be equal
		}
		d.addWord(w.key)
		for part := range strings.SplitSeq(w.key, "-") { // Hrytsenko-Bilyk
			if len(part) >= shortestPart && part != w.key {
				d.addWord(part)
			}
		}
	}
}

// shortestPart is the least length in bytes of a part of a hyphenated name that is used alone.
const shortestPart = 4

func (d *directory) addWord(word string) {
	d.word[word] = true
	for _, key := range likeness(word) {
		d.alike[key] = true
	}
}

// knows tells whether a bare word is equal to or like a word of a known name.
func (d *directory) knows(word string) bool {
	if d.word[word] {
		return true
	}
	known, asked := d.memo[word]
	if !asked {
		known = slices.ContainsFunc(likeness(word), func(key string) bool { return d.alike[key] })
		d.memo[word] = known
	}
	return known
}

// isUsedAlone tells a word of a known name that is one where capitals say nothing; Will and May only as surnames.
func (d *directory) isUsedAlone(w findWord) bool {
	return d.word[w.key] && (builtinFindLexicon().words[w.key]&isFunctionWord == 0 || d.last[w.key])
}

// keyOf is the candidate's words as they are looked up.
func (f *finder) keyOf(c candidate) string {
	if c.hi == c.lo+1 {
		return f.words[c.lo].key
	}
	var b strings.Builder
	for i, w := range f.words[c.lo:c.hi] {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.key)
	}
	return b.String()
}

// settle decides what single candidates leave open by what the whole text says of the same words.
func (f *finder) settle(found []candidate) []candidate {
	sure, doubt := map[string]bool{}, map[string]bool{}
	for _, c := range found {
		switch c.verdict {
		case certain:
			sure[f.keyOf(c)] = true
		case thing, doubted:
			doubt[f.keyOf(c)] = true
		}
	}
	people := newDirectory()
	surname := map[string]bool{}
	for _, c := range found {
		if c.verdict == certain && c.given && c.hi > c.lo+1 {
			surname[f.words[c.hi-1].key] = true
		}
	}
	for i, c := range found {
		key := f.keyOf(c)
		switch {
		case c.verdict == likely && !c.given && surname[f.words[c.lo].key] && !surname[f.words[c.hi-1].key]:
			found[i].verdict = doubted // Deshpande Maritime, the firm of Rohan Deshpande
		case c.verdict == likely && doubt[key] && !sure[key]:
			found[i].verdict = doubted
		case c.verdict == doubted && sure[key]:
			found[i].verdict = certain
		}
		if found[i].verdict >= likely {
			people.add(f, found[i])
		}
	}
	var settled []candidate
	for i, c := range found {
		switch c.verdict {
		case bare:
			if doubt[f.keyOf(c)] && c.title == "" && f.isBehindPreposition(c.lo) {
				continue // sent from Jackson, when the text has "Jackson, Mississippi"
			}
			if f.belongs(c, people) || c.given && i+1 < len(found) && found[i+1].verdict >= likely && found[i+1].given && f.isCoordinated(c, found[i+1]) {
				settled = append(settled, f.withParticle(c, people))
			}
		case ambiguous:
			if people.last[f.keyOf(c)] && (f.hasPersonVerb(c) || c.title != "" || c.told || f.standsFree(c)) {
				settled = append(settled, c)
			}
		case headlined:
			settled = append(settled, f.namesInHeadline(c, people)...)
		case likely, certain:
			settled = append(settled, c)
		}
	}
	return settled
}

// belongs tells whether a bare word is the name of a person of the text.
func (f *finder) belongs(c candidate, people *directory) bool {
	for i := c.lo; i < c.hi; i++ {
		if w := f.words[i]; w.shape != small && w.shape != initial {
			return people.knows(w.key)
		}
	}
	return false
}

// withParticle takes in a particle that opens a sentence and that a full name has too: "Ten Broeke said".
func (f *finder) withParticle(c candidate, people *directory) candidate {
	if wider := (candidate{lo: c.lo - 1, hi: c.hi}); c.lo > 0 && f.follows(c.lo) && f.words[c.lo-1].label&isParticle != 0 &&
		people.full[f.keyOf(wider)] {
		c.lo--
	}
	return c
}

// isBehindPreposition tells whether what stands before word i often stands before a place: in, from, the city.
func (f *finder) isBehindPreposition(i int) bool {
	return i > 0 && f.words[i].gap == gapSpace && f.words[i-1].label&(thingBefore|isTitleLink) != 0
}

// standsFree tells whether an ambiguous surname stands where it can be its bearer: no place behind a preposition,
// and a word of English (May, Brown) not at the start of a sentence.
func (f *finder) standsFree(c candidate) bool {
	w := f.words[c.lo]
	if f.isBehindPreposition(c.lo) && w.label&(isPlace|behindPlace|isHead) != 0 {
		return false
	}
	return w.label&(isTime|isFunctionWord) == 0 && (!w.gap.opensSentence() || w.label&(isPlace|isTitle) != 0)
}

// namesInHeadline finds known names among the capitals of a headline: whole ones first, then single words. A
// run of two or three words that opens with a given name is a person by itself.
func (f *finder) namesInHeadline(c candidate, people *directory) (found []candidate) {
	rest := candidate{lo: c.lo, hi: c.lo}
	for lo := c.lo; lo < c.hi; {
		hi := c.hi
		for hi > lo && !(people.full[f.keyOf(candidate{lo: lo, hi: hi})] || hi == lo+1 && people.isUsedAlone(f.words[lo])) {
			hi--
		}
		if titled := lo == c.lo && c.title != ""; hi == lo && titled && people.knows(f.words[lo].key) {
			hi++
		}
		if hi > lo {
			if wider := (candidate{lo: lo - 1, hi: hi}); lo == c.lo && lo > 0 && f.follows(lo) && people.full[f.keyOf(wider)] {
				lo-- // "Will Hartley Quits", when the text has Will Hartley
			}
			title := ""
			if lo == c.lo {
				title = c.title
			}
			found = append(found, candidate{lo: lo, hi: hi, title: title, verdict: certain})
			lo = hi
			continue
		}
		lo++
		rest.hi = lo
	}
	if len(found) == 0 && c.given && c.hi-c.lo > 1 && c.hi-c.lo <= 3 {
		return []candidate{c}
	}
	return found
}
