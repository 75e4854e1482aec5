package names

// Decision is the answer to: is it the same name?
type Decision uint8

const (
	Different Decision = iota
	Review             // a person should look
	Same
)

var decisionNames = [...]string{"different", "review", "same"}

func (d Decision) String() string { return decisionNames[d] }

// MarshalText makes a decision a word in JSON.
func (d Decision) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
