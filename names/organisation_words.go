package names

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/namesake-go/namesake/internal/correspond"
	"github.com/namesake-go/namesake/internal/rulefile"
)

// The words of organisations and places
//
// Five files of rules make one book: what the words mean (organisation-words.txt, organisation-words-east-asia.txt), the forms of companies
// (legal-forms.txt), and places (territories.txt, places.txt). A line is a sense; its spellings, in any language, mean
// the same. Lines with the same first spelling are one sense. A word may have several: sham is the Levant and a city.

// class is how much a word says.
type class uint8

const (
	proper  class = iota // Gazprom: no word of the files
	body                 // bank, ministry, front
	field                // oil, trading
	quality              // national, new
	group_               // group, holding, company
	legal                // LLC
	toponym              // Kyrgyzstan
	numeral              // 5
	minor                // the, of
	classes
)

// A sense is what a word may mean.
type sense struct {
	id         int32
	class      class
	sign       bool // a name with such a word is an organisation's
	value      int  // of a number
	charitable bool // it does not trade: a foundation, an association
	plain      bool // its line opens with a plain word, not with a phrase or an abbreviation
	line       *rulefile.Line
}

// A wordBook finds the senses of words and phrases.
type wordBook struct {
	single  map[string][]sense
	phrases map[string][]longPhrase // by the first word, the longest first
	stems   map[uint32][]stem       // by their first two bytes, in the order of their letters
	opening [1 << 10]uint64         // the bits of the first two bytes of stems
	elided  map[string]bool
}

type longPhrase struct {
	rest   []string
	senses []sense
}

// A stem is the beginning of a word with any ending.
type stem struct {
	letters string
	senses  []sense
}

// wordFiles are the files in the order in which the senses of a word are preferred.
var wordFiles = []string{"organisation-words.txt", "organisation-words-east-asia.txt", "legal-forms.txt", "territories.txt", "places.txt"}

var organisationWords = sync.OnceValue(func() *wordBook {
	r := wordReader{elided: map[string]bool{}, ids: make(map[string]int32, 2000), senses: make(map[string][]sense, 16000)}
	for _, name := range wordFiles {
		lines := mustRead(name).Lines
		for i := range lines {
			r.read(name, &lines[i])
		}
	}
	return r.book()
})

type wordReader struct {
	ids    map[string]int32
	senses map[string][]sense // by the spelling, a stem with its *
	elided map[string]bool
}

// sectionSenses says what the sections of the files are of.
var sectionSenses = map[string]sense{
	"bodies": {class: body, sign: true}, "bodies, also names": {class: body}, "fields": {class: field},
	"qualities": {class: quality}, "numbers": {class: numeral}, "number signs": {class: minor}, "and": {class: minor},
	"small": {class: minor}, "territories": {class: toponym}, "regions": {class: toponym}, "cities": {class: toponym},
	"holding/group words": {class: group_, sign: true}, "bank": {class: body, sign: true},
	"foundation": {class: body, sign: true, charitable: true}, "association": {class: body, sign: true, charitable: true},
	"charities": {class: body, sign: true, charitable: true},
}

func (r *wordReader) read(file string, line *rulefile.Line) {
	if line.Section == elidedSection {
		for _, s := range spellingsOf(*line) {
			r.elided[s] = true
		}
		return
	}
	meaning, known := sectionSenses[line.Section]
	if !known {
		meaning = sense{class: legal}
	}
	spellings := spellingsOf(*line)
	if meaning.class == numeral {
		meaning.value, _ = digits(spellings[0])
	}
	meaning.line = line
	meaning.plain = len(spellings[0]) >= minPlain && isASCII(spellings[0]) && !strings.Contains(spellings[0], " ")
	head := fold(spellings[0])
	if meaning.class == legal {
		head += " (form)" // na is a form, and a small word in Polish
	}
	if _, known := r.ids[head]; !known {
		r.ids[head] = int32(len(r.ids) + 1)
	}
	meaning.id = r.ids[head]
	for _, s := range spellings {
		word := fold(s)
		if strings.HasSuffix(s, "*") {
			word += "*"
		}
		r.add(word, meaning)
		if meaning.class == legal && strings.Contains(word, " ") {
			r.add(joinInitials(word), meaning)
		}
	}
}

func (r *wordReader) add(word string, meaning sense) {
	if word != "" && !slices.ContainsFunc(r.senses[word], func(other sense) bool { return other.id == meaning.id }) {
		r.senses[word] = append(r.senses[word], meaning)
	}
}

// joinInitials writes letters that stand alone as one word, as they are read in a name: s de r l is s de rl.
func joinInitials(phrase string) string {
	words := strings.Split(phrase, " ")
	joined := slices.Clone(words[:1])
	for i, w := range words[1:] {
		if isLetter(w) && isLetter(words[i]) {
			joined[len(joined)-1] += w
		} else {
			joined = append(joined, w)
		}
	}
	return strings.Join(joined, " ")
}

func isLetter(word string) bool { return utf8.RuneCountInString(word) == 1 }

