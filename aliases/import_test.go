package aliases_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namesake-go/namesake/aliases"
)

type source = func(string, io.Reader) iter.Seq2[aliases.Entry, error]

// read reads a source whole: each entity in a line, and the errors.
func read(from source, text string) (entries, errs []string) {
	for e, err := range from("f", strings.NewReader(text)) {
		if err != nil {
			errs = append(errs, err.Error())
			continue
		}
		line := e.ID + " " + e.Kind + ":"
		for _, a := range e.Names {
			line += " " + a.Name
			if a.Lang != "" {
				line += "@" + a.Lang
			}
			if a.Confidence > 0 {
				line += fmt.Sprint("~", a.Confidence)
			}
			line += ";"
		}
		entries = append(entries, line)
	}
	return
}

func TestSources(t *testing.T) {
	for _, c := range []struct {
		name    string
		from    source
		text    string
		entries []string
		errs    []string
	}{
		{"OFAC names", aliases.OFAC,
			"36,\"LEE, Ann\",\"individual\",\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 1950.\"\n" +
				"37,\"ACME\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n" +
				"38,\"SEA STAR\",\"vessel\",\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n" +
				"39,\"short\"\n\x1a\n",
			[]string{"ofac-36 person: LEE, Ann;", "ofac-37 organisation: ACME;", "ofac-38 vessel: SEA STAR;"},
			[]string{"f:4: 2 fields where the header has 12; put a field with a comma in quotes"}},
		{"OFAC aliases", aliases.OFAC,
			"36,12,\"aka\",\"LEIGH, Ann\",-0- \n36,13,\"aka\",\"ANNIE\",\"weak\"\n36,14,\"aka\",\"\",-0- \n",
			[]string{"ofac-36 : LEIGH, Ann;", "ofac-36 : ANNIE~0.5;"},
			[]string{"f:3: the name is empty; write a name or leave the row out"}},
		{"OFAC, another file", aliases.OFAC, "a,b,c\n", nil, []string{"f:1: has 3 columns, as no such file has; is it another kind of file?"}},
		{"UN", aliases.UN, `<?xml version="1.0"?><CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL>
<FIRST_NAME>ANN </FIRST_NAME><SECOND_NAME>LEE</SECOND_NAME><REFERENCE_NUMBER>QDi.1 </REFERENCE_NUMBER>
<NAME_ORIGINAL_SCRIPT>آن لي</NAME_ORIGINAL_SCRIPT>
<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Anne Lee</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>The Lee</ALIAS_NAME></INDIVIDUAL_ALIAS></INDIVIDUAL>
<INDIVIDUAL><REFERENCE_NUMBER>QDi.2</REFERENCE_NUMBER></INDIVIDUAL></INDIVIDUALS>
<ENTITIES><ENTITY><FIRST_NAME>ACME</FIRST_NAME><REFERENCE_NUMBER>QDe.1</REFERENCE_NUMBER>
<ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>Acme Trust</ALIAS_NAME></ENTITY_ALIAS></ENTITY></ENTITIES></CONSOLIDATED_LIST>`,
			[]string{"QDi.1 person: ANN LEE; آن لي; Anne Lee; The Lee~0.5;", "QDe.1 organisation: ACME; Acme Trust;"},
			[]string{"f:6: the name is empty; write a name or leave the row out"}},
		{"UN, no such list", aliases.UN, "<html></html>", nil, []string{"f: has no INDIVIDUAL and no ENTITY; give the UN's consolidated list in XML"}},
		{"FollowTheMoney", aliases.FollowTheMoney,
			`{"id":"Q1","schema":"Person","caption":"Ann Lee","datasets":["un"],"properties":{"name":["LEE Ann","Ann Lee"],"alias":["Anne Lee"],"weakAlias":["The Lee"]}}
{"id":"a1","schema":"Address","properties":{"full":["High Street"]}}
{"id":"c1","schema":"Company","properties":{"name":["ACME"]}}
{"id":3}
`,
			[]string{"Q1 person: Ann Lee; LEE Ann; Anne Lee; The Lee~0.5;", "c1 organisation: ACME;"},
			[]string{"f:4: ID is a number; it must be string"}},
		{"Wikidata", aliases.Wikidata,
			`[
{"type":"item","id":"Q1","labels":{"de":{"language":"de","value":"Anna Lee"},"en":{"language":"en","value":"Ann Lee"}},"aliases":{"en":[{"language":"en","value":"Anna Lee"},{"language":"en","value":"A. Lee"}]},"claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q5"}}}}]}},
{"type":"item","id":"Q2","labels":{},"aliases":{}},
{"type":"item","id":"Q3","labels":{"fr":{"language":"fr","value":"Paris"}}}
]`,
			[]string{"Q1 person: Ann Lee@en; Anna Lee@de; A. Lee@en;", "Q3 : Paris@fr;"}, nil},
		{"OpenRefine", aliases.OpenRefine,
			"name,match_id,judgment,score\nAnn Lee,Q1,matched,87.5\nBen Lee,,none,\nCat Lee,Q3,new,10\nDan Lee,Q4,matched,high\n",
			[]string{"Q1 : Ann Lee~0.875;"}, []string{`f:5: the score "high" is no number; write 0 to 100`}},
		{"OpenRefine without ids", aliases.OpenRefine, "name,score\nAnn Lee,1\n", nil,
			[]string{"f:1: no column id among: name, score; name the column in the first line"}},
		{"JSONL", aliases.JSONL, `{"id":"a","kind":"person","names":[{"name":"Ann Lee","lang":"en","confidence":0.5},"Anne Lee"]}
{"id":"b","name":"Ben Lee","aliases":["Benny Lee"]}
{"id":"c","name":"Cat Lee","names":[{"name":"Cathy","confidence":7}]}
{"id":"d"}
`, []string{"a person: Ann Lee@en~0.5; Anne Lee;", "b : Ben Lee; Benny Lee;"},
			[]string{"f:3: the confidence 7 is no share; write a number from 0 to 1", "f:4: the name is empty; write a name or leave the row out"}},
		{"empty", aliases.JSONL, "", nil, []string{"f: is empty; needs one JSON object a line"}},
	} {
		entries, errs := read(c.from, c.text)
		assert.Equal(t, c.entries, entries, c.name)
		assert.Equal(t, c.errs, errs, c.name)
	}
}

