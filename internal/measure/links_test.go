package main

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/namesake-go/namesake/internal/measure/dataset"
)

func TestSampleLinks(t *testing.T) {
	mentions := []dataset.Mention{
		{ID: "0", Name: "Jon Smith", Entity: "a"},
		{ID: "1", Name: "SMITH, John", Entity: "a"},
		{ID: "2", Name: "Jane Smith", Entity: "b"},
		{ID: "3", Name: "Janet Smythe", Entity: "c"},
		{ID: "4", Name: "محمد", Entity: "d"},
	}
	links := sampleLinks(mentions, 1)
	assert.Equal(t, links, sampleLinks(mentions, 1), "the same every time")
	seen := map[[2]int]link{}
	for _, l := range links {
		assert.Less(t, l.a, l.b)
		assert.Equal(t, mentions[l.a].Entity == mentions[l.b].Entity, l.match)
		assert.NotContains(t, seen, [2]int{l.a, l.b}, "each pair once")
		seen[[2]int{l.a, l.b}] = l
	}
	assert.Equal(t, "entity", seen[[2]int{0, 1}].kind)
	assert.Equal(t, "trigrams", seen[[2]int{2, 3}].kind, "Jane and Janet")
	hard := 0
	for p, l := range seen {
		if p[1] == 4 {
			assert.Equal(t, "any", l.kind, "nothing looks like it")
		}
		if !l.match && p[1] == 2 {
			hard++
		}
	}
	assert.NotZero(t, hard, "Jane Smith is tried against a Smith")
}

func TestAlikeByTrigrams(t *testing.T) {
	alike := alikeByTrigrams([]dataset.Mention{
		{Name: "abcdef", Entity: "a"}, {Name: "abcdxx", Entity: "b"}, {Name: "abyyyy", Entity: "c"}, {Name: "abcdef", Entity: "a"}, {Name: "q", Entity: "d"},
	}, 2)
	assert.Equal(t, [][]int{{1, 2}, {0, 3}, {0, 3}, {1, 2}, nil}, alike,
		"the third shares \" ab\" with all; 0 and 3 are shorter, their trigrams being less rare")
}
