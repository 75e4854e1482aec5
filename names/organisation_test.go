package names

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestCompareOrganisationsDecides(t *testing.T) {
	cases := map[Decision][][2]string{
		Same: {
			{"JSC ARGUMENT", "JSCARGUMENT"}, {"Gazprom", "OAO Gazprom"}, {"ООО Вега", "Vega LLC"}, // written as one, forms
			{"Vega Intl Mfg Co.", "Vega International Manufacturing Company"}, {"Lind & Söhne", "Lind and Sons"},
			{"Banco Nacional Vega", "National Bank Vega"}, {"Министерство обороны Российской Федерации", "Ministry of Defence of Russia"},
			{"University of Georgia", "Universität Georgien"}, {"Vega Neftegaz", "Vega Oil and Gas"}, // translated
			{"International Business Machines", "IBM"}, {"Islamic Revolutionary Guard Corps", "IRGC"},
			{"Lindholm Arctic Shipping (LAS)", "Lindholm Arctic Shipping"}, // acronyms
			{"Factory No. 5", "5th Factory"}, {"Brigade Fourty-four", "Brigade 44"}, {"Lindholm Fund IV", "Lindholm Fund 4"},
			{"Banque Nationale d'Algérie", "National Bank of Algeria"}, {"L'Oréal SA", "LOREAL"}, // elided
			{"Lindholm Ltd (formerly Karelia Bank)", "Lindholm Ltd"},
			{"Bank of Georgia", "Bank Gruzii"}, {"Peking Lotus Trading", "Beijing Lotus Trading"}, // places
			{"Shipping Company Lindholm", "Lindholm Shipping Company"}, {"Lindhlom Shipping", "Lindholm Shipping"},
			{"Lindholm d.o.o. za usluge i trgovinu", "Lindholm d.o.o."}, // what it does
			{"Lindholm (Germany) Shipping", "Lindholm Shipping"},        // the branch of a country
		},
		Different: {
			{"CORP", "Vega Corp"}, {"Trading Company", "Lindholm Trading Company"}, {"Bank", "Bank of Georgia"},
			{"Factory No. 5", "Factory No. 7"}, {"Lindholm Fund IV", "Lindholm Fund V"}, {"Lindholm 2000", "Lindholm 3000"},
			{"Lindholm Shipping", "Karelia Shipping"}, {"Bank of Georgia", "Bank of Armenia"},
			{"Lindholm of Atlanta", "Lindholm of Boston"}, {"Saudi Oil Company", "Saudi Gas Company"},
			{"Lindholm Foundation", "Lindholm LLC"}, {"ANO Lindholm Shipping", "OOO Lindholm Shipping"}, // one trades
			{"AA Trading", "AB Trading"}, {"", "Vega Corp"},
		},
	}
	m := New(Options{})
	for want, pairs := range cases {
		for _, p := range pairs {
			a, b := ParseAs(p[0], Organization), ParseAs(p[1], Organization)
			assert.Equal(t, want, m.Compare(a, b).Decision, "%s", m.Explain(a, b))
		}
	}
}

func TestComparePlacesDecides(t *testing.T) {
	m := New(Options{})
	for _, p := range [][2]string{
		{"Kyrgyzstan", "Kirghizia"}, {"Kyrgyz Republic", "Киргизия"}, {"Germany", "Allemagne"}, {"Kiev", "Kyiv"},
		{"Peking", "Beijing"}, {"Алма-Ата", "Almaty"}, {"DPRK", "North Korea"},
	} {
		a, b := ParseAs(p[0], Place), ParseAs(p[1], Place)
		assert.Equal(t, Same, m.Compare(a, b).Decision, "%s", m.Explain(a, b))
		a, b = Parse(p[0]), Parse(p[1])
		assert.Equal(t, Same, m.Compare(a, b).Decision, "not said to be places: %s", m.Explain(a, b))
	}
	for _, p := range [][2]string{{"Kyrgyzstan", "Kazakhstan"}, {"Kyiv", "Kharkiv"}, {"North Korea", "South Korea"}} {
		a, b := ParseAs(p[0], Place), ParseAs(p[1], Place)
		assert.Equal(t, Different, m.Compare(a, b).Decision, "%s", m.Explain(a, b))
	}
}

