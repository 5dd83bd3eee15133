package export

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"siequity/incidents/export/dialect"
	"siequity/incidents/export/encoding"
)

func TestDelimited(t *testing.T) {
	cases := []struct {
		name, text string
		width      int
		want       [][]string
		numbers    []int
		faults     []string
	}{
		{name: "comma", text: "a,b\n1,2\n", want: [][]string{{"a", "b"}, {"1", "2"}}},
		{name: "semicolon", text: "a;b\r\n1,5;2\r\n", want: [][]string{{"a", "b"}, {"1,5", "2"}}},
		{name: "tab", text: "a\tb\n1, and 2\t2\n", want: [][]string{{"a", "b"}, {"1, and 2", "2"}}},
		{name: "pipe", text: "a|b\n1|2", want: [][]string{{"a", "b"}, {"1", "2"}}},
		{name: "one column", text: "a\nb c\n", want: [][]string{{"a"}, {"b c"}}},
		{name: "delimiter in quotes", text: "\"a;b\",c\n\"d;e\",f\n", want: [][]string{{"a;b", "c"}, {"d;e", "f"}}},
		{name: "title lines above", text: "Report, June\n\nx;y;z\n1;2;3\n4;5;6\n", numbers: []int{1, 3, 4, 5},
			want: [][]string{{"Report, June"}, {"x", "y", "z"}, {"1", "2", "3"}, {"4", "5", "6"}}},
		{name: "declared", text: "sep=;\r\na;b,c\r\n", numbers: []int{2}, want: [][]string{{"a", "b,c"}}},
		{name: "line ends in quotes", text: "a,b\r\n\"1\r\n2\",3\r\n4,5\r\n", numbers: []int{1, 2, 3},
			want: [][]string{{"a", "b"}, {"1\r\n2", "3"}, {"4", "5"}}},
		{name: "old line ends", text: "a,b\r1,2\r", want: [][]string{{"a", "b"}, {"1", "2"}}},
		{name: "doubled quotes", text: `"a ""b"" c","""",""` + "\n", want: [][]string{{`a "b" c`, `"`, ""}}},
		{name: "space after quotes", text: "\"a\" ,\"b\"\t\n", want: [][]string{{"a", "b"}}},
		{name: "only empty cells", text: "a,b\n,\n\n1,2\n", numbers: []int{1, 4}, want: [][]string{{"a", "b"}, {"1", "2"}}},
		{name: "spaces are text", text: "a,b\n , \n", want: [][]string{{"a", "b"}, {" ", " "}}},
		{name: "measure in inches", text: "a,b\n5\" tear,x\n1,2\n", faults: []string{"stray-quote 2:A"},
			want: [][]string{{"a", "b"}, {`5" tear`, "x"}, {"1", "2"}}},
		{name: "speech in quotes", text: "a,b\n\"she said \"no\" to\n me\",x\n1,2\n", faults: []string{"stray-quote 2:A"},
			want: [][]string{{"a", "b"}, {"she said \"no\" to\n me", "x"}, {"1", "2"}}},
		{name: "unclosed before quoted", text: "a,b,c\n1,\"lost,2\n\"3\",4,5\n6,7,8\n", width: 3, faults: []string{"unclosed-quote 2:B"},
			want: [][]string{{"a", "b", "c"}, {"1", "lost", "2"}, {"3", "4", "5"}, {"6", "7", "8"}}},
		{name: "unclosed to the end", text: "a,b,c\n1,2,\"lost\n3,4,5\n", width: 3, faults: []string{"unclosed-quote 2:C"},
			want: [][]string{{"a", "b", "c"}, {"1", "2", "lost"}, {"3", "4", "5"}}},
		{name: "unclosed in the last cell", text: "a,b\n1,\"lost", faults: []string{"unclosed-quote 2:B"},
			want: [][]string{{"a", "b"}, {"1", "lost"}}},
		{name: "short row", text: "a,b,c\n1,2\n3,4,5\n", width: 3, faults: []string{"short-row 2:B"},
			want: [][]string{{"a", "b", "c"}, {"1", "2", ""}, {"3", "4", "5"}}},
		{name: "footer is not short", text: "a,b,c\n3,4,5\nTotal: 1\n", width: 3,
			want: [][]string{{"a", "b", "c"}, {"3", "4", "5"}, {"Total: 1", "", ""}}},
		{name: "long row", text: "a,b\n1,2,3\n4,5,\n", width: 2, faults: []string{"long-row 2:C"},
			want: [][]string{{"a", "b"}, {"1", "2", "3"}, {"4", "5", ""}}},
		{name: "line differs from row", text: "a,b\n\"1\n2\",3\n4\"5,6\n", faults: []string{"stray-quote 3/4:A"},
			want: [][]string{{"a", "b"}, {"1\n2", "3"}, {`4"5`, "6"}}},
		{name: "text as a formula", text: "a,b\n=\"007\",\"=\"\"0,8\"\"\"\n=\"1\"&\"2\",x\n", faults: []string{"stray-quote 3:A"},
			want: [][]string{{"a", "b"}, {"007", "0,8"}, {`="1"&"2"`, "x"}}},
		{name: "a stray control character", text: strings.Repeat("a,b\n", 20) + "1\x00,2\n", want: append(slices.Repeat([][]string{{"a", "b"}}, 20), []string{"1\x00", "2"})},
		{name: "heading only", text: "a,b\n", want: [][]string{{"a", "b"}}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			f := open(t, "a.csv", []byte(c.text))
			got, numbers, faults, err := read(t, f.Tables[0], Range{Width: c.width})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("cells (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.faults, ids(faults)); diff != "" {
				t.Errorf("faults (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.numbers, numbers); c.numbers != nil && diff != "" {
				t.Errorf("row numbers (-want +got):\n%s", diff)
			}
		})
	}
}

