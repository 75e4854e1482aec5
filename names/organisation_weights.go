package names

import (
	"strconv"
	"strings"
	"sync"
)

// organisationWeights are the costs of organisation-weights.txt, by class where they differ by it.
type organisationWeights struct {
	translated, place, acronym, shortAcronym, repeated, bracketed, description weight
	legalKind, legalPurpose                                                    weight
	limit                                                                      int
	agree, leftOut, bare, contradicted                                         [classes]weight // bare: when nothing of its own agrees
	base, bareBase, genericBase, own, dearest                                  int
}

var builtinOrganisationWeights = sync.OnceValue(func() *organisationWeights {
	sections := map[string]map[string]weight{}
	for _, line := range mustRead("organisation-weights.txt").Lines {
		last := len(line.Fields) - 1
		cost, err := strconv.Atoi(line.Fields[last])
		if err != nil || last == 0 {
			panic(line.Errorf("%q is no weight; write a name and whole hundredths", strings.Join(line.Fields, " ")))
		}
		if sections[line.Section] == nil {
			sections[line.Section] = map[string]weight{}
		}
		sections[line.Section][strings.Join(line.Fields[:last], " ")] = weight{cost, &line}
	}
	same, evidence := sections["same"], sections["evidence"]
	w := &organisationWeights{
		translated: same["translated"], place: same["place"], acronym: same["acronym"], shortAcronym: same["short acronym"],
		repeated: sections["left out"]["repeated"], bracketed: sections["left out"]["place in brackets"],
		description: sections["left out"]["description"],
		legalKind:   sections["contradicted"]["legal kind"], legalPurpose: sections["contradicted"]["legal purpose"],
		limit: same["limit"].cost, base: evidence["base"].cost, own: evidence["own"].cost,
		bareBase: evidence["nothing of its own agrees"].cost, genericBase: evidence["no words of its own"].cost,
		dearest: evidence["dearest"].cost,
	}
	for c, name := range [classes]string{"own", "body", "field", "quality", "group", "legal form", "place", "number", "small"} {
		w.leftOut[c], w.contradicted[c] = sections["left out"][name], sections["contradicted"][name]
		w.agree[c] = sections["agree"][name]
		w.bare[c] = w.leftOut[c]
		if bare, ok := sections["left out, nothing of its own agrees"][name]; ok {
			w.bare[c] = bare
		}
	}
	return w
})
