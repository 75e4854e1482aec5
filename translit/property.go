package translit

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/namesake-go/namesake/internal/nearest"
	"github.com/namesake-go/namesake/internal/rulefile"
)

// Properties in UnicodeSets, [:Letter:] or \p{script=Greek}, are answered by Go's unicode package,
// by x/text for combining classes, and by properties.txt for what neither knows.

//go:embed properties.txt
var propertiesText string

// section gives the lines of one part of properties.txt: most tables need one, or none.
func section(name string) []rulefile.Line {
	_, text, _ := strings.Cut(propertiesText, "\n["+name+"]\n")
	text, _, _ = strings.Cut(text, "\n[")
	file, err := rulefile.Parse("properties.txt", text)
	if err != nil {
		panic(err) // the file is ours; a test reads it
	}
	return file.Lines
}

// A scriptNames knows scripts by their names; all of them are loose (see looseName), but for Go's own.
type scriptNames struct {
	goName map[string]string // "latn" and "latin" → "Latin"
	code   map[string]string // "latin" → "latn"
}

var scripts = sync.OnceValue(func() scriptNames {
	s := scriptNames{map[string]string{}, map[string]string{}}
	for name := range unicode.Scripts {
		s.goName[looseName(name)] = name
	}
	for _, line := range section("script") {
		code, name := looseName(line.Fields[0]), looseName(line.Fields[1])
		if goName, ok := s.goName[name]; ok {
			s.goName[code], s.code[name] = goName, code
		}
	}
	return s
})

var combiningClasses = sync.OnceValue(func() map[string]uint8 {
	classes := map[string]uint8{}
	for _, line := range section("ccc") {
		class, _ := strconv.ParseUint(line.Fields[0], 10, 8)
		for _, name := range line.Fields[1:] {
			classes[looseName(name)] = uint8(class)
		}
	}
	return classes
})

var wordBreaks = sync.OnceValue(func() map[string][]codeRange {
	breaks := map[string][]codeRange{}
	for _, line := range section("word-break") {
		value := looseName(line.Fields[0])
		for _, r := range line.Fields[1:] {
			breaks[value] = append(breaks[value], hexRange(r))
		}
	}
	return breaks
})

var blocks = sync.OnceValue(func() map[string]codeRange {
	blocks := map[string]codeRange{}
	for _, line := range section("block") {
		blocks[looseName(line.Fields[1])] = hexRange(line.Fields[0])
	}
	return blocks
})

// hexRange reads "0041-005A" or "0041".
func hexRange(s string) codeRange {
	from, to, found := strings.Cut(s, "-")
	if !found {
		to = from
	}
	lo, _ := strconv.ParseInt(from, 16, 32)
	hi, _ := strconv.ParseInt(to, 16, 32)
	return codeRange{rune(lo), rune(hi)}
}

// looseName folds a property name as UAX #44 has it (UAX44-LM3): case, spaces, hyphens and
// underscores do not count.
func looseName(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case ' ', '_', '-', '\t':
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}

var propertyCache sync.Map // loose text between the colons → *set

// property returns the set that [:text:] stands for: "Letter", "gc=Lu", "script=Han", "ccc=230",
// "block=Arabic", "Lowercase", "WB=MidLetter". A caret for negation is the caller's.
func property(text string) (*set, error) {
	key := looseName(text)
	if s, ok := propertyCache.Load(key); ok {
		return s.(*set), nil
	}
	s, err := findProperty(key, text)
	if err == nil {
		propertyCache.Store(key, s)
	}
	return s, err
}

func findProperty(key, text string) (*set, error) {
	name, value, hasValue := strings.Cut(key, "=")
	if !hasValue {
		if s := category(key); s != nil {
			return s, nil
		}
		if goName, ok := scripts().goName[key]; ok {
			return fromTables(unicode.Scripts[goName]), nil
		}
		if s := binaryProperty(key); s != nil {
			return s, nil
		}
		return nil, fmt.Errorf("property %q is not known%s", text, nearest.Hint(key, propertyNames()))
	}
	switch name {
	case "gc", "generalcategory":
		if s := category(value); s != nil {
			return s, nil
		}
		return nil, fmt.Errorf("general category %q is not known%s", value, nearest.Hint(value, propertyNames()))
	case "sc", "script":
		if goName, ok := scripts().goName[value]; ok {
			return fromTables(unicode.Scripts[goName]), nil
		}
		return nil, fmt.Errorf("script %q is not known%s", value, nearest.Hint(value, slices.Collect(maps.Keys(scripts().goName))))
	case "ccc", "canonicalcombiningclass":
		class, ok := combiningClasses()[value]
		if n, err := strconv.ParseUint(value, 10, 8); err == nil {
			class, ok = uint8(n), true
		}
		if !ok {
			return nil, fmt.Errorf("combining class %q is not known%s", value, nearest.Hint(value, slices.Collect(maps.Keys(combiningClasses()))))
		}
		return combiningClass(class), nil
	case "blk", "block":
		if g, ok := blocks()[value]; ok {
			return newSet([]codeRange{g}, nil), nil
		}
		return nil, fmt.Errorf("block %q is not known%s", value, nearest.Hint(value, slices.Collect(maps.Keys(blocks()))))
	case "wb", "wordbreak":
		if s := wordBreak(value); s != nil {
			return s, nil
		}
		return nil, fmt.Errorf("Word_Break value %q is not supported; ALetter, Extend, MidLetter, MidNumLet and Single_Quote are", value)
	}
	if yes := map[string]bool{"y": true, "yes": true, "t": true, "true": true}[value]; yes {
		if s := binaryProperty(name); s != nil {
			return s, nil
		}
	}
	return nil, fmt.Errorf("property %q is not supported (Go's unicode tables lack it); gc, sc, ccc, blk, WB and the binary properties are", name)
}

