package names

// shortestSkeleton is the least number of consonant classes by which two different words can be alike.
const shortestSkeleton = 3

// likeness gives keys of which two alike words in small letters have one in common: their skeletons, by the
// classes of skeleton.txt, apart for words with and without a consonant first. Genbekov and Jinbekov are alike.
func likeness(word string) []string {
	skeleton, letters := builtinSkeleton(), []rune(word)
	onset := ""
	if n, _ := skeleton.longestMatch(letters); n == 0 {
		onset = "a"
	}
	var keys []string
	for _, reading := range skeleton.skeletons(letters) {
		if len(reading) >= shortestSkeleton {
			keys = append(keys, onset+reading)
		}
	}
	return keys
}
