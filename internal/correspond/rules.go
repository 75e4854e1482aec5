// Package correspond aligns words by correspondences: letters that stand for the same sound in two spellings of one name.
package correspond

import (
	"errors"
	"iter"
	"strconv"
	"strings"

	"github.com/namesake-go/namesake/internal/rulefile"
)

// Rules are the rules that say which letters stand for the same sound in two romanisations,
// and what each costs. They are immutable after Read.
//
// A rule's side is called a unit: up to eight letters, or none, possibly bound to the start or the end
// of its word. The costs stand in a square table, unit by unit, so that the alignment finds the rule for
// two units in one look.
type Rules struct {
	trie     unitNode
	units    []unit
	dense    []int32          // dense[u*len(units)+v] is the place of the rule for u ~ v in rules, or -1; nil when
	rare     map[uint64]int32 // the units are too many for a square table
	rules    []Rule
	byLetter *index        // of the rules by first letters, for Distance; nil when they are too many
	readings []*readings   // by left unit, for words in other scripts
	native   map[rune]bool // the letters of the left sides, for these
	fold     func(rune) rune
}

type Rule struct {
	left, right unitID
	Cost        int
	Line        rulefile.Line
}

type unitID int32

// noLetters is the unit that consumes nothing.
const noLetters unitID = 0

type unit struct {
	text       string // without the anchors
	size       int    // letters
	start, end bool   // bound to the start, to the end of the word
}

// unitNode is a node of the trie of units, spelled from the first letter on.
type unitNode struct {
	next  map[rune]*unitNode
	units []unitID // the units that end here, with and without anchors
}

// Read reads rules of the form "left ~ right cost # Example = Example; reason"; file is
// the name used in errors and explanations. All faulty lines are reported together.
func Read(file, text string) (*Rules, error) {
	f, err := rulefile.Parse(file, text)
	if err != nil {
		return nil, err
	}
	return New(f)
}

// New compiles the rules of a file.
func New(f *rulefile.File) (*Rules, error) {
	c, err := compile(f, 0)
	if err != nil {
		return nil, err
	}
	c.byLetter = newIndex(c)
	return c, nil
}

// CheapestReading is the least, in hundredths, that a rule between a native script and Latin letters may cost.
const CheapestReading = -400

// NewScript compiles the rules between a native script, on their left sides, and Latin letters. They may cost less than
// nothing; the words are for ReadNative. What fold says is one letter is one; nil folds none.
func NewScript(f *rulefile.File, fold func(rune) rune) (*Rules, error) {
	c, err := compile(f, CheapestReading)
	if err != nil {
		return nil, err
	}
	c.readings, c.native, c.fold = readingsOf(c), map[rune]bool{}, fold
	for _, rule := range c.rules {
		for _, letter := range c.units[rule.left].text {
			c.native[letter] = true
		}
	}
	return c, nil
}

