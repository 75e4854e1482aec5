package translit

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// slow gives the same table without its shortcuts: at every letter all rules are tried, in the order of
// the file, element by element. It is the oracle for the ruleset's dispatch, for the looks
// to either side and for the plain rules.
func slow(t *Table) *Table {
	copied := *t
	copied.root = *slowPass(&t.root)
	return &copied
}

func slowPass(p *pass) *pass {
	copied := *p
	if p.rules != nil {
		copied.rules = &ruleset{rules: p.rules.rules, starts: []rune{0}, list: []uint32{0}}
		var all []*rule
		for _, r := range p.rules.rules {
			bare := *r
			bare.letters, bare.single, bare.plain, bare.bare = "", false, false, false
			bare.prev, bare.next = peek{}, peek{}
			all = append(all, &bare)
		}
		copied.rules.lists = [][]*rule{all}
	}
	copied.sub = nil
	for _, sub := range p.sub {
		copied.sub = append(copied.sub, slowPass(sub))
	}
	return &copied
}

func TestShortcutsChangeNothing(t *testing.T) {
	text := "Сооронбай ЖЭЭНБЕКОВ, Ељ. Їжак'я Щ. ЮЩЕНКО\n" +
		"عبد الرحمن القذافي، سورونباي\nΕυάγγελος ΜΠΑ\n김정은 혜정\nジョン・スミス さっぽろ\n欧阳娜娜 西安\nשלמה נתניהו\nՈւլուբաբյան"
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
