package main

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/namesake-go/namesake/internal/correspond"
	"github.com/namesake-go/namesake/internal/measure/dataset"
)

// What is learned from
//
// The Latin words on record for one native word are spellings of it; all others that stand near one of them, and are not
// on record for a native word in common, are alike by chance. Each native word counts once, its spellings by the roots of
// their counts; a look-alike counts by how many native words it is on record for. The lists of people give spellings as
// well: words of two names of one person that are near each other. What is alike by chance there cannot be told, since
// nobody says which of their people have one name in common.

// allTrials makes the trials of all languages and lists.
func allTrials(data string, part dataset.Part, rules *correspond.Rules) ([]correspond.Trial, error) {
	var trials []correspond.Trial
	for _, language := range []string{"arabic", "russian", "hebrew"} {
		tokens, err := dataset.Tokens(data, language, part)
		if err != nil {
			return nil, err
		}
		trials = append(trials, newSpellings(tokens).trials(rules)...)
	}
	for _, set := range []string{"ofac_people", "un_people"} {
		mentions, err := dataset.Mentions(data, set, part)
		if err != nil {
			return nil, err
		}
		trials = append(trials, trialsOfList(mentions, rules)...)
	}
	return trials, nil
}

// percent is the share of the limit within which words are near. Those beyond it are easily told apart, and so many that
// the costs would be fitted to them alone.
const percent = 65

// mostNatives is how many native words of a language are learned from.
const mostNatives = 3000

// spellings are the Latin words of a language, and the native words that they are on record for.
type spellings struct {
	words   []correspond.Word
	number  map[string]int
	mass    []float64 // by word, how many native words it is on record for, by its share among their spellings
	natives []native
	of      [][]int // by word, its native words
}

// A native is a native word, and what it is spelled by.
type native struct {
	text  string
	words []int
	share []float64
}

func newSpellings(tokens []dataset.Token) *spellings {
	s := &spellings{number: map[string]int{}}
	byNative := map[string][]dataset.Token{}
	for _, t := range tokens {
		if len([]rune(t.Latin)) > 2 {
			byNative[t.Native] = append(byNative[t.Native], t)
		}
	}
	texts := make([]string, 0, len(byNative))
	for text := range byNative {
		texts = append(texts, text)
	}
	slices.Sort(texts)
	for _, text := range texts {
		s.add(text, byNative[text])
	}
	return s
}

// add adds a native word with two spellings or more. Some rows are misaligned: a spelling has half of its letters in common
// with the most frequent one.
func (s *spellings) add(text string, tokens []dataset.Token) {
	usual := slices.MaxFunc(tokens, func(a, b dataset.Token) int { return a.Count - b.Count })
	weights, order, sum := map[string]float64{}, []string(nil), 0.0
	for _, t := range tokens {
		if letters := string(word(t.Latin).Letters); alike(letters, string(word(usual.Latin).Letters)) {
			if weights[letters] == 0 {
				order = append(order, letters)
			}
			weights[letters] += math.Sqrt(float64(t.Count))
			sum += math.Sqrt(float64(t.Count))
		}
	}
	if len(order) < 2 {
		return
	}
	n := native{text: text}
	for _, letters := range order {
		w, known := s.number[letters]
		if !known {
			w = len(s.words)
			s.number[letters] = w
			s.words, s.mass, s.of = append(s.words, correspond.NewWord([]rune(letters))), append(s.mass, 0), append(s.of, nil)
		}
		n.words, n.share = append(n.words, w), append(n.share, weights[letters]/sum)
		s.mass[w] += weights[letters] / sum
		s.of[w] = append(s.of[w], len(s.natives))
	}
	s.natives = append(s.natives, n)
}

