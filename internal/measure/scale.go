package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/namesake-go/namesake/internal/measure/dataset"
)

// measureScale runs "namesake cluster" on long lists, as a user does, and prints what it took and how well the entities were
// found. The lists are made by relay.py of the evaluation data:
//
//	relay.py DATA 250000 1 > million.csv
//	go run ./internal/measure scale --list million.csv
func measureScale(c config) error {
	dir, err := os.MkdirTemp("", "scale")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	command := c.command
	if command == "" {
		command = filepath.Join(dir, "namesake")
		if out, err := exec.Command("go", "build", "-o", command, "github.com/namesake-go/namesake/cmd/namesake").CombinedOutput(); err != nil {
			return fmt.Errorf("namesake cannot be built: %s", out)
		}
	}
	t := newTable("list", "mentions", "wall", "processors", "peak MiB", "pair P", "pair R", "pair F1", "B3 F1")
	lists := split(c.listFile)
	if len(lists) == 0 {
		lists = []string{filepath.Join(c.data, "relay_people.csv")}
	}
	for _, list := range lists {
		mentions, err := listedMentions(list)
		if err != nil {
			return err
		}
		clusters := filepath.Join(dir, "clusters.csv")
		run := exec.Command(command, "cluster", list, "--output", clusters)
		run.Stderr = os.Stderr
		begun := time.Now()
		if err := run.Run(); err != nil {
			return fmt.Errorf("%s cluster %s: %w", command, list, err)
		}
		wall := time.Since(begun)
		gold, predicted, err := groups(mentions, clusters)
		if err != nil {
			return err
		}
		s := ScorePartition(gold, predicted)
		state := run.ProcessState
		t.row(filepath.Base(list), s.Mentions, seconds(wall), seconds(state.UserTime()+state.SystemTime()), peakMemory(state)>>20,
			s.PairP, s.PairR, s.PairF1(), s.B3F1())
	}
	t.print(c.out)
	return nil
}

func seconds(d time.Duration) string { return fmt.Sprintf("%.1f s", d.Seconds()) }

// groups numbers the entities of mentions and the clusters that a file puts them into.
func groups(mentions []dataset.Mention, file string) (gold, predicted []int, err error) {
	of, err := dataset.Clusters(file)
	if err != nil {
		return nil, nil, err
	}
	number := func(known map[string]int, group string) int {
		if _, is := known[group]; !is {
			known[group] = len(known)
		}
		return known[group]
	}
	entities, clusters := map[string]int{}, map[string]int{}
	for _, m := range mentions {
		cluster, is := of[m.ID]
		if !is {
			err = errors.Join(err, fmt.Errorf("%s: mention %s is in no cluster", file, m.ID))
		}
		gold, predicted = append(gold, number(entities, m.Entity)), append(predicted, number(clusters, cluster))
	}
	return gold, predicted, err
}
