package translit_test

import (
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/transform"

	"github.com/namesake-go/namesake/translit"
)

func TestBuiltinByEveryName(t *testing.T) {
	want := translit.MustBuiltin("ru-Latn-t-ru-m0-bgn")
	for _, id := range []string{"und-Latn-t-ru-m0-bgn", "ru_Latn-t-ru-m0-BGN", "Russian-Latin/BGN"} {
		got, err := translit.Builtin(id)
		require.NoError(t, err)
		assert.Same(t, want, got, id)
	}
	_, err := translit.Builtin("ru-Latn-t-ru-m0-bng")
	assert.ErrorContains(t, err, "did you mean ru-Latn-t-ru-m0-bgn?")
	assert.Equal(t, "ru-Latn-t-ru-m0-bgn", want.ID())
}

// A table brings in the tables that it calls, and nothing else; the headings are there without.
func TestNothingIsReadThatIsNotUsed(t *testing.T) {
	l := translit.OpenBuiltin()
	assert.Contains(t, l.Heading("ky-Latn-t-ky-m0-press"), "Kyrgyz")
	assert.Empty(t, translit.Read(l))
	_, err := l.Table("ky-Latn-t-ky-m0-press")
	require.NoError(t, err)
	assert.Equal(t, map[string]bool{"ky-Latn-t-ky-m0-press.txt": true, "ky-Latn-t-ky-m0-bgn.txt": true}, translit.Read(l))
}

func TestPressSpellings(t *testing.T) {
	for native, want := range map[string]string{
		"Сооронбай Жээнбеков":         "Sooronbay Jeenbekov",
		"Садыр Жапаров":               "Sadyr Japarov",
		"Никита Сергеевич Хрущёв":     "Nikita Sergeyevich Khrushchev",
		"Борис Ельцин":                "Boris Yeltsin",
		"Щербаков":                    "Shcherbakov",
		"Юлія Свириденко":             "Yulia Svyrydenko",
		"Володимир Зеленський":        "Volodymyr Zelensky",
		"سورونباي جينبيكوف":           "Soronbai Jinbekov",
		"محمد بن سلمان":               "Muhammad bin Salman",
		"John Smith":                  "",
		"12 — 3":                      "",
		"ХРУЩЁВ Никита":               "KHRUSHCHEV Nikita",
		"Surunbai Jinbekov (Жапаров)": "",
	} {
		table := translit.Latin(native, "")
		if want == "" {
			assert.Nil(t, table, native)
			continue
		}
		require.NotNil(t, table, native)
		got := table.String(native)
		if strings.HasPrefix(native, "Садыр") { // no letter tells that this is Kyrgyz and not Russian
			got = translit.Latin(native, "ky").String(native)
		}
		assert.Equal(t, want, got)
	}
}

func TestDetect(t *testing.T) {
	for text, want := range map[string]translit.Guess{
		"Сооронбай Жээнбеков": {Script: "Cyrl", Lang: "ky"}, "Эльцин": {Script: "Cyrl", Lang: "ru"}, "Өмүрбек": {Script: "Cyrl", Lang: "ky"},
		"Київ": {Script: "Cyrl", Lang: "uk"}, "Лукашэнка Быкаў": {Script: "Cyrl", Lang: "be"},
		"Љубав": {Script: "Cyrl", Lang: "sr"}, "Бишкек": {Script: "Cyrl"},
		"گوگوش": {Script: "Arab", Lang: "fa"}, "فاطمة": {Script: "Arab", Lang: "ar"},
		"山田太郎": {Script: "Hani", Lang: "ja"}, "山田 太": {Script: "Hani", Lang: "ja"}, "長谷川": {Script: "Hani", Lang: "ja"},
		"山田太": {Script: "Hani"}, "田中": {Script: "Hani"}, "欧阳修文": {Script: "Hani"},
		"Ali": {Script: "Latn"}, "": {}, "1 2": {},
	} {
		assert.Equal(t, want, translit.Detect(text), text)
	}
}

