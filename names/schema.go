package names

import "strings"

// A Schema says what a name is of. Words do other work in the name of a bank than in that of a banker: order is free,
// International is no given name, and the forms of companies are not children's suffixes.
type Schema uint8

const (
	Unknown      Schema = iota // told by the name: Ltd. and Ministry make it an organisation's
	Person                     // given names, surnames, patronymics
	Organization               // companies, ministries, armed groups; also ships and whatever else is named freely
	Place                      // countries, regions, cities
)

var schemaNames = [...]string{"", "Person", "Organization", "Place"}

func (s Schema) String() string { return schemaNames[s] }

// SchemaOf reads a schema as the FollowTheMoney model (https://followthemoney.tech) and common lists write it:
// Person, Organization, Company, PublicBody, Vessel, Address ... A LegalEntity may be either and is Unknown, as is
// every other word. Capitals do not count.
func SchemaOf(word string) Schema {
	switch strings.ToLower(strings.TrimSpace(word)) {
	case "person":
		return Person
	case "organization", "organisation", "company", "publicbody", "vessel", "airplane", "vehicle":
		return Organization
	case "place", "country", "city", "address":
		return Place
	}
	return Unknown
}

// Parse reads a name as one of the matcher's schema.
func (m *Matcher) Parse(s string) Name { return ParseAs(s, m.options.Schema) }

// ParseAs is Parse for a name of which it is known what it is of.
func ParseAs(s string, schema Schema) Name {
	if schema == Organization || schema == Place {
		return parseOrganisation(s, schema)
	}
	return parse(s, schema)
}

// parseOrganisation reads the name of an organisation or a place.
func parseOrganisation(s string, schema Schema) Name {
	if text, at := cleaned(s); at != nil {
		return parseCleanOrganisation(text, schema).asGiven(s, at)
	}
	return parseCleanOrganisation(s, schema)
}

func parseCleanOrganisation(s string, schema Schema) Name {
	words, _ := splitOrganisation(s)
	return readOrganisation(s, beforeOtherName(words), schema)
}
