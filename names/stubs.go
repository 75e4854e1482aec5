package names

// Find yields the people that an English news text mentions.
func Find(text string) []Mention { return nil }
