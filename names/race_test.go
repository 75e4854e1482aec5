//go:build race

package names

// raceDetector tells that sync.Pool forgets things at random, so that allocations can't be counted.
const raceDetector = true
