package names

import (
	"math"
	"strconv"
)

// Rarity
//
// That two names agree in a rare word says more than that they agree in a common one: there are many called Muhammad
// Ali. How much it says is the word's information, -ln of its share among the words of names (Shannon 1948; Fellegi
// and Sunter 1969 weigh agreement on surnames so). frequencies.txt lists the shares of the frequent words; the others
// count as rare, short ones less so, since there are few short words.

const (
	rarest            = 970 // hundredths of a nat: -ln of 60 in a million, from where frequencies.txt begins
	common            = 760 // what is more frequent than 500 in a million is called a common name
	letterInformation = 200 // hundredths of a nat at most for each letter of a word that is not listed
)

// rarityFor is the information of a word of so many letters, in hundredths of a nat.
func (l listing) rarityFor(letters int) int16 {
	if l.rarity != 0 {
		return l.rarity
	}
	return int16(min(rarest, letterInformation*letters))
}

// eachFrequent tells the information of the frequent words.
func eachFrequent(tell func(word string, information int16)) {
	for _, line := range mustRead("frequencies.txt").Lines {
		perMillion, err := strconv.ParseFloat(line.Fields[len(line.Fields)-1], 64)
		if err != nil || len(line.Fields) != 2 || perMillion <= 0 {
			panic(line.Errorf("%q is no frequency; write a word and how often it occurs in a million", line.Fields))
		}
		tell(line.Fields[0], int16(math.Round(-100*math.Log(perMillion/1e6))))
	}
}