// trials looks the spellings of native words up among all words.
func (s *spellings) trials(rules *correspond.Rules) []correspond.Trial {
	var trials []correspond.Trial
	search := correspond.NewLexicon(rules, letter, accent, limit, s.words).NewSearch()
	chosen := slices.Clone(s.natives)
	slices.SortFunc(chosen, func(a, b native) int {
		return cmp.Compare(dataset.Order("learn", a.text), dataset.Order("learn", b.text))
	})
	for _, n := range chosen[:min(len(chosen), mostNatives)] {
		for i, w := range n.words {
			a := s.words[w]
			for _, near := range search.Near(a, len(a.Letters), percent) {
				other := int(near.Word)
				t := correspond.Trial{Pair: correspond.Pair{A: a, B: s.words[other]}}
				if k := slices.Index(n.words, other); k >= 0 {
					t.Same, t.Weight = true, n.share[i]*n.share[k]
				} else {
					t.Weight = n.share[i] * s.mass[other]
				}
				if other != w && (t.Same || !s.inCommon(w, other)) {
					trials = append(trials, t)
				}
			}
		}
	}
	return trials
}

// inCommon tells whether two words are on record for one native word.
func (s *spellings) inCommon(a, b int) bool {
	return slices.ContainsFunc(s.of[a], func(n int) bool { return slices.Contains(s.of[b], n) })
}

// listShare is what a word of a person in a list counts beside a native word; tried on the training half.
const listShare = 0.4

// trialsOfList pairs the words of two names of one person, the nearest first.
func trialsOfList(mentions []dataset.Mention, rules *correspond.Rules) []correspond.Trial {
	names := map[string][][]correspond.Word{}
	var people []string
	for _, m := range mentions {
		if names[m.Entity] == nil {
			people = append(people, m.Entity)
		}
		names[m.Entity] = append(names[m.Entity], latinWords(m.Name))
	}
	al := correspond.NewAligner(rules, letter, accent)
	var trials []correspond.Trial
	for _, person := range people {
		list := names[person]
		list = list[:min(len(list), 15)]
		weight := listShare / float64(len(list)*len(list)) // of so many spellings of a native word, two have the square
		for i, a := range list {
			for j, b := range list {
				if i != j {
					trials = append(trials, pairsOf(al, a, b, weight)...)
				}
			}
		}
	}
	return trials
}

// pairsOf pairs the words of two names that neither has as they stand in the other.
func pairsOf(al *correspond.Aligner, a, b []correspond.Word, weight float64) []correspond.Trial {
	type near struct{ x, y, cost int }
	var found []near
	has := func(list []correspond.Word, w correspond.Word) bool {
		return slices.ContainsFunc(list, func(other correspond.Word) bool { return other.Plain == w.Plain })
	}
	for x := range a {
		for y := range b {
			if !has(b, a[x]) && !has(a, b[y]) {
				allowed := limit * percent * (len(a[x].Letters) + len(b[y].Letters)) / 200
				if cost := al.Distance(a[x], b[y], allowed); cost < correspond.Far {
					found = append(found, near{x, y, cost})
				}
			}
		}
	}
	slices.SortStableFunc(found, func(m, n near) int { return m.cost - n.cost })
	var trials []correspond.Trial
	usedA, usedB := make([]bool, len(a)), make([]bool, len(b))
	for _, n := range found {
		if !usedA[n.x] && !usedB[n.y] {
			usedA[n.x], usedB[n.y] = true, true
			trials = append(trials, correspond.Trial{Pair: correspond.Pair{A: a[n.x], B: b[n.y], Weight: weight}, Same: true})
		}
	}
	return trials
}

// latinWords are the words of a name of three letters or more, unless they are in another script.
func latinWords(name string) []correspond.Word {
	var words []correspond.Word
	for _, w := range strings.FieldsFunc(name, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune("'’‘`", r)
	}) {
		if one := word(w); len(one.Letters) > 2 && unicode.Is(unicode.Latin, one.Letters[0]) {
			words = append(words, one)
		}
	}
	return words
}

// alike tells whether the longest common subsequence has half the letters of the longer word.
func alike(a, b string) bool {
	x, y := []rune(a), []rune(b)
	row := make([]int, len(y)+1)
	for i := range x {
		diagonal := 0
		for j := range y {
			above := row[j+1]
			if x[i] == y[j] {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	return 2*row[len(y)] >= max(len(x), len(y))
}

func word(s string) correspond.Word {
	var letters []rune
	for _, r := range norm.NFC.String(strings.ToLower(s)) {
		if unicode.IsLetter(r) {
			letters = append(letters, r)
		}
	}
	return correspond.NewWord(letters)
}
