package names

import (
	"slices"
	"sync"

	"github.com/namesake-go/namesake/internal/correspond"
)

// Finding a name among very many
//
// A million names have some ten thousand distinct words. So the index keeps each word once, with the names it stands in:
//
//	names           0: Ivan Petrov   1: Jan Petrow   2: Ivan Ivanov
//	words           ivan 0 2    petrov 0    jan 1    petrow 1    ivanov 2
//
// A name is looked up in three steps. For each of its words the similar words are found (index_words.go), which are few
// and are remembered for the next time. The word whose similar words stand in the fewest names leads to these, the most
// similar first; what the other words bring is added up from a table by word, which takes some nanoseconds a name, and
// the search ends when no name to come can be among the best (Fagin's threshold algorithm, 2001, with one list).
// Compare then judges the best names alone, of which the index has the words as Parse read them. Organisations are looked
// up in another way (index_organisations.go).

// An Index finds, among many names, those that may be the same as another. Search and Compare may be called by many
// goroutines; Add by one, while no other uses the index.
type Index struct {
	m        *Matcher
	words    []*indexWord
	byLetter map[string]int32  // words by their letters, as given and romanised
	byForm   map[int32][]int32 // words by their lines in nicknames.txt
	phrases  []*phrase         // what titles, particles and suffixes are
	byPhrase map[phrase]int32

	texts    []string
	found    []int32 // the words that each name is found by, one name behind the other
	foundTo  []uint32
	tokens   []int32 // the words of each name, as Parse read it
	tokensTo []uint32
	shapeOf  []int32 // of each name, what these do in it
	shapes   []shape
	byShape  map[string]int32

	alternates    map[int32][]alternate
	nativeScripts []*script // those that findable words are in
	organisations organisationIndex
	similar       similarWords
	room          sync.Pool // *nearRoom
}

// An indexWord is a word of the vocabulary and the names it is to be found by.
type indexWord struct {
	word
	initial  bool
	findable bool
	in       []uint32
}

// NewIndex makes an empty index. Names are compared as the matcher does.
func (m *Matcher) NewIndex() *Index {
	return &Index{m: m, byLetter: map[string]int32{}, byForm: map[int32][]int32{},
		phrases: []*phrase{noPhrase}, byPhrase: map[phrase]int32{{}: 0}, shapes: []shape{nil}, byShape: map[string]int32{"": 0}}
}

// Len is how many names were added.
func (x *Index) Len() int { return len(x.texts) }

// Add adds names; they are numbered on from the last, the first name of all is 0. All processors read them.
func (x *Index) Add(texts ...string) {
	read := make([]readName, min(readAtOnce, len(texts)))
	for len(texts) > 0 {
		n := min(readAtOnce, len(texts))
		inParallel(n, func(i int) { read[i] = x.m.readName(texts[i]) })
		for i := range read[:n] {
			x.file(&read[i])
		}
		texts = texts[n:]
	}
}

// readAtOnce is how many names are read before they are filed, so that few are in memory.
const readAtOnce = 1 << 13

// file puts a name into the index.
func (x *Index) file(read *readName) {
	number := uint32(len(x.texts))
	x.texts = append(x.texts, read.name.Text)
	for i := range read.words {
		w := &read.words[i]
		x.findBy(number, x.wordOf(w.spelled, w.key, w.initial), w.joined)
	}
	x.foundTo = append(x.foundTo, uint32(len(x.found)))
	if read.keys != nil {
		x.organisations.file(number, read.keys)
	}
	shape := int32(0)
	if n := &read.name; !n.overlong && n.units == nil && !n.place { // others are read anew each time
		for i := range n.tokens {
			t := &n.tokens[i]
			x.tokens = append(x.tokens, x.wordOf(&t.spelled, wordKey(&t.spelled, t.role == Initial), t.role == Initial))
		}
		shape = x.shapeNumber(n.tokens)
	}
	x.shapeOf = append(x.shapeOf, shape)
	x.tokensTo = append(x.tokensTo, uint32(len(x.tokens)))
}

// findBy lets a name be found by a word, which may be joined of several.
func (x *Index) findBy(name uint32, n int32, joined bool) {
	x.makeFindable(n)
	if in := x.words[n].in; len(in) == 0 || in[len(in)-1] != name {
		x.words[n].in = append(in, name)
	}
	if joined {
		n = -1 - n // costs nothing when it has no partner
	}
	x.found = append(x.found, n)
}

// wordOf gives the number of a word, and makes it known.
func (x *Index) wordOf(s *spelled, key string, initial bool) int32 {
	if n, known := x.byLetter[key]; known {
		return n
	}
	n := int32(len(x.words))
	own := &indexWord{word: word{spelled: *s}, initial: initial}
	own.apart()
	own.own(x.m.rules)
	own.rarity = listings()[own.Plain].rarityFor(len(own.Letters))
	x.words = append(x.words, own)
	x.byLetter[key] = n
	return n
}

// own makes the word the owner of its letters: those that Parse made share memory with the whole name.
func (w *indexWord) own(rules *Correspondences) {
	w.at = nil
	w.Word = correspond.NewWord(slices.Clone(w.Letters))
	if w.native != nil {
		native := spelling{}
		native.Letters = slices.Clone(w.native.Letters)
		native.Base, native.Plain = native.Letters, string(native.Letters)
		w.native = &native
	}
	w.reading = rules.Read(&w.Word, nil)
}

// makeFindable lists a word where similar ones are looked for.
func (x *Index) makeFindable(n int32) {
	w := x.words[n]
	if w.findable {
		return
	}
	w.findable = true
	x.addFindable(n)
	if w.initial {
		return
	}
	if w.script != nil && !slices.Contains(x.nativeScripts, w.script) {
		x.nativeScripts = append(x.nativeScripts, w.script)
	}
	for _, f := range w.forms {
		x.byForm[f.line] = append(x.byForm[f.line], n)
	}
}

// Compare compares a name with one of the index, as Matcher.Compare does.
func (x *Index) Compare(name Name, number int) Result { return x.m.Compare(name, x.name(number)) }

// HasInitial tells whether a name of the index has an initial.
func (x *Index) HasInitial(number int) bool {
	return slices.ContainsFunc(x.wordsOf(uint32(number)), func(n int32) bool { return n >= 0 && x.words[n].initial })
}

// name puts a name together from its words, as Parse has read it, for Compare; it has no parts.
func (x *Index) name(number int) Name {
	n := Name{Text: x.texts[number]}
	shape := x.shapes[x.shapeOf[number]]
	if len(shape) == 0 {
		return x.m.Parse(n.Text)
	}
	n.schema = x.m.options.Schema
	if n.schema == Unknown {
		n.free = &freeReading{}
	}
	n.tokens = make([]token, len(shape))
	words := x.tokens[int(x.tokensTo[number])-len(shape):]
	for i, does := range shape {
		n.tokens[i] = token{word: &x.words[words[i]].word, role: does.role, part: int32(does.part), phrase: x.phrases[does.phrase]}
	}
	return n
}

// wordsOf lists the words that a name is found by; those joined of several are -1 less their number.
func (x *Index) wordsOf(name uint32) []int32 {
	from := uint32(0)
	if name > 0 {
		from = x.foundTo[name-1]
	}
	return x.found[from:x.foundTo[name]]
}
