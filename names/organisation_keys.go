package names

import (
	"slices"
	"strconv"
)

// organisationKeys are the words under which an organisation is looked up: the skeletons of its own words and of
// neighbours read as one, the senses of the others, the letters of an acronym and the first letters of its words; and each
// two of the units together.
func organisationKeys(n Name) (single, double []string) {
	skeleton := builtinSkeleton()
	var units [][]string
	for i := range n.units {
		u := &n.units[i]
		if u.class == legal || u.class == minor || len(u.spelled.Letters) > maxLetters {
			continue
		}
		var words []string
		switch {
		case u.class == numeral:
			words = []string{strconv.Itoa(u.number)}
		case u.senses != nil:
			for _, s := range u.senses {
				words = append(words, "="+strconv.Itoa(int(s.id)))
			}
		default:
			words = skeleton.skeletons(u.spelled.Base)
		}
		units = append(units, words)
		if u.acronym {
			single = append(single, acronymKey(u.spelled.Base))
		}
		if i+1 < len(n.units) && n.units[i+1].to <= u.from+4 {
			joined := spell(n.tokens, group{from: u.from, to: n.units[i+1].to})
			if len(joined.Letters) <= maxLetters {
				single = append(single, skeleton.skeletons(joined.Base)...)
			}
		}
	}
	single = append(single, initialKeys(n)...)
	units = units[:min(len(units), maxKeyed)]
	for i, first := range units {
		single = append(single, first...)
		for _, second := range units[i+1:] {
			for _, x := range first {
				for _, y := range second {
					double = append(double, min(x, y)+" "+max(x, y))
				}
			}
		}
	}
	slices.Sort(single)
	slices.Sort(double)
	return slices.Compact(single), slices.Compact(double)
}

func acronymKey(letters []rune) string { return "." + string(letters) }

// initialKeys are the acronyms that a name may have: of all its words, without the small
// ones, and without the legal form.
func initialKeys(n Name) []string {
	var all, noSmall, noForm []rune
	for _, t := range n.tokens {
		if t.role == Numeral || len(t.Base) == 0 {
			continue
		}
		all = append(all, t.Base[0])
		if t.role == Particle {
			continue
		}
		noSmall = append(noSmall, t.Base[0])
		if t.role != LegalForm {
			noForm = append(noForm, t.Base[0])
		}
	}
	var keys []string
	for _, letters := range [][]rune{all, noSmall, noForm} {
		if len(letters) >= minAcronym && len(letters) <= maxAcronym {
			keys = append(keys, acronymKey(letters))
		}
	}
	return keys
}
