// Package rulefile reads the line-based rule files of namesake: one rule a line, sections, comments
// that carry examples, and a position for every error.
//
//	# A line that starts with # is a comment; the first ones name the source of the file.
//	[Arabic]                          a section heading
//	kh ~ h   20   # Khaled = Haled; both write خ
//
// The words before the # are the rule. Behind it stand examples, separated by commas, and after a
// semicolon the reason. What the words mean is the caller's affair.
package rulefile

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"unicode/utf8"
)

// A File is a rule file split into lines.
type File struct {
	Name  string
	Lines []Line
}

// A Line is one rule.
type Line struct {
	File    string
	Number  int // from 1
	Section string
	Fields  []string // the rule's words
	Example []Example
	Reason  string
}

// An Example is a pair of words that a rule makes equal, or a word and what becomes of it.
type Example struct{ Left, Right string }

// Pos gives the line's place, as "file:line".
func (l Line) Pos() string { return fmt.Sprintf("%s:%d", l.File, l.Number) }

// Errorf makes an error that opens with the line's place.
func (l Line) Errorf(format string, args ...any) error {
	return fmt.Errorf("%s: %w", l.Pos(), fmt.Errorf(format, args...))
}

// Parse splits text into rules. All faulty lines are reported together.
func Parse(name, text string) (*File, error) {
	f := &File{Name: name}
	var errs []error
	section, number := "", 0
	in := bufio.NewScanner(strings.NewReader(text))
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		number++
		line := Line{File: name, Number: number}
		rule, comment, _ := strings.Cut(in.Text(), "#")
		rule = strings.TrimSpace(strings.TrimPrefix(rule, "\ufeff"))
		switch {
		case !utf8.ValidString(in.Text()):
			errs = append(errs, line.Errorf("not UTF-8; save the file as UTF-8"))
		case rule == "":
		case strings.HasPrefix(rule, "["):
			if !strings.HasSuffix(rule, "]") || len(rule) < 3 {
				errs = append(errs, line.Errorf("section %q is not closed; write [name] alone on its line", rule))
				continue
			}
			section = strings.TrimSpace(rule[1 : len(rule)-1])
		default:
			line.Section, line.Fields = section, strings.Fields(rule)
			line.Example, line.Reason = parseComment(comment)
			f.Lines = append(f.Lines, line)
		}
	}
	if err := in.Err(); err != nil {
		errs = append(errs, fmt.Errorf("%s:%d: %w; a rule is one short line", name, number+1, err))
	}
	return f, errors.Join(errs...)
}

// ReadFS reads one file of a file system; embedded files come in the same way as a user's own.
func ReadFS(fsys fs.FS, name string) (*File, error) {
	text, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, err
	}
	return Parse(name, string(text))
}

func parseComment(comment string) (examples []Example, reason string) {
	head, tail, found := strings.Cut(comment, ";")
	if !found && !strings.Contains(head, " = ") {
		return nil, strings.TrimSpace(head)
	}
	for word := range strings.SplitSeq(head, ",") {
		if left, right, ok := strings.Cut(word, " = "); ok {
			examples = append(examples, Example{strings.TrimSpace(left), strings.TrimSpace(right)})
		}
	}
	return examples, strings.TrimSpace(tail)
}
