package names

import (
	"sync"

	"github.com/namesake-go/namesake/internal/correspond"
)

// Correspondences are rules that say which letters stand for the same sound in two spellings, and what each costs. They
// are immutable.
type Correspondences = correspond.Rules

var builtinCorrespondences = sync.OnceValue(func() *Correspondences { return must(correspond.New(mustRead("correspondences.txt"))) })

// BuiltinCorrespondences gives the rules of names/rules/correspondences.txt.
func BuiltinCorrespondences() *Correspondences { return builtinCorrespondences() }

// ReadCorrespondences reads rules of the form "left ~ right cost # Example = Example; reason"; file is the name used in
// errors and explanations. All faulty lines are reported together.
func ReadCorrespondences(file, text string) (*Correspondences, error) {
	return correspond.Read(file, text)
}