func TestParseTellsOrganisationsFromPeople(t *testing.T) {
	for name, want := range map[string]bool{
		"Lindholm Shipping Ltd": true, "Ministry of Defence": true, "Банк Вега": true,
		"Kyrgyzstan": false, "Jordan": false, "Gazprom": false, "Polk, James": false, "General Lind": false, "Prime Minister Lind": false,
		"John Mills": false, "PAO, Hua": false, "": false,
	} {
		assert.Equal(t, want, Parse(name).units != nil, name)
	}
	assert.Nil(t, ParseAs("Lindholm Shipping Ltd", Person).units, "said to be a person")
	m := New(Options{})
	assert.NotEqual(t, Same, m.Compare(Parse("Jordan"), Parse("Michael Jordan")).Decision)
	assert.Equal(t, Same, m.Compare(Parse("Gazprom"), Parse("Gazprom OAO")).Decision)
}

// someOrganisations meet in pairs in the property tests.
var someOrganisations = []string{
	"", "?!", "CORP", "JSC ARGUMENT", "JSCARGUMENT", "S.A. de C.V.", "Vega, S.A. DE C.V.", "IBM", "International Business Machines Corp.",
	"Lindholm Arctic Shipping (LAS)", "Factory No. 5", "Завод № 5", "Fourty-four", "V", "Fund V L.P.", "B. S. Company", "BS Company",
	"Министерство обороны РФ", "Ministère de la Défense", "Bank of Georgia", "بنك جورجيا", "中国银行", "of the and", "Al-Vega & Bros.",
	"Kyrgyz Republic", "Kirghizia", "a\xffb Ltd", "1st 2nd 3rd", "X X X X", "São José Comércio Ltda", "Sao Jose Comercio",
	"Завод \u2126 5", "ANO Vega OOO", "Fond Vega e.V. GmbH", "Vega (Schweiz) AG za usluge",
}

func TestCompareOrganisationsIsSymmetricReflexiveAndExplained(t *testing.T) {
	m := New(Options{})
	for _, x := range someOrganisations {
		for _, y := range slices.Concat(someOrganisations, []string{"Surunbai Jinbekov", "Vega"}) {
			checkNames(t, m, ParseAs(x, Organization), ParseAs(y, Organization))
			checkNames(t, m, Parse(x), ParseAs(y, Organization))
			checkNames(t, m, Parse(x), Parse(y))
		}
	}
}

func FuzzCompareOrganisations(f *testing.F) {
	for i, x := range someOrganisations {
		f.Add(x, someOrganisations[(i+7)%len(someOrganisations)])
	}
	m := New(Options{})
	f.Fuzz(func(t *testing.T, x, y string) {
		checkNames(t, m, ParseAs(x, Organization), ParseAs(y, Organization))
	})
}

func TestCompareOrganisationsAllocatesNothing(t *testing.T) {
	if raceDetector {
		t.Skip("the race detector empties pools at random")
	}
	m := New(Options{})
	a, b := ParseAs("Lindholm Arctic Shipping Company No. 5", Organization), ParseAs("LAS Karelia Shiping Co., Ltd. II", Organization)
	m.Compare(a, b)
	assert.Zero(t, testing.AllocsPerRun(100, func() { m.Compare(a, b) }))
}

// Each example of the files of organisations is one name in two spellings.
func TestExamplesOfOrganisationWords(t *testing.T) {
	m := New(Options{})
	count := 0
	for _, file := range wordFiles[:3] {
		for _, line := range mustRead(file).Lines {
			for _, e := range line.Example {
				a, b := ParseAs(e.Left, Organization), ParseAs(e.Right, Organization)
				assert.Equal(t, Same, m.Compare(a, b).Decision, "%s: %s", line.Pos(), m.Explain(a, b))
				count++
			}
		}
	}
	assert.Greater(t, count, 200)
}

