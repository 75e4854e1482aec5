package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// A table is rows of cells, printed in aligned columns: words to the left, numbers to the right.
type table struct {
	head []string
	rows [][]string
	gaps map[int]bool // an empty line before that row
}

func newTable(head ...string) *table { return &table{head: head, gaps: map[int]bool{}} }

// row adds a row; floats get three digits.
func (t *table) row(cells ...any) {
	var r []string
	for _, c := range cells {
		if f, ok := c.(float64); ok {
			r = append(r, fmt.Sprintf("%.3f", f))
			continue
		}
		r = append(r, fmt.Sprint(c))
	}
	t.rows = append(t.rows, r)
}

func (t *table) gap() { t.gaps[len(t.rows)] = true }

func (t *table) print(w io.Writer) {
	width, number := make([]int, len(t.head)), make([]bool, len(t.head))
	for i, h := range t.head {
		width[i], number[i] = utf8.RuneCountInString(h), len(t.rows) > 0
	}
	for _, r := range t.rows {
		for i, c := range r {
			width[i] = max(width[i], utf8.RuneCountInString(c))
			if c != "" && c != "-" && strings.Trim(c, "0123456789.") != "" {
				number[i] = false
			}
		}
	}
	line := func(r []string) {
		var b strings.Builder
		for i, c := range r {
			pad := strings.Repeat(" ", width[i]-utf8.RuneCountInString(c))
			if number[i] {
				b.WriteString(pad + c)
			} else {
				b.WriteString(c + pad)
			}
			b.WriteString("  ")
		}
		fmt.Fprintln(w, strings.TrimRight(b.String(), " "))
	}
	line(t.head)
	for i, r := range t.rows {
		if t.gaps[i] && i > 0 {
			fmt.Fprintln(w)
		}
		line(r)
	}
}
