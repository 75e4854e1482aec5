package names

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/namesake-go/namesake/internal/correspond"
	"github.com/namesake-go/namesake/translit"
)

// A word is a run of letters in a name, romanised, before its role is known.
type word struct {
	spelled
	*signs
}

// signs are what shows the work that a word does in its name. Once that is known nobody asks for them.
type signs struct {
	end      int     // byte of the name as given; start is that of the spelling
	capitals bool    // all its letters are capitals, and it has more than one
	capital  bool    // begins with a capital of another script than Latin
	dotted   bool    // a full stop follows
	comma    bool    // a comma stands before it
	lower    bool    // begins with a small letter
	joined   bool    // a hyphen stands before it
	behind   *phrase // the title that it is, of those behind the name
}

// spelled is what the alignment reads of a word, or of several words read as one: what every comparison reads, few bytes near
// together, and aside what few do.
type spelled struct {
	reading   correspond.Reading // of the Latin letters, by the built-in rules
	number    int32              // one more than its place in the vocabulary that it is of; 0 for none
	rarity    int16              // information in hundredths of a nat; see rarity.go
	latin     bool               // was given in Latin letters
	givenName bool               // a frequent given name
	eastAsian bool               // of a name with an East Asian family name and given name
	in        lists              // see listed.go
	*aside
}

// aside is what only some comparisons read of a word.
type aside struct {
	forms    []form    // the short forms and translations it is one of
	script   *script   // of native; nil for Latin and for scripts of which nothing is known
	native   *spelling // as given; nil when that is in Latin letters
	spelling           // in Latin letters
}

// newSpelled is for letters that are yet to come.
func newSpelled() spelled { return spelled{aside: &aside{}} }

// apart lets the word be changed without changing those that were copied from it.
func (s *spelled) apart() {
	own := *s.aside
	s.aside = &own
}

// size is how many letters the word has, once it has been read.
func (s *spelled) size() int { return s.reading.Size() }

// A spelling is a word in one script.
type spelling struct {
	correspond.Word
	start int   // byte of the name as given
	at    []int // letter i stands for the bytes [at[i], at[i+1]) of the name as given; nil when each is the byte start+i
}

// written is the word as it was given, in whatever script.
func (s *spelled) written() *spelling {
	if s.native != nil {
		return s.native
	}
	return &s.spelling
}

// place is the byte of the name where letter i begins, or the word ends.
func (s *spelling) place(i int) int {
	if s.at == nil {
		return s.start + i
	}
	return s.at[i]
}

// splitWords reads the words of a name, romanising what is not Latin. Hyphens part words; apostrophes and
// the signs for hamza and ayn do not.
func splitWords(s string) []word {
	if end, title := titleBehind(s); end > 0 {
		words := splitWords(s[:end])
		for _, w := range splitWords(s[end:]) {
			w.move(end)
			w.behind = &title
			words = append(words, w)
		}
		return words
	}
	latin, at := romanise(s)
	most := 1 + strings.Count(latin, " ") + strings.Count(latin, "-")
	words := make([]word, 0, most)
	room := wordRoom{parts: make([]wordParts, most), letters: make([]rune, 0, len(latin)), size: len(latin)}
	var w *word
	comma, joined, inside := false, false, false
	for i, r := range latin {
		switch {
		case unicode.IsLetter(r) && !isApostrophe(r) || unicode.IsDigit(r):
			if !inside {
				if w != nil {
					room.leave(w)
				}
				words = append(words, room.word())
				w = &words[len(words)-1]
				*w.signs = signs{comma: comma, joined: joined, capitals: true, lower: unicode.IsLower(r)}
				w.start, w.Letters = at(i), room.letters
				comma, joined, inside = false, false, true
			}
			room.settle(w, at(i))
			w.add(r)
		case unicode.IsMark(r) && inside:
			w.compose(r)
		case isApostrophe(r) && inside:
		default:
			if inside && r == '.' {
				w.dotted = true
			}
			joined = r == '-' || r == '‐' || r == '\u2011'
			comma = comma || r == ',' || r == '،' || r == '、'
			inside = false
			continue
		}
		w.end = at(i + utf8.RuneLen(r))
	}
	if w != nil {
		room.leave(w)
	}
	lower := "" // of a text in ASCII letters, those of all words
	if isASCII(s) {
		lower = strings.ToLower(s)
	}
	for i := range words {
		words[i].finish(s, lower)
	}
	return words
}

// A wordRoom is memory for the letters of all words of a name, one behind the other, and what else they have.
type wordRoom struct {
	parts   []wordParts // of the words to come
	letters []rune
	places  []int // made when first needed, for so many letters
	size    int
}

// wordParts are what a word only points to.
type wordParts struct {
	aside
	signs
}

// word is an empty word.
func (r *wordRoom) word() word {
	if len(r.parts) == 0 {
		r.parts = make([]wordParts, 1)
	}
	p := &r.parts[0]
	r.parts = r.parts[1:]
	return word{spelled{aside: &p.aside}, &p.signs}
}

