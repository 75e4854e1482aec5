package translit

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
)

// CLDR keeps a transform in an XML file (LDML part 2, "Transforms"):
//
//	<transform source="ru" target="ru_Latn" variant="BGN" direction="forward"
//	           alias="Russian-Latin/BGN ru-Latn-t-ru-m0-bgn"><tRule> … </tRule></transform>
//
// Its direction says whether the rules can be read backwards; backwardAlias names what they are then.

// A cldrHead is what the transform element says of itself.
type cldrHead struct {
	source, target, variant, direction string
	alias, backwardAlias               []string
}

// A namedEntry is an entry with all its names.
type namedEntry struct {
	entry
	names []string
}

// readHead reads a file no further than its transform element.
func readHead(fsys fs.FS, file string) (h cldrHead, err error) {
	f, err := fsys.Open(file)
	if err != nil {
		return h, err
	}
	defer f.Close()
	d := xml.NewDecoder(f)
	for {
		token, err := d.Token()
		if err != nil {
			return h, fmt.Errorf("%s: no transform element (%w); is it a transform file of CLDR?", file, err)
		}
		element, ok := token.(xml.StartElement)
		if !ok || element.Name.Local != "transform" {
			continue
		}
		for _, a := range element.Attr {
			switch a.Name.Local {
			case "source":
				h.source = a.Value
			case "target":
				h.target = a.Value
			case "variant":
				h.variant = a.Value
			case "direction":
				h.direction = a.Value
			case "alias":
				h.alias = strings.Fields(a.Value)
			case "backwardAlias":
				h.backwardAlias = strings.Fields(a.Value)
			}
		}
		return h, nil
	}
}

// entries are the one or two transforms of a file.
func (h cldrHead) entries(file string) []*namedEntry {
	var out []*namedEntry
	put := func(source, target string, aliases []string, reverse bool) {
		name := source + "-" + target
		if h.variant != "" {
			name += "/" + h.variant
		}
		names := append([]string{name, h.tagOf(source, target)}, aliases...)
		id := name
		for _, alias := range aliases {
			if strings.Contains(alias, "-t-") {
				id = alias
			}
		}
		out = append(out, &namedEntry{entry{id: id, file: file, reverse: reverse}, names})
	}
	if h.direction != "backward" {
		put(h.source, h.target, h.alias, false)
	}
	if h.direction != "forward" {
		put(h.target, h.source, h.backwardAlias, true)
	}
	return out
}

// tagOf makes the BCP 47 -t- id that CLDR's test data go by: "ru-Latn-t-ru-m0-bgn".
func (h cldrHead) tagOf(source, target string) string {
	tag := target + "-t-" + source
	if h.variant != "" {
		tag += "-m0-" + h.variant
	}
	return strings.ReplaceAll(tag, "_", "-")
}

// readRules gathers the text of the tRule elements, and tells the line on which it starts.
func readRules(data []byte, file string) (rules string, line int, err error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	var text strings.Builder
	inRule := false
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return text.String(), max(line, 1), nil
		}
		if err != nil {
			return "", 0, fmt.Errorf("%s: %w; repair the XML", file, err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if inRule = token.Name.Local == "tRule"; inRule && line == 0 {
				line, _ = d.InputPos()
			}
		case xml.EndElement:
			inRule = false
		case xml.CharData:
			if inRule {
				text.Write(token)
			}
		}
	}
}
