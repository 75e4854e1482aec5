package names

import (
	"slices"
	"strings"
	"sync"
)

// skeletonClasses are the consonant classes of skeleton.txt.
type skeletonClasses struct {
	classes map[string][]byte // by letters; '0' is no class
	longest int
}

var builtinSkeleton = sync.OnceValue(func() skeletonClasses {
	s := skeletonClasses{classes: map[string][]byte{}}
	for _, line := range mustRead("skeleton.txt").Lines {
		for _, letters := range line.Fields[2:] {
			s.classes[letters] = append(s.classes[letters], line.Fields[0][0])
			s.longest = max(s.longest, len([]rune(letters)))
		}
	}
	return s
})

// maxSkeleton is how many classes of a word count, maxReadings how many skeletons a word may have.
const maxSkeleton, maxReadings = 4, 12

// skeletons gives the skeletons of a word. A word without consonants has its first letter.
func (s skeletonClasses) skeletons(letters []rune) []string {
	readings := []string{""}
	for i := 0; i < len(letters); {
		n, classes := s.longestMatch(letters[i:])
		if n == 0 {
			i++
			continue
		}
		var longer []string
		for _, reading := range readings {
			for _, class := range classes {
				switch {
				case class == '0', strings.HasSuffix(reading, string(class)), len(reading) == maxSkeleton:
					longer = append(longer, reading)
				default:
					longer = append(longer, reading+string(class))
				}
			}
		}
		slices.Sort(longer)
		readings = slices.Compact(longer)
		if len(readings) > maxReadings {
			readings = readings[:maxReadings]
		}
		i += n
	}
	if len(readings) == 1 && readings[0] == "" && len(letters) > 0 {
		return []string{string(letters[0])}
	}
	return slices.DeleteFunc(readings, func(r string) bool { return r == "" })
}

func (s skeletonClasses) longestMatch(letters []rune) (int, []byte) {
	for n := min(s.longest, len(letters)); n > 0; n-- {
		if classes, ok := s.classes[string(letters[:n])]; ok {
			return n, classes
		}
	}
	return 0, nil
}

// keys are the words under which a name is looked up in a document: the skeletons of its words and of neighbours read as
// one.
func keys(n Name) []string {
	if n.units != nil {
		single, _ := organisationKeys(n)
		return single
	}
	skeleton := builtinSkeleton()
	var words [][]string
	var found []string
	groups := core(n.tokens)
	for i, g := range groups {
		s := spell(n.tokens, g)
		if g.role == Initial || len(s.Letters) > maxLetters {
			continue
		}
		words = append(words, skeleton.skeletons(s.Base))
		if i+1 < len(groups) {
			joined := spell(n.tokens, group{from: g.from, to: groups[i+1].to})
			if len(joined.Letters) <= maxLetters {
				found = append(found, skeleton.skeletons(joined.Base)...)
			}
		}
	}
	found = append(found, slices.Concat(words[:min(len(words), maxKeyed)]...)...)
	slices.Sort(found)
	return slices.Compact(found)
}

// maxKeyed is how many words of a name are keys by themselves.
const maxKeyed = 8
