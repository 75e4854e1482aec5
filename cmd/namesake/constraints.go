package main

import (
	"fmt"
	"strings"

	"github.com/namesake-go/namesake/names"
)

// constraints reads what the user knows of pairs of mentions: rows mention1,mention2,link, where link is must or cannot.
func (u *ui) constraints(file string, mentions []names.Mention) ([]names.Constraint, error) {
	if file == "" {
		return nil, nil
	}
	table, err := u.readTable(file, "mention1", "mention2", "link")
	if err != nil {
		return nil, err
	}
	place := make(map[string]int, len(mentions))
	for i, m := range mentions {
		place[m.ID] = i
	}
	var constraints []names.Constraint
	for row := range u.rows(table) {
		c := names.Constraint{}
		switch link := strings.ToLower(strings.TrimSpace(row.Get("link"))); link {
		case "must":
			c.Same = true
		case "cannot":
		default:
			u.refuse(row.Refuse(fmt.Sprintf(msgLinkWord, link)))
			continue
		}
		var known [2]bool
		c.A, known[0] = place[row.Get("mention1")]
		c.B, known[1] = place[row.Get("mention2")]
		if !known[0] || !known[1] {
			id := row.Get("mention1")
			if known[0] {
				id = row.Get("mention2")
			}
			u.refuse(row.Refuse(fmt.Sprintf(msgNoSuchMention, id)))
			continue
		}
		constraints = append(constraints, c)
	}
	return constraints, nil
}
