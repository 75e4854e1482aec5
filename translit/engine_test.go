package translit

import (
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The rule language, feature by feature. The outputs are those of ICU 72's library, except for what it
// refuses (≠, and comments in a rule), for anchors, which it matches at the ends of the text and not of
// each line, and for a global filter before a single pass, which it drops when the rules are opened
// on their own.
func TestLanguage(t *testing.T) {
	for _, c := range []struct{ what, rules, in, want string }{
		{"first rule wins", `ab → x ; a → y ;`, "abaab", "xyx"},
		{"ASCII arrow", `a > b ;`, "a", "b"},
		{"backward rule is not for us", `a < b ; c → d ;`, "abc", "abd"},
		{"both ways", `x } a <> y ;`, "xa", "ya"},
		{"before sees the output", `a → b ; b { c → d ;`, "ac", "bd"},
		{"after sees the input", `a → b ; c } a → d ;`, "ca", "db"},
		{"contexts stay", `a { x } b → y ;`, "axb xb ax", "ayb xb ax"},
		{"anchors", `^ { a → x ; a } $ → y ;`, "a b a", "x b y"},
		{"anchors at a line", `^ { a → x ; a } $ → y ;`, "aa\naa", "xy\nxy"},
		{"edge in a set", `[-$] { a → x ; a } [$] → y ;`, "a-a a", "x-x y"},
		{"negated set at the edge", `[^b] { a } [^b] → x ;`, "a ba ab", "x ba ab"},
		{"variables", `$v = [aeiou] ; $w = $v t ; $w → x ;`, "atet", "xx"},
		{"variable repeated", `$ab = ab ; $ab + → x ;`, "ababa", "xa"},
		{"quantifiers are greedy and give nothing back", `a+ → x ; [b-d]* e → y ; f f? g → z ; h* h → no ;`, "aaab bcde e ffg fg hh", "xb y y z z hh"},
		{"quoted run repeated", `'ab'* c → x ;`, "ababc c", "x x"},
		{"segments", `(a)(b+) → $2 $1 ;`, "abb", "bba"},
		{"nested segments", `((a) b) → $2 $1 ;`, "ab", "aab"},
		{"segments of contexts", `(a+) { b } (c) → $1 $2 ;`, "aabc", "aaaacc"},
		{"repeated segment is the last one", `([ab])+ → $1 ;`, "aab", "b"},
		{"function", `([a-z]+) → &Any-Upper($1) ;`, "ab c", "AB C"},
		{"functions in functions", `(a) → &Any-Upper($1 &Any-Lower('XY') b) ;`, "a", "AXYB"},
		{"cursor", `a → | b ; b → c ;`, "ab", "cc"},
		{"cursor inside", `x → a | b ; b → c ; a → d ;`, "x", "ac"},
		{"cursor steps back", `q → |@ r ; ar → z ; b → b ;`, "aq", "ar"},
		{"cursor steps back over its context", `a { q → |@ r ; ar → z ;`, "aq", "z"},
		{"cursor steps on", `a } bb → x @| ; b → y ;`, "abb", "xby"},
		{"passes", `a → b ; ::Null ; b → c ;`, "a", "c"},
		{"normalization", `::NFD ; \u0301 → ; ::NFC ;`, "áñ", "añ"},
		{"normalization of Hangul", `::NFD ; ᄒ → h ; ᅡ → a ; ᆫ → n ;`, "한", "han"},
		{"casing", `::Upper ;`, "straße ﬁ ῳ", "STRASSE FI ΩΙ"},
		{"final sigma", `::Lower ;`, "ΟΔΟΣ Σ", "οδος σ"},
		{"title", `::Title ;`, "o'neil mac-ABC ǆ ßa", "O'neil Mac-Abc ǅ Ssa"},
		{"remove", `::[b] Remove ;`, "abc", "ac"},
		{"global filter", `::[a] ; a → x ; b → y ;`, "ab", "xb"},
		{"rules look past the filter", `::[a] ; b { a → x ;`, "aba", "abx"},
		{"filter of a pass", `::[ab] Upper ; c → d ;`, "abc", "ABd"},
		{"strings in a set", `[a {ab} {abc}] → x ;`, "abcaba", "xxx"},
		{"set operations", `[[a-e] & [c-h] - [d]] → x ;`, "abcdef", "abxdxf"},
		{"hyphens in sets", `[-a] → x ; [b-] → y ; [[c]-] → z ;`, "-abc", "xxyz"},
		{"properties", `[:Greek:] → g ; \p{Lu} → u ; [:^Letter:] → o ;`, "αAa1", "guao"},
		{"property values", `[:ccc=230:] → ; [:sc=Cyrl:] → c ; \p{script≠Latin} → n ;`, "e\u0301ж1", "ecn"},
		{"escapes", `\u0061 → \x{62} ; \x63 → \\ ; \$ → '$1' ;`, "ac$", "b\\$1"},
		{"apostrophes", `'' → x ; 'it''s' → y ;`, "' it's", "x y"},
		{"dot", `a . c → x ;`, "abc a\ncabc", "x a\ncx"},
		{"pragma", `use variable range 0xE000 0xF8FF ; a → b ;`, "a", "b"},
		{"comment in a rule", "a # why\n → b ;", "a", "b"},
		{"insertion", `a {} b → '-' ;`, "ab", "a-b"},
		{"rules that breed stop", `a → | a a ;`, "a", "aaaaaaaaaaaaaaaaaa"},
		{"rules that turn in a circle stop", `a → | b ; b → | a ;`, "a", "b"},
	} {
		table, err := Parse("test.txt", c.rules)
		if assert.NoError(t, err, c.what) {
			assert.Equal(t, c.want, table.String(c.in), "%s: %s", c.what, c.rules)
		}
	}
}

// A file read backwards: right sides become patterns, passes turn round and change to their inverses.
func TestReverse(t *testing.T) {
	l, err := Open(fstest.MapFS{"x.xml": {Data: []byte(`<supplementalData><transforms>
		<transform source="Aaaa" target="Bbbb" direction="both" alias="und-Bbbb-t-und-aaaa" backwardAlias="und-Aaaa-t-und-bbbb">
		<tRule># first line of rules
			:: Upper (Lower) ; A ↔ B ; X } C ↔ D | E ; F → G ; ::Null ; | H ← I } J ; ::([B-Za-z]) ;
		</tRule></transform></transforms></supplementalData>`)}})
	require.NoError(t, err)
	assert.Equal(t, []string{"und-Aaaa-t-und-bbbb", "und-Bbbb-t-und-aaaa"}, l.IDs())
	forward, err := l.Table("Aaaa-Bbbb")
	require.NoError(t, err)
	assert.Equal(t, "BGXDECIJ", forward.String("afxxcij"))
	backward, err := l.Table("Bbbb-Aaaa")
	require.NoError(t, err)
	assert.Equal(t, "ahjgxA", backward.String("BIJGDEA"), "the filter is on what was there before")
}

// Variables within variables cannot make a rule of unbounded size.
func TestRuleSizeIsBounded(t *testing.T) {
	rules := "$v0 = [a] [b]* ;"
	for i := range 60 { // each doubles the one before; the quantifier hides it from the count of letters
		rules += fmt.Sprintf("$q%d = $v%d + ; $v%d = $q%d $q%d ;\n", i, i, i+1, i, i)
	}
	_, err := Parse("test.txt", rules+"$v60 → z ;")
	assert.ErrorContains(t, err, "elements when its variables are written out")
}

// A language is one file: here Chuvash, whose letters are Russian but for four.
func TestNewLanguageIsOneFile(t *testing.T) {
	const file = "# Source: …\nӑ → a ; ӗ → e ; ҫ → s ; ӳ → u ;   # Ҫеҫпӗл = Sespel\nҪ → S ;\n:: ru-Latn-t-ru-m0-bgn ;"
	require.NoError(t, Check("cv-Latn-t-cv-m0-press.txt", file))
	l, err := Open(fstest.MapFS{"cv-Latn-t-cv-m0-press.txt": {Data: []byte(file)}})
	require.NoError(t, err)
	table, err := l.Table("und-Latn-t-cv-m0-press")
	require.NoError(t, err)
	assert.Equal(t, "Mishshi Sespel", table.String("Мишши Ҫеҫпӗл"))
}

func TestLibraryErrors(t *testing.T) {
	l, err := Open(fstest.MapFS{
		"a-Latn-t-a.txt": {Data: []byte("# Aliases: A-B\n::b-Latn-t-b ;")},
		"b-Latn-t-b.txt": {Data: []byte("\n\n::A-B ;")},
		"c.xml":          {Data: []byte("<a>\n<transform source='C' target='D'>\n<tRule>\nx → ;\ny → [ ;\n</tRule></transform></a>")},
	})
	require.NoError(t, err)
	_, err = l.Table("A-B")
	assert.ErrorContains(t, err, `a-Latn-t-a.txt:2: b-Latn-t-b.txt:3: transform "A-B" calls itself`)
	_, err = l.Table("C-D")
	assert.ErrorContains(t, err, "c.xml:5: ", "lines are those of the XML file")
	_, err = Open(fstest.MapFS{"d.xml": {Data: []byte("<a></a>")}})
	assert.ErrorContains(t, err, "d.xml: no transform element")
}

// The files behind the properties and the detection can be read.
func TestDataFiles(t *testing.T) {
	assert.NotPanics(t, func() { scripts(); combiningClasses(); wordBreaks(); blocks(); signs() })
	for _, name := range propertyNames() {
		_, err := property(name)
		assert.NoError(t, err, name)
	}
}
