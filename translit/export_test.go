package translit

// OpenBuiltin lists the built-in tables anew; nothing is read yet.
var OpenBuiltin = openBuiltin

// ParseVariants reads a text as variants.txt is read.
func ParseVariants(name, text string) error {
	_, err := parseVariants(name, text)
	return err
}
