package names

import (
	"errors"
	"math"
	"strconv"
	"strings"
	"sync"

	"github.com/namesake-go/namesake/internal/rulefile"
)

// weights are the costs of weights.txt, in hundredths, and the terms that make costs a probability.
type weights struct {
	letter, accent, initial, limit int
	across, twoNames               int
	romanised                      weight
	base, rarity, strain           int               // of the evidence
	given                          map[string]weight // two forms of a given name
	leastGiven                     int
	misspelt                       weight
	leftOut                        map[string]weight
	contradicted                   map[string]weight
	moved                          map[string]weight
	lines                          map[string]*rulefile.Line // of [letters], by name
}

type weight struct {
	cost int
	line *rulefile.Line // nil where no rule is needed
}

var builtinWeights = sync.OnceValue(func() *weights {
	w, err := readWeights(mustRead("weights.txt"))
	if err != nil {
		panic(err)
	}
	return w
})

func readWeights(f *rulefile.File) (*weights, error) {
	var errs []error
	sections := map[string]map[string]weight{"letters": {}, "given names": {}, "left out": {}, "contradicted": {}, "moved": {}, "evidence": {}}
	for _, line := range f.Lines {
		section, known := sections[line.Section]
		if !known {
			errs = append(errs, line.Errorf("no section [%s]; there are [letters], [given names], [left out], [contradicted], [moved], [evidence]", line.Section))
			continue
		}
		last := len(line.Fields) - 1
		cost, err := strconv.Atoi(line.Fields[last])
		if err != nil || last == 0 {
			errs = append(errs, line.Errorf("%q is no weight; write a name and whole hundredths", strings.Join(line.Fields, " ")))
			continue
		}
		section[strings.Join(line.Fields[:last], " ")] = weight{cost, &line}
	}
	letters, evidence := sections["letters"], sections["evidence"]
	w := &weights{
		letter: letters["letter"].cost, accent: letters["accent"].cost,
		initial: letters["initial"].cost, limit: letters["limit"].cost, twoNames: letters["two names"].cost,
		base: evidence["base"].cost, rarity: evidence["rarity"].cost, strain: evidence["strain"].cost,
		given: sections["given names"], leftOut: sections["left out"], contradicted: sections["contradicted"], moved: sections["moved"],
		across: letters["limit across scripts"].cost, romanised: letters["romanised"],
		misspelt: letters["misspelt"], lines: map[string]*rulefile.Line{},
	}
	w.leastGiven = math.MaxInt
	for _, weight := range w.given {
		w.leastGiven = min(w.leastGiven, weight.cost)
	}
	for name, weight := range letters {
		w.lines[name] = weight.line
	}
	return w, errors.Join(errs...)
}
