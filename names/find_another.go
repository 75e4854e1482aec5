package names

// How many words before a name may tell that it is another person's: "a shopkeeper in Izmir named Nermin Yıldırım".
const anotherReach = 6

// bringsAnother tells whether the words before the name that opens at word lo bring in a further person of that name:
// "Another Sergei Morozov", "a shopkeeper named Nermin Yıldırım".
func (f *finder) bringsAnother(lo int) bool {
	named := false
	for i := lo - 1; i >= 0 && i >= lo-anotherReach && f.words[i+1].gap == gapSpace; i-- {
		w := f.words[i]
		switch {
		case w.label&isAnother != 0:
			return true
		case w.label&isNaming != 0:
			named = true
		case named && (w.key == "a" || w.key == "an"):
			return true
		case !named && w.label&(isTitle|isQualifier) == 0:
			return false
		}
	}
	return false
}