func TestFrom(t *testing.T) {
	f := open(t, "a.csv", []byte("Title\n\na,b\n1,2,3\n4\"4,5\n"))
	got, numbers, faults, err := read(t, f.Tables[0], Range{From: 5, Width: 2})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([][]string{{`4"4`, "5"}}, got); diff != "" || numbers[0] != 5 {
		t.Errorf("rows %v %s", numbers, diff)
	}
	if diff := cmp.Diff([]string{"stray-quote 5:A"}, ids(faults)); diff != "" {
		t.Error(diff)
	}
}

func TestEncodings(t *testing.T) {
	const text = "name,note\r\nZoë,\"naïve – 38.9°C\r\nnext\"\r\n"
	latin, err := charmap.Windows1252.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	utf16 := func(e unicode.Endianness, p unicode.BOMPolicy) string {
		s, err := unicode.UTF16(e, p).NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	pad := strings.Repeat("plain,plain\r\n", sniffSize/13+1)
	cases := []struct {
		name, text, before, after string
		faults                    []string
		skip                      int
	}{
		{name: "UTF-8", text: text, before: "UTF-8", after: "UTF-8"},
		{name: "UTF-8 with BOM", text: "\uFEFF" + text, before: "UTF-8 with BOM", after: "UTF-8 with BOM"},
		{name: "Windows-1252", text: latin, before: "Windows-1252", after: "Windows-1252"},
		{name: "UTF-16 LE", text: utf16(unicode.LittleEndian, unicode.UseBOM), before: "UTF-16 LE", after: "UTF-16 LE"},
		{name: "UTF-16 BE", text: utf16(unicode.BigEndian, unicode.UseBOM), before: "UTF-16 BE", after: "UTF-16 BE"},
		{name: "UTF-16 LE bare", text: utf16(unicode.LittleEndian, unicode.IgnoreBOM), before: "UTF-16 LE without BOM", after: "UTF-16 LE without BOM"},
		{name: "Windows-1252 after the sample", text: pad + latin, skip: strings.Count(pad, "\n"), before: "UTF-8", after: "Windows-1252"},
		{name: "pasted together", text: text + latin, before: "UTF-8 with some Windows-1252", after: "UTF-8 with some Windows-1252",
			faults: []string{"mixed-encoding 4/5:A", "mixed-encoding 4/5:B"}},
		{name: "mark that lies", text: "\uFEFF" + latin, before: "UTF-8 with BOM", after: "UTF-8 with BOM with some Windows-1252",
			faults: []string{"mixed-encoding 2:A", "mixed-encoding 2:B"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			f := open(t, "a.csv", []byte(c.text))
			table := f.Tables[0]
			if got := table.Encoding(); got != c.before {
				t.Errorf("encoding before reading: %s, want %s", got, c.before)
			}
			got, _, faults, err := read(t, table, Range{})
			if err != nil {
				t.Fatal(err)
			}
			want := [][]string{{"name", "note"}, {"Zoë", "naïve – 38.9°C\r\nnext"}}
			if diff := cmp.Diff(want, got[c.skip:c.skip+2]); diff != "" {
				t.Errorf("cells (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.faults, ids(faults)); diff != "" {
				t.Errorf("faults (-want +got):\n%s", diff)
			}
			if got := table.Encoding(); got != c.after {
				t.Errorf("encoding after reading: %s, want %s", got, c.after)
			}
		})
	}
}

func TestZip(t *testing.T) {
	f := open(t, "a.zip", zipped(t, "q1/steis.csv", "a,b\n1,2\n", "notes.pdf", "%PDF", "q1/datix.csv", "c;d\n3;4\n", "__MACOSX/._x.csv", "junk"))
	var got []string
	for _, table := range f.Tables {
		cells, _, _, err := read(t, table, Range{})
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, fmt.Sprint(table.File, " ", table.Sheet, " ", cells))
	}
	want := []string{"a.zip q1/steis.csv [[a b] [1 2]]", "a.zip q1/datix.csv [[c d] [3 4]]"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if len(f.Faults) != 1 || f.Faults[0].Sheet != "notes.pdf" {
		t.Errorf("faults %v, want one about notes.pdf", f.Faults)
	}
}

// TestPieces reads a table of several pieces whose cuts fall into quoted line ends, and numbers the rows.
func TestPieces(t *testing.T) {
	var b bytes.Buffer
	const rows = 60_000
	for i := 1; i <= rows; i++ {
		fmt.Fprintf(&b, "%d,\"first \"\"line\"\"\r\nsecond, line of %d\",x\r\n", i, i)
	}
	got, numbers, faults, err := read(t, open(t, "a.csv", b.Bytes()).Tables[0], Range{})
	if err != nil || len(faults) > 0 || len(got) != rows {
		t.Fatalf("%d rows, %d faults, %v", len(got), len(faults), err)
	}
	for i, cells := range got {
		n := i + 1
		want := []string{fmt.Sprint(n), fmt.Sprintf("first \"line\"\r\nsecond, line of %d", n), "x"}
		if diff := cmp.Diff(want, cells); diff != "" || numbers[i] != n {
			t.Fatalf("row %d is numbered %d: %s", n, numbers[i], diff)
		}
	}
}

func TestLongCell(t *testing.T) {
	long := strings.Repeat("word, and \"\"word\"\"\n", 10<<20/19)
	f := open(t, "a.csv", []byte("a,b\n1,\""+long+"\"\n2,3\n"))
	got, numbers, faults, err := read(t, f.Tables[0], Range{Width: 2})
	if err != nil || len(got) != 3 || numbers[2] != 3 {
		t.Fatalf("%d rows numbered %v, %v", len(got), numbers, err)
	}
	if want := strings.ReplaceAll(long, `""`, `"`); got[1][1] != want {
		t.Errorf("the long cell has %d bytes, want %d", len(got[1][1]), len(want))
	}
	if diff := cmp.Diff([]string{"long-cell 2:B"}, ids(faults)); diff != "" {
		t.Error(diff)
	}
}

func TestWide(t *testing.T) {
	head := strings.TrimSuffix(strings.Repeat("h,", 300), ",")
	got, _, faults, err := read(t, open(t, "a.csv", []byte(head+"\n"+head+"\n")).Tables[0], Range{})
	if err != nil || len(got) != 2 || len(got[1]) != 300 {
		t.Fatalf("%d rows, %v", len(got), err)
	}
	if diff := cmp.Diff([]string{"wide-table 1"}, ids(faults)); diff != "" {
		t.Error(diff)
	}
	million := strings.Repeat(",", 1_000_000)
	got, _, faults, err = read(t, open(t, "a.csv", []byte("a,b\n1"+million+"2\n")).Tables[0], Range{})
	if err != nil || len(got[1]) != maxColumns {
		t.Fatalf("%d cells, %v", len(got[1]), err)
	}
	if diff := cmp.Diff([]string{"too-many-columns 2:XFE"}, ids(faults)); diff != "" {
		t.Error(diff)
	}
}

// TestUnclosedInPieces loses a quote early in a file of several pieces: two rows may suffer, no more.
func TestUnclosedInPieces(t *testing.T) {
	var b bytes.Buffer
	b.WriteString("a,b\n1,\"lost\n")
	const rows = 200_000
	for i := range rows {
		fmt.Fprintf(&b, "%d,plain text of a row\n", i)
	}
	got, _, faults, err := read(t, open(t, "a.csv", b.Bytes()).Tables[0], Range{Width: 2})
	if err != nil || len(got) != rows+2 {
		t.Fatalf("%d rows, %v", len(got), err)
	}
	if diff := cmp.Diff([]string{"unclosed-quote 2:B"}, ids(faults)); diff != "" {
		t.Error(diff)
	}
}

func TestRefusesHopelessQuotes(t *testing.T) {
	f := open(t, "a.csv", bytes.Repeat([]byte("1,\"\"x\n"), 100_000))
	_, _, _, err := read(t, f.Tables[0], Range{})
	checkFault(t, err, "export/broken-quotes", "a.csv")
	f = open(t, "a.csv", append([]byte("a,b\n"), bytes.Repeat([]byte("x"), dialect.MaxRecord+blockSize)...))
	_, _, _, err = read(t, f.Tables[0], Range{})
	checkFault(t, err, "export/record-too-long", "a.csv")
}

// TestBrokenLater reads a member of a zip that is spoilt near its end: rows before are there, the fault says from where on.
func TestBrokenLater(t *testing.T) {
	b := zipped(t, "a.csv", string(noisyRows(100_000)))
	b[len(b)*9/10] ^= 0xFF
	got, _, _, err := read(t, open(t, "a.zip", b).Tables[0], Range{})
	checkFault(t, err, "export/broken-zip", "a.zip")
	var f Fault
	if errors.As(err, &f); len(got) == 0 || f.Row != len(got)+1 || f.Sheet != "a.csv" {
		t.Errorf("%d rows, then %+v", len(got), f)
	}
}

// noisyRows are rows that do not pack well.
func noisyRows(n int) []byte {
	var b bytes.Buffer
	for x := uint64(1); n > 0; n-- {
		x = x*6364136223846793005 + 1442695040888963407
		fmt.Fprintf(&b, "%d,%d\n", x, x>>7)
	}
	return b.Bytes()
}

// TestSideBySide reads a table on several goroutines: the rows do not depend on which reads what, nor when.
func TestSideBySide(t *testing.T) {
	f := open(t, "a.csv", noisyRows(150_000))
	want, _, _, err := read(t, f.Tables[0], Range{})
	if err != nil {
		t.Fatal(err)
	}
	got := make([][]string, len(want))
	var wg sync.WaitGroup
	err = f.Tables[0].Batches(t.Context(), Range{}, func(b Batch) error {
		wg.Go(func() {
			b.Rows(func(r Row) bool {
				got[r.Number-1] = []string{r.Cells[0].String(), r.Cells[1].String()}
				return true
			})
		})
		return nil
	})
	wg.Wait()
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Error(err, diff)
	}
}

func TestZipBomb(t *testing.T) {
	f := open(t, "a.zip", zipped(t, "a.csv", strings.Repeat("0000000,", 4<<20)+"\n"))
	_, _, _, err := read(t, f.Tables[0], Range{})
	checkFault(t, err, "export/zip-bomb", "a.zip")
}

// wellFormed gives what encoding/csv makes of a text, with empty rows left out, if it is well formed.
func wellFormed(text string, delim rune) ([][]string, bool) {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord = delim, -1
	var out [][]string
	for {
		rec, err := r.Read()
		if err == io.EOF {
			return out, true
		}
		if err != nil {
			return nil, false
		}
		if strings.Join(rec, "") != "" {
			out = append(out, append([]string(nil), rec...))
		}
	}
}

// FuzzCSV holds the reader against encoding/csv on what that accepts, and on anything else against losing rows: there
// are never more rows than lines, and with no fault and no quote there are as many as lines with text.
func FuzzCSV(f *testing.F) {
	for _, s := range []string{"a,b\n1,2\n", "\"a\"\"b\",c\r\n", "a\tb\n", "\"x\ny\",z\n\n,,\n", "a,\"b\nc,d\n\"e\",f", "5\" a,b\n", "\"\"x\n\"", "sep=;\na;b", "\xff,\xe9\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		if enc := encoding.Sniff(text, false); strings.Contains(enc.String(), "1") {
			return
		}
		table, err := newDelimited("a.csv", "", text, false, func() (io.ReadCloser, error) {
			return io.NopCloser(bytes.NewReader(text)), nil
		})
		if err != nil {
			t.Fatal(err)
		}
		table.source.(*delimited).block = 1024 // a megabyte for a few bytes would be most of the time
		got, numbers, _, err := read(t, table, Range{})
		if err != nil {
			return
		}
		lines := bytes.Count(text, []byte("\n")) + bytes.Count(text, []byte("\r")) + 1
		if len(got) > lines || len(numbers) > 0 && numbers[len(numbers)-1] > lines {
			t.Fatalf("%d rows of %d lines", len(got), lines)
		}
		src := table.source.(*delimited)
		for _, src.block = range []int{1, 7} { // where pieces are cut must not matter
			again, same, _, err := read(t, table, Range{})
			if diff := cmp.Diff(got, again) + cmp.Diff(numbers, same); diff != "" || err != nil {
				t.Fatalf("in pieces of %d bytes (-want +got): %v\n%s", src.block, err, diff)
			}
		}
		if src.declared > 0 || strings.Contains(strings.ReplaceAll(string(text), "\r\n", ""), "\r") || table.Encoding() != "UTF-8" {
			return
		}
		if want, ok := wellFormed(string(text), rune(src.dialect.Delimiter)); ok {
			for _, row := range got { // encoding/csv changes line ends within quotes
				for i := range row {
					row[i] = strings.ReplaceAll(row[i], "\r\n", "\n")
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("differs from encoding/csv (-want +got):\n%s", diff)
			}
		}
	})
}
