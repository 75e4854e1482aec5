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
type word struct{ spelled }

// signs are what shows the work that a word does in its name. Once that is known only Explain asks for one of them, the end;
// they stand in room that would else be empty.
type signs struct {
	end      int32 // byte of the name as given; start is that of the spelling
	capitals bool  // all its letters are capitals, and it has more than one
	capital  bool  // begins with a capital of another script than Latin
	dotted   bool  // a full stop follows
	comma    bool  // a comma stands before it
	lower    bool  // begins with a small letter
	joined   bool  // a hyphen stands before it
	elided   uint8 // bytes of Plain that are written on it with an apostrophe, as the d of d'Algérie; in organisations' names
}

// spelled is what the alignment reads of a word, or of several words read as one: what every comparison reads, few bytes near
// together, and aside what few do.
type spelled struct {
	reading correspond.Reading // of the Latin letters, by the built-in rules
	*aside
	number    int32 // one more than its place in the vocabulary that it is of; 0 for none
	rarity    int16 // information in hundredths of a nat; see rarity.go
	latin     bool  // was given in Latin letters
	givenName bool  // a frequent given name
	eastAsian bool  // of a name with an East Asian family name and given name
	in        lists // see listed.go
	signs
}

// aside is what only some comparisons read of a word.
type aside struct {
	forms    []form             // the short forms and translations it is one of
	script   *script            // of native; nil for Latin and for scripts of which nothing is known
	inScript *correspond.Native // native, read by the rules of its script
	learned  bool               // these were learned from the word's language
	native   *spelling          // as given; nil when that is in Latin letters
	behind   *phrase            // the title that it is, of those behind the name
	spelling                    // in Latin letters
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
			w.behind = title
			words = append(words, w)
		}
		return words
	}
	latin, places := romanise(s)
	most := 1 + strings.Count(latin, " ") + strings.Count(latin, "-")
	words := make([]word, 0, most)
	room := wordRoom{asides: make([]aside, most), size: len(latin)}
	letters, from := make([]rune, 0, len(latin)), 0 // of all words, of the last from here on
	var w *word
	comma, joined, inside := false, false, false
	for i, r := range latin {
		end := i + utf8.RuneLen(r) // İ is two bytes, its small letter one
		switch kind := kindOf(r); {
		case kind == letter:
			place, small := places.at(i), unicode.IsLower(r)
			if !inside {
				if w != nil {
					room.leave(w, letters[from:])
				}
				words, from = append(words, room.word()), len(letters)
				w = &words[len(words)-1]
				w.signs = signs{comma: comma, joined: joined, capitals: true, lower: small}
				w.start = place
				comma, joined, inside = false, false, true
			}
			room.settle(w, len(letters)-from, place)
			if small {
				w.capitals = false
			} else {
				r = unicode.ToLower(r)
			}
			letters = append(letters, r)
		case kind == mark && inside:
			last := &letters[len(letters)-1]
			*last = composed(*last, r)
		case kind == apostrophe && inside:
		default:
			if inside && kind == fullStop {
				w.dotted = true
			}
			joined, comma, inside = kind == hyphen, comma || kind == listComma, false
			continue
		}
		w.end = int32(places.at(end))
	}
	if w != nil {
		room.leave(w, letters[from:])
	}
	lower := lowerASCII(s)
	for i := range words {
		words[i].finish(s, lower)
	}
	return words
}

// kind is what a letter or sign does among words.
type kind uint8

const (
	between    kind = iota
	letter          // or a digit
	mark            // is put onto the letter before it
	apostrophe      // stands inside words
	hyphen
	listComma
	fullStop
)

func kindOf(r rune) kind {
	if r < utf8.RuneSelf {
		return asciiKinds[r]
	}
	return kindOfAny(r)
}

var asciiKinds = func() (kinds [utf8.RuneSelf]kind) {
	for r := range kinds {
		kinds[r] = kindOfAny(rune(r))
	}
	return kinds
}()

func kindOfAny(r rune) kind {
	switch {
	case isApostrophe(r):
		return apostrophe
	case unicode.IsLetter(r), unicode.IsDigit(r):
		return letter
	case unicode.IsMark(r):
		return mark
	}
	switch r {
	case '-', '‐', '\u2011':
		return hyphen
	case ',', '،', '、':
		return listComma
	case '.':
		return fullStop
	}
	return between
}

