package translit

// OpenBuiltin lists the built-in tables anew; nothing is read yet.
var OpenBuiltin = openBuiltin

// ParseVariants reads a text as variants.txt is read.
func ParseVariants(name, text string) error {
	_, err := parseVariants(name, text)
	return err
}

// Read lists the files of a library whose rules have been read.
func Read(l *Library) map[string]bool {
	files := map[string]bool{}
	for _, e := range l.entries {
		if e.table != nil {
			files[e.file] = true
		}
	}
	return files
}
