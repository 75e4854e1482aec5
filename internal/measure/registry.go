package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/namesake-go/namesake/aliases"
	"github.com/namesake-go/namesake/internal/measure/dataset"
)

// measureRegistry fills a registry with a list of mentions, all but one in a hundred, opens it anew, and looks the ones
// held out up. The list is relay_people, or one as large as relay.py makes it, named by --list.
//
// A mention held out counts when its spelling is on record for nobody and its entity has another. A look-up is right when its
// entity comes first. Not every name tells whom it means, J. Smith any of many; so two figures are given, of all and of those
// without an initial. Who knew the spellings that relay.py draws from, and how often it draws each, would be right in .967
// and .995 of a list of 250,000 people, in .987 and .999 of 62,500.
func measureRegistry(c config) error {
	mentions, err := registryMentions(c)
	if err != nil {
		return err
	}
	held, kept := holdOut(mentions)
	dir, err := os.MkdirTemp("", "registry")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "measure.ns")
	entries := func(yield func(aliases.Entry, error) bool) {
		for _, m := range kept {
			if !yield(aliases.Entry{ID: m.Entity, Names: []aliases.Alias{{Name: m.Name}}}, nil) {
				return
			}
		}
	}
	r, err := aliases.Create(path, aliases.Options{})
	if err != nil {
		return err
	}
	imported := took(func() { _, err = r.Import(context.Background(), entries, aliases.ImportOptions{}) })
	if err := errors.Join(err, r.Close()); err != nil {
		return err
	}
	opened := took(func() { r, err = aliases.Open(path, aliases.Options{}) })
	if err != nil {
		return err
	}
	defer r.Close()
	ready := took(r.Ready)
	runtime.GC()
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	fmt.Fprintf(c.out, "a registry of %d mentions: %d entities, %d names\n\n", len(kept), r.Len(), r.Names())
	t := newTable("", "wall", "processors")
	t.row("import", imported.wall, imported.cpu)
	t.row("open", opened.wall, opened.cpu)
	t.row("make the index", ready.wall, ready.cpu)
	t.print(c.out)
	fmt.Fprintf(c.out, "\nheap in use %d MiB, from the system %d MiB\n\n", memory.HeapInuse>>20, memory.Sys>>20)
	return lookUpAll(c, r, held)
}

func registryMentions(c config) ([]dataset.Mention, error) {
	if c.listFile == "" {
		return dataset.Mentions(c.data, "relay_people", c.part)
	}
	return listedMentions(c.listFile)
}

// listedMentions reads a list of mentions as relay.py makes it.
func listedMentions(file string) ([]dataset.Mention, error) {
	return dataset.Mentions(filepath.Dir(file), strings.TrimSuffix(filepath.Base(file), ".csv"), dataset.All)
}

// holdOut takes one mention in a hundred, one of an entity at the most, whose spelling is then on record for nobody, though
// its entity is on record.
func holdOut(mentions []dataset.Mention) (held, kept []dataset.Mention) {
	spelled, known := map[string]int{}, map[string]int{}
	for _, m := range mentions {
		spelled[m.Name]++
		known[m.Entity]++
	}
	for _, m := range mentions {
		if dataset.Order("registry", m.ID)%100 == 0 && spelled[m.Name] == 1 && known[m.Entity] > 1 {
			held = append(held, m)
			known[m.Entity] = 0 // no other of the entity
			continue
		}
		kept = append(kept, m)
	}
	return held, kept
}

// lookUpAll looks the mentions up, one after the other on one processor.
func lookUpAll(c config, r *aliases.Registry, held []dataset.Mention) error {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	var times []time.Duration
	var all, full score
	slices.SortFunc(held, func(a, b dataset.Mention) int {
		return int(dataset.Order("look up", a.ID)>>1) - int(dataset.Order("look up", b.ID)>>1)
	})
	held = held[:min(len(held), c.lookups)]
	listed := 0
	for _, m := range held {
		begun := threadTime()
		got := r.Lookup(m.Name, 10)
		times = append(times, threadTime()-begun)
		right := 0.0
		if len(got) > 0 && got[0].Entity.ID == m.Entity {
			right = 1
		}
		all.add(right)
		if hasInitial(m.Name) {
			continue
		}
		full.add(right)
		if right == 0 && listed < c.list {
			listed++
			first := ""
			if len(got) > 0 {
				first = fmt.Sprintf("%s %s %.3f", got[0].Entity.ID, got[0].Name, got[0].Probability)
			}
			fmt.Fprintf(c.out, "%s %s: first is %s\n", m.Entity, m.Name, first)
		}
	}
	slices.Sort(times)
	sum := time.Duration(0)
	for _, t := range times {
		sum += t
	}
	n := len(times)
	if n == 0 {
		return errors.New("no mention can be looked up; give a longer list")
	}
	fmt.Fprintf(c.out, "looked up %d spellings that are not on record, on one processor: mean %v, median %v, 99th percentile %v, longest %v\n\n",
		n, sum/time.Duration(n), times[n/2], times[n*99/100], times[n-1])
	t := newTable("first is right", "of", "share")
	t.row("all", all.n, all.share())
	t.row("no initial", full.n, full.share())
	t.print(c.out)
	return nil
}

type score struct {
	n   int
	sum float64
}

func (s *score) add(x float64)  { s.n, s.sum = s.n+1, s.sum+x }
func (s *score) share() float64 { return s.sum / float64(max(s.n, 1)) }

func hasInitial(name string) bool {
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		if len([]rune(w)) == 1 {
			return true
		}
	}
	return false
}

// A cost is what work took: on the wall's clock, and of all processors together.
type cost struct{ wall, cpu time.Duration }

func took(do func()) cost {
	wall, cpu := time.Now(), processTime()
	do()
	return cost{time.Since(wall).Round(time.Millisecond), (processTime() - cpu).Round(time.Millisecond)}
}
