package translit

import "unicode/utf8"

// A peek is what a rule asks of one letter beside the one it is looked up by. Most rules that have that
// letter right have this one wrong, and need no more be tried. The ether stands for the edge of the text.
type peek struct {
	letter rune // 0: any
	in     *set // when it is not nil
}

func (k *peek) allows(r rune) bool {
	if k.in != nil {
		return k.in.contains(r)
	}
	return k.letter == 0 || k.letter == r
}

// tellsAll tells whether context is no more than the letter.
func (k *peek) tellsAll(context []element) bool {
	switch {
	case len(context) == 0:
		return k.in == nil && k.letter == 0
	case len(context) > 1:
		return false
	case context[0].kind == setOf:
		return context[0].set.strings == nil
	}
	return context[0].kind == literal && k.letter != 0 && k.letter != ether && context[0].text == string(k.letter)
}

// opening is what the first letter of a match of the first of the elements must be.
func opening(elements []element) peek {
	if len(elements) == 0 {
		return peek{}
	}
	switch e := &elements[0]; {
	case e.kind == literal:
		r, _ := utf8.DecodeRuneInString(e.text)
		return peek{letter: r}
	case e.kind == setOf:
		return peek{in: e.set.heads}
	case e.kind == segment || e.min > 0:
		return opening(e.sub)
	}
	return peek{}
}

// closing is what the last letter of a match must be.
func closing(elements []element) peek {
	if len(elements) == 0 {
		return peek{}
	}
	switch e := &elements[len(elements)-1]; {
	case e.kind == literal:
		r, _ := utf8.DecodeLastRuneInString(e.text)
		return peek{letter: r}
	case e.kind == setOf:
		return peek{in: e.set.tails}
	case e.kind == segment || e.min > 0:
		return closing(e.sub)
	}
	return peek{}
}

// following is what the second letter of a match must be, when the first is one letter of the key.
func following(key, after []element) peek {
	if len(key) == 0 {
		return peek{}
	}
	switch e := &key[0]; {
	case e.kind == segment && len(e.sub) == 1 && e.sub[0].kind != segment && len(key) > 1:
		return following(append(e.sub[:1:1], key[1:]...), nil)
	case e.kind == segment && len(key) > 1:
		return peek{} // the segment may end with its first letter
	case e.kind == segment:
		return following(e.sub, after)
	case e.kind == literal:
		if _, size := utf8.DecodeRuneInString(e.text); size < len(e.text) {
			r, _ := utf8.DecodeRuneInString(e.text[size:])
			return peek{letter: r}
		}
	case e.kind == repeat || e.set.strings != nil:
		return peek{}
	}
	if len(key) > 1 {
		return opening(key[1:])
	}
	return opening(after)
}
