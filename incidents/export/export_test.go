package export

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// write puts a file into a folder of the test's own and gives its path.
func write(tb testing.TB, name string, content []byte) string {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		tb.Fatal(err)
	}
	return path
}

func open(tb testing.TB, name string, content []byte) *File {
	tb.Helper()
	f, err := Open(write(tb, name, content))
	if err != nil {
		tb.Fatalf("Open(%s): %v", name, err)
	}
	tb.Cleanup(func() { f.Close() })
	return f
}

// read gives the cells of all rows of a table as text, with the rows' numbers, and what was wrong.
func read(tb testing.TB, t *Table, r Range) (cells [][]string, numbers []int, faults []Fault, err error) {
	tb.Helper()
	err = t.Batches(context.Background(), r, func(b Batch) error {
		faults = append(faults, b.Rows(func(row Row) bool {
			var texts []string
			for _, c := range row.Cells {
				texts = append(texts, string(c.Text))
			}
			cells = append(cells, texts)
			numbers = append(numbers, row.Number)
			return true
		})...)
		return nil
	})
	return cells, numbers, faults, err
}

// ids names the faults and their places in short: "stray-quote 2/2:3" is row 2, line 2, column 3.
func ids(faults []Fault) []string {
	var out []string
	for _, f := range faults {
		out = append(out, strings.TrimPrefix(f.ID, "export/")+" "+short(f))
	}
	return out
}

func short(f Fault) string {
	return strings.Trim(strings.NewReplacer(", ", "", "row ", "", "line ", "/", "column ", ":").Replace(
		Fault{Row: f.Row, Line: f.Line, Col: f.Col}.Where()), " ")
}

