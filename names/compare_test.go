package names

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestCompareDecides(t *testing.T) {
	same := [][2]string{
		{"Jinbekov", "Genbekov"}, {"Jinbekov", "Jeenbekov"}, {"Genbekov", "Jeenbekov"},
		{"Jabbarov", "Gabbarov"}, {"Jabbarov", "Japarov"}, {"Gabbarov", "Japarov"},
		{"Almaz Bey Atambayev", "Almazbek Atambayev"}, {"Kubat Bey Borunov", "Kubatbek Boronov"},
		{"Сооронбай Жээнбеков", "Surunbai Jinbekov"},
		{"سورونباي جينبيكوف", "Sooronbay Jeenbekov"},
		{"Dzhaparov", "Japarov"}, {"Shcherbakov", "Schtscherbakow"}, {"Yeltsin", "Jelzin"},
		{"Khrushchev", "Chruschtschow"}, {"Hussein", "Guseyn"}, {"Kadhafi", "Gheddafi"},
		{"Abd al-Rahman", "Abdulrahman"}, {"Zein El Dine", "Zeineddine"}, {"Mohammad Hasni", "Mohammadhasni"},
		{"Jon Smith", "John Smith"}, {"Ann Lee", "Anne Li"}, {"J. Smith", "John Smith"},
		{"JEENBEKOV, Sooronbay", "Sooronbai Jeenbekov"}, {"Jeenbekov Sooronbay", "Sooronbai Jeenbekov"},
		{"Sooronbay Sharipovich Jeenbekov", "Sooronbai Jeenbekov"}, {"President Jeenbekov", "Jeenbekov"},
		{"José García", "Jose Garcia"}, {"Müller", "Mueller"},
		{"Bill Clinton", "William Clinton"}, {"Mykola Azarov", "Nikolai Azarov"}, {"Siemens AG", "Siemens Aktiengesellschaft"},
		{"김정은", "Kim Jong Un"}, {"习近平", "Xi Jinping"}, {"Ануар Садат", "Anwar al-Sadat"},
	}
	different := [][2]string{
		{"Surunbai Jinbekov", "Asil Bey Genbekov"}, {"John Smith", "Jane Smith"},
		{"Salman bin Muhammad", "Muhammad bin Salman"},
		{"Sergey Viktorovich Lavrov", "Sergey Borisovich Lavrov"},
		{"John Smith Jr.", "John Smith Sr."}, {"J. Smith", "K. Smith"}, {"J. Smith", "Kate Smith"},
		{"Hafez al-Assad", "Bashar al-Assad"}, {"Elizabeth I", "Elizabeth II"}, {"John A. Smith", "John B. Smith"},
		{"Sergey Lavrov", "Sergey Ivanov"}, {"Jinbekov", "Atambayev"}, {"", "Jinbekov"},
	}
	review := [][2]string{
		{"Ali Hassan", "Hassan Ali"}, {"Jinbekov", "Surunbai Jinbekov"}, {"Maryam Nawaz Sharif", "Nawaz Sharif"}, {"John Doe", "Juan Doe"},
	}
	m := New(Options{})
	for _, pair := range review {
		assert.Equal(t, Review, m.Compare(Parse(pair[0]), Parse(pair[1])).Decision, "%s", m.Explain(Parse(pair[0]), Parse(pair[1])))
	}
	for _, pair := range same {
		assert.Equal(t, Same, m.Compare(Parse(pair[0]), Parse(pair[1])).Decision, "%s", m.Explain(Parse(pair[0]), Parse(pair[1])))
	}
	for _, pair := range different {
		assert.Equal(t, Different, m.Compare(Parse(pair[0]), Parse(pair[1])).Decision, "%s", m.Explain(Parse(pair[0]), Parse(pair[1])))
	}
}

func TestRulesOfOnesOwn(t *testing.T) {
	rules, err := ReadCorrespondences("mine.txt", "b ~ w  1  # Bob = Wob; as we write it\n")
	require.NoError(t, err)
	a, b := Parse("Bartbew Bob"), Parse("Wartwew Wob")
	own, builtin := New(Options{Correspondences: rules}).Compare(a, b), New(Options{}).Compare(a, b)
	assert.Less(t, own.Cost, builtin.Cost)
	assert.Equal(t, Same, own.Decision)

	_, err = ReadCorrespondences("mine.txt", "b ~ w  cheap  # Bob = Wob; as we write it\n")
	assert.ErrorContains(t, err, "mine.txt:1: ")
}
