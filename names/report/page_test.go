package report

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namesake-go/namesake/names"
)

// hostile are names by people who would rather have the page do something.
var hostile = []string{
	`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `'; alert(1) //`, `</style><a href="https://example.org">`,
	`</title><!--`, `{{.Policy}} John`, "a\x00b\u202ec\xff", `javascript:alert(1)`, `]]></svg><p onclick="x">`,
}

func TestAnExplanationAsAPage(t *testing.T) {
	m := names.New(names.Options{})
	for _, x := range append(hostile, "Surunbai Jinbekov", "معمر القذافي") {
		for _, y := range append(hostile, "Асыл бек Жээнбеков", "習近平", "") {
			var out bytes.Buffer
			require.NoError(t, Explanation(&out, m.Explain(names.Parse(x), names.Parse(y))))
			checkPage(t, out.String())
		}
	}
}

func TestAnExplanationSaysWhatItSaysAsText(t *testing.T) {
	e := names.New(names.Options{}).Explain(names.Parse("Surunbai Jinbekov"), names.Parse("Асыл бек Жээнбеков"))
	var out bytes.Buffer
	require.NoError(t, Explanation(&out, e))
	text := textOf(t, out.String())
	assert.Contains(t, text, e.Verdict())
	for _, r := range e.Reasons() {
		assert.Contains(t, text, r.Label+": "+r.Says)
	}
	assert.Contains(t, out.String(), `<bdi><span class="apart">Асыл</span><span class="between"> </span><span class="alone">бек</span>`)
}

// checkPage wants a whole page that loads nothing, and holds no element, script or link but those of the templates.
func checkPage(t *testing.T, page string) {
	t.Helper()
	known := map[string]bool{}
	for _, template := range templates.Templates() {
		if template.Tree == nil {
			continue
		}
		for _, tag := range regexp.MustCompile(`<([a-z][a-z0-9]*)`).FindAllStringSubmatch(template.Tree.Root.String(), -1) {
			known[tag[1]] = true
		}
	}
	styles, scripts, depth := 0, 0, 0
	eachToken(t, page, func(token xml.Token) {
		switch e := token.(type) {
		case xml.StartElement:
			depth++
			require.True(t, known[e.Name.Local], "<%s> is none of the templates'", e.Name.Local)
			switch e.Name.Local {
			case "style":
				styles++
			case "script":
				scripts++
			}
			for _, a := range e.Attr {
				switch {
				case a.Name.Local == "href":
					require.True(t, strings.HasPrefix(a.Value, "#"), "a link away: %s", a.Value)
				case a.Name.Local == "src", a.Name.Local == "style", strings.HasPrefix(a.Name.Local, "on"):
					require.Fail(t, "an attribute that loads or does something", "%s=%q", a.Name.Local, a.Value)
				}
			}
		case xml.EndElement:
			depth--
		}
	})
	assert.Zero(t, depth)
	assert.Equal(t, 1, styles)
	assert.LessOrEqual(t, scripts, 1)
	for _, inline := range []string{"style", "script"} {
		for _, text := range regexp.MustCompile(`(?s)<`+inline+`>(.*?)</`+inline+`>`).FindAllStringSubmatch(page, -1) {
			assert.Contains(t, strings.ReplaceAll(strings.ReplaceAll(page, "&#39;", "'"), "&#43;", "+"), hash(text[1]), "the policy forbids the page's own "+inline)
			assert.NotRegexp(t, `https?:|@import|url\(|fetch|XMLHttpRequest|import\(`, text[1])
		}
	}
	assert.NotContains(t, page, "\x00")
	assert.NotContains(t, page, "\u202e")
	assert.NotContains(t, page, "ZgotmplZ")
}

func textOf(t *testing.T, page string) string {
	var text strings.Builder
	eachToken(t, page, func(token xml.Token) {
		if c, ok := token.(xml.CharData); ok {
			text.Write(c)
		}
	})
	return text.String()
}

// eachToken reads a page as a browser does, as far as our templates go: every element is closed.
func eachToken(t *testing.T, page string, do func(xml.Token)) {
	t.Helper()
	code := regexp.MustCompile(`(?s)(<(style|script)>).*?(</(style|script)>)`)
	d := xml.NewDecoder(strings.NewReader(code.ReplaceAllString(page, "$1$3")))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		require.NoError(t, err, page)
		do(token)
	}
}

func TestCount(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 1234567: "1,234,567"} {
		assert.Equal(t, want, count(n))
	}
}
