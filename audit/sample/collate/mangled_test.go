package collate_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"siequity/audit/sample/collate"
	"siequity/audit/sample/proforma"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// mangling is something that people do to a proforma. It then either reads as
// before (says is empty, or only something to check), or says what is wrong and
// loses nothing else.
type mangling struct {
	name string
	do   func(t *testing.T, f *excelize.File)
	says []string // what the faults must hold
	lost int      // answers that no longer count
	same bool     // every other answer reads as before
}

// rowsOf gives the rows of a sheet from the first case on.
func rowsOf(t *testing.T, f *excelize.File, sheet string) [][]string {
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	out := rows[firstRow-1:]
	for i := range out {
		for len(out[i]) < 11 {
			out[i] = append(out[i], "")
		}
	}
	return out
}

func putRows(t *testing.T, f *excelize.File, sheet string, rows [][]string) {
	for i, cells := range rows {
		for j, v := range cells {
			cell, _ := excelize.CoordinatesToCellName(j+1, firstRow+i)
			set(t, f, sheet, cell, v)
		}
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func manglings() []mangling {
	cell := func(cell string, v any) func(*testing.T, *excelize.File) {
		return func(t *testing.T, f *excelize.File) { set(t, f, sheetA, cell, v) }
	}
	return []mangling{
		{"sorted by answer", func(t *testing.T, f *excelize.File) {
			rows := rowsOf(t, f, sheetA)
			slices.SortStableFunc(rows, func(a, b []string) int { return strings.Compare(a[5], b[5]) })
			putRows(t, f, sheetA, rows)
		}, nil, 0, true},
		{"filtered, rows and columns hidden", func(t *testing.T, f *excelize.File) {
			must(t, f.SetColVisible(sheetA, "C:G", false))
			for i := range 40 {
				must(t, f.SetRowVisible(sheetA, firstRow+i, false))
			}
		}, nil, 0, true},
		{"sheet renamed and hidden", func(t *testing.T, f *excelize.File) {
			must(t, f.SetSheetName(sheetA, "done 3 July"))
			must(t, f.SetSheetVisible("done 3 July", false))
		}, nil, 0, true},
		{"headings renamed a little", func(t *testing.T, f *excelize.File) {
			for c, title := range map[string]string{"B4": "Ref.", "E4": "QUESTION TEXT", "F4": "Anwser", "G4": "evidence (page / para)", "H4": "comments"} {
				set(t, f, sheetA, c, title)
			}
		}, nil, 0, true},
		{"heading of the answers renamed beyond knowing", cell("F4", "What I think"), []string{"no column is headed Answer"}, 0, true},
		{"row of headings cleared", func(t *testing.T, f *excelize.File) {
			for c := range 11 {
				name, _ := excelize.CoordinatesToCellName(c+1, 4)
				set(t, f, sheetA, name, "")
			}
		}, []string{"no column is headed Answer"}, 0, false},
		{"columns moved", func(t *testing.T, f *excelize.File) {
			rows, err := f.GetRows(sheetA)
			must(t, err)
			for i := range rows[3:] {
				a, b := get(t, f, sheetA, fmt.Sprint("F", i+4)), get(t, f, sheetA, fmt.Sprint("B", i+4))
				set(t, f, sheetA, fmt.Sprint("B", i+4), a)
				set(t, f, sheetA, fmt.Sprint("F", i+4), b)
			}
		}, nil, 0, true},
		{"a column put in, rows put in above the headings", func(t *testing.T, f *excelize.File) {
			must(t, f.RemoveRow(sheetA, 3))
			must(t, f.InsertRows(sheetA, 1, 3))
			set(t, f, sheetA, "A1", "Sent back by the ward on 03/07/2026")
		}, nil, 0, true},
		{"a total under the rows", cell("F300", "61 answers yes"), []string{"row 300: the row does not say which case it is about"}, 0, true},
		{"answers typed freely", func(t *testing.T, f *excelize.File) {
			for i, r := range rowsOf(t, f, sheetA) {
				typed := map[string]string{"Yes": "y", "Partly": "PARTIALLY - p 3", "No": "no (see p. 2)", "Not recorded": "not documented", "Not applicable": "n/a", "Professional": "professional interp by phone", "Staff": "staff "}[r[5]]
				if typed != "" {
					set(t, f, sheetA, fmt.Sprint("F", firstRow+i), typed)
				}
			}
		}, nil, 0, true},
		{"an answer that cannot be read", cell("F7", "see report"), []string{"row 7, column F", "cannot be read", "for Reader A"}, 1, true},
		{"a date as evidence, a number as an answer", func(t *testing.T, f *excelize.File) {
			set(t, f, sheetA, "G7", "03/04/2026")
			set(t, f, sheetA, "F7", 44013)
		}, []string{"row 7, column F", "cannot be read"}, 1, true},
		{"a row deleted", func(t *testing.T, f *excelize.File) { must(t, f.RemoveRow(sheetA, 9)) }, []string{"the row of this question did not come back"}, 1, true},
		{"a row copied and answered otherwise", func(t *testing.T, f *excelize.File) {
			r := rowsOf(t, f, sheetA)[0]
			r[5] = "No"
			for j, v := range r {
				name, _ := excelize.CoordinatesToCellName(j+1, 400)
				set(t, f, sheetA, name, v)
			}
		}, []string{"neither is counted", "for Reader A"}, 1, true},
		{"a row copied as it is", func(t *testing.T, f *excelize.File) {
			for j, v := range rowsOf(t, f, sheetA)[0] {
				name, _ := excelize.CoordinatesToCellName(j+1, 400)
				set(t, f, sheetA, name, v)
			}
		}, []string{"counted once"}, 0, true},
		{"a case that is not in the draw", func(t *testing.T, f *excelize.File) {
			set(t, f, sheetA, "B400", "W99999")
			set(t, f, sheetA, "D400", 3)
			set(t, f, sheetA, "F400", "Yes")
		}, []string{"row 400: the case is not in the draw"}, 0, true},
		{"a mark tampered with", func(t *testing.T, f *excelize.File) {
			mark := get(t, f, sheetA, "K7")
			set(t, f, sheetA, "K7", mark[:len(mark)-1]+map[bool]string{true: "1", false: "0"}[mark[len(mark)-1] == '0'])
		}, []string{"row 7: the hidden mark of this row was changed"}, 1, true},
		{"references sorted apart from the marks", func(t *testing.T, f *excelize.File) {
			rows := rowsOf(t, f, sheetA)
			for i := range questions {
				set(t, f, sheetA, fmt.Sprint("B", firstRow+i), rows[questions][1])
			}
		}, []string{"columns were sorted or copied apart"}, questions, true},
		{"a reference overtyped", cell("B7", "Mrs"), []string{"the reference was changed; the row was read by its mark"}, 0, true},
		{"marks deleted", func(t *testing.T, f *excelize.File) { must(t, f.RemoveCol(sheetA, "K")) }, []string{"the hidden marks are gone"}, 0, true},
		{"marks and the hidden sheet deleted, reference edited", func(t *testing.T, f *excelize.File) {
			must(t, f.RemoveCol(sheetA, "K"))
			must(t, f.DeleteSheet("_siequity"))
			for i := range rowsOf(t, f, sheetA) {
				c := fmt.Sprint("B", firstRow+i)
				set(t, f, sheetA, c, " "+strings.ToLower(get(t, f, sheetA, c))+" ")
			}
		}, []string{"the hidden marks are gone"}, 0, true},
		{"the hidden sheet changed", func(t *testing.T, f *excelize.File) { set(t, f, "_siequity", "B7", "assisted") }, []string{"its hidden sheet was changed"}, 0, true},
		{"other questions", func(t *testing.T, f *excelize.File) { set(t, f, "_siequity", "B6", "0000") }, []string{"was made with other questions"}, 0, true},
		{"the headings again in the middle", func(t *testing.T, f *excelize.File) {
			must(t, f.InsertRows(sheetA, 30, 1))
			for c := range 11 {
				name, _ := excelize.ColumnNumberToName(c + 1)
				set(t, f, sheetA, name+"30", get(t, f, sheetA, name+"4"))
			}
		}, nil, 0, true},
		{"a second column of answers", func(t *testing.T, f *excelize.File) {
			set(t, f, sheetA, "L4", "Answer")
			set(t, f, sheetA, "L7", get(t, f, sheetA, "F7"))
			set(t, f, sheetA, "F7", "")
			set(t, f, sheetA, "L8", "Not applicable")
		}, []string{"row 8, column F", "two columns of answers say different things"}, 1, true},
		{"evidence without an answer", cell("F7", ""), []string{"row 7, column F", "there is evidence or a note but no answer"}, 1, true},
		{"answers that contradict each other", cell("F8", "No"), []string{"no interpreter was needed, yet"}, 0, false},
		{"considered without a page", func(t *testing.T, f *excelize.File) {
			set(t, f, sheetA, "F23", "Yes")
			set(t, f, sheetA, "G23", "")
		}, []string{"its page or paragraph is missing"}, 0, false},
		{"pasted without marks into a new sheet", func(t *testing.T, f *excelize.File) {
			_, err := f.NewSheet("Sheet9")
			must(t, err)
			rows, err := f.GetRows(sheetA)
			must(t, err)
			for i, cells := range rows {
				for j, v := range cells[:min(len(cells), 8)] {
					name, _ := excelize.CoordinatesToCellName(j+1, i+1)
					set(t, f, "Sheet9", name, v)
				}
			}
			must(t, f.DeleteSheet(sheetA))
		}, []string{"sheet Sheet9, row 5, and 151 rows more: nobody can tell whose answer this is"}, -1, false},
	}
}

// TestMangled does to a proforma what people do.
func TestMangled(t *testing.T) {
	s := drawn(t)
	want := codes(collated(t, s, saved(t, filled(t, s, proforma.Options{}))))
	for _, tt := range manglings() {
		t.Run(tt.name, func(t *testing.T) {
			f := filled(t, s, proforma.Options{})
			tt.do(t, f)
			c := collated(t, s, saved(t, f))
			got := codes(c)
			text := faultText(c)
			for _, says := range tt.says {
				if !strings.Contains(text, says) {
					t.Errorf("the faults lack %q:\n%.2000s", says, text)
				}
			}
			if len(tt.says) == 0 && text != "" {
				t.Errorf("faults without need:\n%.2000s", text)
			}
			if lost := len(want) - len(got); tt.lost >= 0 && lost != tt.lost {
				t.Errorf("%d answers lost, want %d:\n%.2000s", lost, tt.lost, text)
			}
			if tt.lost != 0 && len(c.Kept) == 0 && tt.name != "a row deleted" {
				t.Error("what does not count was not kept")
			}
			for slot, code := range got {
				if tt.same && want[slot] != code {
					t.Errorf("%s reads as %s, was %s", slot, code, want[slot])
				}
			}
		})
	}
}

// TestExportedAsText reads a proforma exported to CSV, as Google Sheets does,
// with commas and with semicolons.
func TestExportedAsText(t *testing.T) {
	s := drawn(t)
	f := filled(t, s, proforma.Options{})
	want := codes(collated(t, s, saved(t, f)))
	for _, comma := range []rune{',', ';', '\t'} {
		var files [][]byte
		for _, sheet := range []string{"Reader A", "Reader B"} {
			var b bytes.Buffer
			w := csv.NewWriter(&b)
			w.Comma = comma
			rows, err := f.GetRows(sheet)
			must(t, err)
			must(t, w.WriteAll(rows))
			files = append(files, b.Bytes())
		}
		c := collated(t, s, files...)
		if diff := cmp.Diff(want, codes(c)); diff != "" || len(c.Faults) > 0 {
			t.Errorf("with %q: %s (-want +got):\n%s", comma, faultText(c), diff)
		}
	}
}

// TestValuesOnly copies nothing but the cells' values into a new workbook, as
// other programs do: no styles, no lists, no hidden sheet.
func TestValuesOnly(t *testing.T) {
	s := drawn(t)
	f, copied := filled(t, s, proforma.Options{}), excelize.NewFile()
	want := codes(collated(t, s, saved(t, f)))
	for n, sheet := range []string{"Reader A", "Reader B"} {
		name := fmt.Sprint("Tabelle", n+1)
		_, err := copied.NewSheet(name)
		must(t, err)
		rows, err := f.GetRows(sheet)
		must(t, err)
		for i, cells := range rows {
			must(t, copied.SetSheetRow(name, fmt.Sprint("A", i+1), &cells))
		}
	}
	c := collated(t, s, saved(t, copied))
	if diff := cmp.Diff(want, codes(c)); diff != "" || len(c.Faults) > 0 {
		t.Errorf("%s (-want +got):\n%s", faultText(c), diff)
	}
}

// TestTwoFilesOfOneReader gives an early and a late state of a return, and the
// late one twice.
func TestTwoFilesOfOneReader(t *testing.T) {
	s := drawn(t)
	late := saved(t, filled(t, s, proforma.Options{}))
	f := filled(t, s, proforma.Options{})
	for i := range 30 {
		set(t, f, sheetA, "F"+strconv.Itoa(firstRow+i), "")
		set(t, f, sheetA, "G"+strconv.Itoa(firstRow+i), "")
	}
	set(t, f, sheetA, "F40", "Not applicable")
	c := collated(t, s, saved(t, f), late, late)
	text := faultText(c)
	for _, want := range []string{"return 3.xlsx: is the same file as return 2.xlsx", "neither is counted", "return 1.xlsx, sheet Reader A, row 40"} {
		if !strings.Contains(text, want) {
			t.Errorf("faults lack %q:\n%.1500s", want, text)
		}
	}
	if n := len(c.Answers); n != 15*questions-1 {
		t.Errorf("%d answers, want all but one", n)
	}
}

func TestAnotherDrawsProforma(t *testing.T) {
	s, other := drawn(t), drawnBy(t, "q2", 12)
	c := collated(t, s, saved(t, filled(t, other, proforma.Options{})))
	if text := faultText(c); len(c.Answers) != 0 || !strings.Contains(text, "belongs to draw q2, not to q1") || len(c.Kept) != 15*questions {
		t.Errorf("%d answers, %d kept:\n%.1500s", len(c.Answers), len(c.Kept), text)
	}
}

// TestOffice saves a filled proforma with LibreOffice and collates it. It skips
// where there is none.
func TestOffice(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil || testing.Short() {
		t.Skip("no soffice")
	}
	s, dir := drawn(t), t.TempDir()
	data := saved(t, filled(t, s, proforma.Options{}))
	must(t, os.WriteFile(filepath.Join(dir, "p.xlsx"), data, 0o600))
	out, err := exec.Command(office, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", "xlsx", "--outdir", filepath.Join(dir, "out"), filepath.Join(dir, "p.xlsx")).CombinedOutput()
	back, readErr := os.ReadFile(filepath.Join(dir, "out", "p.xlsx"))
	if err != nil || readErr != nil {
		t.Skipf("soffice does not run here: %v %v %s", err, readErr, out)
	}
	got, want := collated(t, s, back), collated(t, s, data)
	if diff := cmp.Diff(codes(want), codes(got)); diff != "" || len(got.Faults) > 0 {
		t.Errorf("%s (-want +got):\n%s", faultText(got), diff)
	}
	f, err := excelize.OpenReader(bytes.NewReader(back))
	must(t, err)
	if shown := get(t, f, sheetA, "I21"); !strings.Contains(shown, "nothing found") {
		t.Errorf("once answered, the tool's finding shows as %q", shown)
	}
	if left := get(t, f, sheetA, "J21"); left != "" {
		t.Errorf("an answered question is still counted as left: %q", left)
	}
}

func BenchmarkCollate(b *testing.B) {
	s := drawnBy(b, "q1", 40)
	f := filled(b, s, proforma.Options{})
	data := saved(b, f)
	p := pack(b)
	for b.Loop() {
		if _, err := collate.Collate(s, p, []collate.File{{Name: "r.xlsx", Data: bytes.NewReader(data)}}, collate.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
