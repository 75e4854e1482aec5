// Learn estimates the costs of names/rules/correspondences.txt anew from the training half of the evaluation data:
//
//	go run ./internal/learn [-data DIR] [-part train|test|all] [-rounds N] [-write]
//	go run ./internal/learn -scripts [-script NAME] [-scripts-folder DIR] [-data DIR] [-part train|test|all] [-rounds N]
//	go run ./internal/learn -frequencies [-data DIR] [-part train|test|all]
//
// It prints, round by round, what each rule costs and would cost, and how often it was taken in spellings of one name and
// in words that are alike by chance; -write changes the costs in the file and nothing else of it. With -scripts it makes
// the files of names/rules/scripts anew, one for each native script, which takes some minutes of a processor each; with
// -frequencies it counts the words of names/rules/frequencies.txt.
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/namesake-go/namesake/internal/measure/dataset"
)

func main() {
	data := flag.String("data", dataset.Dir(), "`folder` of the data")
	file := flag.String("rules", "names/rules/correspondences.txt", "rule `file`")
	rounds := flag.Int("rounds", 8, "rounds of expectation maximisation")
	scripts := flag.Bool("scripts", false, "make the files of names/rules/scripts")
	frequencies := flag.Bool("frequencies", false, "make names/rules/frequencies.txt")
	only := flag.String("script", "", "make the file of one `script` alone")
	folder := flag.String("scripts-folder", "names/rules/scripts", "`folder` that -scripts writes to")
	half := flag.String("part", "train", "`half` to learn from: train, test or all")
	write := flag.Bool("write", false, "write the costs into the rule file")
	flag.Parse()
	part, err := dataset.ParsePart(*half)
	switch {
	case err != nil:
	case *scripts:
		err = discoverAll(*data, *folder, *only, part, *rounds)
	case *frequencies:
		err = countFrequencies(*data, part)
	default:
		err = learnCosts(*data, *file, part, *rounds, *write)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "learn:", err)
		os.Exit(2)
	}
}

// hundredthsPerNat turns the learned costs of scripts into those of the rule files.
const hundredthsPerNat = 14
