package names

// A Mention is a name where it stands: in a text, or in a row of a list.
type Mention struct {
	ID         string // the caller's; may be empty
	Doc        string // mentions of one document are read together; empty when there is none
	Name       string // as written, without its title
	Title      string // what stands before or after it: "former President"; may be empty
	Start, End int    // bytes of Name in the text of Doc; 0, 0 when there is no text
	Another    bool   // the text says it is another person than the one so named before: "another John Smith"
}
