package archive_test

import (
	"archive/zip"
	"bytes"
	"io"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"siequity/audit/report/layout/archive"
)

func pack(t *testing.T, mend func(string, []byte) []byte, names ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := archive.NewWriter(&b, mend)
	for _, n := range names {
		to, err := w.Create(n)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(to, "body of "+n)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func unpack(t *testing.T, b []byte) (names, bodies []string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		names, bodies = append(names, f.Name), append(bodies, string(body))
	}
	return names, bodies
}

func TestOrderOfPartsDoesNotMatter(t *testing.T) {
	a, b := pack(t, nil, "xl/b.xml", "a.xml", "[Content_Types].xml"), pack(t, nil, "a.xml", "[Content_Types].xml", "xl/b.xml")
	if !bytes.Equal(a, b) {
		t.Error("the same parts in another order gave other bytes")
	}
	names, bodies := unpack(t, a)
	if diff := cmp.Diff([]string{"[Content_Types].xml", "a.xml", "xl/b.xml"}, names); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"body of [Content_Types].xml", "body of a.xml", "body of xl/b.xml"}, bodies); diff != "" {
		t.Error(diff)
	}
}

func TestMend(t *testing.T) {
	upper := func(name string, part []byte) []byte {
		if name == "a" {
			return bytes.ToUpper(part)
		}
		return part
	}
	_, bodies := unpack(t, pack(t, upper, "a", "b"))
	if diff := cmp.Diff([]string{"BODY OF A", "body of b"}, bodies); diff != "" {
		t.Error(diff)
	}
}

func TestAddFS(t *testing.T) {
	var b bytes.Buffer
	w := archive.NewWriter(&b, nil)
	if err := w.AddFS(fstest.MapFS{"d/x": {Data: []byte("1")}, "c": {Data: []byte("2")}}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	names, bodies := unpack(t, b.Bytes())
	if diff := cmp.Diff([]string{"c", "d/x"}, names); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"2", "1"}, bodies); diff != "" {
		t.Error(diff)
	}
}
