package main

import (
	_ "embed"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"

	"github.com/namesake-go/namesake/internal/rulefile"
	"github.com/namesake-go/namesake/names"
)

// Pairs of full names with patronymics
//
// Every pair starts from one person, drawn from patronymics.txt: surname, given name and patronymic agree in sex. Half the
// pairs are true: the second name is the first with one letter off, by a typing error (a letter changed, left out, doubled,
// added, or two neighbours exchanged) or as relays through another alphabet change it. A change that makes another
// real name or patronymic of the list, in either sex (Ирина from Арина, Ивановна from Иванович takes two), is drawn
// again: the two texts would then not tell what they are. The other half are somebody else, in equal shares: another given name;
// another given name that is like the first; another patronymic; another that is like the first; a sister or a brother;
// another surname; a person of the opposite sex with all three forms changed; and father and son. In a third of all pairs
// the second name has the surname last. The seed is fixed.

//go:embed patronymics.txt
var patronymicsText string

const patronymicPairs, patronymicSeed = 8000, 20261123

// A madePair is two full names, the truth, and how the second was made.
type madePair struct {
	a, b  string
	match bool
	kind  string
}

// A fullName is the words of one person's name.
type fullName struct{ surname, given, patronymic string }

func (n fullName) listed() string { return n.surname + " " + n.given + " " + n.patronymic }
func (n fullName) spoken() string { return n.given + " " + n.patronymic + " " + n.surname }

// A maker draws people from the lists.
type maker struct {
	*rand.Rand
	men, surnames, relay [][]string
	women                []string
	real                 map[string]bool // every name and patronymic of the lists
}

func newMaker(seed uint64) (*maker, error) {
	file, err := rulefile.Parse("internal/measure/patronymics.txt", patronymicsText)
	if err != nil {
		return nil, err
	}
	m := &maker{Rand: rand.New(rand.NewPCG(seed, 0)), real: map[string]bool{}}
	for _, line := range file.Lines {
		forms := strings.Split(strings.Join(line.Fields, " "), " = ")
		switch line.Section {
		case "men":
			m.men = append(m.men, forms)
		case "women":
			m.women = append(m.women, forms[0])
		case "surnames":
			m.surnames = append(m.surnames, forms)
		case "relay":
			m.relay = append(m.relay, forms)
		default:
			return nil, line.Errorf("no section [%s]; there are [men], [women], [surnames], [relay]", line.Section)
		}
		for _, form := range forms {
			m.real[form] = true
		}
	}
	return m, nil
}

// A person is drawn by the places of the words in the lists; sex is 0 for a man, 1 for a woman.
type drawn struct{ sex, surname, given, father int }

func (m *maker) draw() drawn {
	p := drawn{sex: m.IntN(2), surname: m.IntN(len(m.surnames)), father: m.IntN(len(m.men))}
	p.given = m.IntN(len(m.givens(p.sex)))
	return p
}

func (m *maker) givens(sex int) []string {
	if sex == 1 {
		return m.women
	}
	men := make([]string, len(m.men))
	for i, forms := range m.men {
		men[i] = forms[0]
	}
	return men
}

func (m *maker) name(p drawn) fullName {
	return fullName{m.surnames[p.surname][p.sex], m.givens(p.sex)[p.given], m.men[p.father][1+p.sex]}
}

// other draws a place of a list but not this one.
func (m *maker) other(not, n int) int { return (not + 1 + m.IntN(n-1)) % n }

// like draws one of the three words of a list that are least edits away from word i.
func (m *maker) like(words []string, i int) int {
	order := make([]int, 0, len(words))
	for j := range words {
		if j != i {
			order = append(order, j)
		}
	}
	slices.SortStableFunc(order, func(x, y int) int {
		return levenshtein.ComputeDistance(words[i], words[x]) - levenshtein.ComputeDistance(words[i], words[y])
	})
	return order[m.IntN(3)]
}

// strangers are the ways to somebody else.
var strangers = []struct {
	kind   string
	change func(m *maker, p *drawn)
}{
	{"another given name", func(m *maker, p *drawn) { p.given = m.other(p.given, len(m.givens(p.sex))) }},
	{"a given name like it", func(m *maker, p *drawn) { p.given = m.like(m.givens(p.sex), p.given) }},
	{"another patronymic", func(m *maker, p *drawn) { p.father = m.other(p.father, len(m.men)) }},
	{"a patronymic like it", func(m *maker, p *drawn) { p.father = m.like(m.givens(0), p.father) }},
	{"brother and sister", func(m *maker, p *drawn) { p.sex = 1 - p.sex; p.given = m.IntN(len(m.givens(p.sex))) }},
	{"another surname", func(m *maker, p *drawn) { p.surname = m.other(p.surname, len(m.surnames)) }},
	{"the opposite sex", func(m *maker, p *drawn) { p.given = m.counterpart(p); p.sex = 1 - p.sex }},
	{"father and son", func(m *maker, p *drawn) { p.sex, p.given, p.father = 0, p.father, m.other(p.father, len(m.men)) }},
}

