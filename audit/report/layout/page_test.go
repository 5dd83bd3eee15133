package layout_test

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"siequity/audit/report/layout"
)

// nodes lists every element of a page in order.
func nodes(t *testing.T, page []byte) []*html.Node {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var out []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			out = append(out, n)
		}
	}
	return out
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func within(n *html.Node, name string) *html.Node {
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && c.Data == name {
			return c
		}
	}
	return nil
}

func child(n *html.Node, name string) *html.Node {
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode && c.Data == name {
			return c
		}
	}
	return nil
}

func words(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

// faults gives what breaks the rules that the page keeps for people who cannot see
// it, cannot use a mouse, or are not on a network.
func faults(t *testing.T, page []byte) []string {
	t.Helper()
	var out []string
	say := func(n *html.Node, what string) { out = append(out, n.Data+" "+attr(n, "id")+": "+what) }
	ids, level, h1 := map[string]bool{}, 0, 0
	all := nodes(t, page)
	for _, n := range all {
		if id := attr(n, "id"); id != "" {
			if ids[id] {
				say(n, "id used twice")
			}
			ids[id] = true
		}
		for _, a := range n.Attr {
			if (a.Key == "src" || a.Key == "href" || a.Key == "action") && !strings.HasPrefix(a.Val, "#") {
				say(n, a.Key+" leads out of the page: "+a.Val)
			}
		}
		switch n.Data {
		case "html":
			if attr(n, "lang") != "en-GB" {
				say(n, "no language")
			}
		case "h1", "h2", "h3", "h4", "h5", "h6":
			now := int(n.Data[1] - '0')
			if now > level+1 {
				say(n, "a heading level is left out")
			}
			if level = now; now == 1 {
				h1++
			}
		case "table":
			if within(n, "caption") == nil {
				say(n, "no caption")
			}
		case "th":
			if s := attr(n, "scope"); s != "col" && s != "row" {
				say(n, "no scope")
			}
			if strings.TrimSpace(words(n)) == "" {
				say(n, "empty heading")
			}
		case "svg":
			if attr(n, "aria-hidden") != "true" && (attr(n, "role") != "img" || child(n, "title") == nil || child(n, "desc") == nil) {
				say(n, "no title or description")
			}
		case "img", "link", "iframe", "object":
			say(n, "fetches something")
		}
	}
	for _, n := range all {
		for _, key := range []string{"aria-labelledby", "href"} {
			for name := range strings.FieldsSeq(attr(n, key)) {
				if name = strings.TrimPrefix(name, "#"); !ids[name] {
					say(n, key+" leads nowhere: "+name)
				}
			}
		}
	}
	if h1 != 1 {
		out = append(out, "not exactly one h1")
	}
	for _, landmark := range []string{"header", "nav", "main", "footer"} {
		if !bytes.Contains(page, []byte("<"+landmark)) {
			out = append(out, "no "+landmark)
		}
	}
	return out
}

func TestPageKeepsTheRules(t *testing.T) {
	for _, f := range faults(t, page(t, sample())) {
		t.Error(f)
	}
}

// TestRulesCanBeBroken shows that the check above sees what it looks for.
func TestRulesCanBeBroken(t *testing.T) {
	good := string(page(t, sample()))
	for _, c := range []struct{ name, old, new string }{
		{"no caption", "<caption", "<p"}, {"no scope", `scope="col"`, ``}, {"level left out", "<h2", "<h4"},
		{"twice the same id", `id="said"`, `id="main"`}, {"no language", `lang="en-GB"`, ``}, {"no title of a drawing", "<title id", "<g id"},
		{"fetches", "</main>", `<img src="https://example.org/x.png"></main>`}, {"nowhere", `href="#main"`, `href="#gone"`}, {"no landmark", "<nav", "<div"},
	} {
		bad := strings.ReplaceAll(good, c.old, c.new)
		if bad == good {
			t.Errorf("%s: the page has no %s", c.name, c.old)
		}
		if len(faults(t, []byte(bad))) == 0 {
			t.Errorf("%s was not noticed", c.name)
		}
	}
}

// TestPagesOfOneName shows that blocks and pages of one ID keep apart.
func TestPagesOfOneName(t *testing.T) {
	table := func() *layout.Table {
		return &layout.Table{ID: "same", Title: "Same", Columns: []layout.Column{{Title: "A"}}, Rows: []layout.Row{{Cells: []layout.Cell{layout.Say("x")}}}}
	}
	chart := &layout.Chart{ID: "same", Title: "Same", X: []string{"1"}, Series: []layout.Series{{Name: "s", Points: []layout.Point{{Value: 1}}}}}
	m := layout.Model{Title: "Pack", Pages: []layout.Page{{ID: "same", Title: "One", Blocks: []layout.Block{table(), table(), chart}}, {ID: "same", Title: "Two", Blocks: []layout.Block{chart}}, {}}}
	for _, f := range faults(t, page(t, m)) {
		if f != "h2 part: empty heading" {
			t.Error(f)
		}
	}
	workbook(t, m)
}

// TestHiddenNumbersLeaveNoTrace gives hidden cells a number and looks for it.
func TestHiddenNumbersLeaveNoTrace(t *testing.T) {
	const secret = 918273
	m := layout.Model{Title: "Pack", Pages: []layout.Page{{ID: "p", Sheet: "P", Title: "P", Blocks: []layout.Block{&layout.Table{ID: "t", Title: "T", Heat: true,
		Columns: []layout.Column{{Title: "Group", Kind: layout.Label}, {Title: "N", Kind: layout.Count, Figure: true}},
		Rows: []layout.Row{{Cells: []layout.Cell{layout.Say("a"), {Text: "c", Number: secret, IsNum: true, Tone: layout.Hidden}}},
			{Cells: []layout.Cell{layout.Say("b"), {Text: "5", Number: 5, IsNum: true}}}}}}}}}
	if bytes.Contains(page(t, m), []byte("918273")) {
		t.Error("the page gives a hidden number away")
	}
	for name, part := range parts(t, workbook(t, m)) {
		if strings.Contains(part, "918273") {
			t.Errorf("%s gives a hidden number away", name)
		}
	}
	var csv bytes.Buffer
	if err := layout.CSV(&csv, m); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(csv.String(), "918273") {
		t.Error("the table gives a hidden number away")
	}
}
