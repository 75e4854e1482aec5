package names

import (
	"math"
	"strconv"
	"sync"
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

// rarityOf is the information of a plain word of so many letters, in hundredths of a nat.
func rarityOf(plain string, letters int) int {
	if r, ok := frequencies()[plain]; ok {
		return int(r)
	}
	return rarityOfUnlisted(letters)
}

func rarityOfUnlisted(letters int) int { return min(rarest, letterInformation*letters) }

// frequencies is the information of the frequent words.
var frequencies = sync.OnceValue(func() map[string]int16 {
	lines := mustRead("frequencies.txt").Lines
	information := make(map[string]int16, len(lines))
	for _, line := range lines {
		perMillion, err := strconv.ParseFloat(line.Fields[len(line.Fields)-1], 64)
		if err != nil || len(line.Fields) != 2 || perMillion <= 0 {
			panic(line.Errorf("%q is no frequency; write a word and how often it occurs in a million", line.Fields))
		}
		information[line.Fields[0]] = int16(math.Round(-100 * math.Log(perMillion/1e6)))
	}
	return information
})