// counterpart finds the given name of the other sex that is least edits away: Александра for Александр.
func (m *maker) counterpart(p *drawn) int {
	name, others := m.givens(p.sex)[p.given], m.givens(1-p.sex)
	best := 0
	for i := range others {
		if levenshtein.ComputeDistance(name, others[i]) < levenshtein.ComputeDistance(name, others[best]) {
			best = i
		}
	}
	return best
}

// pairs makes n pairs.
func (m *maker) pairs(n int) []madePair {
	out := make([]madePair, 0, n)
	for i := range n {
		p := m.draw()
		first := m.name(p)
		second, kind := first, ""
		if i%2 == 0 {
			second, kind = m.oneLetterOff(first)
		} else {
			how := strangers[i/2%len(strangers)]
			q := p
			how.change(m, &q)
			second, kind = m.name(q), how.kind
		}
		pair := madePair{first.listed(), second.listed(), i%2 == 0, kind}
		if m.IntN(3) == 0 {
			pair.b = second.spoken()
		}
		out = append(out, pair)
	}
	return out
}

// oneLetterOff changes one letter of one of the three words.
func (m *maker) oneLetterOff(n fullName) (fullName, string) {
	for {
		off := n
		word := [...]*string{&off.surname, &off.given, &off.patronymic}[m.IntN(3)]
		changed, kind := m.typo(*word), "a typing error"
		if m.IntN(2) == 0 {
			changed, kind = m.relayed(*word), "a relay"
		}
		if changed != *word && !m.real[changed] {
			*word = changed
			return off, kind
		}
	}
}

const cyrillic = "абвгдежзийклмнопрстуфхцчшщыьэюя"

// typo changes a letter behind the first, leaves it out, doubles it, puts one before it, or exchanges it with the next.
func (m *maker) typo(word string) string {
	letters := []rune(word)
	i, any := 1+m.IntN(len(letters)-1), []rune(cyrillic)[m.IntN(31)]
	switch m.IntN(5) {
	case 0:
		letters[i] = any
	case 1:
		letters = slices.Delete(letters, i, i+1)
	case 2:
		letters = slices.Insert(letters, i, letters[i])
	case 3:
		letters = slices.Insert(letters, i, any)
	case 4:
		if i+1 < len(letters) {
			letters[i], letters[i+1] = letters[i+1], letters[i]
		}
	}
	return string(letters)
}

// relayed changes one letter as [relay] says.
func (m *maker) relayed(word string) string {
	rules := slices.DeleteFunc(slices.Clone(m.relay), func(rule []string) bool { return !strings.Contains(word, rule[0]) })
	if len(rules) == 0 {
		return word
	}
	rule := rules[m.IntN(len(rules))]
	return strings.Replace(word, rule[0], strings.TrimPrefix(rule[1], "∅"), 1)
}

// measurePatronymics prints precision and recall on the made pairs, and each kind's share that is decided rightly.
func measurePatronymics(c config) error {
	counts, kinds, wrong, err := judgePatronymics(patronymicPairs)
	if err != nil {
		return err
	}
	fmt.Fprintf(c.out, "full names with patronymics in Cyrillic: %d pairs made of internal/measure/patronymics.txt, seed %d.\n\n", patronymicPairs, patronymicSeed)
	t := newTable("pairs", "count", "same")
	for _, kind := range sortedKeys(kinds, strings.Compare) {
		t.row(kind, kinds[kind].N(), kinds[kind].TP+kinds[kind].FP)
	}
	t.print(c.out)
	fmt.Fprintf(c.out, "\nat same: precision %.3f, recall %.3f, F1 %.3f\n", counts.Precision(), counts.Recall(), counts.F1())
	for _, p := range wrong[:min(c.list, len(wrong))] {
		fmt.Fprintf(c.out, "%s: %s ; %s\n", p.kind, p.a, p.b)
	}
	return nil
}

func judgePatronymics(n int) (all Counts, kinds map[string]Counts, wrong []madePair, err error) {
	m, err := newMaker(patronymicSeed)
	if err != nil {
		return all, nil, nil, err
	}
	matcher, kinds := names.New(names.Options{}), map[string]Counts{}
	for _, p := range m.pairs(n) {
		same := matcher.Compare(names.Parse(p.a), names.Parse(p.b)).Decision == names.Same
		all.Add(same, p.match)
		kind := kinds[p.kind]
		kind.Add(same, p.match)
		kinds[p.kind] = kind
		if same != p.match {
			wrong = append(wrong, p)
		}
	}
	return all, kinds, wrong, nil
}
