package names

import (
	"math"
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
// and are remembered for the next time. The word whose similar words stand in the fewest names gives those names, and
// what the other words bring is added up by looking at their words, which takes no more than a few nanoseconds each.
// The best of them, by the gains that Compare too assigns words with, are the answer. Compare then judges these alone.

// An Index finds, among many names, those that may be the same name as another. Near may be called by many goroutines;
// Add by one, while no other uses the index.
type Index struct {
	m        *Matcher
	words    []*indexWord
	byLetter map[string]int32   // words by their letters, as given and romanised
	bySkel   map[string][]int32 // words by skeleton
	byForm   map[int32][]int32  // words by their lines in nicknames.txt
	names    []int32            // the words of all names, one name behind the other
	ends     []uint32           // where each name's words end
	similar  similarWords
	room     sync.Pool // *nearRoom
}

// An indexWord is a word of the vocabulary and the names it stands in.
type indexWord struct {
	spelled
	initial bool
	in      []uint32
}

// own makes the word the owner of its letters: those that Parse made share memory with the whole name.
func (w *indexWord) own(rules *Correspondences) {
	w.at, w.native.at = nil, nil
	w.Word = correspond.NewWord(slices.Clone(w.Letters))
	w.native.Letters = slices.Clone(w.native.Letters)
	w.native.Base, w.native.Plain = w.native.Letters, string(w.native.Letters)
	w.reading = rules.Read(&w.Word, nil)
}

// NewIndex makes an empty index. Names are compared as the matcher does.
func (m *Matcher) NewIndex() *Index {
	return &Index{m: m, byLetter: map[string]int32{}, bySkel: map[string][]int32{}, byForm: map[int32][]int32{}}
}

// Len is how many names were added.
func (x *Index) Len() int { return len(x.ends) }

// Add adds names; they are numbered on from the last, the first name of all is 0. All processors read them.
func (x *Index) Add(texts ...string) {
	const chunk = 1 << 13 // names read before they are filed, so that few are in memory
	read := make([][]readWord, chunk)
	for len(texts) > 0 {
		n := min(chunk, len(texts))
		inParallel(n, func(i int) { read[i] = readWords(Parse(texts[i])) })
		for _, words := range read[:n] {
			x.file(words)
		}
		texts = texts[n:]
	}
}

// A readWord is a word of a name as it is filed.
type readWord struct {
	*spelled
	key     string
	initial bool
	joined  bool // several words written together
}

// readWords gives the words that a name is found by: those that carry it, and those that a particle or a kunya may make
// one word with a neighbour.
func readWords(n Name) []readWord {
	groups := core(n.tokens)
	words := make([]readWord, 0, len(groups)+1)
	for _, g := range groups[:min(len(groups), maxTokens)] {
		t := &n.tokens[g.from]
		if len(t.Letters) <= maxLetters {
			words = append(words, readWord{spelled: &t.spelled, key: wordKey(&t.spelled), initial: g.role == Initial})
		}
	}
	for i := range n.tokens[:min(len(n.tokens), maxTokens)] {
		for to := i + 2; to <= min(i+3, len(n.tokens)); to++ {
			if run := n.tokens[i:to]; bindsInside(run) {
				if s := spell(n.tokens, group{from: i, to: to}); len(s.Letters) <= maxLetters {
					words = append(words, readWord{spelled: s, key: wordKey(s), joined: true})
				}
			}
		}
	}
	return words
}

// bindsInside tells whether tokens may be one word elsewhere: Abd al-Rahman, Abu Bakr, Almaz Bey.
func bindsInside(run []token) bool {
	if runRole(run) == Title {
		return false
	}
	return slices.ContainsFunc(run, func(t token) bool {
		return t.role == Particle || particles().in["kunya"][t.Plain]
	})
}

// wordKey tells words apart that are compared differently.
func wordKey(s *spelled) string {
	if s.latin {
		return string(s.Letters)
	}
	return string(s.Letters) + "\x00" + string(s.native.Letters)
}

// file puts a name's words into the index.
func (x *Index) file(words []readWord) {
	name := uint32(len(x.ends))
	for _, w := range words {
		n := x.word(w)
		if in := x.words[n].in; len(in) == 0 || in[len(in)-1] != name {
			x.words[n].in = append(in, name)
		}
		if !w.joined {
			x.names = append(x.names, n)
		} else {
			x.names = append(x.names, -1-n) // costs nothing when it has no partner
		}
	}
	x.ends = append(x.ends, uint32(len(x.names)))
}

// word gives the number of a word, and makes it known.
func (x *Index) word(w readWord) int32 {
	key := w.key
	if w.initial {
		key += "."
	}
	if n, known := x.byLetter[key]; known {
		return n
	}
	n := int32(len(x.words))
	own := &indexWord{spelled: *w.spelled, initial: w.initial}
	own.own(x.m.rules)
	x.words = append(x.words, own)
	x.byLetter[key] = n
	if !w.initial {
		for _, key := range builtinSkeleton().skeletons(own.Base) {
			x.bySkel[key] = append(x.bySkel[key], n)
		}
		for _, f := range own.forms {
			x.byForm[f.line] = append(x.byForm[f.line], n)
		}
	}
	return n
}

// A nearRoom is the memory of one Near.
type nearRoom struct {
	gains   [][]int32 // of each word looked up, by the index's words: what pairing the two brings
	touched [][]int32 // the words with such a gain
	seen    []uint32  // by name: the last search that met it
	search  uint32
	found   []nearName
}

type nearName struct {
	name  uint32
	score int32
}

// maxMet is how many names one search looks at, maxWords how many words of a name it looks up.
const maxMet, maxWords = 20_000, 8

// Near gives the numbers of the most names that come nearest to a name, the nearest first.
func (x *Index) Near(name Name, most int) []int {
	if len(x.ends) == 0 || most < 1 {
		return nil
	}
	room, _ := x.room.Get().(*nearRoom)
	if room == nil {
		room = &nearRoom{}
	}
	defer x.room.Put(room)
	queries := x.queries(name)
	x.prepare(room, queries)
	defer room.clear(len(queries))
	order := make([]int, 0, len(queries))
	sizes := make([]int, len(queries))
	for i := range queries {
		for _, n := range room.touched[i] {
			sizes[i] += len(x.words[n].in)
		}
		if sizes[i] > 0 {
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(i, j int) int { return sizes[i] - sizes[j] })
	met := 0
	enough := false
	for _, i := range order {
		// Names that lack the rarest word are of use only when few have it.
		if enough && !queries[i].joined {
			continue
		}
		x.collect(room, queries, i, &met)
		enough = enough || !queries[i].joined && (len(room.found) >= most || met > maxMet)
	}
	found := room.found
	slices.SortFunc(found, func(a, b nearName) int {
		if a.score != b.score {
			return int(b.score - a.score)
		}
		return int(a.name) - int(b.name)
	})
	numbers := make([]int, min(most, len(found)))
	for i := range numbers {
		numbers[i] = int(found[i].name)
	}
	return numbers
}

// queries are the words that a name is looked up by.
func (x *Index) queries(name Name) []readWord {
	words := readWords(name)
	groups := core(name.tokens)
	for i := 0; i+1 < len(groups) && len(words) < maxWords; i++ { // written apart here, together there
		run := name.tokens[groups[i].from:groups[i+1].to]
		if runRole(run) != Title && !bindsInside(run) {
			if s := spell(name.tokens, group{from: groups[i].from, to: groups[i+1].to}); len(s.Letters) <= maxLetters {
				words = append(words, readWord{spelled: s, key: wordKey(s), joined: true})
			}
		}
	}
	for _, w := range words { // written together here, apart there
		words = append(words, x.partsOf(w)...)
	}
	return words[:min(len(words), maxWords)]
}

// leastPart is how many letters a part has at the least of a word that may be two.
const leastPart = 3

// partsOf takes a word that the index does not have for two that it has.
func (x *Index) partsOf(w readWord) []readWord {
	if _, known := x.byLetter[w.key]; known || w.initial || w.joined || !w.latin {
		return nil
	}
	for i := leastPart; i+leastPart <= len(w.Letters); i++ {
		first, isFirst := x.byLetter[string(w.Letters[:i])]
		second, isSecond := x.byLetter[string(w.Letters[i:])]
		if isFirst && isSecond {
			a, b := &x.words[first].spelled, &x.words[second].spelled
			return []readWord{{spelled: a, key: wordKey(a), joined: true}, {spelled: b, key: wordKey(b), joined: true}}
		}
	}
	return nil
}

// prepare lays out, for each word looked up, what each word of the vocabulary brings.
func (x *Index) prepare(room *nearRoom, queries []readWord) {
	for len(room.gains) < len(queries) {
		room.gains, room.touched = append(room.gains, nil), append(room.touched, nil)
	}
	for i := range queries {
		if len(room.gains[i]) < len(x.words) {
			room.gains[i] = make([]int32, len(x.words)+len(x.words)/4)
		}
		for _, s := range x.similarTo(&queries[i]) {
			room.gains[i][s.word] = s.gain
			room.touched[i] = append(room.touched[i], s.word)
		}
	}
	if len(room.seen) < len(x.ends) {
		room.seen = make([]uint32, len(x.ends)+len(x.ends)/4)
		room.search = 0
	}
	if room.search == math.MaxUint32 {
		clear(room.seen)
		room.search = 0
	}
	room.search++
	room.found = room.found[:0]
}

func (room *nearRoom) clear(queries int) {
	for i := range queries {
		for _, n := range room.touched[i] {
			room.gains[i][n] = 0
		}
		room.touched[i] = room.touched[i][:0]
	}
}

// collect scores the names that have a word similar to query i, the most similar words first.
func (x *Index) collect(room *nearRoom, queries []readWord, i int, met *int) {
	gains := room.gains[i]
	slices.SortFunc(room.touched[i], func(a, b int32) int { return int(gains[b] - gains[a]) })
	for _, n := range room.touched[i] {
		for _, name := range x.words[n].in {
			if room.seen[name] == room.search {
				continue
			}
			room.seen[name] = room.search
			*met++
			room.found = append(room.found, nearName{name, x.score(room, queries, name)})
		}
		if *met > maxMet {
			return
		}
	}
}

// score adds up what the words looked up bring in a name, less a little for each of its words that no one pairs with.
func (x *Index) score(room *nearRoom, queries []readWord, name uint32) int32 {
	from := uint32(0)
	if name > 0 {
		from = x.ends[name-1]
	}
	words := x.names[from:x.ends[name]]
	score := int32(0)
	for i := range queries {
		best := int32(0)
		for _, n := range words {
			if n < 0 {
				n = -1 - n
			}
			best = max(best, room.gains[i][n])
		}
		score += best
		if best == 0 && !queries[i].joined {
			score -= unpairedWord
		}
	}
	for _, n := range words {
		if n < 0 {
			continue
		}
		paired := false
		for i := range queries {
			paired = paired || room.gains[i][n] > 0
		}
		if !paired {
			score -= unpairedWord
		}
	}
	return score
}

// unpairedWord is what a word without a partner takes from a score.
const unpairedWord = 100
