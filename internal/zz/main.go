package main

import (
	"cmp"
	"fmt"
	"os"
	"slices"

	"github.com/namesake-go/namesake/internal/correspond"
	"github.com/namesake-go/namesake/internal/measure/dataset"
	"github.com/namesake-go/namesake/internal/rulefile"
)

func main() {
	lang, file := os.Args[1], os.Args[2]
	text, _ := os.ReadFile(file)
	f, err := rulefile.Parse(file, string(text))
	if err != nil {
		panic(err)
	}
	rules, err := correspond.NewScript(f, nil)
	if err != nil {
		panic(err)
	}
	tokens, _ := dataset.Tokens(dataset.Dir(), lang, dataset.Test)
	right := map[string][]string{}
	latin := map[string]bool{}
	for _, t := range tokens {
		right[t.Native] = append(right[t.Native], t.Latin)
		latin[t.Latin] = true
	}
	var words []correspond.Word
	for w := range latin {
		words = append(words, correspond.NewWord([]rune(w)))
	}
	slices.SortFunc(words, func(a, b correspond.Word) int { return slices.Compare(a.Letters, b.Letters) })
	var natives []string
	for n := range right {
		natives = append(natives, n)
	}
	slices.SortFunc(natives, func(a, b string) int {
		return cmp.Or(cmp.Compare(dataset.Order("lookup", a), dataset.Order("lookup", b)), cmp.Compare(a, b))
	})
	natives = natives[:1000]
	al := correspond.NewAligner(rules, 100, 2)
	search := correspond.NewLexicon(rules, 100, 2, 60, words).NewSearch()
	var rights, wrongs []int
	top := 0.0
	for _, n := range natives {
		w, _ := correspond.NativeWord(n)
		if len(w.Letters) == 0 {
			continue
		}
		nat := &correspond.Native{}
		rules.ReadNative(nat, &w, 100)
		best := correspond.Far
		for _, r := range right[n] {
			rw := correspond.NewWord([]rune(r))
			best = min(best, al.DistanceNative(nat, &rw, correspond.Far-1))
		}
		letters := max(1, nat.LatinLetters())
		rights = append(rights, best/letters)
		wrong := correspond.Far
		for _, x := range search.Near(w, 0, 100) {
			if !slices.Contains(right[n], string(words[x.Word].Letters)) {
				wrong = int(x.Cost)
				break
			}
		}
		if wrong < correspond.Far {
			wrongs = append(wrongs, wrong/letters)
		}
		if best < wrong {
			top++
		} else if best == wrong {
			top += .5
		}
	}
	slices.Sort(rights)
	slices.Sort(wrongs)
	for _, p := range []int{10, 25, 50, 75, 85, 90, 93, 95, 97} {
		fmt.Printf("%d%%: %d/%d  ", p, rights[len(rights)*p/100], wrongs[min(len(wrongs)-1, 1000*p/100)])
	}
	fmt.Printf(" top1 %.3f\n", top/float64(len(rights)))
}
