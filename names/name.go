package names

// A Name is a name as it was written, read into parts.
type Name struct {
	Text  string // as given, byte for byte
	Parts []Part // in the order written

	tokens   []token
	units    []unit // of an organisation or a place
	free     *freeReading
	schema   Schema // Unknown when nothing tells
	place    bool   // of unknown schema, and all its words are places
	overlong bool   // it has more words or longer ones than are read as a name
}

// A Part is one word of a name with what it does there.
type Part struct {
	Text       string
	Role       Role
	Start, End int // bytes of Name.Text
}

// Role is what a part does in its name.
type Role uint8

const (
	NoRole     Role = iota // of what is no word
	Surname                // family name, or the only word of the name
	Given                  // given name, first or middle
	Patronymic             // Ivanovich, or Muhammad after bin
	Particle               // bin, al-, van, de; an honorific after the name, such as Bey
	Title                  // President, Dr., Sheikh
	Suffix                 // Jr., III
	Initial                // J.
	Proper                 // what sets an organisation apart from others of its kind: Gazprom
	Generic                // what kind of organisation it is, what it does, how it calls itself: Bank, Trading, General
	Toponym                // a place, or what comes from it: Kyrgyzstan, Kyrgyz
	Numeral                // 5, V, fifth
	LegalForm              // LLC, GmbH
)

var roleNames = [...]string{"", "surname", "given", "patronymic", "particle", "title", "suffix", "initial", "name", "generic", "place", "number", "legal form"}

func (r Role) String() string { return roleNames[r] }

// MarshalText makes a role a word in JSON.
func (r Role) MarshalText() ([]byte, error) { return []byte(r.String()), nil }