// category answers the general categories by short and by long name.
func category(key string) *set {
	for name, table := range unicode.Categories {
		if looseName(name) == key {
			return fromTables(table)
		}
	}
	for alias, name := range unicode.CategoryAliases {
		if looseName(alias) == key {
			return fromTables(unicode.Categories[name])
		}
	}
	switch key {
	case "any":
		return newSet([]codeRange{{0, unicode.MaxRune}}, nil)
	case "assigned":
		return category("cn").complement()
	case "ascii":
		return newSet([]codeRange{{0, 0x7F}}, nil)
	}
	return nil
}

// binaryProperty answers Go's binary properties, and those derived from them as in
// DerivedCoreProperties.txt.
func binaryProperty(key string) *set {
	for name, table := range unicode.Properties {
		if looseName(name) == key {
			return fromTables(table)
		}
	}
	switch key {
	case "lowercase", "lower":
		return fromTables(unicode.Ll, unicode.Other_Lowercase)
	case "uppercase", "upper":
		return fromTables(unicode.Lu, unicode.Other_Uppercase)
	case "cased":
		return fromTables(unicode.Lu, unicode.Ll, unicode.Lt, unicode.Other_Lowercase, unicode.Other_Uppercase)
	case "caseignorable", "ci":
		s := fromTables(unicode.Mn, unicode.Me, unicode.Cf, unicode.Lm, unicode.Sk)
		for _, value := range []string{"midletter", "midnumlet", "singlequote"} {
			s = s.union(wordBreak(value))
		}
		return s
	case "alphabetic", "alpha":
		return fromTables(unicode.L, unicode.Nl, unicode.Other_Alphabetic)
	case "math":
		return fromTables(unicode.Sm, unicode.Other_Math)
	case "idstart", "ids":
		return fromTables(unicode.L, unicode.Nl, unicode.Other_ID_Start)
	case "idcontinue", "idc":
		return fromTables(unicode.L, unicode.Nl, unicode.Other_ID_Start, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc, unicode.Other_ID_Continue)
	}
	return nil
}

// wordBreak answers the Word_Break values of UAX #29 that need no table of their own.
func wordBreak(value string) *set {
	switch value {
	case "aletter", "le":
		not := fromTables(unicode.Ideographic, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
			unicode.Hiragana, unicode.Katakana, unicode.Mn, unicode.Mc)
		return binaryProperty("alphabetic").minus(not)
	case "extend":
		return fromTables(unicode.Mn, unicode.Me, unicode.Mc, unicode.Other_Grapheme_Extend)
	}
	aliases := map[string]string{"ml": "midletter", "mb": "midnumlet", "sq": "singlequote"}
	if full, ok := aliases[value]; ok {
		value = full
	}
	if ranges, ok := wordBreaks()[value]; ok {
		return newSet(slices.Clone(ranges), nil)
	}
	return nil
}

func combiningClass(class uint8) *set {
	var marks []codeRange
	var buf [utf8.UTFMax]byte
	for r := rune(0x300); r <= 0x1FFFF; r++ { // no mark stands outside
		ccc := norm.NFD.Properties(utf8.AppendRune(buf[:0], r)).CCC()
		if ccc == class && class != 0 || ccc != 0 && class == 0 {
			marks = append(marks, codeRange{r, r})
		}
	}
	if class == 0 {
		return newSet(marks, nil).complement()
	}
	return newSet(marks, nil)
}

// fromTables joins Go's range tables.
func fromTables(tables ...*unicode.RangeTable) *set {
	var out []codeRange
	add := func(lo, hi, stride rune) {
		if stride == 1 {
			out = append(out, codeRange{lo, hi})
			return
		}
		for r := lo; r <= hi; r += stride {
			out = append(out, codeRange{r, r})
		}
	}
	for _, t := range tables {
		for _, g := range t.R16 {
			add(rune(g.Lo), rune(g.Hi), rune(g.Stride))
		}
		for _, g := range t.R32 {
			add(rune(g.Lo), rune(g.Hi), rune(g.Stride))
		}
	}
	return newSet(out, nil)
}

// propertyNames lists what may stand between the colons, for the nearest fix.
func propertyNames() []string {
	names := slices.Collect(maps.Keys(scripts().goName))
	for name := range unicode.Categories {
		names = append(names, looseName(name))
	}
	for name := range unicode.CategoryAliases {
		names = append(names, looseName(name))
	}
	for name := range unicode.Properties {
		names = append(names, looseName(name))
	}
	return append(names, "any", "assigned", "ascii", "lowercase", "uppercase", "cased", "caseignorable", "alphabetic", "math")
}
