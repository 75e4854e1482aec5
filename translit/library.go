package translit

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
	"unsafe"

	"github.com/namesake-go/namesake/internal/nearest"
)

// A Library is a folder of rule files, of which each is read when it is first asked for. What it does not
// have is looked for among the built-in tables, so that a user's rules can call them. It is safe for
// concurrent use.
//
// Two kinds of file are known: NAME.txt, a rule text whose name is its BCP 47 -t- id and whose first
// comments may give it "Aliases:", and CLDR's NAME.xml (LDML part 2), which says its ids itself.
type Library struct {
	fsys    fs.FS
	beneath *Library // the built-in one; nil for itself
	ids     []string
	entries map[string]*entry // by idKey
	loading sync.Mutex        // one for all: files that call each other must not wait for each other
}

// An entry is a rule file in one direction.
type entry struct {
	id      string
	file    string
	heading string // see ruleHead
	reverse bool
	table   *Table // when it has been read
	err     error
}

// Open lists the rule files in the top folder of fsys. A CLDR file whose head cannot be read is an
// error that names it.
func Open(fsys fs.FS) (*Library, error) {
	l, err := open(fsys)
	if l != nil {
		l.beneath = builtin()
	}
	return l, err
}

func open(fsys fs.FS) (*Library, error) {
	l := &Library{fsys: fsys, entries: map[string]*entry{}}
	files, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, err
	}
	var errs []error
	in := bufio.NewReaderSize(nil, 1<<10)
	for _, file := range files {
		switch name := file.Name(); path.Ext(name) {
		case ".txt":
			id := strings.TrimSuffix(name, ".txt")
			h, err := readComments(fsys, name, in)
			errs = append(errs, err)
			l.add(&entry{id: id, file: name, heading: h.heading}, append(h.aliases, id)...)
		case ".xml":
			head, err := readHead(fsys, name)
			if err != nil {
				errs = append(errs, err)
				continue
			}
			for _, e := range head.entries(name) {
				l.add(&e.entry, e.names...)
			}
		}
	}
	slices.Sort(l.ids)
	return l, errors.Join(errs...)
}

// add enters a transform under its names. The first file of a name keeps it.
func (l *Library) add(e *entry, names ...string) {
	l.ids = append(l.ids, e.id)
	for _, name := range names {
		if key := idKey(name); l.entries[key] == nil {
			l.entries[key] = e
		}
	}
}

// A ruleHead is what the first comments of a rule text say of it.
type ruleHead struct {
	heading string   // what it begins with, up to a full stop at the end of a line
	aliases []string // further names: "# Aliases: Russian-Latin/BGN"
}

// readComments reads a file, through a reader used before, no further than its first comments go.
func readComments(fsys fs.FS, file string, in *bufio.Reader) (h ruleHead, err error) {
	f, err := fsys.Open(file)
	if err != nil {
		return h, err
	}
	defer f.Close()
	in.Reset(f)
	for reading := true; err == nil; { // the heading
		var line string
		line, err = in.ReadString('\n')
		comment, ok := strings.CutPrefix(strings.TrimPrefix(line, "\ufeff"), "#")
		if !ok {
			break
		}
		comment = strings.TrimSpace(comment)
		if names, ok := strings.CutPrefix(comment, "Aliases:"); ok {
			h.aliases = append(h.aliases, strings.Fields(names)...)
		} else if reading = reading && comment != "" && !strings.HasPrefix(comment, "Source:"); reading {
			h.heading = strings.TrimSpace(h.heading + " " + comment)
			reading = !strings.HasSuffix(comment, ".")
		}
	}
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return h, err
}

// IDs lists the transforms, each by one of its names, sorted.
func (l *Library) IDs() []string { return slices.Clone(l.ids) }

// has tells whether there is a file for the id.
func (l *Library) has(id string) bool { return l.entries[idKey(id)] != nil }

// Heading is the first line of a rule file's comments, which says what it is; empty when there is none.
// The rules are not read for it.
func (l *Library) Heading(id string) string {
	if e := l.entries[idKey(id)]; e != nil {
		return e.heading
	}
	if l.beneath != nil {
		return l.beneath.Heading(id)
	}
	return ""
}

// Table finds a transform by its BCP 47 -t- id ("ru-Latn-t-ru-m0-bgn"), an alias, or ICU's id
// ("Russian-Latin/BGN"), and compiles it at the first call. Transforms that call each other in a
// circle are an error.
func (l *Library) Table(id string) (*Table, error) {
	l.loading.Lock()
	defer l.loading.Unlock()
	return l.table(id, nil)
}

// Parse is the package's Parse for rules that may call the library's tables.
func (l *Library) Parse(file, rules string) (*Table, error) {
	p := &parser{file: file, src: rules, line: 1, find: l.Table}
	return p.parse(strings.TrimSuffix(file, ".txt"))
}

// table knows which files are being read, outermost first.
func (l *Library) table(id string, reading []*entry) (*Table, error) {
	if native := nativePass(id); native != nil {
		return &Table{id: id, root: pass{native: native}}, nil
	}
	e := l.entries[idKey(id)]
	if e == nil {
		if native := l.anyTo(id); native != nil {
			return &Table{id: id, root: pass{native: native}}, nil
		}
		known := append(slices.Sorted(maps.Keys(nativePasses)), l.ids...)
		if l.beneath != nil {
			if t, err := l.beneath.Table(id); err == nil {
				return t, nil
			}
			known = append(known, l.beneath.ids...)
		}
		return nil, fmt.Errorf("transform %q is not known%s", id, nearest.Hint(id, known))
	}
	if slices.Contains(reading, e) {
		return nil, fmt.Errorf("transform %q calls itself; take one of the calls out", id)
	}
	if e.table == nil && e.err == nil {
		e.table, e.err = l.load(e, append(slices.Clone(reading), e))
	}
	return e.table, e.err
}

func (l *Library) load(e *entry, reading []*entry) (*Table, error) {
	text, line, err := l.read(e.file)
	if err != nil {
		return nil, err
	}
	ours := l.beneath == nil // then TestRuleFiles has looked for rules that can never fire
	p := &parser{
		file: e.file, src: text, line: line, reverse: e.reverse, lenient: ours || path.Ext(e.file) == ".xml",
		find: func(id string) (*Table, error) { return l.table(id, reading) },
	}
	if ours {
		p.findLate = l.late
	}
	return p.parse(e.id)
}

// late gives a table that is read when it is first asked for; nil when there is no such file.
func (l *Library) late(id string) func() (*Table, error) {
	if l.entries[idKey(id)] == nil {
		return nil
	}
	return sync.OnceValues(func() (*Table, error) { return l.Table(id) })
}

// read gets the rules of a file and the line on which they start.
func (l *Library) read(file string) (text string, line int, err error) {
	data, err := fs.ReadFile(l.fsys, file)
	if err != nil {
		return "", 0, err
	}
	if path.Ext(file) == ".xml" {
		return readRules(data, file)
	}
	return unsafe.String(unsafe.SliceData(data), len(data)), 1, nil // nobody else has the bytes, and some files are long
}
