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
	start, end int    // bytes of the name as given
	capitals   bool   // all its letters are capitals, and it has more than one
	capital    bool   // begins with a capital of another script than Latin
	dotted     bool   // a full stop follows
	comma      bool   // a comma stands before it
	lower      bool   // begins with a small letter
	joined     bool   // a hyphen stands before it
	behind     phrase // the title that it is, of those behind the name
	rarity     int    // information in hundredths of a nat; see rarity.go
}

// spelled is what the alignment reads of a word, or of several words read as one. What every comparison reads stands first.
type spelled struct {
	reading   correspond.Reading // of the Latin letters, by the built-in rules
	forms     []form             // the short forms and translations it is one of
	script    *script            // of native; nil for Latin and for scripts of which nothing is known
	latin     bool               // was given in Latin letters
	givenName bool               // a frequent given name
	eastAsian bool               // of a name with an East Asian family name and given name
	spelling                     // in Latin letters
	native    spelling           // as given, when that is not in Latin letters
}

// A spelling is a word in one script.
type spelling struct {
	correspond.Word
	at []int // letter i stands for the bytes [at[i], at[i+1]) of the name as given
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
	latin, at := romanise(s)
	words := make([]word, 0, 1+strings.Count(latin, " ")+strings.Count(latin, "-"))
	letters, places := make([]rune, 0, len(latin)), make([]int, 0, len(latin)+1) // for all words, one behind the other
	var w *word
	comma, joined, inside := false, false, false
	for i, r := range latin {
		switch {
		case unicode.IsLetter(r) && !isApostrophe(r) || unicode.IsDigit(r):
			if !inside {
				if w != nil {
					m, n := len(w.Letters), len(w.at)+1
					letters, places = letters[m:m], places[n:n] // the room behind them
				}
				words = append(words, word{start: at(i), comma: comma, joined: joined, capitals: true, lower: unicode.IsLower(r)})
				w = &words[len(words)-1]
				w.Letters, w.at = letters[:0], places[:0]
				comma, joined, inside = false, false, true
			}
			w.add(r, at(i))
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
	for i := range words {
		words[i].finish(s)
	}
	return words
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
	w.start, w.end = w.start+bytes, w.end+bytes
	for _, at := range [...][]int{w.at, w.native.at} {
		for i := range at {
			at[i] += bytes
		}
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

func (w *word) add(r rune, at int) {
	w.Letters = append(w.Letters, unicode.ToLower(r))
	w.at = append(w.at, at)
	w.capitals = w.capitals && !unicode.IsLower(r)
}

// compose puts a combining mark onto the last letter, where Unicode has a letter for the two.
func (w *word) compose(mark rune) {
	last := &w.Letters[len(w.Letters)-1]
	if r, size := utf8.DecodeRuneInString(norm.NFC.String(string(*last) + string(mark))); size > 0 && r != *last {
		*last = r
	}
}

func (w *word) finish(text string) {
	w.Letters, w.at = slices.Clip(w.Letters), slices.Clip(append(w.at, w.end))
	w.at[0] = w.start
	w.Word = correspond.NewWord(w.Letters)
	w.capitals = w.capitals && len(w.Letters) > 1
	w.rarity = rarityOf(w.Plain, len(w.Letters))
	w.latin = isASCII(text[w.start:w.end]) || isLatin(text[w.start:w.end])
	w.givenName, w.forms = givenNames()[w.Plain], formsOfWord(w.Plain)
	if w.latin {
		return
	}
	w.native.Word, w.native.at = correspond.NativeWord(text[w.start:w.end])
	for i := range w.native.at {
		w.native.at[i] += w.start
	}
	w.script = scriptOf(w.native.Letters)
	first, _ := utf8.DecodeRuneInString(text[w.start:])
	w.capital = unicode.IsUpper(first)
}
