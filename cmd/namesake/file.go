package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"
)

// writeFile writes a file whole or not at all: beside it first, and in its place when all is written. What is no
// file, such as /dev/stdout, is written straight.
func writeFile(file string, write func(io.Writer) error) error {
	info, err := os.Stat(file)
	switch {
	case err == nil && info.IsDir():
		return fmt.Errorf(msgOutDirectory, file)
	case err == nil && !info.Mode().IsRegular():
		err = writeStraight(file, write)
	default:
		err = writeBeside(file, write)
	}
	if err == nil {
		return nil
	}
	var path *fs.PathError // names the file beside it
	if errors.As(err, &path) {
		err = path.Err
	}
	return writeError{fmt.Errorf("%s: %w", file, err)}
}

func writeStraight(file string, write func(io.Writer) error) error {
	out, err := os.OpenFile(file, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return writeAll(out, write)
}

// unfinished is the file beside the one being written, for when the user interrupts.
var unfinished atomic.Pointer[string]

func writeBeside(file string, write func(io.Writer) error) error {
	out, err := os.CreateTemp(filepath.Dir(file), "."+filepath.Base(file)+".*")
	if err != nil {
		return err
	}
	beside := out.Name()
	unfinished.Store(&beside)
	defer unfinished.Store(nil)
	if err = writeAll(out, write); err == nil {
		err = os.Chmod(beside, 0o644)
	}
	if err == nil {
		err = os.Rename(beside, file)
	}
	if err != nil {
		os.Remove(beside)
	}
	return err
}

func writeAll(out *os.File, write func(io.Writer) error) error {
	buffer := bufio.NewWriterSize(out, 1<<16)
	err := write(buffer)
	if err == nil {
		err = buffer.Flush()
	}
	if closed := out.Close(); err == nil {
		err = closed
	}
	return err
}
