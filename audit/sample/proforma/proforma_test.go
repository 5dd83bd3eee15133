package proforma_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"siequity/audit/sample"
	"siequity/audit/sample/proforma"
	"siequity/audit/sample/question"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// drawn is a draw of invented cases for two readers, a fifth of them for both.
func drawn(t testing.TB, n int) sample.Sample {
	t.Helper()
	units := make([]sample.Unit, 4*n)
	for i := range units {
		units[i] = sample.Unit{
			ID: fmt.Sprintf("datix:W%05d", i), Reference: fmt.Sprintf("W%05d", i), Source: "datix", Organisation: "Fellside", Period: "2026/27-Q1",
			Ethnicity: []string{"White", "Asian", "Black"}[i%3], Findings: [3]sample.Finding{
				{Label: sample.Absent}, {Label: sample.Mentioned, Evidence: []string{"Ethnicity: Pakistani"}},
				{Label: sample.Considered, Evidence: []string{"A telephone interpreter was used for [name] at each visit."}}},
		}
	}
	s, err := sample.Draw(units, sample.Design{ID: "q1", Date: "2026-07-01", Seed: "audit 2026 / 040917", Size: sample.Size{Cases: n}, Readers: []string{"Reader A", "Reader B"}, Twice: 0.2})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func pack(t testing.TB) question.Pack {
	t.Helper()
	p, err := question.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func written(t testing.TB, s sample.Sample, o proforma.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := proforma.Write(&b, s, pack(t), o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWrittenIsReadBack(t *testing.T) {
	s := drawn(t, 10)
	for _, o := range []proforma.Options{{}, {OneSheet: true, Mode: proforma.Assisted}, {Mode: proforma.Without}} {
		got := proforma.Read("p.xlsx", bytes.NewReader(written(t, s, o)), pack(t))
		if len(got.Faults) > 0 || len(got.Rows) != 12*19 {
			t.Fatalf("%+v: %d rows, faults %v", o, len(got.Rows), got.Faults)
		}
		k := proforma.NewMarker(s)
		if got.Identity == nil || !k.Genuine(*got.Identity) {
			t.Errorf("%+v: identity %+v is not genuine", o, got.Identity)
		}
		for _, r := range got.Rows {
			m, ok := proforma.ParseMark(r.Mark)
			c, _ := k.Case(m.Case)
			if !ok || !k.Valid(m) || c.Reference != r.Reference {
				t.Fatalf("row %+v has the mark of case %+v", r, c)
			}
		}
	}
}

// TestSameDrawSameMarks holds that marks tell draws, readers, cases and
// questions apart.
func TestMarksTellApart(t *testing.T) {
	s := drawn(t, 10)
	k, p := proforma.NewMarker(s), pack(t)
	m := k.Mark(0, s.Cases[0], p.Questions[0])
	back, ok := proforma.ParseMark(m.String())
	if !ok || !k.Valid(back) {
		t.Fatalf("%s is not valid", m)
	}
	for _, change := range [][2]string{{".r1.", ".r2."}, {".c1.", ".c2."}, {"ethnicity-recorded", "first-language"}, {".r1.", ".r9."}, {".c1.", ".c999."}} {
		changed, ok := proforma.ParseMark(strings.Replace(m.String(), change[0], change[1], 1))
		if !ok || k.Valid(changed) {
			t.Errorf("%s with %s for %s is valid", m, change[1], change[0])
		}
	}
	other := s
	other.FrameHash = "another"
	if proforma.NewMarker(other).Valid(m) {
		t.Error("the mark is valid for another draw")
	}
}

// TestBlindHidesTheFinding looks for the tool's words where a reader could see
// them, and for evidence anywhere.
func TestBlindHidesTheFinding(t *testing.T) {
	s := drawn(t, 5)
	for mode, wants := range map[proforma.Mode][2]bool{proforma.Blind: {false, false}, proforma.Assisted: {true, true}, proforma.Without: {false, false}} {
		f, err := excelize.OpenReader(bytes.NewReader(written(t, s, proforma.Options{Mode: mode})))
		if err != nil {
			t.Fatal(err)
		}
		seen := [2]bool{}
		for _, sheet := range f.GetSheetList() {
			rows, err := f.GetRows(sheet)
			if err != nil {
				t.Fatal(err)
			}
			text := fmt.Sprint(rows)
			visible, _ := f.GetSheetVisible(sheet)
			seen[0] = seen[0] || visible && strings.Contains(text, "only mentioned")
			seen[1] = seen[1] || strings.Contains(text, "telephone interpreter was used")
			if !visible && mode == proforma.Without && strings.Contains(text, "only mentioned") {
				t.Error("a workbook without findings holds one")
			}
		}
		if seen != wants {
			t.Errorf("%s: finding seen %v, evidence there %v, want %v", mode, seen[0], seen[1], wants)
		}
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestOnlyAnswersCanBeTyped(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(written(t, drawn(t, 5), proforma.Options{})))
	if err != nil {
		t.Fatal(err)
	}
	var open []string
	for c := range 12 {
		cell, _ := excelize.CoordinatesToCellName(c+1, 5)
		id, _ := f.GetCellStyle("Reader A", cell)
		style, err := f.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		if style.Protection != nil && !style.Protection.Locked {
			title, _ := f.GetCellValue("Reader A", strings.Replace(cell, "5", "4", 1))
			open = append(open, title)
		}
	}
	if diff := cmp.Diff([]string{"Answer", "Evidence: page or paragraph", "Note for the audit lead"}, open); diff != "" {
		t.Errorf("unlocked columns (-want +got):\n%s", diff)
	}
	if p, err := f.GetSheetProtection("Reader A"); err != nil || !p.AutoFilter {
		t.Errorf("protection %+v, %v", p, err)
	}
}

func TestOddReaderNames(t *testing.T) {
	s := drawn(t, 6)
	s.Design.Readers = []string{"A: [lead] / maternity * safety champion of the trust", "history"}
	for i := range s.Cases {
		s.Cases[i].Readers = s.Design.Readers
	}
	got := proforma.Read("p.xlsx", bytes.NewReader(written(t, s, proforma.Options{})), pack(t))
	if len(got.Faults) > 0 || len(got.Rows) != 12*19 {
		t.Errorf("%d rows, faults %v", len(got.Rows), got.Faults)
	}
}

func TestFilesThatAreNoProforma(t *testing.T) {
	other := excelize.NewFile()
	if err := other.SetCellValue("Sheet1", "A1", "minutes"); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := other.Write(&b); err != nil {
		t.Fatal(err)
	}
	for want, data := range map[string]string{
		"is empty": " \n", "old .xls": "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "no sheet has the headings": b.String(),
		"is not a workbook": "PK\x03\x04 cut off", "has not the headings": "a,b\n1,2\n", "neither": "\xff\xfe\x00\x01",
	} {
		got := proforma.Read("x", strings.NewReader(data), pack(t))
		if len(got.Faults) != 1 || !strings.Contains(got.Faults[0].Error(), want) {
			t.Errorf("want %q, got %v", want, got.Faults)
		}
	}
}

// TestOffice saves a proforma with LibreOffice and reads it again. It skips
// where there is none.
func TestOffice(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil || testing.Short() {
		t.Skip("no soffice")
	}
	dir := t.TempDir()
	from := filepath.Join(dir, "p.xlsx")
	data := written(t, drawn(t, 8), proforma.Options{Marking: "OFFICIAL-SENSITIVE"})
	if err := os.WriteFile(from, data, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(office, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", "xlsx", "--outdir", filepath.Join(dir, "out"), from).CombinedOutput()
	if err != nil {
		t.Skipf("soffice does not run here: %v %s", err, out)
	}
	saved, err := os.ReadFile(filepath.Join(dir, "out", "p.xlsx"))
	if err != nil {
		t.Skipf("soffice wrote nothing: %v %s", err, out)
	}
	want, got := proforma.Read("p.xlsx", bytes.NewReader(data), pack(t)), proforma.Read("p.xlsx", bytes.NewReader(saved), pack(t))
	if got.Identity == nil || len(got.Faults) > 0 {
		t.Fatalf("identity %v, faults %v", got.Identity, got.Faults)
	}
	for i := range got.Rows { // formulas have their answers now
		got.Rows[i].Text, want.Rows[i].Text = "", ""
	}
	if diff := cmp.Diff(want.Rows, got.Rows, cmp.AllowUnexported(proforma.Row{})); diff != "" {
		t.Errorf("rows after LibreOffice (-want +got):\n%s", diff)
	}
}

// FuzzRead holds that nothing that comes back makes reading fail.
func FuzzRead(f *testing.F) {
	f.Add([]byte("Case,Reference,Question,Answer\n1,W1,Was it?,yes\n"))
	f.Add([]byte("PK"))
	p := pack(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		got := proforma.Read("x", bytes.NewReader(data), p)
		if len(got.Rows) == 0 && len(got.Faults) == 0 && !strings.Contains(string(data), "nswer") {
			t.Errorf("nothing read and nothing said of %q", data)
		}
	})
}

func BenchmarkWrite(b *testing.B) {
	s := drawn(b, 300)
	for b.Loop() {
		written(b, s, proforma.Options{})
	}
}
