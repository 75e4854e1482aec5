package main

import (
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The example of Bagga and Baldwin 1998: entities of 5, 2 and 5 mentions. The first answer joins the 2 with
// a 5, the second the two 5s; both miss no pair, and B-cubed calls the second worse.
func TestScorePartitionOfBaggaAndBaldwin(t *testing.T) {
	gold := []int{0, 0, 0, 0, 0, 1, 1, 2, 2, 2, 2, 2}

	first := ScorePartition(gold, []int{8, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9, 9})
	assert.InDelta(t, (5+2*2./7+5*5./7)/12, first.B3P, 1e-12)
	assert.InDelta(t, .762, first.B3P, .001)
	assert.InDelta(t, 1, first.B3R, 1e-12)
	assert.InDelta(t, 21./31, first.PairP, 1e-12) // 10+1+10 true of 10+21
	assert.InDelta(t, 1, first.PairR, 1e-12)
	assert.Equal(t, []int{3, 2, 12}, []int{first.Entities, first.Clusters, first.Mentions})

	second := ScorePartition(gold, []int{8, 8, 8, 8, 8, 9, 9, 8, 8, 8, 8, 8})
	assert.InDelta(t, 7./12, second.B3P, 1e-12)
	assert.InDelta(t, 21./46, second.PairP, 1e-12)
}

func TestScorePartitionAtTheEnds(t *testing.T) {
	gold := []int{0, 0, 1}
	assert.Equal(t, PartitionScore{1, 1, 1, 1, 2, 2, 3}, ScorePartition(gold, []int{7, 7, 5}), "all right")
	apart := ScorePartition(gold, []int{0, 1, 2})
	assert.Equal(t, []float64{1, 0, 0}, []float64{apart.PairP, apart.PairR, apart.PairF1()}, "all apart")
	assert.InDelta(t, (.5+.5+1)/3, apart.B3R, 1e-12)
	assert.Equal(t, PartitionScore{1, 1, 1, 1, 0, 0, 0}, ScorePartition(nil, nil), "nothing")
}

func randomPartitions(seed uint64, n int) (gold, predicted []int) {
	r := rand.New(rand.NewPCG(seed, 0))
	for range n {
		gold, predicted = append(gold, r.IntN(n/3+1)), append(predicted, r.IntN(n/4+1))
	}
	return gold, predicted
}

// The oracle counts over every pair and every mention, as the definitions say.
func TestScorePartitionAgainstAllPairs(t *testing.T) {
	for seed := range uint64(50) {
		gold, predicted := randomPartitions(seed, 40)
		var c Counts
		p, r := 0.0, 0.0
		for i := range gold {
			both, e, k := 0., 0., 0.
			for j := range gold {
				same, said := gold[i] == gold[j], predicted[i] == predicted[j]
				if i < j {
					c.Add(said, same)
				}
				if same {
					e++
				}
				if said {
					k++
				}
				if same && said {
					both++
				}
			}
			p, r = p+both/k/40, r+both/e/40
		}
		s := ScorePartition(gold, predicted)
		assert.InDelta(t, c.Precision(), s.PairP, 1e-12)
		assert.InDelta(t, c.Recall(), s.PairR, 1e-12)
		assert.InDelta(t, c.F1(), s.PairF1(), 1e-12)
		assert.InDelta(t, p, s.B3P, 1e-12)
		assert.InDelta(t, r, s.B3R, 1e-12)
	}
}

func TestScorePartitionAgainstScorePy(t *testing.T) {
	if os.Getenv("NAMESAKE_DATA") == "" {
		t.Skip("NAMESAKE_DATA is not set: score.py is found beside it")
	}
	script := filepath.Join(os.Getenv("NAMESAKE_DATA"), "..", "score.py")
	if _, err := os.Stat(script); err != nil {
		t.Skip("no score.py beside NAMESAKE_DATA: ", err)
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3: ", err)
	}
	for seed := range uint64(3) {
		gold, predicted := randomPartitions(seed, 200)
		dir := t.TempDir()
		write := func(name, column string, group []int) string {
			f, err := os.Create(filepath.Join(dir, name))
			require.NoError(t, err)
			defer f.Close()
			w := csv.NewWriter(f)
			require.NoError(t, w.Write([]string{"mention", column}))
			for i, g := range group {
				require.NoError(t, w.Write([]string{strconv.Itoa(i), strconv.Itoa(g)}))
			}
			w.Flush()
			require.NoError(t, w.Error())
			return f.Name()
		}
		out, err := exec.Command(python, script, write("gold.csv", "entity", gold), write("predicted.csv", "cluster", predicted)).Output()
		require.NoError(t, err)
		s := ScorePartition(gold, predicted)
		want := fmt.Sprintf("pair_p: %.4f\npair_r: %.4f\npair_f1: %.4f\nb3_p: %.4f\nb3_r: %.4f\nb3_f1: %.4f\nentities: %d\nclusters: %d\nmentions: %d\n",
			s.PairP, s.PairR, s.PairF1(), s.B3P, s.B3R, s.B3F1(), s.Entities, s.Clusters, s.Mentions)
		assert.Equal(t, strings.ReplaceAll(string(out), "\r", ""), want)
	}
}
