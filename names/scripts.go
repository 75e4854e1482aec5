package names

import (
	"path"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"

	"github.com/namesake-go/namesake/internal/correspond"
	"github.com/namesake-go/namesake/internal/rulefile"
	"github.com/namesake-go/namesake/translit"
)

// A script is a writing system whose letters names/rules/scripts sets against Latin ones. The file is called as Unicode
// calls the script.
type script struct {
	name    string
	letters *unicode.RangeTable
	read    func() *readScript // when first asked for
}

// A readScript is the rules of a script, and the language that they were learned from (BCP 47).
type readScript struct {
	*Correspondences
	language string
}

var scripts = sync.OnceValue(func() []*script {
	files, err := builtin.ReadDir("rules/scripts")
	if err != nil {
		panic(err)
	}
	var list []*script
	for _, f := range files {
		name := cases.Title(language.Und).String(strings.TrimSuffix(f.Name(), ".txt"))
		list = append(list, &script{name, unicode.Scripts[name], sync.OnceValue(func() *readScript {
			return mustReadScript(mustRead(path.Join("scripts", f.Name())))
		})})
	}
	return list
})

func (s *script) rules() *Correspondences { return s.read().Correspondences }

// mustReadScript reads the rules of a script. The heading of the file gives the language, and the table of translit that
// tells which letters are read alike, if these are one.
func mustReadScript(f *rulefile.File) *readScript {
	language, table, _ := strings.Cut(f.Lines[0].Section, " ")
	var fold func(rune) rune
	if table != "" {
		fold = foldAlike(translit.MustBuiltin(table), f)
	}
	return &readScript{must(correspond.NewScript(f, fold)), language}
}

// foldAlike takes a letter for that of the rules which is read alike.
func foldAlike(table *translit.Table, f *rulefile.File) func(rune) rune {
	read := map[string]rune{}
	for _, line := range f.Lines {
		for _, letter := range strings.Trim(line.Fields[0], "^∅$") {
			read[table.String(string(letter))] = letter
		}
	}
	var known sync.Map
	return func(letter rune) rune {
		if folded, ok := known.Load(letter); ok {
			return folded.(rune)
		}
		folded, ok := read[table.String(string(letter))]
		if !ok {
			folded = letter
		}
		known.Store(letter, folded)
		return folded
	}
}

func must(rules *Correspondences, err error) *Correspondences {
	if err != nil {
		panic(err)
	}
	return rules
}

// scriptOf finds the script of a word by its first letter; nil for Latin, also among other letters, which the rules have
// on their other side, and for scripts without a file.
func scriptOf(letters []rune) *script {
	if len(letters) == 0 || slices.ContainsFunc(letters, isLatinLetter) {
		return nil
	}
	for _, s := range scripts() {
		if unicode.Is(s.letters, letters[0]) {
			return s
		}
	}
	return nil
}

func isLatinLetter(letter rune) bool { return unicode.Is(unicode.Latin, letter) }

// native gives, of two words, the one that was given in a script with rules and the one in Latin letters; nil when they
// are not such two.
func native(a, b *spelled) (native, latin *spelled) {
	switch {
	case a.latin == b.latin:
	case a.script != nil && b.latin:
		return a, b
	case b.script != nil && a.latin:
		return b, a
	}
	return nil, nil
}

// readInScript reads the letters as given by the rules of their script, in the memory it has.
func (s *spelled) readInScript() {
	if s.inScript == nil {
		s.inScript = &correspond.Native{}
	}
	s.script.rules().ReadNative(s.inScript, &s.native.Word, builtinWeights().letter)
}

// romanisedOnly is what a native word costs more as a Latin one when it is read by its romanisation, which knows one way
// alone where its letters have many. But rules learned from another language than the word's know no better, and names of
// East Asia are written as they are romanised.
func (m *Matcher) romanisedOnly(a, b *spelled) int {
	if n, _ := native(a, b); n != nil && n.learned && !n.eastAsian {
		return m.weights.romanised.cost
	}
	return 0
}

// aligners are what one goroutine compares with: the aligners, one for each set of rules, and the memory that one
// comparison leaves to the next.
type aligners struct {
	latin   *correspond.Aligner
	scripts map[*script]*correspond.Aligner

	left, right, leftOver, rightOver []group
	costs, gains                     []int
	taken, unitsA, unitsB            []bool
	readingsLeft, readingsRight      []*correspond.Reading
	joined                           spelled // of the run that begins with a token and has so many
	joinedRun                        *token
	joinedSize                       int
	joints                           []joint
	assigner                         assigner
	findings                         []finding
	known                            wordCosts // of interned words; see vocabulary.go
}

