package translit

import (
	"fmt"
	"iter"
	"slices"
	"strings"
)

// MaxVariants is the most spellings that Variants yields of one text.
const MaxVariants = 64

// A Variant is a spelling that romanisation may give a name.
type Variant struct {
	Text string
	Cost int      // how far from the customary spelling, in hundredths of an unrelated letter
	Path []string // the ids of the tables that lead there, for NewRelay; none when Text is what was given
}

// Variants yields the spellings in Latin letters that romanisation gives s, each once, the cheapest
// first and MaxVariants at most. They are whole: all words of s go the same way. Where they come from,
// and at what cost, stands in variants.txt: the tables of the language, relays through another script
// (Жапаров → جاباروف → Jabarov), and each of these without accents. Tables are read when their turn comes.
//
// The hint is the language of s, as for Latin; when it is empty and no letter tells, the tables of all
// languages of the script count, of the likelier first. A hint that is the id of a table asks for that
// table alone, with and without accents. Text in Latin letters is itself the first variant.
func Variants(s, hint string) iter.Seq[Variant] {
	return func(yield func(Variant) bool) {
		seen := map[string]bool{}
		for _, w := range waysFor(s, hint) {
			text, ok := w.follow(s)
			if !ok || seen[text] {
				continue
			}
			seen[text] = true
			if !yield(Variant{text, w.cost, slices.Clone(w.ids)}) || len(seen) == MaxVariants {
				return
			}
		}
	}
}

// A way is a path of tables and its cost.
type way struct {
	ids  []string
	cost int
}

// follow carries s along; it is not ok when there are no letters, or some that are not Latin.
func (w way) follow(s string) (text string, ok bool) {
	relay, err := NewRelay(w.ids...)
	if err != nil {
		return "", false
	}
	text = relay.String(s)
	for _, r := range text {
		switch scriptOf(r) {
		case "": // signs
		case "Latin":
			ok = true
		default:
			return "", false
		}
	}
	return text, ok
}

// String writes a path as variants.txt does.
func (v Variant) String() string {
	return fmt.Sprintf("%s %d %s", v.Text, v.Cost, strings.Join(v.Path, " → "))
}
