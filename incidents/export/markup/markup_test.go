package markup

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNext(t *testing.T) {
	text := `<?xml version="1.0"?><!-- <a> --><x:row r='1' s=">" x:t="/" ><![CDATA[<b>]]><v/></x:row><last`
	var got []string
	for tag, ok := Next([]byte(text), 0); ok; tag, ok = Next([]byte(text), tag.After) {
		got = append(got, fmt.Sprintf("%s%s %v %v %s", tag.Prefix, tag.Name, tag.Close, tag.Empty, text[tag.Start:tag.After]))
	}
	want := []string{`x:row false false <x:row r='1' s=">" x:t="/" >`, `v false true <v/>`, `x:row true false </x:row>`}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestAttr(t *testing.T) {
	tag, _ := Next([]byte(`<c r="A1" x:s = '2' t="" bare last="x"/>`), 0)
	for name, want := range map[string]string{"r": "A1", "s": "2", "t": "", "last": "", "none": ""} {
		if got := string(tag.Attr(name)); got != want {
			t.Errorf("%s = %q, want %q", name, got, want)
		}
	}
}

func TestAppendText(t *testing.T) {
	cases := map[string]string{
		"plain": "plain", "&lt;&gt;&amp;&quot;&apos;": `<>&"'`, "&#65;&#x42;&#X43;": "ABC", "&nbsp;": "&nbsp;", "& b": "& b",
		"a<![CDATA[<&amp;>]]>b<!-- c -->d": "a<&amp;>bd", "&#xFFFFFFFFF;": "&#xFFFFFFFFF;", "&#x110000;": "\uFFFD", "<![CDATA[open": "open",
	}
	for raw, want := range cases {
		if got := string(AppendText(nil, []byte(raw))); got != want {
			t.Errorf("AppendText(%q) = %q, want %q", raw, got, want)
		}
	}
}

func TestBlocks(t *testing.T) {
	text := `<x:s xmlns:x="u"><x:rows/><x:row>1</x:row><!-- <x:row> --><x:row>2<![CDATA[<x:row>]]></x:row><x:row/></x:s>`
	want := []string{`<x:s xmlns:x="u"><x:rows/>`, `<x:row>1</x:row><!-- <x:row> -->`, `<x:row>2<![CDATA[<x:row>]]></x:row><x:row/></x:s>`}
	if diff := cmp.Diff(want, blocks(t, text, 1)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{text}, blocks(t, text, 1<<20)); diff != "" {
		t.Error(diff)
	}
}

func blocks(t *testing.T, text string, size int) (out []string) {
	t.Helper()
	x, err := NewBlocks(strings.NewReader(text), "row", "s", size)
	if err != nil {
		t.Fatal(err)
	}
	for !x.Done() {
		piece, err := x.Next(nil)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(piece))
	}
	return out
}

func TestBlocksRefuse(t *testing.T) {
	cases := map[string]struct {
		text io.Reader
		want error
	}{
		"document type": {strings.NewReader(`<!DOCTYPE a [<!ENTITY b "c">]><a/>`), ErrDocumentType},
		"long element":  {io.MultiReader(strings.NewReader("<s><row>"), endless{}), ErrTooLong},
	}
	for name, c := range cases {
		x, err := NewBlocks(c.text, "row", "s", 1<<20)
		for err == nil && !x.Done() {
			_, err = x.Next(nil)
		}
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

// FuzzNext holds the scanner against encoding/xml: of whatever is XML without a document type, it gives the same tags and
// the same text.
func FuzzNext(f *testing.F) {
	f.Add(`<a b="1"><c>text &amp; <![CDATA[more]]></c><d/></a>`)
	f.Add(`<x:a xmlns:x='u>'><!-- <b> -->&#65;</x:a>`)
	f.Fuzz(func(t *testing.T, text string) {
		got := scan([]byte(text))
		want, ok := decoded(text)
		if !ok || strings.Contains(text, "<!D") || strings.Contains(text, "\r") || strings.Count(text, "<") > 1000 {
			return
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("differs from encoding/xml (-want +got):\n%s", diff)
		}
	})
}

func scan(b []byte) string {
	var out strings.Builder
	p := 0
	for {
		end := TextEnd(b, p)
		out.Write(AppendText(nil, b[p:end]))
		tag, ok := Next(b, end)
		if !ok {
			return out.String()
		}
		if tag.Close {
			fmt.Fprintf(&out, "</%s>", tag.Name)
		} else {
			fmt.Fprintf(&out, "<%s>", tag.Name)
		}
		if tag.Empty {
			fmt.Fprintf(&out, "</%s>", tag.Name)
		}
		p = tag.After
	}
}

func decoded(text string) (string, bool) {
	d := xml.NewDecoder(strings.NewReader(text))
	var out strings.Builder
	for {
		token, err := d.Token()
		if err == io.EOF {
			return out.String(), true
		}
		switch token := token.(type) {
		case xml.StartElement:
			fmt.Fprintf(&out, "<%s>", token.Name.Local)
		case xml.EndElement:
			fmt.Fprintf(&out, "</%s>", token.Name.Local)
		case xml.CharData:
			out.Write(token)
		case xml.Directive:
			return "", false
		}
		if err != nil {
			return "", false
		}
	}
}
