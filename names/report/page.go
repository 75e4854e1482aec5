// Package report shows explanations and clusters as web pages for the people who have to judge them, or whom they concern.
//
// A page is one file: its style and its script are in it, it loads nothing, and it says so to the browser (a content
// security policy that allows nothing else). Names are escaped wherever they stand; they are what strangers wrote.
package report

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"io"
	"strconv"
	"strings"

	"github.com/namesake-go/namesake/names"
)

//go:embed *.html style.css script.js
var files embed.FS

var (
	style     = mustRead("style.css")
	script    = mustRead("script.js")
	templates = template.Must(template.New("").Funcs(template.FuncMap{
		"caveat": func() string { return names.Caveat },
		"count":  count,
	}).ParseFS(files, "*.html"))
)

func mustRead(name string) string {
	text, err := files.ReadFile(name)
	if err != nil {
		panic(err) // embedded
	}
	return string(text)
}

// count writes a number with commas.
func count(n int) string {
	s := strconv.Itoa(n)
	for at := len(s) - 3; at > 0; at -= 3 {
		s = s[:at] + "," + s[at:]
	}
	return s
}

// A page is what page.html needs around any body.
type page struct {
	Title  string
	Policy string
	Style  template.CSS
	Script template.JS
	Body   any
}

// write puts a body into a page. Nothing is written when it fails.
func write(w io.Writer, name, title string, body any) error {
	p := page{Title: title, Style: template.CSS(style), Script: template.JS(script), Body: body}
	p.Policy = "default-src 'none'; style-src " + hash(style) + "; script-src " + hash(script)
	var out bytes.Buffer
	if err := templates.ExecuteTemplate(&out, name, p); err != nil {
		return err
	}
	_, err := w.Write(out.Bytes())
	return err
}

// hash names a style or a script in a policy.
func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// Explanation writes a page that explains one comparison. Its errors are of w.
func Explanation(w io.Writer, e names.Explanation) error {
	return write(w, "explanation-page", strings.Join([]string{names.Visible(e.A), names.Visible(e.B)}, " and "), explain(e))
}
