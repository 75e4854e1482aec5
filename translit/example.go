package translit

import "strings"

// An example stands in a comment of a rule file, and is run as a test: "# Жээнбеков = Jeenbekov". More
// than one are parted by commas, and a semicolon ends them.
type example struct {
	in, out string
	at      origin
}

func examplesIn(comment, file string, line int) []example {
	var out []example
	comment, _, _ = strings.Cut(comment, ";")
	for pair := range strings.SplitSeq(comment, ",") {
		if in, want, ok := strings.Cut(pair, " = "); ok {
			out = append(out, example{strings.TrimSpace(in), strings.TrimSpace(want), origin{file, line}})
		}
	}
	return out
}