// TestAnImportCanBeRunAgain stops an import in the middle and runs it again: all is there once.
func TestAnImportCanBeRunAgain(t *testing.T) {
	r, _ := created(t)
	var text strings.Builder
	text.WriteString("id,name\n")
	for i := range 20_000 {
		fmt.Fprintf(&text, "q%d,Name%d Surname\n", i/2, i)
	}
	ctx, cancel := context.WithCancel(context.Background())
	stopped := func(yield func(aliases.Entry, error) bool) {
		n := 0
		for e, err := range aliases.CSV("f", strings.NewReader(text.String())) {
			if n++; n == 5000 {
				cancel()
			}
			if !yield(e, err) {
				return
			}
		}
	}
	first, err := r.Import(ctx, stopped, aliases.ImportOptions{})
	assert.ErrorIs(t, err, context.Canceled)
	assert.Equal(t, first.Names, r.Names())
	assert.Positive(t, first.Names)
	second, err := r.Import(context.Background(), aliases.CSV("f", strings.NewReader(text.String())), aliases.ImportOptions{})
	require.NoError(t, err)
	assert.Equal(t, 20_000, first.Names+second.Names)
	assert.Equal(t, first.Names, second.Known)
	assert.Equal(t, 20_000, r.Names())
	third, err := r.Import(context.Background(), aliases.CSV("f", strings.NewReader(text.String())), aliases.ImportOptions{Whole: true})
	require.NoError(t, err)
	assert.Zero(t, third.Names)
	assert.Zero(t, third.Last, "nothing new, no change")
}

func TestAWholeImportIsAllOrNothing(t *testing.T) {
	r, _ := created(t)
	broken := func(yield func(aliases.Entry, error) bool) {
		for e, err := range aliases.CSV("f", strings.NewReader("id,name\na,Ann Lee\nb,Ben Lee\n")) {
			if !yield(e, err) {
				return
			}
		}
		yield(aliases.Entry{}, errors.New("the disk is gone"))
	}
	done, err := r.Import(context.Background(), broken, aliases.ImportOptions{Whole: true})
	assert.EqualError(t, err, "the disk is gone")
	assert.Zero(t, done.Names)
	assert.Zero(t, r.Names())
	done, err = r.Import(context.Background(), broken, aliases.ImportOptions{})
	assert.EqualError(t, err, "the disk is gone")
	assert.Equal(t, 2, done.Names, "without Whole what came before stays")
}

func TestAnImportDoesNotBringBackWhatWasSplitOff(t *testing.T) {
	r, _ := created(t)
	list := "id,name\na,Ann Lee\na,John Smith\n"
	_, err := r.Import(context.Background(), aliases.CSV("f", strings.NewReader(list)), aliases.ImportOptions{})
	require.NoError(t, err)
	_, err = r.Split("a", "John Smith", "smith", anna)
	require.NoError(t, err)
	again, err := r.Import(context.Background(), aliases.CSV("f", strings.NewReader(list)), aliases.ImportOptions{})
	require.NoError(t, err)
	assert.Equal(t, 1, again.Judged)
	assert.Equal(t, []string{"Ann Lee"}, namesOf(r, "a"))
}

func FuzzSources(f *testing.F) {
	f.Add("id,name\na,Ann\n")
	f.Add(`{"id":"a","names":[{"name":"Ann"}]}`)
	f.Add("36,1,aka,ANN,-0- \n")
	f.Add("<ENTITY><FIRST_NAME>A</FIRST_NAME></ENTITY>")
	f.Fuzz(func(t *testing.T, text string) {
		for _, from := range []source{aliases.CSV, aliases.JSONL, aliases.OFAC, aliases.UN, aliases.FollowTheMoney, aliases.Wikidata, aliases.OpenRefine} {
			r := aliases.New(aliases.Options{})
			r.Import(context.Background(), from("f", strings.NewReader(text)), aliases.ImportOptions{})
			var out strings.Builder
			require.NoError(t, r.ExportJSONL(&out))
			if r.Len() == 0 {
				continue
			}
			again := aliases.New(aliases.Options{})
			_, err := again.Import(context.Background(), aliases.JSONL("out", strings.NewReader(out.String())), aliases.ImportOptions{})
			require.NoError(t, err, "what is written can be read")
			require.Equal(t, r.Names(), again.Names())
		}
	})
}
