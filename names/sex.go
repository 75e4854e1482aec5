package names

import (
	"strings"
	"sync"

	"github.com/namesake-go/namesake/internal/rulefile"
)

// Men's names and women's
//
// Two names that letters make one may be a man's and a woman's: Michel and Michelle, Ivanovich and Ivanovna. Given names
// and patronymics of that kind do not pair. A surname pairs with its other form; but unless both names are a woman's, who
// may write her surname as her papers of another country do, that they are one person is in doubt.

// sexesOfNames are the rules of sexes-of-names.txt.
type sexesOfNames struct {
	listed  map[string]sex
	endings [Initial][256][]sexedEnding // by role and the last letter of the woman's
}

type sex uint8

const (
	eitherSex sex = iota
	man
	woman
)

// A sexedEnding is what a man's name ends in where a woman's has another ending.
type sexedEnding struct {
	of   [2]string // the man's, the woman's
	line rulefile.Line
}

var builtinSexes = sync.OnceValue(func() *sexesOfNames {
	s, err := readSexes(mustRead("sexes-of-names.txt"))
	if err != nil {
		panic(err)
	}
	return s
})

func readSexes(f *rulefile.File) (*sexesOfNames, error) {
	s := &sexesOfNames{listed: map[string]sex{}}
	lists := map[string]sex{"men": man, "women": woman}
	roles := map[string]Role{"given": Given, "patronymic": Patronymic, "surname": Surname}
	for _, line := range f.Lines {
		if who := lists[line.Section]; who != eitherSex {
			for name := range strings.SplitSeq(strings.Join(line.Fields, ""), ",") {
				if other := s.listed[name]; other != eitherSex && other != who {
					who = eitherSex // Jean
				}
				s.listed[name] = who
				who = lists[line.Section]
			}
			continue
		}
		role, known := roles[line.Section]
		if !known || len(line.Fields) != 3 || line.Fields[1] != "~" || line.Fields[2] == "∅" {
			return nil, line.Errorf("no ending; write man's ~ woman's under [given], [patronymic] or [surname]")
		}
		e := sexedEnding{line: line}
		for i, ending := range []string{line.Fields[0], line.Fields[2]} {
			if ending != "∅" {
				e.of[i] = ending
			}
		}
		last := e.of[1][len(e.of[1])-1]
		s.endings[role][last] = append(s.endings[role][last], e)
	}
	return s, nil
}

// opposite tells whether of two words in one role, in lower-case letters without accents, one is a man's name and the other
// a woman's.
func (s *sexesOfNames) opposite(role Role, a, b string) bool {
	if role == Given {
		return s.opposed(role, a, b, s.listed[a], s.listed[b])
	}
	return s.opposed(role, a, b, eitherSex, eitherSex)
}

// opposed is opposite for words of which it is known what is on record of them.
func (s *sexesOfNames) opposed(role Role, a, b string, x, y sex) bool {
	switch {
	case a == b || a == "" || b == "":
		return false
	case x != eitherSex && y != eitherSex:
		return x != y
	}
	return x != woman && y != man && s.differ(role, a, b) || x != man && y != woman && s.differ(role, b, a)
}

// differ tells whether two words differ as a man's name and a woman's, in that order.
func (s *sexesOfNames) differ(role Role, his, her string) bool {
	for _, e := range s.endings[role][her[len(her)-1]] {
		x, y := len(his)-len(e.of[0]), len(her)-len(e.of[1])
		if x <= 0 || y <= 0 || his[x:] != e.of[0] || her[y:] != e.of[1] {
			continue
		}
		if role == Patronymic || his[max(0, x-2):x] == her[max(0, y-2):y] && (e.of[0] != "" || !isVowel(his[x-1])) {
			return true
		}
	}
	return false
}

const vowels = "aeiouy"

func isVowel(letter byte) bool { return strings.IndexByte(vowels, letter) >= 0 }

// haveSexes tells whether two words are given names, or patronymics: others do not tell one person from another.
func haveSexes(g, h group) bool { return g.role == h.role && (g.role == Given || g.role == Patronymic) }

// areOpposite tells whether of two given names or patronymics one is a man's and the other a woman's.
func areOpposite(c *comparison, g, h group) bool {
	if !haveSexes(g, h) {
		return false
	}
	a, b := &c.a.tokens[g.from], &c.b.tokens[h.from]
	x, y := eitherSex, eitherSex
	if g.role == Given {
		x, y = a.sex(), b.sex()
	}
	if !builtinSexes().opposed(g.role, a.Plain, b.Plain, x, y) {
		return false
	}
	his, her := a, b
	if len(his.Letters) > len(her.Letters) {
		his, her = her, his
	}
	return his.givenName || !her.givenName // Lidiy is no man's name, but Lidiya misspelt
}

// sexOfSurname weighs the two forms of one surname.
func (m *Matcher) sexOfSurname(c *comparison) {
	for i := range c.findings {
		f := &c.findings[i]
		if f.kind != Letters || f.a.role != Surname || f.b.role != Surname ||
			!builtinSexes().opposite(Surname, c.a.tokens[f.a.to-1].Plain, c.b.tokens[f.b.to-1].Plain) || isWomans(c) {
			continue
		}
		w := m.weights.contradicted["sex of the surname"]
		f.kind, f.cost, f.weight = Known, f.cost+w.cost, w
		c.cost += w.cost
		return
	}
}

// isWomans tells whether a woman's given name stands in both names.
func isWomans(c *comparison) bool {
	for _, f := range c.findings {
		if f.kind != Letters && f.kind != Known || f.a.role != Given || f.b.role != Given {
			continue
		}
		for _, word := range [2]string{c.a.tokens[f.a.from].Plain, c.b.tokens[f.b.from].Plain} {
			if who := builtinSexes().listed[word]; who == woman || who == eitherSex && strings.HasSuffix(word, "a") {
				return true
			}
		}
	}
	return false
}
