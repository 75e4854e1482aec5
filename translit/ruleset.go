package translit

import (
	"cmp"
	"encoding/binary"
	"slices"
	"sync"
	"sync/atomic"
	"unicode/utf8"
)

// A ruleset is the conversion rules of one pass. At each letter the first rule that matches wins. What a letter
// means to the rules, as one that a match begins with and as a neighbour, is worked out when it first comes, and
// kept: a table of Han readings has 20,000 letters, and a name has three.
type ruleset struct {
	rules []*rule // in the order of the file

	once     sync.Once // for what follows; apply asks for it
	asked    questions
	openings []opening // rules by the letters that open their matches, sorted
	wide     []wideOpening
	edge     *facts // of the ether
	beyond   *facts // of whatever may stand behind the limit: it answers yes to all

	// What is known of letters, as a trie of the bits that bytes of UTF-8 hold.
	low  *[0x800]atomic.Pointer[facts] // of one byte, or two
	high [0x10000 / 0x1000]atomic.Pointer[[0x1000 / pageSize]atomic.Pointer[page]]
	far  sync.Map // of four: rune → *facts
}

// An opening is a letter that opens matches of a rule: a code point and the rule's number in one number, so that
// many sort fast.
type opening uint64

func newOpening(letter rune, rule int) opening { return opening(letter)<<32 | opening(rule) }

func (o opening) letter() rune { return rune(o >> 32) }
func (o opening) rule() int    { return int(uint32(o)) }

// A wideOpening is for a rule whose matches open with too many letters to list.
type wideOpening struct {
	rule int
	in   []codeRange
}

const (
	pageSize  = 64
	maxListed = 8 // letters in a row are listed one by one
)

// A page keeps what is known of neighbouring letters; nil for those that have not come yet.
type page [pageSize]atomic.Pointer[facts]

// Facts are what a ruleset knows of a letter. Only the decisions become more.
type facts struct {
	answers    uint64   // to the ruleset's questions, when the letter is a neighbour
	becomes    spelling // what the letter becomes when no candidate matches: itself, if it is not settled
	settled    bool     // what it becomes does not depend on what stands beside it
	by         *rule    // which writes what is settled; nil when the letter stays
	needs      ask      // a candidate can match only where each neighbour answers yes to one of these
	asked      ask      // all that the candidates ask
	decisions  *decisions
	candidates []candidate // the rules whose match may begin with the letter, in the order of the file
}

// A candidate is a rule that may match, with what the search for it needs at hand.
type candidate struct {
	ask
	single  bool     // see rule.single
	plain   bool     // see rule.ask
	letters uint8    // in the key of a plain rule
	becomes spelling // what such a rule writes
	*rule
}

// A spelling is what a letter becomes. The first bytes are held in a word that can be written at once.
type spelling struct {
	word    uint64
	size    int
	answers uint64 // of the last letter
}

const word = 8 // bytes

func (s *ruleset) spelling(text []byte) spelling {
	var first [word]byte
	copy(first[:], text)
	last, _ := utf8.DecodeLastRune(text)
	return spelling{binary.LittleEndian.Uint64(first[:]), len(text), s.asked.answers(last)}
}

// put writes a spelling of no more than a word behind left, which must have room for one.
func (w *spelling) put(left []byte) []byte {
	n := len(left)
	binary.LittleEndian.PutUint64(left[n:n+word], w.word)
	return left[:n+w.size]
}

// prepare finds by which letters the rules open, and numbers what they ask.
func (s *ruleset) prepare() {
	s.openings = make([]opening, 0, len(s.rules))
	s.low = new([0x800]atomic.Pointer[facts])
	for i, r := range s.rules {
		r.ask(&s.asked)
		s.open(i, r)
	}
	s.openings = sortOpenings(s.openings)
	s.edge, s.beyond = s.of(ether), &facts{answers: ^uint64(0)}
}

// open enters a rule under the letters that open its matches.
func (s *ruleset) open(number int, r *rule) {
	if key := r.key(); len(key) > 0 && key[0].kind == literal { // as below, without a list; there are thousands
		letter, _ := utf8.DecodeRuneInString(key[0].text)
		s.openings = append(s.openings, newOpening(letter, number))
		return
	}
	letters, empty := first(r.key())
	if empty {
		var more []codeRange
		if more, empty = first(r.after()); empty {
			more = []codeRange{{0, utf8.MaxRune}}
		}
		letters = append(letters, more...)
	}
	for _, g := range letters {
		if g.hi-g.lo >= maxListed {
			s.wide = append(s.wide, wideOpening{number, letters})
			return
		}
	}
	s.openings = slices.Grow(s.openings, len(letters))
	for _, g := range letters {
		for letter := g.lo; letter <= g.hi; letter++ {
			s.openings = append(s.openings, newOpening(letter, number))
		}
	}
}

