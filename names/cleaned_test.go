package names

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestCleaned(t *testing.T) {
	for _, c := range []struct {
		given, read string
		at          places // nil: as given
	}{
		{"Paul", "Paul", nil},
		{"Пол Смит", "Пол Смит", nil},
		{"AT&T; Paul", "AT&T; Paul", nil},
		{"O&#39;Neil", "O'Neil", places{0, 1, 6, 7, 8, 9, 10}},
		{"A&amp;amp;B", "A&amp;B", places{0, 1, 6, 7, 8, 9, 10, 11}}, // once, as a browser does
		{"A&nbsp;B", "A\u00a0B", places{0, 1, 1, 7, 8}},
		{"Ｐａ", "Pa", places{0, 3, 6}},
		{"ｼﾞｮﾝ", "ジョン", places{0, 0, 0, 6, 6, 6, 9, 9, 9, 12}},
		{"Раul", "Paul", places{0, 2, 4, 5, 6}},                              // Russian Р and а
		{"Иванoв", "Иванов", places{0, 0, 2, 2, 4, 4, 6, 6, 8, 8, 9, 9, 11}}, // Latin o
		{"Paul Иванов", "Paul Иванов", nil},
		{"Paulж", "Paulж", nil}, // nothing Latin looks like ж, and nothing Russian like l
		{"Маta", "Mata", places{0, 2, 4, 5, 6}},
	} {
		text, at := cleaned(c.given)
		assert.Equal(t, c.read, text, c.given)
		assert.Equal(t, c.at, at, c.given)
	}
}

// What is written in other signs is the same name, and is explained with the signs as given.
func TestNamesAsTheyCome(t *testing.T) {
	m := New(Options{})
	for _, c := range [][2]string{
		{"Seán O&#39;Brien", "Sean O'Brien"},
		{"Ｐａｕｌ Ｓｍｉｔｈ", "Paul Smith"},
		{"𝐏𝐚𝐮𝐥 𝐒𝐦𝐢𝐭𝐡", "Paul Smith"},
		{"ﻣﺤﻤﺪ ﺍﻟﻘﺬﺍﻓﻲ", "Muhammad al-Qadhafi"},
		{"Раul Ѕmіth", "Paul Smith"},
		{"Пeтp Ивaнoв", "Petr Ivanov"},
		{"Carl0s M3nd0za", "Carlos Mendoza"},
		{"Ａｃｍｅ Trading ＬＬＣ", "Acme Trading LLC"},
	} {
		a, b := Parse(c[0]), Parse(c[1])
		require.Equal(t, Same, m.Compare(a, b).Decision, "%s, %s: %s", c[0], c[1], m.Explain(a, b))
		assert.Equal(t, c[0], a.Text)
		for _, p := range a.Parts {
			assert.Equal(t, p.Text, c[0][p.Start:p.End])
		}
	}
	a := Parse("O&#39;Brien")
	require.Len(t, a.Parts, 1)
	assert.Equal(t, "O&#39;Brien", a.Parts[0].Text)
}
