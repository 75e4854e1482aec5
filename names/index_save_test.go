package names

import (
	"fmt"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namesake-go/namesake/internal/measure/dataset"
)

// madeNames are names of many kinds, of which later ones bring words, shapes and keys that are new.
func madeNames() []string {
	given := []string{"Ivan", "Jan", "Sooronbay", "Muhammad", "Anna-Lena", "Жээнбеков", "J.", "Dr. Ann", "حسين", "Abd al-Rahman", "李"}
	family := []string{"Petrov", "bin Salman al-Sabah", "van Buren Jr.", "Иванов", "Almaz Bey", "Ivanovich Sidorov", "Hale-Winters", "明"}
	var texts []string
	for i := range 300 {
		texts = append(texts, fmt.Sprintf("%s %s", given[(i*7+i/11)%len(given)], family[(i*5+i/13)%len(family)]))
		switch i % 30 {
		case 7:
			texts = append(texts, fmt.Sprintf("Gazprom Neft %c LLC", 'A'+i%5), "Ministry of Defence", "OAO Газпром")
		case 11:
			texts = append(texts, fmt.Sprintf("Petrof%c, Iwan", 'f'+i%7), "Kyrgyz Republic", "", "?!")
		}
	}
	return texts
}

func TestSavedIndexIsTheSame(t *testing.T) {
	texts := madeNames()
	if dir := os.Getenv("NAMESAKE_DATA"); dir != "" {
		for _, set := range []string{"ofac_people", "un_people", "ofac_orgs"} {
			mentions, err := dataset.Mentions(dir, set, dataset.Train)
			require.NoError(t, err)
			for _, m := range mentions {
				texts = append(texts, m.Name)
			}
		}
	}
	for _, o := range []Options{{}, {Schema: Person}, {Schema: Organization}} {
		m := New(o)
		fresh := m.NewIndex()
		fresh.Add(texts...)
		fresh.Warm(0)
		saved := fresh.Save()
		require.NotNil(t, saved)
		for _, more := range [][]string{nil, {"Iwan Petroff", "Somebody New"}} {
			loaded := m.LoadIndex(saved, append(texts[:len(texts):len(texts)], more...))
			require.NotNil(t, loaded)
			assert.Equal(t, fresh.words, loaded.words)
			assert.Equal(t, fresh.byLetter, loaded.byLetter)
			assert.Equal(t, fresh.byForm, loaded.byForm)
			assert.Equal(t, fresh.texts, loaded.texts)
			assert.True(t, slices.Equal(fresh.found, loaded.found))
			assert.Equal(t, fresh.foundTo, loaded.foundTo)
			assert.True(t, slices.Equal(fresh.tokens, loaded.tokens))
			assert.Equal(t, fresh.tokensTo, loaded.tokensTo)
			assert.Equal(t, fresh.shapes, loaded.shapes)
			assert.Equal(t, fresh.shapeOf, loaded.shapeOf)
			assert.Equal(t, fresh.phrases, loaded.phrases)
			assert.Equal(t, fresh.nativeScripts, loaded.nativeScripts)
			assert.Equal(t, fresh.organisations, loaded.organisations)
			assert.Equal(t, fresh.similar.findable, loaded.similar.findable)
			a, b := fresh.lexicon(lexiconKey{}), loaded.lexicon(lexiconKey{})
			assert.Equal(t, a.holders, b.holders)
			assert.Equal(t, a.pairs, b.pairs)
		}
	}
}

func TestSavedIndexThatDoesNotFit(t *testing.T) {
	texts := madeNames()
	m := New(Options{})
	x := m.NewIndex()
	assert.Nil(t, x.Save(), "there is nothing to save")
	x.Add(texts...)
	saved := x.Save()
	require.NotNil(t, m.LoadIndex(saved, texts), "it need not be warm")
	assert.Nil(t, m.LoadIndex(nil, texts))
	assert.Nil(t, m.LoadIndex(saved, texts[1:]), "of other names")
	assert.Nil(t, m.LoadIndex(saved, texts[:10]), "of more names")
	assert.Nil(t, New(Options{Schema: Person}).LoadIndex(saved, texts), "names are read otherwise")
	for at := range saved {
		broken := append([]byte(nil), saved...)
		broken[at] ^= 1 << (at % 8)
		require.Nil(t, m.LoadIndex(broken, texts), "byte %d", at)
	}
	for n := range saved {
		require.Nil(t, m.LoadIndex(saved[:n], texts), "%d bytes", n)
	}
	// Numbers that are wrong behind a sum that is right are no reason to panic.
	for at := 4; at < len(saved); at += 13 {
		broken := append([]byte(nil), saved...)
		broken[at] ^= 0x41
		m.LoadIndex(resummed(broken), texts)
		m.LoadIndex(resummed(append([]byte(nil), saved[:at]...)), texts)
	}
}