// sortOpenings sorts by letters, and keeps the order of the rules. It goes in rounds of 11 bits, which takes a
// fifth of the time that comparing does.
func sortOpenings(from []opening) []opening {
	const digit = 11 // bits; two hold all code points
	if len(from) < 1<<digit {
		slices.Sort(from)
		return from
	}
	to := make([]opening, len(from))
	for shift := 32; shift < 32+2*digit; shift += digit {
		var ends [1<<digit + 1]int
		for _, o := range from {
			ends[o>>shift&(1<<digit-1)+1]++
		}
		for i := range 1 << digit {
			ends[i+1] += ends[i]
		}
		for _, o := range from {
			at := &ends[o>>shift&(1<<digit-1)]
			to[*at] = o
			*at++
		}
		from, to = to, from
	}
	return from
}

// of gives the facts of a letter.
func (s *ruleset) of(letter rune) *facts {
	var p *page
	switch {
	case letter < 0x800:
		if f := s.low[letter].Load(); f != nil {
			return f
		}
	case letter < 0x10000:
		if block := s.high[letter/0x1000].Load(); block != nil {
			p = block[letter%0x1000/pageSize].Load()
		}
	default:
		if f, ok := s.far.Load(letter); ok {
			return f.(*facts)
		}
	}
	if p != nil {
		if f := p[letter%pageSize].Load(); f != nil {
			return f
		}
	}
	return s.meet(letter)
}

// meet is of for a letter that is new. Where two goroutines meet it at once, they learn the same.
func (s *ruleset) meet(letter rune) *facts {
	f := s.newFacts(letter)
	switch {
	case letter < 0x800:
		s.low[letter].Store(f)
	case letter < 0x10000:
		made(&made(&s.high[letter/0x1000])[letter%0x1000/pageSize])[letter%pageSize].Store(f)
	default:
		s.far.Store(letter, f)
	}
	return f
}

// made is what the pointer points to, made now if there is nothing yet.
func made[T any](at *atomic.Pointer[T]) *T {
	if at.Load() == nil {
		at.CompareAndSwap(nil, new(T))
	}
	return at.Load()
}

func (s *ruleset) newFacts(letter rune) *facts {
	at, _ := slices.BinarySearchFunc(s.openings, letter, func(o opening, r rune) int { return cmp.Compare(o.letter(), r) })
	var numbers []int
	for ; at < len(s.openings) && s.openings[at].letter() == letter; at++ {
		numbers = append(numbers, s.openings[at].rule())
	}
	for _, w := range s.wide {
		if slices.ContainsFunc(w.in, func(g codeRange) bool { return g.lo <= letter && letter <= g.hi }) {
			numbers = append(numbers, w.rule)
		}
	}
	slices.Sort(numbers)
	numbers = slices.Compact(numbers) // a letter may open a key by two ways
	f := &facts{becomes: s.spelling(utf8.AppendRune(nil, letter)), answers: s.asked.answers(letter)}
	for _, n := range numbers {
		r := s.rules[n]
		c := candidate{rule: r, single: r.single(), becomes: s.spelling(r.out.text)}
		c.ask, c.letters = r.ask(&s.asked)
		if c.plain = c.letters > 0; f.candidates == nil && c.letters == 1 && c.ask == (ask{}) && 0 < c.becomes.size && c.becomes.size <= word {
			f.settled, f.becomes, f.by = true, c.becomes, r
			return f
		}
		f.candidates = append(f.candidates, c)
		f.needs = ask{f.needs.prev | orAll(c.prev), f.needs.next | orAll(c.next), 0}
		f.asked = ask{f.asked.prev | c.prev, f.asked.next | c.next, f.asked.second | c.second}
	}
	if f.settled = len(f.candidates) == 0; !f.settled {
		f.decisions = new(decisions)
	}
	return f
}

// orAll is the answers of which a neighbour must have one: all of them, when nothing is asked.
func orAll(ask uint64) uint64 {
	if ask == 0 {
		return ^ask
	}
	return ask
}
