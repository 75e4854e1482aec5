package names

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/namesake-go/namesake/internal/correspond"
	"github.com/namesake-go/namesake/internal/rulefile"
)

// A label says one thing that the lexicons know of a word or set phrase; a word may have several.
type label uint64

const (
	isTitle    label = 1 << iota
	isKin            // a title of relatives
	isCourtesy       // Mr, Doña
	isQualifier
	isTitleOrName
	isPlace
	isPeople // Kyrgyz, Egyptians
	beforePlace
	behindPlace
	isWay     // Street: behind a place name
	beforeWay // on, along
	isOrganisation
	isAcronym    // UN, IRA: only in capitals
	isHead       // Commission, Bank
	isHeadWithOf // Republic of
	beforeThing  // Hurricane, Operation
	isFunctionWord
	isOrdinary
	isTime
	isGivenName
	isFamilyFirst
	isParticle
	isSon // uulu, kyzy: behind the father's name
	isSuffix
	isPersonVerb
	thingBefore // in, company: what follows is a thing
	ofThing     // shares of
	thingAfter
	isHyphenTail
	isSurnameToo
	needsDot
	isTitleLink  // president of, spokesman for
	inApposition // Jinbekov, the president
	notInside    // a particle that small letters make an English word
	isAnother    // another Jinbekov
	isNaming     // a shopkeeper named Jinbekov
)

// sectionLabels gives the label of each section of the files that Find reads. Sections that are not
// here are of no use to Find; those of titles.txt are titles unless they stand here.
var sectionLabels = map[string]map[string]label{
	"titles.txt": {
		"qualifier": isQualifier, "also names": isTitleOrName, "after": 0, "kin": isTitle | isKin,
		"courtesy": isTitle | isCourtesy,
	},
	"particles.txt": {
		"patronymic": isParticle, "article": isParticle, "kunya": isParticle, "nobiliary": isParticle,
		"son": isParticle | isSon, "suffix": isSuffix,
	},
	"given-names.txt": {"family first": isFamilyFirst},
	"find-places.txt": {
		"cities and regions": isPlace, "peoples": isPeople, "acronyms": isAcronym,
		"before a place name": beforePlace, "behind a place name": behindPlace, "ways": behindPlace | isWay,
	},
	"find-organisations.txt": {
		"names": isOrganisation, "heads": isHead, "heads with of": isHeadWithOf, "prefixes": beforeThing,
		"acronyms": isAcronym,
	},
	"find-ordinary.txt": {
		"function words": isFunctionWord, "time": isTime, "people in general": isOrdinary,
		"things and qualities": isOrdinary, "endings": 0, "endings at the start of a sentence": 0,
	},
	"find-cues.txt": {
		"what a person does": isPersonVerb, "what a thing has before it": thingBefore,
		"what a thing has behind it": thingAfter, "of what a thing": ofThing, "hyphen tails": isHyphenTail, "surnames too": isSurnameToo,
		"needs its dot": needsDot, "not inside a name": notInside, "what a way has before it": beforeWay,
		"between a title and what it is of": isTitleLink, "in an apposition": inApposition,
		"another of the name": isAnother, "naming": isNaming,
	},
}

// otherSections is the label of the sections of a file that sectionLabels does not name.
var otherSections = map[string]label{"titles.txt": isTitle, "given-names.txt": isGivenName}

// A findLexicon is what Find knows of words. It is immutable.
type findLexicon struct {
	words   map[string]label
	phrases map[string][]findPhrase // by first word, the longest first
	endings struct {
		ordinary      []string
		sentenceStart []string
	}
}

type findPhrase struct {
	words []string // all but the first
	label label
}

var builtinFindLexicon = sync.OnceValue(func() *findLexicon {
	lex := &findLexicon{words: map[string]label{}, phrases: map[string][]findPhrase{}}
	for file, sections := range sectionLabels {
		if err := lex.read(file, sections, otherSections[file]); err != nil {
			panic(err)
		}
	}
	lex.addRegionsAndLanguages()
	for _, phrases := range lex.phrases {
		slices.SortFunc(phrases, func(a, b findPhrase) int {
			if d := len(b.words) - len(a.words); d != 0 {
				return d
			}
			return slices.Compare(a.words, b.words)
		})
	}
	return lex
})