func compile(f *rulefile.File, cheapest int) (*Rules, error) {
	c := &Rules{units: []unit{{}}, trie: unitNode{units: []unitID{noLetters}}}
	ids := map[unit]unitID{{}: noLetters}
	seen := map[[2]unitID]rulefile.Line{}
	var errs []error
	for _, line := range f.Lines {
		rule, err := c.parse(line, ids, cheapest)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		key := [2]unitID{min(rule.left, rule.right), max(rule.left, rule.right)}
		if first, twice := seen[key]; twice {
			errs = append(errs, line.Errorf("%s stands already at %s; keep one of the two",
				strings.Join(line.Fields[:3], " "), first.Pos()))
			continue
		}
		seen[key] = line
		c.rules = append(c.rules, rule)
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	c.tabulate()
	return c, nil
}

func (c *Rules) parse(line rulefile.Line, ids map[unit]unitID, cheapest int) (Rule, error) {
	rule := Rule{Line: line}
	if len(line.Fields) != 4 || line.Fields[1] != "~" {
		return rule, line.Errorf("%q is no rule; write left ~ right cost", strings.Join(line.Fields, " "))
	}
	cost, err := strconv.Atoi(line.Fields[3])
	if err != nil || cost < cheapest || cost > 400 {
		return rule, line.Errorf("%q is no cost; write hundredths of a letter, %d to 400", line.Fields[3], cheapest)
	}
	left, right := parseUnit(line.Fields[0]), parseUnit(line.Fields[2])
	switch {
	case left.size == 0 && cost < 0:
		return rule, line.Errorf("a letter that stands for none costs %d; write 0 or more", cost)
	case left == right:
		return rule, line.Errorf("both sides are %s; equal letters cost nothing anyway, delete the line", left.text)
	case left.start != right.start || left.end != right.end:
		return rule, line.Errorf("^ and $ bind both sides; write ^%s ~ ^%s, say", left.text, right.text)
	case left.size > 8 || right.size > 8:
		return rule, line.Errorf("a side has more than 8 letters; break the rule up")
	}
	rule.Cost, rule.left, rule.right = cost, c.unitID(left, ids), c.unitID(right, ids)
	return rule, nil
}

func parseUnit(s string) unit {
	var u unit
	s, u.start = strings.CutPrefix(s, "^")
	s, u.end = strings.CutSuffix(s, "$")
	u.text = strings.TrimSuffix(s, "∅")
	u.size = len([]rune(u.text))
	return u
}

func (c *Rules) unitID(u unit, ids map[unit]unitID) unitID {
	if id, ok := ids[u]; ok {
		return id
	}
	id := unitID(len(c.units))
	ids[u] = id
	c.units = append(c.units, u)
	node := &c.trie
	for _, letter := range u.text {
		if node.next == nil {
			node.next = map[rune]*unitNode{}
		}
		if node.next[letter] == nil {
			node.next[letter] = &unitNode{}
		}
		node = node.next[letter]
	}
	node.units = append(node.units, id)
	return id
}

// maxDense is the number of units for which a square table is made.
const maxDense = 700

func (c *Rules) tabulate() {
	n := len(c.units)
	if n > maxDense {
		c.rare = make(map[uint64]int32, 2*len(c.rules))
		for i, r := range c.rules {
			c.rare[uint64(r.left)<<32|uint64(r.right)] = int32(i)
			c.rare[uint64(r.right)<<32|uint64(r.left)] = int32(i)
		}
		return
	}
	c.dense = make([]int32, n*n)
	for i := range c.dense {
		c.dense[i] = -1
	}
	for i, r := range c.rules {
		c.dense[int(r.left)*n+int(r.right)] = int32(i)
		c.dense[int(r.right)*n+int(r.left)] = int32(i)
	}
}

// All yields the rules in the order of their file.
func (c *Rules) All() iter.Seq[*Rule] {
	return func(yield func(*Rule) bool) {
		for i := range c.rules {
			if !yield(&c.rules[i]) {
				return
			}
		}
	}
}

// index gives the place of the rule for two units, or -1.
func (c *Rules) index(u, v unitID) int32 {
	if c.dense != nil {
		return c.dense[int(u)*len(c.units)+int(v)]
	}
	if i, known := c.rare[uint64(u)<<32|uint64(v)]; known {
		return i
	}
	return -1
}

// between gives the rule for two units, or nil.
func (c *Rules) between(u, v unitID) *Rule {
	if i := c.index(u, v); i >= 0 {
		return &c.rules[i]
	}
	return nil
}

// An occurrence is a unit that stands in a word, starting at some letter.
type occurrence struct {
	id   unitID
	size int32
}

// occurrences appends, for each place of the word up to and including its end, the units that start
// there, read with and without accents. The second result holds the bounds: place i has the units
// [bounds[i], bounds[i+1]).
func (c *Rules) occurrences(w Word, into []occurrence, bounds []int32) ([]occurrence, []int32) {
	for i := 0; i <= len(w.Letters); i++ {
		bounds = append(bounds, int32(len(into)))
		into = c.occurrencesAt(w.Letters, i, into)
		if w.Accented {
			into = c.occurrencesAt(w.Base, i, into)
		}
	}
	return into, append(bounds, int32(len(into)))
}

func (c *Rules) occurrencesAt(letters []rune, i int, into []occurrence) []occurrence {
	node := &c.trie
	for j := i; ; j++ {
		for _, id := range node.units {
			u := c.units[id]
			if (!u.start || i == 0) && (!u.end || j == len(letters)) {
				into = append(into, occurrence{id, int32(u.size)})
			}
		}
		if j == len(letters) {
			return into
		}
		if node = node.next[letters[j]]; node == nil {
			return into
		}
	}
}
