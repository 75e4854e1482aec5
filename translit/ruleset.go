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
	low      *[0x800]atomic.Pointer[facts] // of letters that are one or two bytes
	pages    *[0x10000 / pageSize]atomic.Pointer[page]
	far      sync.Map // rune → *facts, above U+FFFF
	edge     *facts   // of the ether
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

// Facts are what a ruleset knows of a letter. They do not change.
type facts struct {
	settled    bool        // what it becomes does not depend on what stands beside it
	becomes    spelling    // what it becomes then, and the letter itself when it is not settled
	answers    uint64      // to the ruleset's questions, when the letter is a neighbour
	prev, next uint64      // a rule may match if a neighbour has one of these answers
	candidates []candidate // the rules whose match may begin with the letter, in the order of the file
}

// A candidate is a rule that may match, with what the search for it needs at hand.
type candidate struct {
	ask
	plain   bool     // see rule.plain
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
	s.low, s.pages = new([0x800]atomic.Pointer[facts]), new([0x10000 / pageSize]atomic.Pointer[page])
	for i, r := range s.rules {
		r.prepare(&s.asked)
		s.open(i, r)
	}
	s.openings = sortOpenings(s.openings)
	s.edge = s.of(ether)
}

// open enters a rule under the letters that open its matches.
func (s *ruleset) open(number int, r *rule) {
	letters, empty := first(r.key)
	if empty {
		var more []codeRange
		if more, empty = first(r.after); empty {
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
	switch {
	case letter < 0x800:
		if f := s.low[letter].Load(); f != nil {
			return f
		}
	case letter < 0x10000:
		if p := s.pages[letter/pageSize].Load(); p != nil {
			if f := p[letter%pageSize].Load(); f != nil {
				return f
			}
		}
	default:
		if f, ok := s.far.Load(letter); ok {
			return f.(*facts)
		}
	}
	return s.meet(letter)
}

// meet is of for a letter that is new, or rare. Where two goroutines meet it at once, they learn the same.
func (s *ruleset) meet(letter rune) *facts {
	f := s.newFacts(letter)
	if letter < 0x800 {
		s.low[letter].Store(f)
		return f
	}
	if letter >= 0x10000 {
		known, _ := s.far.LoadOrStore(letter, f)
		return known.(*facts)
	}
	p := &s.pages[letter/pageSize]
	if p.Load() == nil {
		p.CompareAndSwap(nil, new(page))
	}
	p.Load()[letter%pageSize].Store(f)
	return f
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
	for i, n := range numbers {
		c := candidate{s.rules[n].ask, s.rules[n].plain, s.spelling(s.rules[n].out.text), s.rules[n]}
		f.candidates = append(f.candidates, c)
		f.prev, f.next = f.prev|orAll(c.prev), f.next|orAll(c.next)
		if i == 0 && c.plain && c.ask == (ask{}) && 0 < c.becomes.size && c.becomes.size <= word {
			f.settled, f.becomes = true, c.becomes
		}
	}
	f.settled = f.settled || len(numbers) == 0
	return f
}

// orAll is the answers of which a neighbour must have one: all of them, when nothing is asked.
func orAll(ask uint64) uint64 {
	if ask == 0 {
		return ^ask
	}
	return ask
}