// read takes up one rule file: words and phrases parted by commas, or by " = " where one stands for the other.
func (lex *findLexicon) read(file string, sections map[string]label, other label) error {
	f, err := rulefile.ReadFS(builtin, "rules/"+file)
	if err != nil {
		return fmt.Errorf("the lexicon of Find: %w", err)
	}
	for _, line := range f.Lines {
		l, known := sections[line.Section]
		if !known && other == 0 && strings.HasPrefix(file, "find-") { // the others may have sections for Parse
			return line.Errorf("Find knows no section %q; see sectionLabels", line.Section)
		}
		if !known {
			l = other
		}
		for _, entry := range strings.Split(strings.ReplaceAll(strings.Join(line.Fields, " "), " = ", ","), ",") {
			entry = strings.TrimSpace(entry)
			switch {
			case entry == "":
			case line.Section == "endings":
				lex.endings.ordinary = append(lex.endings.ordinary, entry)
			case line.Section == "endings at the start of a sentence":
				lex.endings.sentenceStart = append(lex.endings.sentenceStart, entry)
			case l != 0:
				lex.add(entry, l)
			}
		}
	}
	return nil
}

func (lex *findLexicon) add(entry string, l label) {
	words := strings.Fields(entry)
	if l == isParticle && len(words) > 1 { // van der Meulen: each word is one
		for _, w := range words {
			lex.words[findKey(w)] |= l
		}
		return
	}
	for i, w := range words {
		words[i] = findKey(w)
	}
	if len(words) == 1 {
		lex.words[words[0]] |= l
		return
	}
	first := words[0]
	for i, p := range lex.phrases[first] {
		if slices.Equal(p.words, words[1:]) {
			lex.phrases[first][i].label |= l
			return
		}
	}
	lex.phrases[first] = append(lex.phrases[first], findPhrase{words[1:], l})
}

// addRegionsAndLanguages takes countries and peoples from CLDR. A language called like a given name (Ali,
// Mari) is no people.
func (lex *findLexicon) addRegionsAndLanguages() {
	regions, languages := display.English.Regions(), display.English.Languages()
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			if r, err := language.ParseRegion(string([]rune{a, b})); err == nil && r.IsCountry() {
				lex.addDisplayName(regions.Name(r), isPlace)
			}
		}
	}
	for _, tag := range display.Supported.Tags() { // languages in which CLDR can speak: those of states
		base, _ := tag.Base()
		name := languages.Name(base)
		if lex.words[findKey(name)]&(isGivenName|isFamilyFirst) == 0 {
			lex.addDisplayName(name, isPeople)
		}
	}
}

// addDisplayName adds "Myanmar (Burma)" as both its names and "Bosnia & Herzegovina" with "and".
func (lex *findLexicon) addDisplayName(name string, l label) {
	for part := range strings.FieldsFuncSeq(name, func(r rune) bool { return strings.ContainsRune("()[]", r) }) {
		if strings.TrimSpace(part) != "" {
			lex.add(strings.ReplaceAll(part, "&", "and"), l)
		}
	}
}

// findKey is the form under which words are looked up: small letters without accents and full stops.
func findKey(s string) string {
	if isPlainKey(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		switch {
		case r == '.' || unicode.IsMark(r):
		case isApostrophe(r):
			b.WriteByte('\'')
		case r == '‐' || r == '\u2011':
			b.WriteByte('-')
		default:
			b.WriteRune(correspond.BaseLetter(unicode.ToLower(r)))
		}
	}
	return b.String()
}

// isPlainKey tells whether s is its own key, as most words of a text are.
func isPlainKey(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= 0x80 || 'A' <= c && c <= 'Z' || c == '.' || c == '`' {
			return false
		}
	}
	return true
}

func (lex *findLexicon) hasOrdinaryEnding(key string, sentenceStart bool) bool {
	ends := func(ending string) bool { return len(key) > len(ending)+2 && strings.HasSuffix(key, ending) }
	return slices.ContainsFunc(lex.endings.ordinary, ends) ||
		sentenceStart && len(key) >= 6 && slices.ContainsFunc(lex.endings.sentenceStart, ends)
}
