package names

import (
	"cmp"
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
// and are remembered for the next time. The word whose similar words stand in the fewest names leads to these, the most
// similar first; what the other words bring is added up from a table by word, which takes some nanoseconds a name, and
// the search ends when no name to come can be among the best (Fagin's threshold algorithm, 2001, with one list).
// Compare then judges the best names alone, of which the index has the words as Parse read them.

// An Index finds, among many names, those that may be the same as another. Near and Compare may be called by many
// goroutines; Add by one, while no other uses the index.
type Index struct {
	m        *Matcher
	words    []*indexWord
	byLetter map[string]int32  // words by their letters, as given and romanised
	byForm   map[int32][]int32 // words by their lines in nicknames.txt
	phrases  []phrase          // what titles, particles and suffixes are
	byPhrase map[phrase]int32

	texts    []string
	found    []int32 // the words that each name is found by, one name behind the other
	foundTo  []uint32
	tokens   []indexToken // of each name, as Parse read it
	tokensTo []uint32

	nativeScripts []*script // those that findable words are in
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

// An indexToken is a token of a name; its word stands in the vocabulary.
type indexToken struct {
	word, phrase int32
	role         Role
	part         uint8
}

// NewIndex makes an empty index. Names are compared as the matcher does.
func (m *Matcher) NewIndex() *Index {
	return &Index{m: m, byLetter: map[string]int32{}, byForm: map[int32][]int32{},
		phrases: []phrase{{}}, byPhrase: map[phrase]int32{{}: 0}}
}

// Len is how many names were added.
func (x *Index) Len() int { return len(x.texts) }

// Add adds names; they are numbered on from the last, the first name of all is 0. All processors read them.
func (x *Index) Add(texts ...string) {
	const chunk = 1 << 13 // names read before they are filed, so that few are in memory
	read := make([]readName, min(chunk, len(texts)))
	for len(texts) > 0 {
		n := min(chunk, len(texts))
		inParallel(n, func(i int) {
			name := x.m.Parse(texts[i])
			read[i] = readName{name, readWords(name)}
		})
		for i := range read[:n] {
			x.file(&read[i])
		}
		texts = texts[n:]
	}
}

type readName struct {
	name  Name
	words []readWord
}

// A readWord is a word that a name is found by.
type readWord struct {
	*spelled
	key     string
	initial bool
	joined  bool // several words written together
}

// readWords gives the words that a name is found by: those that carry it, and those that a particle or a kunya may make
// one word with a neighbour.
func readWords(n Name) []readWord {
	words := make([]readWord, 0, len(n.tokens)+1)
	for i := range n.tokens[:min(len(n.tokens), maxTokens)] {
		switch t := &n.tokens[i]; t.role {
		case Given, Surname, Patronymic, Initial:
			if len(t.Letters) <= maxLetters {
				words = append(words, readWord{spelled: &t.spelled, key: wordKey(&t.spelled, t.role == Initial), initial: t.role == Initial})
			}
		}
	}
	for i := range n.tokens[:min(len(n.tokens), maxTokens)] {
		for to := i + 2; to <= min(i+3, len(n.tokens)); to++ {
			if run := n.tokens[i:to]; bindsInside(run) {
				words = appendJoined(words, n, group{from: i, to: to})
			}
		}
	}
	return words
}

func appendJoined(words []readWord, n Name, g group) []readWord {
	if s := spell(n.tokens, g); len(s.Letters) <= maxLetters {
		words = append(words, readWord{spelled: s, key: wordKey(s, false), joined: true})
	}
	return words
}

// bindsInside tells whether tokens may be one word elsewhere: Abd al-Rahman, Abu Bakr, Almaz Bey.
func bindsInside(run []token) bool {
	return runRole(run) != Title && slices.ContainsFunc(run, func(t token) bool {
		return t.role == Particle || particles().in["kunya"][t.Plain]
	})
}

// wordKey tells words apart that are compared differently.
func wordKey(s *spelled, initial bool) string {
	key := string(s.Letters)
	if !s.latin {
		key += "\x00" + string(s.native.Letters)
	}
	if initial {
		key += "."
	}
	return key
}

// file puts a name into the index.
func (x *Index) file(read *readName) {
	number := uint32(len(x.texts))
	x.texts = append(x.texts, read.name.Text)
	for i := range read.words {
		w := &read.words[i]
		n := x.wordOf(w.spelled, w.key, w.initial)
		x.makeFindable(n)
		if in := x.words[n].in; len(in) == 0 || in[len(in)-1] != number {
			x.words[n].in = append(in, number)
		}
		if w.joined {
			n = -1 - n // costs nothing when it has no partner
		}
		x.found = append(x.found, n)
	}
	x.foundTo = append(x.foundTo, uint32(len(x.found)))
	if n := &read.name; !isOverlong(*n) && n.units == nil && !n.place { // others are read anew each time
		for i := range read.name.tokens {
			t := &read.name.tokens[i]
			p := phrase{t.section, t.class}
			place, known := x.byPhrase[p]
			if !known {
				place = int32(len(x.phrases))
				x.phrases = append(x.phrases, p)
				x.byPhrase[p] = place
			}
			x.tokens = append(x.tokens, indexToken{x.wordOf(&t.spelled, wordKey(&t.spelled, t.role == Initial), t.role == Initial), place, t.role, uint8(t.part)})
		}
	}
	x.tokensTo = append(x.tokensTo, uint32(len(x.tokens)))
}

// wordOf gives the number of a word, and makes it known.
func (x *Index) wordOf(s *spelled, key string, initial bool) int32 {
	if n, known := x.byLetter[key]; known {
		return n
	}
	n := int32(len(x.words))
	own := &indexWord{word: word{spelled: *s}, initial: initial}
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
	from, to := uint32(0), x.tokensTo[number]
	if number > 0 {
		from = x.tokensTo[number-1]
	}
	if from == to {
		return x.m.Parse(n.Text)
	}
	n.schema = x.m.options.Schema
	if n.schema == Unknown {
		n.free = &freeReading{}
	}
	n.tokens = make([]token, to-from)
	for i, t := range x.tokens[from:to] {
		p, w := x.phrases[t.phrase], x.words[t.word]
		n.tokens[i] = token{word: &w.word, role: t.role, part: int(t.part), class: p.head, section: p.section}
	}
	return n
}

// A nearName is a name that was met, with its score.
type nearName struct {
	name  uint32
	score int32
}

// maxLanes is how many words of a name are looked up at once, maxMet how many names are met at the most.
const maxLanes, maxMet = 8, 20_000

// A nearRoom is the memory of one Near: by word, what each lane gains by pairing with it.
type nearRoom struct {
	gains   [][maxLanes]uint16
	tried   []uint8 // by word, the lanes that widen has compared it with
	touched []int32
	best    []nearName // the best so far, the best first
	met     int
}

// A lane is a word looked up, and the words similar to it.
type lane struct {
	readWord
	near  []similarWord // the most similar first
	ideal int32         // what the word itself brings
	names int           // in how many names its similar words stand
}

// Another is another way to read some lanes: written together, or apart.
type another struct {
	lanes    []int
	replaced uint8 // the bits of the lanes it stands for
}

// A search is one name looked up.
type search struct {
	x      *Index
	room   *nearRoom
	lanes  []lane
	main   int // lanes that are words of the name as they stand; the others belong to other readings
	others []another
	most   int
	whole  bool // some name met has a partner for each main lane
}

// Near gives the numbers of at most so many names that come nearest to a name, the nearest first; few, when these are much
// nearer than the rest.
func (x *Index) Near(name Name, most int) []int {
	if len(x.texts) == 0 || most < 1 {
		return nil
	}
	s := search{x: x, most: most}
	s.readLanes(name)
	if len(s.lanes) == 0 {
		return nil
	}
	s.room, _ = x.room.Get().(*nearRoom)
	if s.room == nil {
		s.room = &nearRoom{}
	}
	defer x.room.Put(s.room)
	s.prepare(closePercent)
	s.run()
	if !s.whole {
		s.runOthers()
	}
	if !s.whole {
		s.widen()
	}
	s.room.clear()
	if len(s.room.best) == 0 {
		s.prepare(100)
		s.run()
		s.room.clear()
	}
	numbers := make([]int, 0, len(s.room.best))
	for i, b := range s.room.best {
		if i >= surely && b.score < s.room.best[0].score/2 {
			break // it lacks a word that the best has
		}
		numbers = append(numbers, int(b.name))
	}
	return numbers
}

// surely is how many of the nearest names are given, however far behind the best they are.
const surely = 6

// closePercent is the share of the limit within which words are looked for at first; nine in ten unseen spellings
// of relay_people are within it. otherPercent is that for words of other readings, which are long and never the same.
const closePercent, otherPercent = 30, 20

// readLanes finds the words to look up, and the other readings.
func (s *search) readLanes(name Name) {
	words := readWords(name)
	for _, w := range words {
		if !w.joined && len(s.lanes) < maxLanes {
			s.lanes = append(s.lanes, lane{readWord: w})
		}
	}
	s.main = len(s.lanes)
	groups := core(name.tokens)
	for i := 0; i+1 < len(groups) && i+1 < s.main && len(groups) == s.main; i++ { // written apart here, together there
		if run := name.tokens[groups[i].from:groups[i+1].to]; runRole(run) != Title {
			if joined := appendJoined(nil, name, group{from: groups[i].from, to: groups[i+1].to}); len(joined) > 0 {
				s.add(another{replaced: 3 << i}, joined...)
			}
		}
	}
	for i := range s.main { // written together here, apart there
		if parts := s.x.partsOf(s.lanes[i].readWord); parts != nil {
			s.add(another{replaced: 1 << i}, parts...)
		}
	}
}

// add adds another reading, if there is room for its lanes.
func (s *search) add(a another, words ...readWord) {
	if len(s.lanes)+len(words) > maxLanes {
		return
	}
	for _, w := range words {
		a.lanes = append(a.lanes, len(s.lanes))
		s.lanes = append(s.lanes, lane{readWord: w})
	}
	s.others = append(s.others, a)
}

// leastPart is how many letters a part has at the least of a word that may be two.
const leastPart = 3

// partsOf takes a word that the index does not have for two that it has.
func (x *Index) partsOf(w readWord) []readWord {
	if _, known := x.byLetter[w.key]; known || w.initial || !w.latin {
		return nil
	}
	part := func(letters []rune) *indexWord {
		if n, known := x.byLetter[string(letters)]; known && x.words[n].findable {
			return x.words[n]
		}
		return nil
	}
	for i := leastPart; i+leastPart <= len(w.Letters); i++ {
		if first, second := part(w.Letters[:i]), part(w.Letters[i:]); first != nil && second != nil {
			return []readWord{{spelled: &first.spelled, key: wordKey(&first.spelled, false), joined: true},
				{spelled: &second.spelled, key: wordKey(&second.spelled, false), joined: true}}
		}
	}
	return nil
}

// prepare finds the similar words of the main lanes, and lays out what they bring.
func (s *search) prepare(percent int) {
	room, words := s.room, len(s.x.words)
	if len(room.gains) < words {
		room.gains = make([][maxLanes]uint16, words+words/8)
		room.tried = make([]uint8, len(room.gains))
	}
	room.best, room.met, s.whole = room.best[:0], 0, false
	for i := range s.main {
		s.layOut(i, percent)
	}
}

// layOut finds the similar words of a lane.
func (s *search) layOut(i, percent int) {
	l := &s.lanes[i]
	l.near, l.names, l.ideal = s.x.similarTo(&l.readWord, percent), 0, 0
	for _, n := range l.near {
		s.room.gains[n.word][i] = uint16(n.gain)
		s.room.touched = append(s.room.touched, n.word)
		l.ideal = max(l.ideal, n.gain)
		if w := s.x.words[n.word]; !w.initial || l.initial {
			l.names += len(w.in)
		}
	}
}

// runOthers meets the names that other readings lead to.
func (s *search) runOthers() {
	for i := s.main; i < len(s.lanes); i++ {
		s.layOut(i, otherPercent)
	}
	for _, a := range s.others {
		s.follow(slices.MinFunc(a.lanes, func(i, j int) int { return s.lanes[i].names - s.lanes[j].names }), 0)
	}
}

func (room *nearRoom) clear() {
	for _, n := range room.touched {
		room.gains[n], room.tried[n] = [maxLanes]uint16{}, 0
	}
	room.touched = room.touched[:0]
}

// run meets the names that the rarest lane leads to; when there are three lanes or more, also those that the next do, but
// the last, for a name may lack some words.
func (s *search) run() {
	var room [maxLanes]int
	order := room[:0]
	for i := range s.main {
		if s.lanes[i].names > 0 {
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(i, j int) int { return s.lanes[i].names - s.lanes[j].names })
	followed := uint8(0)
	for k, i := range order {
		if k > 0 && k+1 >= s.main {
			break
		}
		s.follow(i, followed)
		followed |= 1 << i
	}
}

// widen compares the words that stand with those similar to one lane with the other lanes, up to the full limit, and meets
// these names again: a word far from its spelling is still found beside one that is near.
func (s *search) widen() {
	al := s.x.m.aligner()
	defer s.x.m.aligners.Put(al)
	s.room.met = 0
	for i := range s.main {
		l := &s.lanes[i]
		if l.initial || l.names == 0 || l.names > maxWiden {
			continue
		}
		for _, n := range l.near {
			if w := s.x.words[n.word]; !w.initial {
				for _, name := range w.in {
					s.widenName(al, name, i)
				}
			}
		}
		s.follow(i, 0)
	}
}

// maxWiden is how many names a lane may lead to for its neighbours to be compared.
const maxWiden = 1500

// widenName compares the words of a name with all lanes but one.
func (s *search) widenName(al *aligners, name uint32, but int) {
	for _, n := range s.x.wordsOf(name) {
		if n < 0 {
			n = -1 - n
		}
		w := s.x.words[n]
		for j := range s.main {
			l := &s.lanes[j]
			if j == but || l.initial || w.initial || s.room.gains[n][j] > 0 || s.room.tried[n]&(1<<j) != 0 {
				continue
			}
			s.room.tried[n] |= 1 << j
			s.room.touched = append(s.room.touched, n)
			query := s.x.m.pairable(l.spelled)
			cost := s.x.m.distanceRead(al, query, s.x.m.pairable(&w.spelled), s.x.limitFor(l.spelled, n, 100))
			if cost < correspond.Far {
				s.room.gains[n][j] = uint16(s.x.wordGain(len(l.Letters), len(w.Letters), cost))
			}
		}
	}
}

// follow meets the names that lane i leads to, by its most similar words first, until no other can be among the best.
// Names that the lanes followed before lead to have been met.
func (s *search) follow(i int, followed uint8) {
	rest := int32(0) // what the other lanes bring at the most
	for j := range s.main {
		switch {
		case followed&(1<<j) != 0:
			rest -= unpairedWord
		case j != i:
			rest += s.lanes[j].ideal
		}
	}
	for _, n := range s.lanes[i].near {
		w := s.x.words[n.word]
		if w.initial && !s.lanes[i].initial {
			continue // J. leads to too many; it is met by the other words
		}
		if len(s.room.best) == s.most && n.gain+rest < s.room.best[s.most-1].score || s.room.met > maxMet {
			return
		}
		for _, name := range w.in {
			s.meet(name)
		}
		s.room.met += len(w.in)
	}
}

// wordsOf lists the words that a name is found by; those joined of several are -1 less their number.
func (x *Index) wordsOf(name uint32) []int32 {
	from := uint32(0)
	if name > 0 {
		from = x.foundTo[name-1]
	}
	return x.found[from:x.foundTo[name]]
}

// unpairedWord is what a word without a partner takes from a score.
const unpairedWord = 100

// meet scores a name, and keeps it when it is among the best: what the lanes bring, less a little for each lane and each
// of the name's words without a partner.
func (s *search) meet(name uint32) {
	var best [maxLanes]uint16
	score := int32(0)
	for _, n := range s.x.wordsOf(name) {
		joined := n < 0
		if joined {
			n = -1 - n
		}
		gains := &s.room.gains[n]
		paired := false
		for i := range s.lanes {
			if g := gains[i]; g > 0 {
				paired = true
				best[i] = max(best[i], g)
			}
		}
		if !paired && !joined {
			score -= unpairedWord
		}
	}
	sum, whole := s.sum(&best, 0)
	for _, a := range s.others {
		other, also := s.sum(&best, a.replaced)
		for _, i := range a.lanes {
			if other += int32(best[i]); best[i] == 0 {
				other, also = math.MinInt32/2, false
			}
		}
		if other > sum {
			sum, whole = other, also
		}
	}
	score += sum
	s.whole = s.whole || whole
	s.keep(nearName{name, score})
}

// sum adds up the main lanes but those replaced; whole is whether each has a partner, and no word only an initial.
func (s *search) sum(best *[maxLanes]uint16, replaced uint8) (sum int32, whole bool) {
	whole = true
	for i := range s.main {
		switch {
		case replaced&(1<<i) != 0:
		case best[i] == 0:
			sum -= unpairedWord
			whole = false
		default:
			sum += int32(best[i])
			whole = whole && (best[i] >= pairGain || s.lanes[i].initial)
		}
	}
	return sum, whole
}

// keep puts a name among the best, if it is one of them and not there yet.
func (s *search) keep(n nearName) {
	best := s.room.best
	if len(best) == s.most && (n.score < best[len(best)-1].score || n.score == best[len(best)-1].score && n.name >= best[len(best)-1].name) {
		return
	}
	at, known := slices.BinarySearchFunc(best, n, func(a, b nearName) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.name, b.name))
	})
	if known {
		return
	}
	if len(best) == s.most {
		best = best[:len(best)-1]
	}
	s.room.best = slices.Insert(best, at, n)
}
