package names

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func document(mentions ...Mention) []string {
	for i := range mentions {
		mentions[i].Doc = "doc"
	}
	var people []string
	for _, c := range New(Options{}).Cluster(mentions) {
		var names []string
		for _, member := range c.Members {
			names = append(names, strings.TrimSpace(member.Title+" "+member.Name))
		}
		people = append(people, strings.Join(names, " | "))
	}
	return people
}

func TestBareNamesOfADocument(t *testing.T) {
	assert.Equal(t, []string{"Raul Castro | Castro", "Fidel Castro | Castro"},
		document(Mention{Name: "Raul Castro"}, Mention{Name: "Castro"}, Mention{Name: "Fidel Castro"}, Mention{Name: "Castro"}),
		"the nearest before")
	assert.Equal(t, []string{"President Raul Castro | President Castro", "Fidel Castro"},
		document(Mention{Name: "Raul Castro", Title: "President"}, Mention{Name: "Fidel Castro"}, Mention{Name: "Castro", Title: "President"}),
		"the title before the distance")
	assert.Equal(t, []string{"Castro | Raul Castro"},
		document(Mention{Name: "Castro"}, Mention{Name: "Raul Castro"}), "behind, when there is none before")
	assert.Equal(t, []string{"Mr Raul Castro", "Mrs Castro"},
		document(Mention{Name: "Raul Castro", Title: "Mr"}, Mention{Name: "Castro", Title: "Mrs"}), "a title that excludes him")
	assert.Equal(t, []string{"Raul Castro | R. Castro", "Fidel Castro"},
		document(Mention{Name: "Raul Castro"}, Mention{Name: "Fidel Castro"}, Mention{Name: "R. Castro"}), "the initial before the distance")
	assert.Equal(t, []string{"President Joe Biden", "wife Jill Biden | Mrs Biden"},
		document(Mention{Name: "Joe Biden", Title: "President"}, Mention{Name: "Jill Biden", Title: "wife"}, Mention{Name: "Biden", Title: "Mrs"}),
		"a woman's title")
	assert.Equal(t, []string{"Raul Castro | Castro", "Alejandro"},
		document(Mention{Name: "Raul Castro"}, Mention{Name: "Alejandro"}, Mention{Name: "Castro"}), "a name that fits nobody")
}

// Names that come again and again cost no comparison, so that long texts are read in time linear in their length.
func BenchmarkCluster(b *testing.B) {
	for _, n := range []int{1000, 4000, 16000} {
		b.Run(fmt.Sprint(n, " mentions"), func(b *testing.B) {
			var mentions []Mention
			for i := range n {
				name := [...]string{"Jane Smith", "John Brown", "Smith", "Brown"}[i%4]
				mentions = append(mentions, Mention{Name: name, Doc: "doc", Start: 10 * i})
			}
			m := New(Options{})
			for b.Loop() {
				m.Cluster(mentions)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/mention")
		})
	}
}
