package translit

// OpenBuiltin lists the built-in tables anew; nothing is read yet.
var OpenBuiltin = openBuiltin