func (r *wordReader) book() *wordBook {
	b := &wordBook{elided: r.elided, single: map[string][]sense{}, phrases: map[string][]longPhrase{}, stems: map[uint32][]stem{}}
	for word, senses := range r.senses {
		first, rest, several := strings.Cut(word, " ")
		switch {
		case strings.HasSuffix(word, "*"):
			opening := firstTwo(word)
			b.stems[opening] = append(b.stems[opening], stem{strings.TrimSuffix(word, "*"), senses})
		case several && r.isIdle(word, senses[0]):
		case several:
			b.phrases[first] = append(b.phrases[first], longPhrase{strings.Split(rest, " "), senses})
		default:
			b.single[word] = senses
		}
	}
	for _, phrases := range b.phrases {
		slices.SortFunc(phrases, func(x, y longPhrase) int {
			return cmp.Or(len(y.rest)-len(x.rest), slices.Compare(x.rest, y.rest))
		})
	}
	for first, stems := range b.stems {
		b.opening[first/64] |= 1 << (first % 64)
		slices.SortFunc(stems, func(x, y stem) int { return cmp.Compare(x.letters, y.letters) })
	}
	return b
}

// isIdle tells whether a phrase says no more than its words: each is known by itself, and the line opens with a plain
// word, such as exchange.
func (r *wordReader) isIdle(phrase string, s sense) bool {
	if s.class == toponym || s.class == legal || !s.plain {
		return false
	}
	for word := range strings.SplitSeq(phrase, " ") {
		if r.senses[word] == nil {
			return false
		}
	}
	return true
}

// minPlain is how many letters a word has at least that is taken for no abbreviation.
const minPlain = 4

// fold gives a spelling as the words of a name are read: in small letters, without accents, in its own script.
func fold(spelling string) string {
	if !isLatin(spelling) {
		words := strings.FieldsFunc(spelling, func(r rune) bool { return r == ' ' || r == '-' || r == '*' })
		for i := range words {
			native, _ := correspond.NativeWord(words[i])
			words[i] = strings.TrimLeft(native.Plain, "عء") // a name's words begin behind these
		}
		return strings.Join(words, " ")
	}
	spelling = asPassport(spelling)
	var folded strings.Builder
	blank := false
	for _, r := range spelling {
		switch {
		case isApostrophe(r), unicode.IsMark(r):
		case unicode.IsLetter(r), unicode.IsDigit(r):
			if blank && folded.Len() > 0 {
				folded.WriteByte(' ')
			}
			blank = false
			folded.WriteRune(correspond.BaseLetter(unicode.ToLower(r)))
		default:
			blank = true
		}
	}
	return folded.String()
}

// find gives the senses of the longest phrase or word that the words open with, and its length in words; 0 for none.
func (b *wordBook) find(words []word) (senses []sense, n int) {
	if senses, n = b.phrase(words); n > 0 {
		return senses, n
	}
	if senses = b.of(&words[0]); senses != nil {
		return senses, 1
	}
	return nil, 0
}

// phrase is find for several words.
func (b *wordBook) phrase(words []word) (senses []sense, n int) {
next:
	for _, p := range b.phrases[words[0].asWritten()] {
		if len(p.rest) >= len(words) {
			continue
		}
		for i, rest := range p.rest {
			if !isRest(words[i+1].asWritten(), rest, p.senses[0]) {
				continue next
			}
		}
		return p.senses, len(p.rest) + 1
	}
	return nil, 0
}

// isRest tells whether a word is one of a phrase. The forms of companies are long, and registers cut names off or err in
// them: JOINT STOCK COMPAN; in their longer words one slip is allowed.
func isRest(word, rest string, s sense) bool {
	return word == rest || s.class == legal && min(len(word), len(rest)) >= minSlip && oneSlip([]rune(word), []rune(rest))
}

// minSlip is how many bytes a word of a legal form has at least that may be misspelt.
const minSlip = 6

// asWritten is the word in its own script, in small letters and without accents.
func (w *word) asWritten() string {
	if w.latin {
		return w.Plain
	}
	return w.native.Plain
}

// of gives the senses of a word, as it is written or romanised.
func (b *wordBook) of(w *word) []sense {
	if !w.latin {
		if senses := b.ofSpelling(w.native.Plain); senses != nil {
			return senses
		}
	}
	senses := b.ofSpelling(w.Plain)
	if senses == nil && w.elided > 0 {
		senses = b.ofSpelling(w.Plain[w.elided:])
	}
	if senses != nil || len(w.Plain) < 5 {
		return senses
	}
	if singular, plural := strings.CutSuffix(w.Plain, "s"); plural { // banks, Vega Bank's
		if senses := b.single[singular]; senses != nil && senses[0].class != minor && senses[0].class != legal {
			return senses
		}
	}
	return nil
}

// maxEnding is how many bytes an ending has at most; it is shorter than its stem. Gazprom is no form of gas.
const maxEnding = 5

// firstTwo are the first two bytes of a word as a number.
func firstTwo(word string) uint32 {
	if len(word) < 2 {
		return 0
	}
	return uint32(word[0])<<8 | uint32(word[1])
}

// ofSpelling gives the senses of one spelling: its own, else those of the longest stem it is a form of.
func (b *wordBook) ofSpelling(word string) []sense {
	if senses := b.single[word]; senses != nil {
		return senses
	}
	return b.ofStem(word)
}

// ofStem gives the senses of the longest stem that a spelling is a form of.
func (b *wordBook) ofStem(word string) []sense {
	first := firstTwo(word)
	if b.opening[first/64]>>(first%64)&1 == 0 {
		return nil
	}
	stems := b.stems[first]
	for i := len(stems) - 1; i >= 0; i-- {
		s := &stems[i]
		if ending, ok := strings.CutPrefix(word, s.letters); ok && len(ending) <= maxEnding && len(ending) < len(s.letters) {
			return s.senses
		}
	}
	return nil
}
