package names

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
)

// Each sentence shows one rule; names are written "title: name".
var findRules = []struct {
	text string
	want []string
	why  string
}{
	{"Kyrgyz media reported it.", nil, "a people's adjective opens no name"},
	{"They met in Red Square.", nil, "ordinary words"},
	{"A match at Manchester United was lost.", nil, "an organisation"},
	{"Then the president said so.", nil, "a title alone"},
	{"He saw J.K. Rowling and George W. Bush.", []string{"J.K. Rowling", "George W. Bush"}, "initials; two joined by and"},
	{"Mr O'Neill’s house burned.", []string{"Mr: O'Neill"}, "apostrophe inside, possessive cut off"},
	{"Presidents Putin and Trump met.", []string{"Presidents: Putin", "Presidents: Trump"}, "a title in the plural holds for both"},
	{"The brothers Boris and Arkady Rotenberg came.", []string{"brothers: Boris", "brothers: Arkady Rotenberg"}, "kin in the plural"},
	{"Tesla chief executive Elon Musk spoke.", []string{"chief executive: Elon Musk"}, "what stands before a title is no person"},
	{"Jinbekov, the president, spoke.", []string{"president: Jinbekov"}, "a title behind"},
	{"Asilov, 54, was freed.", []string{"Asilov"}, "an age makes a person of a bare word"},
	{"He told the president, Interfax reported.", nil, "a title and a comma that closes a clause"},
	{"A mother of four from Beheira wept.", nil, "of four is nothing that a title is of"},
	{"The mayor of Nizhny Tagil fell.", nil, "a mayor is of a place"},
	{"Stephen King and Kate Bishop read.", []string{"Stephen King", "Kate Bishop"}, "titles that are surnames behind a given name"},
	{"Dean Smith met Jordan Spieth in Jordan.", []string{"Dean Smith", "Jordan Spieth"}, "titles and places that are given names"},
	{"Gordon Brown left. A brown dog barked; Brown laughed.", []string{"Gordon Brown", "Brown"}, "an English word is a known surname inside a sentence"},
	{"The Bill Gates Foundation paid.", nil, "the head of an organisation takes what is before it"},
	{"University of Oxford staff, Hurricane Katrina, Johnson & Johnson.", nil, "things with of, with a prefix, with &"},
	{"The pro-Jinbekov crowd and Jinbekov-led party of Surunbai Jinbekov.", []string{"Jinbekov", "Jinbekov", "Surunbai Jinbekov"}, "hyphens of English"},
	{"Emmanuel MACRON and KIM Jong Un of NATO.", []string{"Emmanuel MACRON", "KIM Jong Un"}, "surnames in capitals, acronyms"},
	{"Ludwig van Beethoven, Oskar van der Meulen, Salman bin Abdulaziz Al Saud.",
		[]string{"Ludwig van Beethoven", "Oskar van der Meulen", "Salman bin Abdulaziz Al Saud"}, "particles"},
	{"Edil Baisal uulu and Martin Luther King, Jr. spoke.", []string{"Edil Baisal uulu", "Martin Luther King, Jr."}, "words behind the name"},
	{"Mykhailo \"Misha\" Soroka won.", []string{"Mykhailo \"Misha\" Soroka"}, "a nickname in quotes"},
	{"President Jinbekov Resigns Amid Growing Protests\n\nSurunbai Jinbekov resigned.",
		[]string{"President: Jinbekov", "Surunbai Jinbekov"}, "in a headline only known names"},
	{"PROTESTERS FREE ATAMBAYEV IN BISHKEK\n\nAlmaz Atambayev was freed.", []string{"ATAMBAYEV", "Almaz Atambayev"}, "a headline of capitals"},
	{"Shares of Halcyon Robotics fell in Palo Alto, California.", nil, "firms and towns by what is around"},
	{"Bill Gates said so. Will Smith slapped Chris Rock.", []string{"Bill Gates", "Will Smith", "Chris Rock"}, "a name that is a word opens a sentence"},
	{"Christian Lindner resigned. Marine Le Pen said no. Long Yongtu said yes.",
		[]string{"Christian Lindner", "Marine Le Pen", "Long Yongtu"}, "what follows the name tells"},
	{"Bill Clinton and Hillary Clinton arrived. Mr. Clinton spoke.",
		[]string{"Bill Clinton", "Hillary Clinton", "Mr.: Clinton"}, "and behind it"},
	{"Will Smith resign? Will Church leaders? Christian Democrats won. To Smith, it was clear.", nil, "a word of English and no name"},
	{"Ms. Thatcher won. The MS Estonia and MS Aurora sank.", []string{"Ms.: Thatcher"}, "a ship's prefix is in capitals"},
	{"Mr. Park, Ms. Park, Mrs. Park and President Park.", []string{"Mr.: Park", "Ms.: Park", "Mrs.: Park", "President: Park"},
		"a title makes a name of a kind of place"},
	{"Prime Minister May and Senator Hill met.", []string{"Prime Minister: May", "Senator: Hill"}, "or of another word"},
	{"King Street, Queen Street, Major General and the President Park Hotel.", nil, "a title in the name of a thing"},
	{"Mr. Speaker saw Miss Universe.", nil, "an office and a contest"},
	{"He saw Henry Ford II. Ford Jr. left.", []string{"Henry Ford II", "Ford Jr."}, "a number takes no full stop"},
	{"Ketanji Brown Jackson dissented. Jackson, Mississippi, saw floods; help came from Jackson. Jackson spoke.",
		[]string{"Ketanji Brown Jackson", "Jackson"}, "a town by its region"},
	{"Amy Hall lives on Elizabeth Street.", []string{"Amy Hall"}, "on a street"},
	{"Mayor Victoria Woods of Salem met Adelaide Brooks, who sang.", []string{"Mayor: Victoria Woods", "Adelaide Brooks"}, "places that are given names"},
	{"Senator Houston Brazos left Houston.", []string{"Senator: Houston Brazos"}, "a place behind a title is a given name"},
	{"Kent London, who farms there, met Paris Hilton, 43, not the Boston Celtics, 3 and 2.", []string{"Kent London", "Paris Hilton"},
		"and by who or an age behind"},
	{"President To Lam spoke. To Lam said no.", []string{"President: To Lam", "To Lam"}, "a family name that is a word"},
	{"John Beecham left. He thanked the Beecham family.", []string{"John Beecham"}, "a family is no person"},
	{"Will Hartley Quits as Harbour Chief\n\nThey say that Will Hartley quit.", []string{"Will Hartley", "Will Hartley"},
		"in a headline a known name with a word of English"},
	{"Ali\xff Hasan met Ali Hasan.", []string{"Ali", "Hasan", "Ali Hasan"}, "invalid UTF-8 parts words"},
}

func TestFindRules(t *testing.T) {
	for _, test := range findRules {
		assert.Equal(t, test.want, withTitles(Find(test.text)), "%s: %s", test.why, test.text)
	}
}

// A bare word that is spelled otherwise than in the full name is still the person's.
func TestFindLike(t *testing.T) {
	assert.Equal(t, []string{"Surunbai Jinbekov", "Gjinbekow"}, foundNames(Find("President Surunbai Jinbekov met Gjinbekow.")))
	alike := func(a, b string) bool {
		return slices.ContainsFunc(likeness(a), func(key string) bool { return slices.Contains(likeness(b), key) })
	}
	assert.True(t, alike("genbekov", "jinbekov"))
	assert.True(t, alike("gabbarov", "japarov"))
	assert.False(t, alike("osh", "asil"), "too short")
	assert.False(t, alike("kasparov", "asparov"), "a consonant first")
}
