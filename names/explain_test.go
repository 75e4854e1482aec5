package names

import (
	"encoding/json"
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// someNames meet in pairs in the property tests: several scripts, orders, titles, joined words, and what is no name.
var someNames = []string{
	"NAKİ BEYİ",
	"", " ", "?!", "Jinbekov", "Surunbai Jinbekov", "JEENBEKOV, Sooronbay Sharipovich", "Сооронбай Жээнбеков",
	"سورونباي جينبيكوف", "President Almaz Bey Atambayev", "Almazbek Atambayev", "J. K. Rowling", "Rowling, J.K.",
	"Salman bin Muhammad al-Sa‘ud", "Muhammad bin Salman", "Abd al-Rahman", "Abdulrahman", "Zein El Dine", "Zeineddine",
	"José Müller", "Jose\u0301 Mueller", "Smith, John, Jr.", "Dr John Smith Sr", "山田 太郎", "김정은", "a\xffb c", "Ô'Neill-Łódź",
	"O&#39;Neil Ｐａｕｌ", "&amp;amp;ｼﾞ ＬＬＣ", "Раul Ｓмith", "ﷲ ﻣﺤﻤﺪ", "al-", "bin bin bin", "Jr.", "O", "o o", "J J J J", "доктор Smith", "Smith доктор", "Г5 Dt", "山 Taro 中", "c \xd4ד", "بd", "b",
}

func TestCompareIsSymmetricReflexiveAndExplained(t *testing.T) {
	m := New(Options{})
	for _, x := range someNames {
		for _, y := range someNames {
			checkPair(t, m, x, y)
		}
	}
}

func FuzzCompare(f *testing.F) {
	for i, x := range someNames {
		f.Add(x, someNames[(i+7)%len(someNames)])
	}
	m := New(Options{})
	f.Fuzz(func(t *testing.T, x, y string) { checkPair(t, m, x, y) })
}

func checkPair(t *testing.T, m *Matcher, x, y string) { checkNames(t, m, Parse(x), Parse(y)) }

func checkNames(t *testing.T, m *Matcher, a, b Name) {
	x, y := a.Text, b.Text
	r := m.Compare(a, b)
	require.Equal(t, r, m.Compare(b, a), "%q ~ %q is not symmetric", x, y)
	require.True(t, r.Probability >= 0 && r.Probability <= 1, "%q ~ %q: probability %v", x, y, r.Probability)
	require.Equal(t, Same, m.Compare(a, a).Decision, "%q is not itself", x)
	require.Zero(t, m.Compare(a, a).Cost, "%q ~ itself", x)

	e := m.Explain(a, b)
	require.Equal(t, r, e.Result, "%q ~ %q: Explain says otherwise than Compare", x, y)
	sum := 0
	var left, right []Span
	for _, s := range e.Steps {
		sum += s.Cost
		left, right = append(left, s.A), append(right, s.B)
		if s.Cost > 0 {
			require.NotZero(t, s.Line, "%q ~ %q: step %+v names no rule", x, y, s)
		}
	}
	require.Equal(t, r.Cost, sum, "%q ~ %q: the steps do not sum to the cost", x, y)
	requireTiling(t, left, x)
	requireTiling(t, right, y)
}

// requireTiling checks that each byte of the text is in exactly one span.
func requireTiling(t *testing.T, spans []Span, text string) {
	spans = slices.DeleteFunc(slices.Clone(spans), func(s Span) bool { return s.Start == s.End })
	slices.SortFunc(spans, func(x, y Span) int { return x.Start - y.Start })
	at := 0
	for _, s := range spans {
		require.Equal(t, at, s.Start, "%q: steps overlap or leave a gap: %v", text, spans)
		require.Greater(t, s.End, s.Start, "%q: %v", text, spans)
		if utf8.ValidString(text) {
			require.True(t, utf8.ValidString(text[s.Start:s.End]), "%q: %v parts a letter", text, s)
		}
		at = s.End
	}
	require.Equal(t, len(text), at, "%q: %v", text, spans)
}

func TestExplanationIsReadableAsTextAndData(t *testing.T) {
	e := New(Options{}).Explain(Parse("Surunbai Jinbekov"), Parse("Genbekov"))
	assert.Contains(t, e.String(), "First:   Surunbai Jinbekov\nSecond:  Genbekov\n")
	assert.Regexp(t, `(?m)^ +\d+  J as G \(Egyptian reading of [^)]*\) +correspondences\.txt:\d+$`, e.String())
	assert.Regexp(t, `(?m)^ +\d+  Given name: Surunbai is only in the first +weights\.txt:\d+$`, e.String())
	data, err := json.Marshal(e)
	require.NoError(t, err)
	assert.Regexp(t, `"kind":"left out","word":\d,"a":\{"start":0,"end":8\}`, string(data))
}
