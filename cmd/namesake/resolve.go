package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/namesake-go/namesake/aliases"
	"github.com/namesake-go/namesake/internal/rows"
	"github.com/namesake-go/namesake/names"
)

func newResolve(u *ui) *cobra.Command {
	var registry string
	var explain bool
	var wait time.Duration
	c := &cobra.Command{
		Use:     "resolve --registry REGISTRY [MENTIONS.jsonl]",
		Short:   "Mentions as they come, to entities with ids that last",
		Long:    helpResolve,
		Example: exampleResolve,
		Args:    between(0, 1, "one file of JSON lines"),
	}
	c.Flags().StringVar(&registry, "registry", "", "the registry's `FILE`")
	c.Flags().BoolVar(&explain, "explain", false, "say how each name was compared")
	c.Flags().DurationVar(&wait, "wait", time.Second, "how long to wait for a registry that another process has")
	c.RunE = func(_ *cobra.Command, args []string) error {
		if registry == "" {
			return fmt.Errorf(msgNoRegistryFile, c.CommandPath()+" --registry")
		}
		r, err := aliases.Open(registry, aliases.Options{Wait: wait})
		if err != nil {
			return err
		}
		r.Ready()
		return errors.Join(resolve(u, r, first(args), explain), r.Close())
	}
	return c
}

// A mentionLine is what resolve reads, a replyLine what it answers.
type mentionLine struct {
	ID    string `json:"id"`
	Doc   string `json:"doc"`
	Name  string `json:"name"`
	Title string `json:"title"`
}

type replyLine struct {
	ID          string             `json:"id,omitempty"`
	Doc         string             `json:"doc,omitempty"`
	Name        string             `json:"name"`
	Decision    aliases.Outcome    `json:"decision"`
	Entity      string             `json:"entity"`
	Canonical   string             `json:"canonical"`
	Probability probability        `json:"probability"`
	Candidates  []candidateLine    `json:"candidates,omitempty"`
	Explanation *names.Explanation `json:"explanation,omitempty"`
}

type candidateLine struct {
	Entity      string      `json:"entity"`
	Probability probability `json:"probability"`
}

type errorLine struct {
	Line  int    `json:"line"`
	Error string `json:"error"`
}

// resolve answers each line with one, and each before the next is waited for.
func resolve(u *ui, r *aliases.Registry, file string, explain bool) error {
	return u.each(file, func(l line) error {
		if strings.TrimSpace(l.Text) == "" && !l.refused {
			return nil
		}
		var reply any
		why := "not UTF-8; save the file as UTF-8"
		if !l.refused {
			var err error
			if reply, why, err = u.answer(r, l.Text, explain); err != nil {
				return err
			}
		}
		if reply == nil {
			if !l.refused {
				u.refuse(rows.Refused{File: l.file, Line: l.Number, What: why})
			}
			reply = errorLine{l.Number, why}
		}
		return u.write(append(jsonOf(reply), '\n'))
	})
}

// answer resolves one line; why says what keeps a line from being used, and err what keeps all from it.
func (u *ui) answer(r *aliases.Registry, text string, explain bool) (reply any, why string, err error) {
	var m mentionLine
	if err := json.Unmarshal([]byte(text), &m); err != nil {
		return nil, msgMentionLine, nil
	}
	if why := rows.Unusable(m.Name); why != "" {
		return nil, why, nil
	}
	got, err := r.Resolve(u.context(), names.Mention{ID: m.ID, Doc: m.Doc, Name: m.Name, Title: m.Title})
	if err != nil {
		return nil, "", err
	}
	line := replyLine{ID: m.ID, Doc: m.Doc, Name: m.Name, Decision: got.Outcome, Entity: got.Entity.ID, Canonical: got.Entity.Canonical(),
		Probability: probability(got.Probability)}
	for _, c := range got.Candidates {
		line.Candidates = append(line.Candidates, candidateLine{c.ID, probability(c.Probability)})
	}
	if explain {
		e := got.Explanation()
		line.Explanation = &e
	}
	return line, "", nil
}
