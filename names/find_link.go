package names

import "strings"

// A directory holds the names that a text gives in full or with a title, so that a bare surname finds its person.
type directory struct {
	full map[string]bool   // whole names, by key
	word map[string]bool   // their words
	last map[string]bool   // their last words
	near map[byte][]string // their words by first consonant class, for likeness
	like func(a, b string) bool
	memo map[string]bool
}

// nearLimit bounds how many words of one class a bare word is compared with, so that time stays linear.
const nearLimit = 64

func newDirectory(like func(a, b string) bool) *directory {
	return &directory{map[string]bool{}, map[string]bool{}, map[string]bool{}, map[byte][]string{}, like, map[string]bool{}}
}

func (d *directory) add(f *finder, c candidate) {
	d.full[f.keyOf(c)] = true
	for i, w := range f.words[c.lo:c.hi] {
		if w.shape == small || w.shape == initial || w.label&(isSuffix|isParticle) != 0 {
			continue
		}
		if i == c.hi-c.lo-1 || f.words[c.hi-1].label&isSuffix != 0 && i == c.hi-c.lo-2 {
			d.last[w.key] = true
		}
		if d.word[w.key] {
			continue
		}
		d.word[w.key] = true
		if class := skeletonOf(w.key); class != "" && len(d.near[class[0]]) < nearLimit {
			d.near[class[0]] = append(d.near[class[0]], w.key)
		}
	}
}

// knows tells whether a bare word is equal to or like a word of a known name.
func (d *directory) knows(key string) bool {
	if d.word[key] {
		return true
	}
	known, asked := d.memo[key]
	if !asked {
		if class := skeletonOf(key); class != "" {
			for _, w := range d.near[class[0]] {
				if known = d.like(key, w); known {
					break
				}
			}
		}
		d.memo[key] = known
	}
	return known
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
func (f *finder) settle(found []candidate, like func(a, b string) bool) []candidate {
	sure, doubt := map[string]bool{}, map[string]bool{}
	for _, c := range found {
		switch c.verdict {
		case certain:
			sure[f.keyOf(c)] = true
		case thing, doubted:
			doubt[f.keyOf(c)] = true
		}
	}
	people := newDirectory(like)
	for i, c := range found {
		key := f.keyOf(c)
		switch {
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
			if f.belongs(c, people) || c.given && i+1 < len(found) && found[i+1].verdict >= likely && found[i+1].given && f.isCoordinated(c, found[i+1]) {
				settled = append(settled, c)
			}
		case ambiguous:
			if people.last[f.keyOf(c)] && (f.hasPersonVerb(c) || c.title != "" || f.standsFree(c)) {
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

// belongs tells whether a bare word is the name of a person of the text. One that opens a sentence needs
// to be equal, since capitals say nothing there.
func (f *finder) belongs(c candidate, people *directory) bool {
	for i := c.lo; i < c.hi; i++ {
		if w := f.words[i]; w.shape != small && w.shape != initial {
			return people.knows(w.key)
		}
	}
	return false
}

// standsFree tells whether an ambiguous surname stands where only a name has a capital: inside a sentence,
// and not as a place.
func (f *finder) standsFree(c candidate) bool {
	w := f.words[c.lo]
	return !w.gap.opensSentence() && w.label&(isPlace|isTime|isPeople|isOrganisation) == 0 &&
		(f.words[c.lo-1].label&thingBefore == 0 || w.label&(behindPlace|isHead) == 0)
}

// namesInHeadline finds known names among the capitals of a headline: whole ones first, then single words. A
// run of two or three words that opens with a given name is a person by itself.
func (f *finder) namesInHeadline(c candidate, people *directory) (found []candidate) {
	rest := candidate{lo: c.lo, hi: c.lo}
	for lo := c.lo; lo < c.hi; {
		hi := c.hi
		for hi > lo && !(people.full[f.keyOf(candidate{lo: lo, hi: hi})] || hi == lo+1 && people.word[f.words[lo].key]) {
			hi--
		}
		if hi > lo {
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