// settle notes that the word's next letter stands at a place, or that the word ends there.
func (r *wordRoom) settle(w *word, place int) {
	n := len(w.Letters)
	if w.at == nil {
		if place == w.start+n {
			return
		}
		if r.places == nil {
			r.places = make([]int, 0, r.size+1)
		}
		w.at = r.places
		for i := range n {
			w.at = append(w.at, w.start+i)
		}
	}
	w.at = append(w.at, place)
}

// leave gives the room behind a word to the next.
func (r *wordRoom) leave(w *word) {
	r.settle(w, w.end)
	r.letters = w.Letters[len(w.Letters):]
	if w.at != nil {
		r.places = w.at[len(w.at):]
	}
}

// readForAlignment makes the readings of the words, one behind the other.
func readForAlignment(words []word) {
	size := 0
	for i := range words {
		size += words[i].ReadingSize()
	}
	room := make([]byte, 0, size)
	for i := range words {
		w := &words[i]
		w.reading = BuiltinCorrespondences().Read(&w.Word, room)
		room = w.reading.Rest()
	}
}

// titleBehind tells where the title begins that stands behind a name in Han, kana or Hangul, with a blank or without:
// 习近平主席, 김정은 위원장. 0 is none.
func titleBehind(s string) (end int, title phrase) {
	if last, _ := utf8.DecodeLastRuneInString(s); !unicode.In(last, unicode.Han, unicode.Hiragana, unicode.Hangul) {
		return 0, title
	}
	letters := []rune(s)
	for size := min(len(letters)-2, longestBehind); size > 0; size-- {
		before := letters[:len(letters)-size]
		if found, known := titles().entries[asRead(string(letters[len(before):]))]; known && found.section == "behind" {
			return len(s) - len(string(letters[len(before):])), found
		}
	}
	return 0, title
}

// longestBehind is how many letters a title behind a name has at most.
const longestBehind = 5

// move says that the word stands so many bytes on.
func (w *word) move(bytes int) {
	w.end += bytes
	w.spelling.move(bytes)
	if w.native != nil {
		w.native.move(bytes)
	}
}

func (s *spelling) move(bytes int) {
	s.start += bytes
	for i := range s.at {
		s.at[i] += bytes
	}
}

// romanise gives s in Latin letters, and for each byte offset of that the byte offset in s.
func romanise(s string) (string, func(int) int) {
	var table *translit.Table
	if !isASCII(s) {
		table = translit.Latin(s, "")
	}
	if table == nil {
		return s, func(i int) int { return i }
	}
	latin, steps := table.Trace(s)
	from := make([]int, len(latin)+1)
	for _, step := range steps {
		for i := step.Dst.Start; i < step.Dst.End; i++ {
			switch {
			case step.File == "": // copied
				from[i] = step.Src.Start + i - step.Dst.Start
			case i == step.Dst.Start:
				from[i] = step.Src.Start
			default: // the first letter of several answers for the whole source
				from[i] = step.Src.End
			}
		}
	}
	from[len(latin)] = len(s)
	return latin, func(i int) int { return from[i] }
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// isApostrophe tells the signs that stand inside words: apostrophes, and those for hamza and ayn.
func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', '`', '´', 'ʼ', 'ʻ', 'ʽ', 'ʿ', 'ʾ', 'ʹ', 'ʺ', 'ˈ', '′', '″':
		return true
	}
	return false
}

func (w *word) add(r rune) {
	w.Letters = append(w.Letters, unicode.ToLower(r))
	w.capitals = w.capitals && !unicode.IsLower(r)
}

// compose puts a combining mark onto the last letter, where Unicode has a letter for the two.
func (w *word) compose(mark rune) {
	last := &w.Letters[len(w.Letters)-1]
	if r, size := utf8.DecodeRuneInString(norm.NFC.String(string(*last) + string(mark))); size > 0 && r != *last {
		*last = r
	}
}

func (w *word) finish(text string, lower string) {
	w.Letters, w.at = slices.Clip(w.Letters), slices.Clip(w.at)
	if w.at == nil && lower != "" {
		w.Base, w.Plain = w.Letters, lower[w.start:w.end]
	} else {
		w.Word = correspond.NewWord(w.Letters)
	}
	w.capitals = w.capitals && len(w.Letters) > 1
	w.look()
	w.latin = lower != "" || isASCII(text[w.start:w.end]) || isLatin(text[w.start:w.end])
	if w.latin {
		return
	}
	w.native = &spelling{start: w.start}
	w.native.Word, w.native.at = correspond.NativeWord(text[w.start:w.end])
	for i := range w.native.at {
		w.native.at[i] += w.start
	}
	w.script = scriptOf(w.native.Letters)
	first, _ := utf8.DecodeRuneInString(text[w.start:])
	w.capital = unicode.IsUpper(first)
}
