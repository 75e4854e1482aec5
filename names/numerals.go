package names

import "strings"

// maxDigits bounds what is read as a number; longer runs of digits are compared as words.
const maxDigits = 9

// digits reads 5, 005 and 27th.
func digits(word string) (value int, ok bool) {
	n := 0
	for n < len(word) && '0' <= word[n] && word[n] <= '9' {
		value = 10*value + int(word[n]-'0')
		n++
	}
	if n == 0 || n > maxDigits {
		return 0, false
	}
	switch word[n:] {
	case "", "st", "nd", "rd", "th", "er", "re", "e", "eme", "y", "ya", "i", "go", "o", "a", "ta":
		return value, true
	}
	return 0, false
}

// roman reads a Roman numeral below forty, in small letters: as names of organisations and ships use them.
func roman(word string) (value int, ok bool) {
	rest := strings.TrimLeft(word, "x")
	value = 10 * (len(word) - len(rest))
	if value > 30 {
		return 0, false
	}
	for i, unit := range [...]string{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"} {
		if rest == unit && word != "" {
			return value + i, true
		}
	}
	return 0, false
}

func hasDigit(word string) bool {
	for i := range len(word) {
		if isDigit(word[i]) {
			return true
		}
	}
	return false
}

func isDigit(letter byte) bool { return '0' <= letter && letter <= '9' }
