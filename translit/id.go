package translit

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Transforms have two kinds of name. BCP 47 with the -t- extension (RFC 6497) puts the target first,
// "ru-Latn-t-ru-m0-bgn"; ICU puts the source first, "Russian-Latin/BGN". Case does not count in
// either, nor does - against _, and "und" and "Any" name no language and can be left out.

// nativePasses are the transforms that Unicode defines without rules.
var nativePasses = map[string]func(*machine, *origin){
	"nfc": normalize(norm.NFC), "nfd": normalize(norm.NFD), "nfkc": normalize(norm.NFKC), "nfkd": normalize(norm.NFKD),
	"lower": toLower, "upper": toUpper, "title": toTitle, "null": advanceAll, "remove": removeAll,
}

var nativeInverses = map[string]string{
	"nfc": "NFD", "nfd": "NFC", "nfkc": "NFKD", "nfkd": "NFKC",
	"lower": "Upper", "upper": "Lower", "title": "Lower", "null": "Null", "remove": "Null",
}

// nativeKey strips an id such as "Any-Lower", "und_NFD" or "::nfd" to its bare name.
func nativeKey(id string) string {
	key := strings.ToLower(strings.ReplaceAll(strings.TrimSpace(id), "_", "-"))
	return strings.TrimPrefix(strings.TrimPrefix(key, "any-"), "und-")
}

func nativePass(id string) func(*machine, *origin) { return nativePasses[nativeKey(id)] }

// inverseID turns A-B/V into B-A/V.
func inverseID(id string) string {
	if id == "" {
		return ""
	}
	if inverse, ok := nativeInverses[nativeKey(id)]; ok {
		return inverse
	}
	pair, variant, hasVariant := strings.Cut(id, "/")
	source, target, ok := strings.Cut(pair, "-")
	if !ok {
		source, target = "Any", pair
	}
	inverse := strings.TrimSpace(target) + "-" + strings.TrimSpace(source)
	if hasVariant {
		inverse += "/" + variant
	}
	return inverse
}

// idKey folds the spellings of one id into one: "und-Latn-t-ru-m0-bgn", "ru_Latn-t-ru-m0-BGN" and
// "ru-Latn-t-ru-m0-bgn" are the same, and so are "Greek-Latin", "Grek-Latn" and "und_Grek-und_Latn".
func idKey(id string) string {
	key := strings.ToLower(strings.Join(strings.Fields(id), ""))
	if target, rest, ok := strings.Cut(strings.ReplaceAll(key, "_", "-"), "-t-"); ok && !strings.Contains(key, "/") {
		source := strings.SplitN(rest, "-", 2)[0]
		if len(source) == 2 || len(source) == 3 { // a language, not und left out or a script or a key
			if target == "und" {
				target = source
			} else if strings.HasPrefix(target, "und-") {
				target = source + target[len("und"):]
			}
		}
		return strings.TrimPrefix(target, "und-") + "-t-" + strings.TrimPrefix(rest, "und-")
	}
	pair, variant, _ := strings.Cut(key, "/")
	source, target, ok := strings.Cut(pair, "-")
	if !ok {
		source, target = "any", pair
	}
	return icuName(source) + "-" + icuName(target) + "/" + variant
}

// icuName folds one half of an ICU id: a script's long name becomes its code.
func icuName(name string) string {
	name = strings.TrimPrefix(name, "und_")
	if name == "und" {
		return "any"
	}
	if code, ok := scripts().code[looseName(name)]; ok {
		return code
	}
	return name
}