// lowerASCII gives a text of ASCII letters in small ones; "" for all others.
func lowerASCII(s string) string {
	if !isASCII(s) {
		return ""
	}
	var room [64]byte
	lower := append(room[:0], s...)
	for i, c := range lower {
		if 'A' <= c && c <= 'Z' {
			lower[i] += 'a' - 'A'
		}
	}
	return string(lower)
}

// A wordRoom is memory for what the words of a name point to.
type wordRoom struct {
	asides []aside // of the words to come
	places []int   // made when first needed, for so many letters
	size   int
}

// word is an empty word.
func (r *wordRoom) word() word {
	if len(r.asides) == 0 {
		r.asides = make([]aside, 1)
	}
	own := &r.asides[0]
	r.asides = r.asides[1:]
	return word{spelled{aside: own}}
}

// settle notes that a word's letter n stands at a place.
func (r *wordRoom) settle(w *word, n, place int) {
	if w.at != nil || place != w.start+n {
		r.note(w, n, place)
	}
}

func (r *wordRoom) note(w *word, n, place int) {
	if w.at == nil {
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

// leave ends a word.
func (r *wordRoom) leave(w *word, letters []rune) {
	w.Letters = slices.Clip(letters)
	r.settle(w, len(letters), int(w.end))
	if w.at != nil {
		w.at, r.places = slices.Clip(w.at), w.at[len(w.at):]
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
func titleBehind(s string) (end int, title *phrase) {
	if last, _ := utf8.DecodeLastRuneInString(s); last < 'ᄀ' || !unicode.In(last, unicode.Han, unicode.Hiragana, unicode.Hangul) {
		return 0, nil
	}
	letters := []rune(s)
	for size := min(len(letters)-2, longestBehind); size > 0; size-- {
		before := letters[:len(letters)-size]
		if found, known := titles().entries[asRead(string(letters[len(before):]))]; known && found.section == "behind" {
			title := found
			return len(s) - len(string(letters[len(before):])), &title
		}
	}
	return 0, nil
}

// longestBehind is how many letters a title behind a name has at most.
const longestBehind = 5

// move says that the word stands so many bytes on.
func (w *word) move(bytes int) {
	w.end += int32(bytes)
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

// places are, for each byte offset of a romanised text, the byte offset in the text as given; nil when all are the same.
type places []int

func (p places) at(i int) int {
	if p == nil {
		return i
	}
	return p[i]
}

// romanise gives s in Latin letters, and the places.
func romanise(s string) (string, places) {
	var table *translit.Table
	if !isASCII(s) {
		table = translit.Latin(s, "")
	}
	if table == nil {
		return s, nil
	}
	latin, steps := table.Trace(s)
	from := make(places, len(latin)+1)
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
	return latin, from
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

// composed is a letter with a combining mark, where Unicode has a letter for the two.
func composed(letter, mark rune) rune {
	if r, size := utf8.DecodeRuneInString(norm.NFC.String(string(letter) + string(mark))); size > 0 {
		return r
	}
	return letter
}

func (w *word) finish(text string, lower string) {
	if w.at == nil && lower != "" {
		w.Base, w.Plain = w.Letters, lower[w.start:w.end]
	} else {
		w.Word = correspond.NewWord(w.Letters)
	}
	w.capitals = w.capitals && len(w.Letters) > 1
	w.look()
	given := text[w.start:w.end] // nothing, of the later words of a name without spaces
	w.latin = lower != "" || given != "" && (isASCII(given) || isLatin(given))
	if w.latin {
		return
	}
	w.native = &spelling{start: w.start}
	w.native.Word, w.native.at = correspond.NativeWord(text[w.start:w.end])
	for i := range w.native.at {
		w.native.at[i] += w.start
	}
	if w.script = scriptOf(w.native.Letters); w.script != nil {
		w.readInScript()
		lang := translit.Detect(w.native.Plain).Lang
		w.learned = lang == "" || lang == w.script.read().language
	}
	first, _ := utf8.DecodeRuneInString(text[w.start:])
	w.capital = unicode.IsUpper(first)
}
