package rows

import (
	"fmt"
	"strings"
)

// MaxName is the longest name that is taken, in bytes. Comparing takes time by the square of it, and what
// is longer is no name but a quote that was left open.
const MaxName = 1000

// Name gives the name in a column, or refuses the row.
func (r Row) Name(column string) (string, error) {
	name := r.Get(column)
	if why := Unusable(name); why != "" {
		return "", r.Refuse(why)
	}
	return name, nil
}

// Unusable says why a string cannot be taken as a name, and what to do; "" when it can.
func Unusable(name string) string {
	switch {
	case strings.TrimSpace(name) == "":
		return "the name is empty; write a name or leave the row out"
	case len(name) > MaxName:
		return fmt.Sprintf("the name is %d bytes long, a name has at most %d; is a quote not closed?", len(name), MaxName)
	}
	return ""
}
