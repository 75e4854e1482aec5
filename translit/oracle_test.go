package translit

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// slow gives the same table without shortcuts: at every letter all rules are tried, in the order of the file, element by
// element, and quantifiers turn by turn. It is the oracle for apply and for all that rulesets know of letters.
func slow(t *Table) *Table {
	copied := *t
	copied.root = *slowPass(&t.root)
	return &copied
}

func slowPass(p *pass) *pass {
	copied := *p
	if p.rules != nil {
		copied.rules, copied.native = nil, slowApply(p.rules.rules)
	}
	copied.sub = nil
	for _, sub := range p.sub {
		copied.sub = append(copied.sub, slowPass(sub))
	}
	return &copied
}

func slowApply(rules []*rule) func(*machine, *origin) {
	var turns []*rule
	for _, r := range rules {
		turn := *r
		turn.elements = slowElements(r.elements)
		turns = append(turns, &turn)
	}
	return func(m *machine, _ *origin) {
		for steps := 16*(m.limit()-m.pos) + 1; m.pos < m.limit() && steps > 0 && m.work > 0; steps-- {
			if !slices.ContainsFunc(turns, func(r *rule) bool { return m.try(r, false, 0) }) {
				_, size := m.next()
				m.advance(size)
			}
		}
		m.advance(m.limit() - m.pos)
	}
}

// slowElements puts an empty literal into each quantifier, so that it is none of a set alone.
func slowElements(elements []element) []element {
	var out []element
	for _, e := range elements {
		if e.sub = slowElements(e.sub); e.kind == repeat {
			e.sub = append(e.sub, element{kind: literal})
		}
		out = append(out, e)
	}
	return out
}

func TestShortcutsChangeNothing(t *testing.T) {
	text := "Сооронбай ЖЭЭНБЕКОВ, Ељ. Їжак'я Щ. ЮЩЕНКО\n" +
		"عبد الرحمن القذافي، سورونباي\nΕυάγγελος ΜΠΑ\n김정은 혜정\nジョン・スミス さっぽろ\n欧阳娜娜 西安\nשלמה נתניהו\nՈւլուբաբյան\nمb عb 00й0ЖA"
	for _, id := range IDs() {
		table := MustBuiltin(id)
		assert.Equal(t, slow(table).String(text), table.String(text), id)
	}
	l := openCLDR(t)
	files, err := filepath.Glob(filepath.Join(cldrFolder, "testData/transforms/*-t-*.txt"))
	require.NoError(t, err)
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		if len(data) > 4000 { // a part of each file will do
			data = data[:4000]
		}
		table, err := l.Table(strings.TrimSuffix(filepath.Base(file), ".txt"))
		require.NoError(t, err)
		require.Equal(t, slow(table).String(string(data)), table.String(string(data)), file)
	}
}

// Words made at random of the letters that a table's rules speak of, which meet in more ways than names do.
func TestShortcutsChangeNothingInRandomWords(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, id := range IDs() {
		table := MustBuiltin(id)
		letters := lettersIn(&table.root, []rune(" -.bб")) // with letters that a filter leaves out
		var text []rune
		for range 150 {
			if text = append(text, letters[random.IntN(len(letters))]); random.IntN(5) == 0 {
				text = append(text, ' ')
			}
			if random.IntN(20) == 0 {
				text = append(text, '\n')
			}
		}
		assert.Equal(t, slow(table).String(string(text)), table.String(string(text)), "%s of %s", id, string(text))
	}
}

// Names as they come, by two and three on a line, so that whatever is kept of one is used for another.
func TestShortcutsChangeNothingInNames(t *testing.T) {
	folder := os.Getenv("NAMESAKE_DATA")
	if folder == "" {
		t.Skip("set NAMESAKE_DATA to the folder of the evaluation data")
	}
	data, err := os.ReadFile(filepath.Join(folder, "tokens_russian.csv"))
	require.NoError(t, err)
	rows := strings.Split(string(data), "\n")
	for _, id := range []string{"ru-Latn-t-ru-m0-press", "ky-Latn-t-ky-m0-press", "bg-Latn-t-bg-m0-press", "und-Arab-t-und-cyrl-m0-news"} {
		table := MustBuiltin(id)
		plain := slow(table)
		var line []string
		for i := 1; i < len(rows)-1; i += 17 {
			name := strings.Split(rows[i], ",")[1]
			if r, size := utf8.DecodeRuneInString(name); i%3 > 0 {
				name = string(unicode.ToUpper(r)) + name[size:]
			}
			if line = append(line, name); len(line) > 1+i%2 {
				text := strings.Join(line, " ")
				require.Equal(t, plain.String(text), table.String(text), "%s of %s", id, text)
				line = line[:0]
			}
		}
	}
}

// lettersIn gathers the letters of the patterns and some of each set.
func lettersIn(p *pass, letters []rune) []rune {
	var walk func(elements []element)
	walk = func(elements []element) {
		for _, e := range elements {
			letters = append(letters, []rune(e.text)...)
			if e.kind == setOf {
				for i := range min(5, len(e.set.ranges)) {
					if r := e.set.ranges[i].lo; r >= ' ' && r < 0xD800 {
						letters = append(letters, r)
					}
				}
			}
			walk(e.sub)
		}
	}
	if p.rules != nil {
		for _, r := range p.rules.rules {
			walk(r.elements)
		}
	}
	for _, sub := range p.sub {
		letters = lettersIn(sub, letters)
	}
	return letters
}

// Whatever the rules, unless they run into the bounds on their work, which are counted otherwise.
func FuzzShortcuts(f *testing.F) {
	for _, id := range IDs() {
		text, err := os.ReadFile("rules/" + id + ".txt")
		require.NoError(f, err)
		f.Add(string(text), "Жуков ШТЕЙН محمد القذافي 김 ジョン 王")
	}
	for _, rules := range []string{
		"[ab] { c } d → x; c } [^d] → | y; c+ e? → ; ::[a-d]; ::Null; y } d → c;", "::[ab] ; a [b$] → x ; a } [^q] c → y ; b → ;",
		"(a b?) } [$] → $1 x; [{ab}c] [d{ef}] → z; ^ d → ; e $ → | f ;", "a { } b → x ; a ([bc]* d) → $1 ; [a-z] → | X ; X → x ;",
	} {
		f.Add(rules, "abcd ab cde abef d\nabcx")
	}
	f.Fuzz(func(t *testing.T, rules, text string) {
		table, err := Parse("fuzz.txt", rules)
		if err != nil || len(text) > 100 || len(rules) > 1<<15 || strings.ContainsAny(rules, "|&∆") {
			return // a cursor or a function can breed text
		}
		require.Equal(t, slow(table).String(text), table.String(text))
	})
}