func zipped(tb testing.TB, members ...string) []byte {
	tb.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(members); i += 2 {
		w, err := z.Create(members[i])
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := w.Write([]byte(members[i+1])); err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// compoundFile is the beginning of an old Microsoft container whose directory has the streams named.
func compoundFile(streams ...string) []byte {
	b := make([]byte, 1536)
	copy(b, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	b[30] = 9 // sectors of 512 bytes
	b[48] = 1 // the directory is sector 1
	for i, s := range streams {
		copy(b[1024+128*i:], wide(s))
	}
	return b
}

func TestOpenRefuses(t *testing.T) {
	cases := []struct {
		name, file, id string
		content        []byte
	}{
		{"empty", "a.csv", "export/empty-file", nil},
		{"only spaces", "a.csv", "export/empty-file", []byte("\uFEFF \r\n\r\n")},
		{"pdf", "a.csv", "export/other-kind", []byte("%PDF-1.7\n%\xE2\xE3")},
		{"picture", "a.xlsx", "export/other-kind", []byte("\x89PNG\r\n\x1a\n")},
		{"json", "a.csv", "export/other-kind", []byte(`{"a":1}`)},
		{"excel 2003 xml", "a.xls", "export/other-kind", []byte(`<?xml version="1.0"?><Workbook/>`)},
		{"excel 2003 xml with styles", "a.xls", "export/other-kind", []byte(`<?xml version="1.0"?><Workbook><Styles/><Worksheet><Table/></Worksheet></Workbook>`)},
		{"random", "a.csv", "export/not-text", []byte("\x01\x02\x00\x03abc\x00\x05\x06")},
		{"old excel", "a.xls", "export/old-excel", compoundFile("Root Entry", "Workbook")},
		{"old excel 95", "a.xls", "export/old-excel", compoundFile("Root Entry", "Book")},
		{"password", "a.xlsx", "export/password", compoundFile("Root Entry", "EncryptionInfo", "EncryptedPackage")},
		{"old word", "a.doc", "export/other-kind", compoundFile("Root Entry", "WordDocument")},
		{"old container cut short", "a.xls", "export/other-kind", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")},
		{"word", "a.docx", "export/other-kind", zipped(t, "[Content_Types].xml", "x", "word/document.xml", "x")},
		{"open document", "a.ods", "export/other-kind", zipped(t, "mimetype", "x", "content.xml", "x")},
		{"binary workbook", "a.xlsb", "export/other-kind", zipped(t, "[Content_Types].xml", "x", "xl/workbook.bin", "x")},
		{"zip cut short", "a.xlsx", "export/broken-zip", zipped(t, "a.csv", strings.Repeat("a,b\n", 99))[:40]},
		{"zip without csv", "a.zip", "export/nothing-in-zip", zipped(t, "a.pdf", "x", "b.docx", "y")},
		{"zip with one pdf", "a.zip", "export/skipped-member", zipped(t, "a.pdf", "x")},
		{"empty zip", "a.zip", "export/nothing-in-zip", zipped(t)},
		{"workbook without sheets", "a.xlsx", "export/broken-workbook", zipped(t, "[Content_Types].xml", "x", "_rels/.rels", "<Relationships/>")},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := Open(write(t, c.file, c.content))
			checkFault(t, err, c.id, c.file)
		})
	}
	t.Run("missing", func(t *testing.T) {
		_, err := Open(filepath.Join(t.TempDir(), "none.csv"))
		checkFault(t, err, "export/missing-file", "none.csv")
	})
	t.Run("folder", func(t *testing.T) {
		dir := t.TempDir()
		_, err := Open(dir)
		checkFault(t, err, "export/folder", filepath.Base(dir))
	})
}

func checkFault(t *testing.T, err error, id, file string) {
	t.Helper()
	var f Fault
	if !errors.As(err, &f) {
		t.Fatalf("got %v, want a Fault", err)
	}
	if f.ID != id || f.File != file || f.Hint == "" || f.What == "" {
		t.Errorf("got %+v, want %s in %s with a hint", f, id, file)
	}
}

func TestSum(t *testing.T) {
	content := bytes.Repeat([]byte("a,b\n"), 200_000)
	f := open(t, "a.csv", content)
	want := sha256.Sum256(content)
	sum, size, err := f.Sum(context.Background())
	if err != nil || sum != hex.EncodeToString(want[:]) || size != int64(len(content)) {
		t.Errorf("Sum = %s, %d, %v", sum, size, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err := f.Sum(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("Sum after cancel: %v", err)
	}
}

// TestSumGoesOnFromWalks holds that the sum is that of the whole file whoever read
// which part of it before, or reads at the same time.
func TestSumGoesOnFromWalks(t *testing.T) {
	content := append([]byte("a,b\n"), bytes.Repeat([]byte("11,\"two, three\"\n"), 300_000)...)
	want := sha256.Sum256(content)
	walk := func(f *File, upTo int) {
		err := f.Tables[0].Batches(context.Background(), Range{}, func(b Batch) error {
			if b.Index() == upTo {
				return errEnough
			}
			return nil
		})
		if err != nil && err != errEnough {
			t.Error(err)
		}
	}
	for name, before := range map[string]func(*File){
		"a look at the head":        func(f *File) { _, _ = f.Tables[0].Head(3) },
		"half a walk, then a whole": func(f *File) { walk(f, 2); walk(f, -1) },
		"a sum":                     func(f *File) { _, _, _ = f.Sum(context.Background()) },
		"walks at the same time": func(f *File) {
			var wg sync.WaitGroup
			defer wg.Wait()
			for range 3 {
				wg.Go(func() { walk(f, -1) })
			}
		},
	} {
		f := open(t, "a.csv", content)
		before(f)
		sum, size, err := f.Sum(context.Background())
		if err != nil || sum != hex.EncodeToString(want[:]) || size != int64(len(content)) {
			t.Errorf("after %s: Sum = %s, %d, %v", name, sum, size, err)
		}
	}
}

func TestHead(t *testing.T) {
	f := open(t, "a.csv", []byte("Report\r\n\r\na,b\r\n1,2\r\n3,4\r\n"))
	rows, err := f.Tables[0].Head(3)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range rows {
		for _, c := range r.Cells {
			got = append(got, c.String())
		}
	}
	if diff := cmp.Diff([]string{"Report", "a", "b", "1", "2"}, got); diff != "" {
		t.Error(diff)
	}
	if rows[1].Number != 3 {
		t.Errorf("the heading is row %d, want 3", rows[1].Number)
	}
}

func TestBatchesStops(t *testing.T) {
	f := open(t, "a.csv", bytes.Repeat([]byte("a,b\n"), 2_000_000))
	boom := errors.New("boom")
	if err := f.Tables[0].Batches(context.Background(), Range{}, func(Batch) error { return boom }); err != boom {
		t.Errorf("got %v, want the error of yield", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	n := 0
	err := f.Tables[0].Batches(ctx, Range{}, func(b Batch) error {
		n++
		cancel()
		return nil
	})
	if !errors.Is(err, context.Canceled) || n != 1 {
		t.Errorf("after cancel: %v, %d batches", err, n)
	}
}

func TestColumnName(t *testing.T) {
	for col, want := range map[int]string{0: "", 1: "A", 26: "Z", 27: "AA", 52: "AZ", 53: "BA", 702: "ZZ", 703: "AAA", 16384: "XFD"} {
		if got := ColumnName(col); got != want {
			t.Errorf("ColumnName(%d) = %q, want %q", col, got, want)
		}
		if got := column([]byte(want + "7")); got != col {
			t.Errorf("column(%q) = %d, want %d", want, got, col)
		}
	}
}

func TestFaultError(t *testing.T) {
	f := Fault{File: "a.xlsx", Sheet: "Data", Row: 7, Line: 9, Col: 28, What: "it is broken", Hint: "mend it"}
	if got, want := f.Error(), `a.xlsx, sheet "Data", row 7, line 9, column AB: it is broken`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