// keep takes the memory of a comparison back, for the next one.
func (al *aligners) keep(c *comparison) { al.findings = c.findings[:0] }

func (m *Matcher) aligner() *aligners {
	if al, ok := m.aligners.Get().(*aligners); ok {
		return al
	}
	return &aligners{joined: newSpelled(), latin: m.newAligner(m.rules), scripts: map[*script]*correspond.Aligner{}}
}

func (m *Matcher) newAligner(rules *Correspondences) *correspond.Aligner {
	return correspond.NewAligner(rules, m.weights.letter, m.weights.accent)
}

func (al *aligners) of(m *Matcher, s *script) *correspond.Aligner {
	if al.scripts[s] == nil {
		al.scripts[s] = m.newAligner(s.rules())
	}
	return al.scripts[s]
}

// distance is what two words cost as one, or correspond.Far when that is over the limit.
func (m *Matcher) distance(al *aligners, a, b *spelled, limit int) int {
	if n, latin := native(a, b); n != nil {
		given := m.given(al, n, latin, limit)
		return min(given, m.romanised(a, b, al.latin.Distance(a.Word, b.Word, m.romanisedLimit(a, b, min(given, limit)))))
	}
	return al.latin.Distance(a.Word, b.Word, limit)
}

// distanceRead is distance for words that have been read. Words in two scripts are compared letter by letter as they
// stand, and romanised; the cheaper reading counts.
func (m *Matcher) distanceRead(al *aligners, a, b pairable, limit int) int {
	if n, latin := native(a.spelled, b.spelled); n != nil {
		given := m.given(al, n, latin, limit)
		return min(given, m.romanised(a.spelled, b.spelled, al.latin.Between(a.reading, b.reading, m.romanisedLimit(a.spelled, b.spelled, min(given, limit)))))
	}
	return al.latin.Between(a.reading, b.reading, limit)
}

// distanceRun is distance for a run of words read as one, and another.
func (m *Matcher) distanceRun(al *aligners, run []token, readings []*correspond.Reading, other pairable, limit int) int {
	al.joined.latin, al.joined.script = allLatin(run), run[0].script
	if n, _ := native(&al.joined, other.spelled); n == nil {
		return al.latin.BetweenRun(readings, other.reading, limit)
	}
	if al.joinedRun != &run[0] || al.joinedSize != len(run) { // else it has just been read
		al.joined.read(run)
		al.joinedRun, al.joinedSize = &run[0], len(run)
	}
	n, latin := native(&al.joined, other.spelled)
	given := m.given(al, n, latin, limit)
	most := m.romanisedLimit(&al.joined, other.spelled, min(given, limit))
	return min(given, m.romanised(&al.joined, other.spelled, al.latin.BetweenRun(readings, other.reading, most)))
}

func allLatin(tokens []token) bool {
	for i := range tokens {
		if !tokens[i].latin {
			return false
		}
	}
	return true
}

// given is what a Latin word costs as a native one by the letters given.
func (m *Matcher) given(al *aligners, native, latin *spelled, limit int) int {
	return al.of(m, native.script).DistanceNative(native.inScript, &latin.Word, limit)
}

// romanisedLimit is what the romanisation may cost, so that with what is added to it it keeps within the limit.
func (m *Matcher) romanisedLimit(a, b *spelled, limit int) int {
	return min(max(0, limit-m.romanisedOnly(a, b)), m.allowedFor(len(a.Letters), len(b.Letters)))
}

// romanised adds to a romanisation's cost what it bears; the romanisation itself is the usual spelling.
func (m *Matcher) romanised(a, b *spelled, cost int) int {
	if cost == 0 || cost == correspond.Far {
		return cost
	}
	return cost + m.romanisedOnly(a, b)
}

// links gives the steps of the reading that distance counts, the two spellings whose letters they are of, and what is
// added to their cost.
func (m *Matcher) links(al *aligners, a, b *spelled) (links []correspond.Link, x, y *spelling, added int) {
	links, cost := al.latin.Links(a.Word, b.Word)
	n, latin := native(a, b)
	if n == nil {
		return links, &a.spelling, &b.spelling, 0
	}
	added = m.romanised(a, b, cost) - cost
	others, other := al.of(m, n.script).LinksNative(n.inScript, latin.Word)
	switch {
	case other > cost+added && cost <= m.allowedFor(len(a.Letters), len(b.Letters)):
		return links, &a.spelling, &b.spelling, added
	case n == a:
		return others, a.native, &b.spelling, 0
	}
	for i := range others {
		l := &others[i]
		l.FromA, l.ToA, l.FromB, l.ToB = l.FromB, l.ToB, l.FromA, l.ToA
	}
	return others, &a.spelling, b.native, 0
}
