package export

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/incidents/export/archive"
)

// TestZipOfMany reads all kinds of export in a zip, each with the tables it would have by itself.
func TestZipOfMany(t *testing.T) {
	book := string(validBook(nil).bytes(t))
	page := "<html><table><tr><td>e</td><td>f</td></tr></table></html>"
	f := open(t, "a.zip", zipped(t, "q1/datix.xlsx", book, "pmrt.xls", page, "steis.xls", "a\tb\n1\t2\n", "~$datix.xlsx", "lock", "old.xls", string(compoundFile("Workbook")),
		"in.xls", string(zipped(t, "b.csv", "a,b\n")), "notes.docx", "x"))
	var got []string
	for _, table := range f.Tables {
		cells, _, _, err := read(t, table, Range{})
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, fmt.Sprint(table.File, " ", table.Sheet, " ", table.Hidden, " ", cells))
	}
	for _, fault := range f.Faults {
		got = append(got, fault.ID+" "+fault.Sheet)
	}
	want := []string{"a.zip q1/datix.xlsx: Cover true []", "a.zip q1/datix.xlsx: Data false [[Reference Date ]]", "a.zip pmrt.xls false [[e f]]", "a.zip steis.xls false [[a b] [1 2]]",
		"export/old-excel old.xls", "export/skipped-member in.xls", "export/skipped-member notes.docx"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestLargeInZip refuses workbooks that would take too much memory, one by one and together.
func TestLargeInZip(t *testing.T) {
	book := string(validBook(nil).bytes(t))
	b := zipped(t, "a.xlsx", book, "b.xlsx", book)
	a, err := archive.Open(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	z := zipList{file: &File{}, room: int64(len(book)) + 100}
	if err := z.member(a.Members[0]); err != nil {
		t.Fatal(err)
	}
	checkFault(t, located(z.member(a.Members[1]), "a.zip", ""), "export/large-member", "a.zip")
}
