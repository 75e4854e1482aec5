package aliases

import (
	"fmt"
	"time"
)

// Op is what a change does.
type Op uint8

const (
	OpImport Op = iota + 1 // names of a list
	OpAdd                  // names by hand
	OpOpen                 // Resolve opened an entity
	OpAttach               // Resolve attached a spelling
	OpReview               // Resolve left a name for a person to look at
	OpMerge                // Other became Entity
	OpSplit                // Name left Entity for Other, and is judged not to be its
	OpMove                 // Recluster moved Name, which Resolve had attached, from Entity to Other
	OpJudge                // Name, or Other, is or is not Entity
	OpUndo                 // took back what change Undoes did
)

var opNames = [...]string{"", "import", "add", "open", "attach", "review", "merge", "split", "move", "judge", "undo"}

func (o Op) String() string {
	if int(o) < len(opNames) {
		return opNames[o]
	}
	return fmt.Sprintf("op %d", uint8(o))
}

// MarshalText makes an op a word in JSON.
func (o Op) MarshalText() ([]byte, error) { return []byte(o.String()), nil }

// A Change is one line of the history.
type Change struct {
	Number int // 1, 2, 3 ...
	When   time.Time
	By
	Op

	Entity     string      // the id that it is about; "" for an import
	Other      string      // a second id
	Name       string      // a name
	Same       bool        // of a judgement: they are the same
	Candidates []Candidate // of a review: who it may be, the most probable first
	Added      int         // how many names it put on record
	Undoes     int         // of an undo, the change taken back
	UndoneBy   int         // the change that took this one back; 0 for none

	entries []Entry // what is added; not kept in memory
}

// A Candidate is an entity that a name may mean.
type Candidate struct {
	ID          string
	Probability float64 // 0 to 1
}

// String tells a change in a line, without its number, time and reason.
func (c Change) String() string {
	verdict := "is not"
	if c.Same {
		verdict = "is"
	}
	switch {
	case c.Op == OpMerge:
		return fmt.Sprintf("merge %s into %s", c.Other, c.Entity)
	case c.Op == OpSplit, c.Op == OpMove:
		return fmt.Sprintf("%s %q from %s to %s", c.Op, c.Name, c.Entity, c.Other)
	case c.Op == OpJudge && c.Name != "":
		return fmt.Sprintf("judge %q %s %s", c.Name, verdict, c.Entity)
	case c.Op == OpJudge:
		return fmt.Sprintf("judge %s %s %s", c.Other, verdict, c.Entity)
	case c.Op == OpUndo:
		return fmt.Sprintf("undo %d", c.Undoes)
	case c.Op == OpReview:
		return fmt.Sprintf("review %q", c.Name)
	case c.Op == OpImport:
		return fmt.Sprintf("import %d names", c.Added)
	case c.Added == 1:
		return fmt.Sprintf("%s %q to %s", c.Op, c.Name, c.Entity)
	}
	return fmt.Sprintf("%s %d names to %s", c.Op, c.Added, c.Entity)
}
