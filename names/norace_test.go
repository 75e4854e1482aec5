//go:build !race

package names

// raceDetector tells that sync.Pool keeps what it is given.
const raceDetector = false
