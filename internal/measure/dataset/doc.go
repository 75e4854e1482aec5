// Package dataset reads the evaluation data of the project (see the README beside the data) and splits
// every set into a train and a test half, so that what is learned on one is reported on the other.
// Learners and measures read through this package, so that they cannot disagree on who is on which side.
package dataset

import "os"

// Default is where the data lies when nothing says otherwise: seen from the root of the checkout.
const Default = "../shared/data"

// Dir gives the folder of the data: $NAMESAKE_DATA, else Default.
func Dir() string {
	if d := os.Getenv("NAMESAKE_DATA"); d != "" {
		return d
	}
	return Default
}
