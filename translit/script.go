package translit

import (
	"slices"
	"sync"
	"unicode"
)

// A scriptRange is a stretch of letters of one script, by Go's name of it.
type scriptRange struct {
	codeRange
	script string
}

// scriptRanges turns Go's table for each script into one table of all, in order. The signs common to
// all scripts are left out.
var scriptRanges = sync.OnceValue(func() []scriptRange {
	var all []scriptRange
	for name, table := range unicode.Scripts {
		if name == "Common" || name == "Inherited" {
			continue
		}
		for _, g := range fromTables(table).ranges {
			all = append(all, scriptRange{g, name})
		}
	}
	slices.SortFunc(all, func(a, b scriptRange) int { return int(a.lo - b.lo) })
	return all
})

// scriptOf names the script of a letter; the signs common to all scripts have none.
func scriptOf(r rune) string { return scriptRangeOf(r).script }

// scriptRangeOf finds the range of a letter; that of a common sign is the sign.
func scriptRangeOf(r rune) scriptRange {
	common := scriptRange{codeRange{r, r}, ""}
	if r < unicode.MaxASCII {
		if 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' {
			common.script = "Latin"
		}
		return common
	}
	all := scriptRanges()
	at, found := slices.BinarySearchFunc(all, r, func(g scriptRange, r rune) int { return int(g.lo - r) })
	if !found {
		at--
	}
	if at < 0 || all[at].hi < r {
		return common
	}
	return all[at]
}
