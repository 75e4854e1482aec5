package main

import (
	"bufio"
	"io"
	"os"
	"path/filepath"
	"syscall"
)

// writeFile writes a file whole or not at all: beside it first, and in its place when all is written. What is no
// file, such as /dev/stdout, is written straight.
func writeFile(file string, write func(io.Writer) error) error {
	if info, err := os.Stat(file); err == nil && !info.Mode().IsRegular() {
		if info.IsDir() {
			return fileError(file, syscall.EISDIR)
		}
		out, err := os.OpenFile(file, os.O_WRONLY, 0)
		if err != nil {
			return writeError{err}
		}
		return writeAll(out, write)
	}
	out, err := os.CreateTemp(filepath.Dir(file), "."+filepath.Base(file)+".*")
	if err != nil {
		return writeError{err}
	}
	err = writeAll(out, write)
	if err == nil {
		err = os.Chmod(out.Name(), 0o644)
	}
	if err == nil {
		err = os.Rename(out.Name(), file)
	}
	if err != nil {
		os.Remove(out.Name())
		return writeError{err}
	}
	return nil
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
