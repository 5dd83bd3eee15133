package layout_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/audit/report/layout"
	"siequity/audit/report/layout/dump"
)

var update = flag.Bool("update", false, "write the golden files anew")

func workbook(t *testing.T, m layout.Model) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := layout.Workbook(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func page(t *testing.T, m layout.Model) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := layout.HTML(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// golden compares with a file of testdata, or writes it when told to.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs; if it should, run go test ./audit/report/layout -update\n%s", file, diff)
	}
}

func TestWorkbookGolden(t *testing.T) {
	m := sample()
	// The overlong narrative has a test of its own.
	awkward := m.Pages[len(m.Pages)-1].Blocks[0].(*layout.Table)
	awkward.Rows = awkward.Rows[:len(awkward.Rows)-1]
	got, err := dump.Workbook(workbook(t, m))
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "workbook.txt", got)
}

func TestPageGolden(t *testing.T) {
	m := sample()
	m.Pages = m.Pages[:3]
	m.Pages = append(m.Pages, layout.Page{ID: "trends", Title: "Trends", Blocks: trendsPage().Blocks[:1]})
	got := page(t, m)
	_, body, _ := bytes.Cut(got, []byte("<body>"))
	body, _, _ = bytes.Cut(body, []byte("<script>"))
	golden(t, "page.html", string(body))
}

func TestSameModelSameBytes(t *testing.T) {
	book, html := workbook(t, sample()), page(t, sample())
	for range 5 {
		if !bytes.Equal(book, workbook(t, sample())) {
			t.Fatal("the workbook of the same model has other bytes")
		}
		if !bytes.Equal(html, page(t, sample())) {
			t.Fatal("the page of the same model has other bytes")
		}
	}
}
