package names

import (
	"path"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"

	"github.com/namesake-go/namesake/internal/correspond"
)

// A script is a writing system whose letters names/rules/scripts sets against Latin ones. The file is called as Unicode
// calls the script.
type script struct {
	name    string
	letters *unicode.RangeTable
	rules   func() *Correspondences // read when first asked for
}

var scripts = sync.OnceValue(func() []*script {
	files, err := builtin.ReadDir("rules/scripts")
	if err != nil {
		panic(err)
	}
	var list []*script
	for _, f := range files {
		name := cases.Title(language.Und).String(strings.TrimSuffix(f.Name(), ".txt"))
		list = append(list, &script{name, unicode.Scripts[name], sync.OnceValue(func() *Correspondences {
			return mustReadRules(path.Join("scripts", f.Name()))
		})})
	}
	return list
})

func mustReadRules(file string) *Correspondences {
	rules, err := correspond.New(mustRead(file))
	if err != nil {
		panic(err)
	}
	return rules
}

// scriptOf finds the script of a word by its first letter; nil for Latin and for scripts without a file.
func scriptOf(letters []rune) *script {
	if len(letters) == 0 || letters[0] < unicode.MaxLatin1 {
		return nil
	}
	for _, s := range scripts() {
		if unicode.Is(s.letters, letters[0]) {
			return s
		}
	}
	return nil
}

// native gives two words of which one is in Latin letters and the other in a script with rules, as they were given.
func native(a, b *spelled) (x, y *spelling, s *script) {
	switch {
	case a.latin == b.latin:
	case a.script != nil && b.latin:
		return a.native, &b.spelling, a.script
	case b.script != nil && a.latin:
		return &a.spelling, b.native, b.script
	}
	return nil, nil, nil
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
	joined                           spelled
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
	return m.orNative(al, al.latin.Distance(a.Word, b.Word, limit), a, b, limit)
}

// distanceRead is distance for words that have been read. Words in two scripts are compared romanised, and letter by
// letter as they stand; the cheaper reading counts.
func (m *Matcher) distanceRead(al *aligners, a, b pairable, limit int) int {
	return m.orNative(al, al.latin.Between(a.reading, b.reading, limit), a.spelled, b.spelled, limit)
}

// orNative gives the cost of the letters as they stand, where that is less.
func (m *Matcher) orNative(al *aligners, cost int, a, b *spelled, limit int) int {
	if x, y, s := native(a, b); s != nil && cost > 0 {
		cost = min(cost, al.of(m, s).Distance(x.Word, y.Word, min(limit, cost)))
	}
	return cost
}

// links gives the steps of the reading that distance counts, and the two spellings whose letters they are of.
func (m *Matcher) links(al *aligners, a, b *spelled) (links []correspond.Link, x, y *spelling) {
	links, cost := al.latin.Links(a.Word, b.Word)
	if x, y, s := native(a, b); s != nil {
		if others, other := al.of(m, s).Links(x.Word, y.Word); other < cost {
			return others, x, y
		}
	}
	return links, &a.spelling, &b.spelling
}
