//go:build !race

package translit_test

// raceDetector tells that sync.Pool keeps what it is given.
const raceDetector = false
