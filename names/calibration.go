package names

import (
	"errors"
	"strconv"
	"sync"

	"github.com/namesake-go/namesake/internal/rulefile"
)

// A calibration makes a probability that was said one that came true: points of a rising curve, straight between them.
// The clusterer links by what was said, since it weighs by itself how many names of a list look alike.
type calibration []calibrationPoint

type calibrationPoint struct{ said, true float64 } // probabilities

var builtinCalibration = sync.OnceValue(func() calibration {
	c, err := readCalibration(mustRead("calibration.txt"))
	if err != nil {
		panic(err)
	}
	return c
})

func readCalibration(f *rulefile.File) (calibration, error) {
	var c calibration
	var errs []error
	for _, line := range f.Lines {
		p, ok := calibrationPoint{}, len(line.Fields) == 2
		if ok {
			said, err1 := strconv.Atoi(line.Fields[0])
			came, err2 := strconv.Atoi(line.Fields[1])
			p, ok = calibrationPoint{float64(said) / 1000, float64(came) / 1000}, err1 == nil && err2 == nil
		}
		switch last := len(c) - 1; {
		case !ok:
			errs = append(errs, line.Errorf("%q is no point of a curve; write how many of a thousand were said and how many came true", line.Fields))
		case last >= 0 && (p.said <= c[last].said || p.true <= c[last].true):
			errs = append(errs, line.Errorf("the curve does not rise here; make both numbers greater than those of the line before"))
		default:
			c = append(c, p)
		}
	}
	if len(errs) == 0 && (len(c) < 2 || c[0].said != 0 || c[len(c)-1].said != 1) {
		errs = append(errs, errors.New(f.Name+": the curve does not reach from 0 to 1000; add its ends"))
	}
	return c, errors.Join(errs...)
}

// of gives what comes true of a probability that is said, both 0 to 1.
func (c calibration) of(said float64) float64 {
	for i, to := range c[1:] {
		if said <= to.said {
			from := c[i]
			return from.true + (to.true-from.true)*(said-from.said)/(to.said-from.said)
		}
	}
	return c[len(c)-1].true
}