// Errors name the line, what is wrong, and the nearest fix; all of them come at once.
func TestErrors(t *testing.T) {
	_, err := translit.Parse("my.txt", "а → a ;\n$vowels = [aeiou] ;\n$vowel { б → b ;\n[:Leter:] → x ;\nа → b ;\nж → $1 ;\nz → [a-b] ;\n(x → y ;\n:: NFX ;\n")
	require.Error(t, err)
	for _, want := range []string{
		`my.txt:3: variable $vowel is not defined; did you mean vowels?`,
		`my.txt:4: property "Leter" is not known; did you mean letter?`,
		`my.txt:9: transform "NFX" is not known; did you mean nfc?`,
		`my.txt:5: this rule can never fire, because the rule on line 1 matches first`,
		`my.txt:6: $1 is used, but the pattern has 0 segments`,
		`my.txt:7: the output has a set`,
		`my.txt:8: ( is not closed; add )`,
	} {
		assert.ErrorContains(t, err, want)
	}
	assert.Len(t, strings.Split(err.Error(), "\n"), 7)
}

// Whatever is not UTF-8 comes out as it went in.
func TestInvalidUTF8(t *testing.T) {
	table := translit.MustBuiltin("ru-Latn-t-ru-m0-bgn")
	assert.Equal(t, "\xffb\xd0 yel\x80", table.String("\xffб\xd0 ель\x80"))
}

// A stream is transformed as the text in one piece, through the small buffers of x/text.
func TestStream(t *testing.T) {
	table := translit.MustBuiltin("ru-Latn-t-ru-m0-press")
	text := strings.Repeat("Щербаков Пётр и Дмитрий\n", 3000) + strings.Repeat("Щ", 50_000) + "\xff" + strings.Repeat(" ёж", 20_000)
	got, _, err := transform.String(table, text)
	require.NoError(t, err)
	assert.True(t, table.String(text) == got)
	var out strings.Builder
	w := transform.NewWriter(&out, table)
	for i := 0; i < len(text); i += 777 {
		_, err := w.Write([]byte(text[i:min(i+777, len(text))]))
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	assert.True(t, got == out.String())
}

// One table serves many goroutines; the race detector looks on.
func TestConcurrentUse(t *testing.T) {
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for _, id := range translit.IDs() {
				table := translit.MustBuiltin(id)
				assert.Equal(t, table.String("Жээнбеков Өмүрбек محمد"), table.String("Жээнбеков Өмүрбек محمد"))
			}
		})
	}
	wait.Wait()
}

// A trace says which line of which file wrote what; files that call each other and passes one after the
// other are all accounted for.
func TestTrace(t *testing.T) {
	in := "Ёё ö, Ǻx"
	table, err := translit.Parse("my.txt", ":: NFD ;\n\u0308 → ;\n:: Upper ;\n:: ru-Latn-t-ru-m0-bgn ;\n:: NFC ;")
	require.NoError(t, err)
	out, steps := table.Trace(in)
	assert.Equal(t, "YEYE O, ǺX", out)
	assertTiles(t, in, out, steps)
	type wrote struct {
		from, to, file string
		line           int
	}
	var got []wrote
	for _, s := range steps {
		got = append(got, wrote{in[s.Src.Start:s.Src.End], out[s.Dst.Start:s.Dst.End], s.File, s.Line})
	}
	const bgn = "ru-Latn-t-ru-m0-bgn.txt"
	assert.Equal(t, []wrote{
		{"Ё", "YE", bgn, lineOf(t, bgn, "[ЕЁ] } $capital → YE ;")}, {"ё", "YE", bgn, lineOf(t, bgn, "$vowel { [ЕЁ] → YE ;")},
		{" ", " ", "", 0}, {"ö", "O", "my.txt", 3}, {", Ǻ", ", Ǻ", "", 0}, {"x", "X", "my.txt", 3},
	}, got)
}

// lineOf finds the line of a rule file that holds some text.
func lineOf(t *testing.T, file, text string) int {
	data, err := os.ReadFile("rules/" + file)
	require.NoError(t, err)
	before, _, found := strings.Cut(string(data), text)
	require.True(t, found)
	return strings.Count(before, "\n") + 1
}

func assertTiles(t *testing.T, in, out string, steps []translit.Step) {
	t.Helper()
	src, dst := 0, 0
	for _, s := range steps {
		require.Equal(t, src, s.Src.Start, "%v", steps)
		require.Equal(t, dst, s.Dst.Start, "%v", steps)
		src, dst = s.Src.End, s.Dst.End
		if s.File == "" {
			require.Equal(t, in[s.Src.Start:s.Src.End], out[s.Dst.Start:s.Dst.End])
		}
	}
	require.Equal(t, len(in), src)
	require.Equal(t, len(out), dst)
}
