package translit

import (
	"strings"
	"unicode"
)

// Any-T carries every script that the library knows a way for into T: the text is cut into runs of one
// script, each with the signs common to all scripts on both its sides, and each run goes its own way.

// maxDepth is how often Any-T may be at work within itself.
const maxDepth = 8

// anyTo gives the pass of Any-T, or nil when the library leads from no script to T.
func (l *Library) anyTo(id string) func(*machine, *origin) {
	target, ok := strings.CutPrefix(strings.ToLower(strings.ReplaceAll(id, "_", "-")), "any-")
	if !ok {
		return nil
	}
	known := false
	for script := range unicode.Scripts {
		known = known || l.entries[idKey(script+"-"+target)] != nil
	}
	if !known {
		return nil
	}
	return func(m *machine, by *origin) {
		if m.depth++; m.depth > maxDepth { // a way that leads through Any-T itself
			m.work = 0
		}
		defer func() { m.depth-- }()
		start, tail := len(m.left), m.tail
		for m.pos < m.limit() {
			for len(m.left) > start { // signs before the run are read again with it
				r, size := decodeBefore(m.left, len(m.left))
				if scriptOf(r) != "" {
					break
				}
				m.retreat(size)
			}
			script, n := m.scriptRun()
			m.tail = len(m.right) - m.pos - n
			if t, err := l.Table(script + "-" + target); err == nil && script != "" && m.work > 0 {
				m.reserve(t.segments)
				m.run(&t.root)
			} else {
				m.advance(n)
			}
			m.tail = tail
		}
	}
}

// scriptRun measures the run behind the cursor and names its script.
func (m *machine) scriptRun() (script string, n int) {
	p := m.pos
	for p < m.limit() {
		r, size := decode(m.right, p)
		if s := scriptOf(r); s != "" && script == "" {
			script = s
		} else if s != "" && s != script {
			break
		}
		p += size
	}
	return script, p - m.pos
}
