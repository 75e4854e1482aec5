package aliases

import "time"

// An Entity is somebody or something known, with every name on record.
type Entity struct {
	ID    string
	Kind  string  // person, organisation ... as its source says; may be empty
	Names []Alias // the first is the canonical name
	Notes []string
}

// Canonical is the name to show; "" when every name was taken back.
func (e Entity) Canonical() string {
	if len(e.Names) == 0 {
		return ""
	}
	return e.Names[0].Name
}

// An Alias is one name of an entity, and where it comes from.
type Alias struct {
	Name       string
	Lang       string    // BCP 47; may be empty
	Source     string    // a list, a document; may be empty
	Confidence float64   // that the name is the entity's, 0 to 1; 0 when nobody has said
	Attached   bool      // Resolve put it there; nobody has vouched for it
	By         string    // who put it on record, and when; not read when a name is added
	When       time.Time //
}

// An Entry is what a source says of one entity: names to put on record under an id.
type Entry struct {
	ID    string
	Kind  string // may be empty
	Note  string // may be empty
	Names []Alias

	file string // where it stands, for messages
	line int
}

// By says who makes a change and why; both may be empty.
type By struct{ Who, Why string }
