package dataset

import (
	"path/filepath"
	"strconv"
)

// A Token is a word of a name in two scripts.
type Token struct {
	Latin, Native string
	Count         int // how often recorded; 1 where the file does not say
}

// Languages are the sets tokens_LANG.csv; FullNames those of whole names in both scripts.
var (
	Languages = []string{"russian", "arabic", "hebrew", "korean", "katakana", "chinese"}
	FullNames = []string{"full_hebrew", "full_korean"}
)

// Tokens reads tokens_LANG.csv, or full_LANG.csv when that is the language named. A native spelling
// falls on one side with all its Latin ones.
func Tokens(dir, language string, part Part) ([]Token, error) {
	file, columns := "tokens_"+language, []string{"latin", "native", "count"}
	if len(language) > 5 && language[:5] == "full_" {
		file, columns = language, columns[:2]
	}
	var out []Token
	err := eachRow(filepath.Join(dir, file+".csv"), columns, func(r row) error {
		t := Token{r.get("latin"), r.get("native"), 1}
		if !part.Has(t.Native) {
			return nil
		}
		if len(columns) == 3 {
			var err error
			if t.Count, err = strconv.Atoi(r.get("count")); err != nil {
				return r.errorf("count is %q; write a whole number", r.get("count"))
			}
		}
		out = append(out, t)
		return nil
	})
	return out, err
}
