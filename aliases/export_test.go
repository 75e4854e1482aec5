package aliases

// Small registries have their index in the file too.
func init() { leastSaved = 50 }
