package names

// A readName is a name as it is filed.
type readName struct {
	name  Name
	words []readWord
	keys  []string // of an organisation
}

// readName reads a name to be filed.
func (m *Matcher) readName(text string) readName {
	n := m.Parse(text)
	read := readName{name: n, words: readWords(n)}
	if n.units != nil {
		read.keys, _ = organisationKeys(n)
	}
	return read
}

// A readWord is a word that a name is found by.
type readWord struct {
	*spelled
	key     string
	initial bool
	joined  bool // several words written together
}

// readWords gives the words that a name is found by: those that carry it, and those that a particle or a kunya may make
// one word with a neighbour.
func readWords(n Name) []readWord {
	words := make([]readWord, 0, len(n.tokens)+1)
	for i := range n.tokens[:min(len(n.tokens), maxTokens)] {
		if t := &n.tokens[i]; carries(t.role) && len(t.Letters) <= maxLetters {
			words = append(words, readWord{spelled: &t.spelled, key: wordKey(&t.spelled, t.role == Initial), initial: t.role == Initial})
		}
	}
	for i := range n.tokens[:min(len(n.tokens), maxTokens)] {
		for to := i + 2; to <= min(i+3, len(n.tokens)); to++ {
			if run := n.tokens[i:to]; bindsInside(run) {
				words = appendJoined(words, n, group{from: i, to: to})
			}
		}
	}
	return words
}

// carries tells whether words of a role carry the name.
func carries(r Role) bool { return r == Given || r == Surname || r == Patronymic || r == Initial }

func appendJoined(words []readWord, n Name, g group) []readWord {
	if s := spell(n.tokens, g); len(s.Letters) <= maxLetters {
		words = append(words, readWord{spelled: s, key: wordKey(s, false), joined: true})
	}
	return words
}

// bindsInside tells whether tokens may be one word elsewhere: Abd al-Rahman, Abu Bakr, Almaz Bey.
func bindsInside(run []token) bool {
	return runRole(run) != Title && binds(run)
}

// wordKey tells words apart that are compared differently.
func wordKey(s *spelled, initial bool) string {
	key := string(s.Letters)
	if !s.latin {
		key += "\x00" + string(s.native.Letters)
	}
	if initial {
		key += "."
	}
	return key
}
