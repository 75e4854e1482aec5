// Package translit carries text from one script into another by the rules of the Unicode transform
// language (UTS #35 part 2, "Transforms"). CLDR's rule files load as they are; the built-in ones
// romanise names as they are written in practice.
//
//	t := translit.MustBuiltin("ky-Latn-t-ky-m0-press")
//	t.String("Сооронбай Жээнбеков")                     // Sooronbay Jeenbekov
//	translit.Latin("محمد بن سلمان", "").String(…)       // the table that the letters ask for
//	translit.Variants("Жапаров", "ky")                  // Japarov, Zhaparov, Dzhaparov … through Arabic Gabarov
//
// From text to text:
//
//	rules/*.txt, a user's file, CLDR's *.xml
//	      │ Library, Parse: statements → passes → rules → elements
//	      ▼
//	    Table ── lines ──▶ pass 1 ──▶ pass 2 ──▶ … ──▶ text, and on request what each rule wrote
//
// # The rule language
//
// A rule file is UTF-8 text. Statements end with a semicolon; # starts a comment. White space does not
// count unless it is quoted.
//
//	x → y ;                  x becomes y (also written >). At each letter the first rule that matches
//	                         is applied, and the text goes on behind what it wrote
//	x ← y ;  x ↔ y ;         the same from right to left, and both ways (also < and <>)
//	a { x } b → y ;          x becomes y between a and b. What stands before is already transformed
//	^ { x → y ;  x } $ → y ; at the edge of a line
//	$name = … ;              a variable: letters, sets, whatever a pattern may hold
//	[a-z ä {ch} [:L:]] [^…]  one of a set: ranges, strings, properties, other sets; & and - between sets;
//	                         a lone $ in a set is the edge of the line, and so is anything not in [^…]
//	x* x+ x?                 as many as there are; what is taken is not given back
//	(x) (y) → $2 $1 ;        segments, and their text in the output
//	x → &Any-Upper(y) ;      a transform called on what it is given
//	x → y | z ;              the text goes on before z; |@ and @| step outside, a letter for each @
//	:: id (inverse) ;        a pass: everything above is done before it. NFC NFD NFKC NFKD Lower Upper
//	                         Title Remove Null, or the id of another transform
//	:: [set] ;               first in the file: letters outside the set are left alone
//	'quoted' \u0041 \-       letters as they are; all ASCII signs but letters and digits must be quoted
//
// Comments may hold examples, which are run as tests: # Жуков = Zhukov, Чехов = Chekhov; and a reason
//
// # Where ICU differs
//
// On CLDR's test data and on 10,000 real tokens a transform (see internal/icucompare) the output is that
// of ICU 72 to the byte, but for these:
//
//   - Rules see one line at a time (see Table), and ^ and $ match at its ends; ICU sees the whole text.
//   - ICU, to judge by its output, applies the filter of a first pass, ":: [set] NFKC ; :: Other ;", to the
//     passes behind it as well. The standard does not say so, and here it is for its own pass. CLDR's Han-Latin meets this: its
//     full-width commas become ASCII ones.
//   - Any-BreakInternal, the word breaking of Thai by a dictionary, is not there, so Thai-Latin is not.
//   - More than thirty marks on one letter get a U+034F among them from golang.org/x/text/unicode/norm.
//   - A rule that can never fire is an error, except in CLDR's own files.
//   - A comment may stand inside a rule.
package translit
