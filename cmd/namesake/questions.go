package main

import (
	"bufio"
	"io"
	"strconv"

	"github.com/namesake-go/namesake/names"
)

// writeQuestions writes what is for a person to answer, the question first whose answer changes most.
func (u *ui) writeQuestions(file string, f format, clusters []names.Cluster) error {
	done := u.wheel(msgAsking)
	questions := u.matcher().Questions(clusters)
	done()
	ids := map[int]string{}
	for _, c := range clusters {
		for _, m := range c.Members {
			ids[m.Index] = c.ID
		}
	}
	return writeFile(file, func(w io.Writer) error {
		out := &ui{out: bufio.NewWriter(w)}
		p, err := out.printRows(f, true, "rank", "changes", "probability", "now", "mention1", "name1", "cluster1", "size1",
			"mention2", "name2", "cluster2", "size2", "because")
		if err != nil {
			return err
		}
		for i, q := range questions {
			now := "apart"
			if q.Together {
				now = "together"
			}
			err := p.row(i+1, rounded(q.Changes), probability(q.Probability), now, q.A.ID, q.A.Name, ids[q.A.Index], q.SizeA,
				q.B.ID, q.B.Name, ids[q.B.Index], q.SizeB, q.Because)
			if err != nil {
				return err
			}
		}
		return out.out.Flush()
	})
}

// rounded is a number with two digits.
type rounded float64

func (r rounded) String() string { return strconv.FormatFloat(float64(r), 'f', 2, 64) }

// MarshalJSON makes it a number.
func (r rounded) MarshalJSON() ([]byte, error) { return []byte(r.String()), nil }
