package names

import (
	"embed"
	"slices"
	"strings"
	"sync"

	"github.com/namesake-go/namesake/internal/correspond"
	"github.com/namesake-go/namesake/internal/rulefile"
)

//go:embed rules/*.txt rules/scripts/*.txt
var builtin embed.FS

// A phrasebook knows the set phrases of one rule file, such as titles: each phrase of one word or more
// with its section and the spelling that stands for it and its variants.
type phrasebook struct {
	entries map[string]phrase          // by words joined with one blank; the first line that has them
	in      map[string]map[string]bool // by section, all its phrases
	longest int                        // words in the longest phrase
	list    lists                      // that of the words which open its phrases
	opening map[string][]opened        // by the first word, the longest phrases first
}

// opened is a phrase behind its first word.
type opened struct {
	rest   []string
	phrase *phrase
}

type phrase struct {
	section string
	head    string // the first of the line's spellings
}

// noPhrase is that of a word that stands in no book.
var noPhrase = &phrase{}

// mustRead reads a built-in rule file; one that can't be read is a fault of the build.
func mustRead(name string) *rulefile.File {
	f, err := rulefile.ReadFS(builtin, "rules/"+name)
	if err != nil {
		panic(err)
	}
	return f
}

// spellingsOf gives the parts of a line of the form "spelling = spelling = ...".
func spellingsOf(line rulefile.Line) []string {
	return strings.Split(strings.Join(line.Fields, " "), " = ")
}

// readPhrasebook reads lines of the form "spelling = spelling = ...".
func readPhrasebook(name string, list lists) *phrasebook {
	book := &phrasebook{list: list, entries: map[string]phrase{}, in: map[string]map[string]bool{},
		opening: map[string][]opened{}}
	for _, line := range mustRead(name).Lines {
		spellings := spellingsOf(line)
		if book.in[line.Section] == nil {
			book.in[line.Section] = map[string]bool{}
		}
		for _, s := range spellings {
			s = asRead(s)
			book.in[line.Section][s] = true
			if _, known := book.entries[s]; known {
				continue
			}
			found := &phrase{line.Section, spellings[0]}
			book.entries[s] = *found
			words := strings.Split(s, " ")
			book.longest = max(book.longest, len(words))
			book.opening[words[0]] = append(book.opening[words[0]], opened{words[1:], found})
		}
	}
	for _, phrases := range book.opening {
		slices.SortFunc(phrases, func(x, y opened) int { return len(y.rest) - len(x.rest) })
	}
	return book
}

// asRead gives a phrase as the words of a name are looked up: Latin letters without accents, a native script's letters
// as an alignment reads them.
func asRead(phrase string) string {
	if isASCII(phrase) {
		return phrase
	}
	latin := isLatin(phrase)
	var words []string
	for _, word := range strings.Fields(phrase) {
		if latin {
			words = append(words, correspond.NewWord([]rune(word)).Plain)
			continue
		}
		native, _ := correspond.NativeWord(word)
		if rest, article := strings.CutPrefix(native.Plain, arabicArticle); article && len(rest) > len(arabicArticle) {
			words = append(words, arabicArticle)
			native.Plain = rest
		}
		words = append(words, native.Plain)
	}
	return strings.Join(words, " ")
}

// arabicArticle is al-, which romanisation parts from its word.
const arabicArticle = "ال"

// longestMatch finds the longest phrase that the words open with; n is its length in words, 0 for none.
func (b *phrasebook) longestMatch(words []string) (found *phrase, n int) {
	return b.longestMatchOf(len(words), func(i int) string { return words[i] })
}

// longestMatchOf is longestMatch for size words of any kind.
func (b *phrasebook) longestMatchOf(size int, word func(int) string) (found *phrase, n int) {
	if size == 0 {
		return noPhrase, 0
	}
next:
	for _, o := range b.opening[word(0)] {
		if len(o.rest) >= size {
			continue
		}
		for i, rest := range o.rest {
			if word(i+1) != rest {
				continue next
			}
		}
		return o.phrase, len(o.rest) + 1
	}
	return noPhrase, 0
}

var (
	titles    = sync.OnceValue(func() *phrasebook { return readPhrasebook("titles.txt", opensTitle) })
	sexes     = sync.OnceValue(func() *phrasebook { return readPhrasebook("sexes.txt", 0) })
	particles = sync.OnceValue(func() *phrasebook { return readPhrasebook("particles.txt", opensParticle) })
)

// patronymics are the words of patronymics.txt.
type patronymics struct {
	endings [256][]string // what stands after the father's name, by the last byte
	whole   map[string]bool
	nisbas  []string // what a nisba ends in
}

var builtinPatronymics = sync.OnceValue(func() *patronymics {
	p := &patronymics{whole: map[string]bool{}}
	for _, line := range mustRead("patronymics.txt").Lines {
		for _, word := range spellingsOf(line) {
			switch line.Section {
			case "whole words":
				p.whole[word] = true
				continue
			case "nisba":
				p.nisbas = append(p.nisbas, word)
				continue
			}
			last := word[len(word)-1]
			p.endings[last] = append(p.endings[last], word)
		}
	}
	return p
})

// father gives what of a lower-case word stands before an ending of the patronymic; "" is none, as when the word is no
// patronymic. One on record as a whole is its own father.
func (p *patronymics) father(word string) string {
	if word == "" {
		return ""
	}
	if p.whole[word] {
		return word
	}
	for _, ending := range p.endings[word[len(word)-1]] {
		if len(word) > len(ending)+1 && strings.HasSuffix(word, ending) {
			return strings.TrimSuffix(word, ending)
		}
	}
	return ""
}

func (p *patronymics) isNisba(word string) bool {
	return slices.ContainsFunc(p.nisbas, func(ending string) bool { return strings.HasSuffix(word, ending) })
}

// isPatronymic tells whether a lower-case word is a father's name with an ending of the patronymic.
func isPatronymic(word string) bool { return builtinPatronymics().father(word) != "" }

// isKnownPatronymic tells whether the father of a patronymic is a frequent given name: Serge(i) of Sergeevich.
func isKnownPatronymic(word string) bool {
	father := builtinPatronymics().father(word)
	return father != "" && (father == word || slices.ContainsFunc(fathersEndings[:], func(ending string) bool { return givenNames()[father+ending] }))
}

// fathersEndings are what patronymics take off a given name: Ivan, Vasil-y, Nikit-a, Serge-i.
var fathersEndings = [...]string{"", "y", "i", "a", "iy", "ei", "ey"}

// givenNames are the frequent given names of many languages.
var givenNames = sync.OnceValue(func() map[string]bool {
	return listedNames(func(section string) bool { return section != familyFirstSection && section != blessingSection })
})

// familyFirst are the family names that stand before the given name.
var familyFirst = sync.OnceValue(func() map[string]bool {
	return listedNames(func(section string) bool { return section == familyFirstSection })
})

// builtinBlessings are the names that stand before the one that somebody goes by.
var builtinBlessings = sync.OnceValue(func() map[string]bool {
	return listedNames(func(section string) bool { return section == blessingSection })
})

const familyFirstSection, blessingSection = "family first", "blessing"

// listedNames reads the names of some sections of given-names.txt.
func listedNames(wanted func(section string) bool) map[string]bool {
	listed := map[string]bool{}
	for _, line := range mustRead("given-names.txt").Lines {
		if !wanted(line.Section) {
			continue
		}
		for name := range strings.SplitSeq(strings.Join(line.Fields, " "), ",") {
			listed[strings.TrimSpace(name)] = true
		}
	}
	return listed
}
