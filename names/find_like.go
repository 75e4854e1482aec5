package names

import (
	"strings"
	"sync"

	"github.com/namesake-go/namesake/internal/rulefile"
)

// shortestSkeleton is the least number of consonant classes by which two different words can be alike.
const shortestSkeleton = 3

// alike is a quick likeness of two words in small letters: the same consonants, as find-cues.txt classes
// them, and both with or without a consonant first. Genbekov and Jinbekov are alike.
func alike(a, b string) bool {
	if a == b {
		return true
	}
	skeleton := skeletonOf(a)
	return len(skeleton) >= shortestSkeleton && skeleton == skeletonOf(b) && letterClasses()[a[:1]] != 0 == (letterClasses()[b[:1]] != 0)
}

// skeletonOf gives the consonant classes of a word, doubled ones once.
func skeletonOf(key string) string {
	classes := letterClasses()
	var skeleton strings.Builder
	last := byte(0)
	for i := 0; i < len(key); {
		n := min(longestLetters, len(key)-i)
		for n > 1 && classes[key[i:i+n]] == 0 {
			n--
		}
		class, known := classes[key[i:i+n]]
		if !known {
			class = key[i]
		}
		if class != 0 && class != last {
			skeleton.WriteByte(class)
		}
		if last = class; class == 0 {
			last = 0
		}
		i += n
	}
	return skeleton.String()
}

// longestLetters is the length in bytes of the longest letters that stand for one sound in find-cues.txt.
const longestLetters = 3

// letterClasses gives for letters the first letter of their class; 0 for those that are left out.
var letterClasses = sync.OnceValue(func() map[string]byte {
	f, err := rulefile.ReadFS(builtin, "rules/find-cues.txt")
	if err != nil {
		panic(err)
	}
	classes := map[string]byte{}
	for _, line := range f.Lines {
		letters := strings.Split(strings.ReplaceAll(strings.Join(line.Fields, ""), " ", ""), ",")
		for _, l := range letters {
			switch line.Section {
			case "letters alike":
				classes[l] = letters[0][0]
			case "letters left out":
				classes[l] = 0
			}
		}
	}
	return classes
})
