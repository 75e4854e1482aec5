package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/assert"
	"golang.org/x/text/encoding/unicode"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"namesake": main})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:  "testdata/script",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"longline": longLine, "bytes": rawBytes, "utf16": utf16},
		Setup: func(e *testscript.Env) error {
			data := os.Getenv("NAMESAKE_DATA")
			if data == "" {
				return nil
			}
			data, err := filepath.Abs(data)
			e.Setenv("NAMESAKE_DATA", data)
			return err
		},
		Condition: func(cond string) (bool, error) {
			switch cond {
			case "data":
				return os.Getenv("NAMESAKE_DATA") != "", nil
			case "full": // a device that takes no byte
				_, err := os.Stat("/dev/full")
				return err == nil, nil
			}
			return false, errors.New("unknown condition " + cond)
		},
	})
}

// longLine FILE BEFORE AFTER writes BEFORE, ten million bytes of lower-case words and AFTER, as one line.
func longLine(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: longline FILE BEFORE AFTER")
	}
	filler := strings.Repeat("and so on ", 1_000_000)
	unescape := strings.NewReplacer(`\n`, "\n")
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(unescape.Replace(args[1])+filler+unescape.Replace(args[2])+"\n"), 0o644))
}

// bytes FROM TO copies a file with what is written out as \xff, \xef, \xbb, \xbf, \x00 and \r made that byte.
func rawBytes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: bytes FROM TO")
	}
	raw := strings.NewReplacer(`\xff`, "\xff", `\xef`, "\xef", `\xbb`, "\xbb", `\xbf`, "\xbf", `\x00`, "\x00", `\r`, "\r")
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(raw.Replace(ts.ReadFile(args[0]))), 0o644))
}

// utf16 FROM TO copies a file as UTF-16, little-endian, with a byte order mark.
func utf16(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: utf16 FROM TO")
	}
	text, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(ts.ReadFile(args[0]))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(text), 0o644))
}

type brokenWriter struct{ err error }

func (w brokenWriter) Write([]byte) (int, error) { return 0, w.err }

func TestWriteErrors(t *testing.T) {
	lines := strings.Repeat("Surunbai Jinbekov\n", 10_000) // more than the buffer holds
	for _, c := range []struct {
		err  error
		exit int
		says string
	}{
		{syscall.EPIPE, exitDone, ""},
		{syscall.ENOSPC, exitUnusable, "namesake: cannot write the output: no space left on device\n"},
	} {
		var errw bytes.Buffer
		got := run([]string{"translit"}, strings.NewReader(lines), brokenWriter{c.err}, &errw)
		assert.Equal(t, c.exit, got)
		assert.Equal(t, c.says, errw.String())
	}
}

// brokenReader gives a few bytes and then fails, as a disk does.
type brokenReader struct{ begun bool }

func (r *brokenReader) Read(p []byte) (int, error) {
	if r.begun {
		return 0, syscall.EIO
	}
	r.begun = true
	return copy(p, "name\nSadyr Japarov\n"), nil
}

func TestReadErrorsAreNotTheEndOfTheInput(t *testing.T) {
	for _, command := range []string{"find", "cluster", "translit"} {
		var out, errw bytes.Buffer
		assert.Equal(t, exitUnusable, run([]string{command}, &brokenReader{}, &out, &errw), command)
		assert.Contains(t, errw.String(), "input/output error", command)
	}
}