// A spelling that its own sense has already, or that another spelling's stem covers, can never fire.
func TestNoSpellingOfAPlaceOrAnOrganisationIsIdle(t *testing.T) {
	for _, file := range []string{"organisation-words.txt", "organisation-words-east-asia.txt", "places.txt"} {
		for _, line := range mustRead(file).Lines {
			seen := map[string]bool{}
			for _, s := range spellingsOf(line) {
				key := fold(s) + map[bool]string{true: "*"}[strings.HasSuffix(s, "*")]
				assert.False(t, seen[key], "%s: %q stands twice", line.Pos(), s)
				assert.NotEmpty(t, fold(s), "%s: %q has no letters", line.Pos(), s)
				seen[key] = true
			}
		}
	}
}

// The rule files must be read as names are, or their words are never found.
func TestSpellingsAreReadAsNames(t *testing.T) {
	for _, file := range wordFiles {
		for _, line := range mustRead(file).Lines {
			for _, s := range spellingsOf(line) {
				if isLatin(s) {
					var words []string
					for _, w := range splitWords(s) {
						words = append(words, asPassport(w.Plain))
					}
					require.Equal(t, strings.Join(words, " "), fold(s), "%s: %q", line.Pos(), s)
				}
			}
		}
	}
}

func TestClusterOrganisations(t *testing.T) {
	together := func(names ...string) map[string]string {
		var mentions []Mention
		for _, n := range names {
			mentions = append(mentions, Mention{Name: n})
		}
		in := map[string]string{}
		for _, c := range New(Options{Schema: Organization}).Cluster(mentions) {
			for _, m := range c.Members {
				in[m.Name] = c.ID
			}
		}
		return in
	}
	in := together("Lindholm Factory No. 5", "Lindholm Factory", "Lindholm Factory No. 7", "5th Lindholm Factory")
	assert.Equal(t, in["Lindholm Factory No. 5"], in["5th Lindholm Factory"])
	assert.NotEqual(t, in["Lindholm Factory No. 5"], in["Lindholm Factory No. 7"], "numbers keep them apart, whatever lies between")
	in = together("Gazprom", "OAO Gazprom", "Газпром", "Corp", "Karelia Corp")
	assert.Equal(t, in["Gazprom"], in["OAO Gazprom"], "one word is a whole name")
	assert.Equal(t, in["Gazprom"], in["Газпром"])
	assert.NotEqual(t, in["Corp"], in["Karelia Corp"])
	in = together("Islamic Revolutionary Guard Corps", "IRGC", "Karelian Timber")
	assert.Equal(t, in["IRGC"], in["Islamic Revolutionary Guard Corps"])
}

func TestAcronymsOfManySmallWords(t *testing.T) {
	small := strings.Repeat("a of ", 15)
	m := New(Options{})
	assert.NotPanics(t, func() { m.Compare(ParseAs(small+"aaaaaaaa", Organization), ParseAs("AAAAOOOX "+small, Organization)) })
	assert.NotEmpty(t, ParseAs(strings.Repeat("a of AAAAAAAA ", 20_000), Organization).units)

	var run spellingOut
	for acronym, want := range map[string]int{"ibo": 4, "ibof": 0, "iboo": 4, "i": 1, "": 0} {
		run = spellingOut{tokens: ParseAs("International Bank of Ohio", Organization).tokens}
		assert.Equal(t, want, run.rest([]rune(acronym), 0), acronym)
	}
}

// An acronym and what it is short for are compared, whichever of the small words and kinds of organisation it takes.
func TestAcronymsAreLookedUp(t *testing.T) {
	m := New(Options{Schema: Organization})
	var list []Name
	for _, s := range []string{"Ministry of Fisheries and Ocean Lakes", "MOFOL", "Lindholm Arctic Manufacturing Industrial Company", "LAMI", "Vega Trading"} {
		list = append(list, m.Parse(s))
	}
	var pairs [][2]int
	for i, j := range m.Pairs(list) {
		pairs = append(pairs, [2]int{min(i, j), max(i, j)})
	}
	assert.Contains(t, pairs, [2]int{0, 1})
	assert.Contains(t, pairs, [2]int{2, 3})
	assert.NotContains(t, pairs, [2]int{1, 4})
}
