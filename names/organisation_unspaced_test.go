package names

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestWordsAreCutOffNamesWithoutBlanks(t *testing.T) {
	for name, want := range map[string]string{
		"中国华兴石油化工股份有限公司":         "中国|华兴|石油|化工|股份有限公司",
		"株式会社ベガ":                 "株式会社|ベガ",
		"（株）ベガ商事":                "株|ベガ|商事",
		"베가전자주식회사":               "베가|전자|주식회사",
		"(주)베가":                  "주|베가",
		"中国银行":                   "中国|银行",
		"华银行":                    "华银行", // a letter alone is no name
		"ベガ グループ":                "ベガ|グループ",
		"Huaxing (华兴) 有限公司":      "Huaxing|华兴|有限公司",
		"Vega Co. 주식회사베가, Seoul": "Vega|Co|주식회사|베가|Seoul",
	} {
		n := ParseAs(name, Organization)
		var parts []string
		for _, p := range n.Parts {
			assert.Equal(t, name[p.Start:p.End], p.Text)
			parts = append(parts, p.Text)
		}
		assert.Equal(t, want, strings.Join(parts, "|"))
	}
}

func TestAFormTellsAnOrganisationWithoutBlanks(t *testing.T) {
	for name, want := range map[string]bool{
		"华兴技术有限公司": true, "ベガ株式会社": true, "중앙은행": true, "习近平主席": false, "山本太郎": false, "김정은 위원장": false, "王银": false,
	} {
		assert.Equal(t, want, Parse(name).units != nil, name)
	}
}

func FuzzCutsStandBetweenLetters(f *testing.F) {
	f.Add("中国华兴石油化工股份有限公司")
	f.Add("Vega 주식회사베가\xff (株)")
	f.Fuzz(func(t *testing.T, name string) {
		last := 0
		cuts, _ := unspacedCuts(name)
		for _, cut := range cuts {
			assert.Greater(t, cut, last)
			last = cut
		}
		for _, p := range ParseAs(name, Organization).Parts {
			assert.Equal(t, name[p.Start:p.End], p.Text)
		}
	})
}
