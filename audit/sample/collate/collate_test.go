package collate_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"siequity/audit/sample"
	"siequity/audit/sample/collate"
	"siequity/audit/sample/proforma"
	"siequity/audit/sample/question"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

func pack(t testing.TB) question.Pack {
	t.Helper()
	p, err := question.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// drawn is 12 of 60 invented cases, for two readers, three cases for both.
func drawn(t testing.TB) sample.Sample { return drawnBy(t, "q1", 12) }

func drawnBy(t testing.TB, id string, n int) sample.Sample {
	t.Helper()
	units := make([]sample.Unit, 60)
	for i := range units {
		units[i] = sample.Unit{
			ID: fmt.Sprintf("datix:W%05d", i), Reference: fmt.Sprintf("W%05d", i), Source: "datix", Organisation: "Fellside", Ethnicity: []string{"White", "Asian"}[i%2],
			Findings: [3]sample.Finding{{Label: sample.Absent}, {Label: sample.Mentioned}, {Label: []sample.Label{sample.Considered, sample.Absent, sample.Considered}[i%3]}},
		}
	}
	s, err := sample.Draw(units, sample.Design{ID: id, Date: "2026-07-01", Seed: "audit 2026 / 040917", Size: sample.Size{Cases: n}, Reserve: 3,
		Strata: []sample.By{sample.ByEthnicity}, Readers: []string{"Reader A", "Reader B"}, Twice: 0.25})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// truth is the answer that the readers of these tests give, but for what a test
// changes: full of sense, and different between cases and questions.
func truth(p question.Pack, number, q int) string {
	question := p.Questions[q]
	switch {
	case question.ID == "interpreter-needed":
		return "Yes"
	case question.ID == "ethnicity-recorded":
		return "Yes"
	case question.ID == "considered-language":
		return []string{"No", "Yes", "Yes", "Partly", "Not recorded"}[number%5]
	}
	return question.Answers[(number+q)%3].Text
}

// sheets names a reader's sheet and the column letters that the proforma of two
// readers has.
const (
	sheetA                 = "Reader A"
	firstRow               = 5
	colAnswer, colEvidence = "F", "G"
	questions, secondCase  = 19, firstRow + 19
)

// filled is a proforma filled in by both readers.
func filled(t testing.TB, s sample.Sample, o proforma.Options) *excelize.File {
	t.Helper()
	p := pack(t)
	var b bytes.Buffer
	if err := proforma.Write(&b, s, p, o); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for i, cells := range rows {
			m, ok := proforma.ParseMark(at(cells, len(cells)-1))
			if !ok || sheet == "_siequity" {
				continue
			}
			q := slices.IndexFunc(p.Questions, func(q question.Question) bool { return q.ID == m.Question })
			answer, _ := excelize.ColumnNumberToName(slices.Index(rows[firstRow-2], "Answer") + 1)
			evidence, _ := excelize.ColumnNumberToName(slices.Index(rows[firstRow-2], "Answer") + 2)
			set(t, f, sheet, fmt.Sprint(answer, i+1), truth(p, m.Case, q))
			set(t, f, sheet, fmt.Sprint(evidence, i+1), fmt.Sprintf("p. %d", q+1))
		}
	}
	return f
}

func at(cells []string, i int) string {
	if i >= 0 && i < len(cells) {
		return cells[i]
	}
	return ""
}

func set(t testing.TB, f *excelize.File, sheet, cell string, v any) {
	t.Helper()
	if err := f.SetCellValue(sheet, cell, v); err != nil {
		t.Fatal(err)
	}
}

func get(t testing.TB, f *excelize.File, sheet, cell string) string {
	t.Helper()
	v, err := f.GetCellValue(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func saved(t testing.TB, f *excelize.File) []byte {
	t.Helper()
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func collated(t testing.TB, s sample.Sample, files ...[]byte) collate.Collation {
	t.Helper()
	var list []collate.File
	for i, data := range files {
		list = append(list, collate.File{Name: fmt.Sprintf("return %d.xlsx", i+1), Data: bytes.NewReader(data)})
	}
	c, err := collate.Collate(s, pack(t), list, collate.Options{LeastGroup: 4})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// codes is what a collation heard, by reader, case and question.
func codes(c collate.Collation) map[string]string {
	out := map[string]string{}
	for _, a := range c.Answers {
		out[fmt.Sprint(a.Reader, "/", a.Case, "/", a.Question)] = a.Code
	}
	return out
}

func faultText(c collate.Collation) string {
	var lines []string
	for _, f := range c.Faults {
		lines = append(lines, string(f.Severity)+": "+f.Error())
		if hint := f.Remedy(); hint != "" {
			lines = append(lines, "    hint: "+hint)
		}
	}
	return strings.Join(lines, "\n")
}

func TestFullReturn(t *testing.T) {
	s := drawn(t)
	for _, o := range []proforma.Options{{}, {Mode: proforma.Assisted}, {OneSheet: true}, {OneSheet: true, Mode: proforma.Without}} {
		c := collated(t, s, saved(t, filled(t, s, o)))
		if len(c.Faults) > 0 || len(c.Kept) > 0 || len(c.Disagreements) > 0 {
			t.Fatalf("faults:\n%s", faultText(c))
		}
		cov := c.Results.Coverage
		if cov.Read != 12 || cov.Complete != 12 || cov.Answers != 15*questions || cov.Expected != 15*questions {
			t.Errorf("coverage %+v", cov)
		}
		if len(c.Results.Agreement) != questions || len(c.Results.Tool) != 3 || len(c.Decisions()) != 12 {
			t.Errorf("%d agreements, %d tool figures, %d decisions", len(c.Results.Agreement), len(c.Results.Tool), len(c.Decisions()))
		}
	}
}

func TestResultsSayWhatWasAnswered(t *testing.T) {
	s, p := drawn(t), pack(t)
	c := collated(t, s, saved(t, filled(t, s, proforma.Options{})))
	for _, e := range c.Results.Estimates {
		if e.Question == "ethnicity-recorded" && e.By == "all" {
			// yes in each of 12 cases of 60, five of thirty in each stratum or so
			if e.Cases != 12 || e.Yes != 12 || *e.Share.Share != 1 || *e.Upper != 1 || *e.Lower < 0.6 || *e.Lower > 0.85 {
				t.Errorf("%+v", e)
			}
		}
		if e.By == "ethnicity" && e.Share.Share != nil {
			// the frame was divided by ethnicity: a group is a stratum
			for _, h := range c.Results.Estimates {
				if h.Question == e.Question && h.By == "stratum" && h.Value == "ethnicity "+e.Value {
					if diff := cmp.Diff(h.Share, e.Share); diff != "" {
						t.Errorf("%s of %s (-stratum +group):\n%s", e.Question, e.Value, diff)
					}
				}
			}
		}
		if e.By == "ethnicity" && e.Cases > 0 && e.Cases < 4 && e.Share.Share != nil {
			t.Errorf("%s of %s: a share from %d cases", e.Question, e.Value, e.Cases)
		}
	}
	language := c.Results.Tool[2]
	both, readers, tool := 0, 0, 0
	for _, one := range s.Cases {
		q, _ := p.Question("considered-language")
		code, _ := q.Read(truth(p, one.Number, len(p.Questions)-1))
		r, f := q.Labels[code] == "considered", one.Findings[2].Label == sample.Considered
		if r {
			readers++
		}
		if f {
			tool++
		}
		if r && f {
			both++
		}
		if got := c.Decisions()[one.ID][2]; string(got) != q.Labels[code] {
			t.Errorf("case %d is decided %q, want %q", one.Number, got, q.Labels[code])
		}
	}
	if readers == 0 || tool == 0 {
		t.Fatal("the test's cases show nothing")
	}
	if want := float64(both) / float64(readers); *language.Sensitivity.Value != want {
		t.Errorf("sensitivity %v, want %v", *language.Sensitivity.Value, want)
	}
	if want := float64(both) / float64(tool); *language.Precision.Value != want {
		t.Errorf("precision %v, want %v", *language.Precision.Value, want)
	}
	if got := c.Expected("ethnicity-recorded", sample.ByEthnicity); len(got) != 2 || got[0].Share != 1 || got[0].Any[0] != "Asian" {
		t.Errorf("expected shares %+v", got)
	}
	if text := c.Explain(); !strings.Contains(text, "12 of 12 cases read") || !strings.Contains(text, "kappa") {
		t.Errorf("explanation:\n%s", text)
	}
}

// TestNothingTypedGetsOut holds that what goes into files holds no words of a
// reader.
func TestNothingTypedGetsOut(t *testing.T) {
	s := drawn(t)
	f := filled(t, s, proforma.Options{})
	set(t, f, sheetA, "F5", "Zebedee Quux says perhaps")
	set(t, f, sheetA, "G6", "Zebedee p. 3")
	set(t, f, sheetA, "H7", "ask Zebedee")
	set(t, f, sheetA, "B400", "Zebedee")
	set(t, f, sheetA, "F400", "Yes")
	c := collated(t, s, saved(t, f))
	text, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(text), "Zebedee") || strings.Contains(c.Explain(), "Zebedee") || strings.Contains(faultText(c), "Zebedee") {
		t.Error("words of a reader are in the results")
	}
	kept := 0
	for _, k := range c.Kept {
		if strings.Contains(k.Text, "Zebedee") {
			kept++
		}
	}
	if kept != 2 {
		t.Errorf("%d rows kept, want the answer and the row that was added: %+v", kept, c.Kept)
	}
}

func TestTwoReadersAndAdjudication(t *testing.T) {
	s, p := drawn(t), pack(t)
	f := filled(t, s, proforma.Options{})
	var twice sample.Case
	for _, one := range s.Cases {
		if len(one.Readers) == 2 {
			twice = one
		}
	}
	change := func(sheet, questionID, answer string) {
		rows, _ := f.GetRows(sheet)
		for i, cells := range rows {
			if m, ok := proforma.ParseMark(at(cells, 10)); ok && m.Case == twice.Number && m.Question == questionID {
				set(t, f, sheet, fmt.Sprint(colAnswer, i+1), answer)
			}
		}
	}
	change(sheetA, "considered-culture", "Yes")
	change("Reader B", "considered-culture", "Not recorded")
	first := saved(t, f)
	c := collated(t, s, first)
	if len(c.Disagreements) != 1 || c.Disagreements[0].Case != twice.Number || c.Decisions()[twice.ID][0] != "" {
		t.Fatalf("disagreements %+v, decision %q", c.Disagreements, c.Decisions()[twice.ID][0])
	}
	for _, a := range c.Results.Agreement {
		if a.Question == "considered-culture" && (a.Cases != 3 || *a.Raw.Value != 2.0/3 || a.AC1.Value != nil || !strings.HasPrefix(a.AC1.Why, "too few")) {
			t.Errorf("agreement %+v", a)
		}
	}
	var b bytes.Buffer
	if err := proforma.Write(&b, s, p, proforma.Options{Disputed: c.Disputed(), Mode: proforma.Without}); err != nil {
		t.Fatal(err)
	}
	judge, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	if shown := get(t, judge, sample.Adjudicator, "I5"); !strings.Contains(shown, "Yes") || strings.Contains(shown, "Reader") {
		t.Errorf("the adjudicator sees %q", shown)
	}
	set(t, judge, sample.Adjudicator, "F5", "no")
	c = collated(t, s, first, saved(t, judge))
	if got := c.Decisions()[twice.ID][0]; got != sample.ExplicitlyNot || c.Disagreements[0].Settled != "no" || len(c.Disputed()) != 0 {
		t.Errorf("decision %q, settled %q", got, c.Disagreements[0].Settled)
	}
}

func TestPartialReturn(t *testing.T) {
	s := drawn(t)
	f := filled(t, s, proforma.Options{})
	if err := f.DeleteSheet("Reader B"); err != nil {
		t.Fatal(err)
	}
	for i := range questions {
		set(t, f, sheetA, fmt.Sprint(colAnswer, secondCase+i), "")
		set(t, f, sheetA, fmt.Sprint(colEvidence, secondCase+i), "")
	}
	set(t, f, sheetA, fmt.Sprint(colAnswer, firstRow+2), "")
	set(t, f, sheetA, fmt.Sprint(colEvidence, firstRow+2), "")
	c := collated(t, s, saved(t, f))
	for _, want := range []string{"nothing has come back from Reader B", "the case has no answer that counts (for Reader A)",
		"sheet Reader A, row 7, column F, case " + get(t, f, sheetA, "A7") + ", question 3: not answered (for Reader A)"} {
		if !strings.Contains(faultText(c), want) {
			t.Errorf("faults lack %q:\n%s", want, faultText(c))
		}
	}
	cov := c.Results.Coverage
	if cov.Read >= 12 || len(cov.Flags) == 0 {
		t.Errorf("coverage %+v", cov)
	}
	for _, e := range c.Results.Estimates {
		if e.Question == "ethnicity-recorded" && e.By == "all" && (e.Cases != cov.Read || e.Share.Share == nil) {
			t.Errorf("%+v", e)
		}
	}
}

// TestReportNotFound holds that a case that cannot be read points to the
// reserve.
func TestReportNotFound(t *testing.T) {
	s := drawn(t)
	f := filled(t, s, proforma.Options{})
	k := proforma.NewMarker(s)
	want := map[int]string{} // by the number of its readers
	rows := map[int]int{}
	for at := firstRow; len(want) < 2; at += questions {
		m, _ := proforma.ParseMark(get(t, f, sheetA, fmt.Sprint("K", at)))
		one, ok := k.Case(m.Case)
		if !ok {
			t.Fatal("the draw has no two such cases")
		}
		rows[len(one.Readers)] = at
		want[len(one.Readers)] = map[int]string{
			1: fmt.Sprintf("case %d: Reader A could not find the report (for the audit lead)\n    hint: look for it; if it cannot be had, send out reserve case 1", m.Case),
			2: fmt.Sprintf("case %d: could not find the report, which another reader has read (for Reader A)", m.Case),
		}[len(one.Readers)]
	}
	for _, at := range rows {
		for i := range questions {
			set(t, f, sheetA, fmt.Sprint(colAnswer, at+i), "")
			set(t, f, sheetA, fmt.Sprint(colEvidence, at+i), "")
		}
		set(t, f, sheetA, fmt.Sprint(colEvidence, at), "Report not found in Datix")
	}
	c := collated(t, s, saved(t, f))
	for _, says := range want {
		if text := faultText(c); len(c.Faults) != 2 || !strings.Contains(text, says) {
			t.Errorf("faults lack %q:\n%s", says, text)
		}
	}
	if c.Results.Coverage.Read != 11 || len(c.Kept) != 2 {
		t.Errorf("%d read, %d kept", c.Results.Coverage.Read, len(c.Kept))
	}
}

func TestEmptyDraw(t *testing.T) {
	if _, err := collate.Collate(sample.Sample{}, pack(t), nil, collate.Options{}); err == nil {
		t.Error("no error")
	}
	c := collated(t, drawn(t))
	if len(c.Answers) != 0 || len(c.Faults) != 2 || !strings.Contains(c.Explain(), "Not known: no case was read") {
		t.Errorf("%s\n%s", faultText(c), c.Explain())
	}
}

// TestSameWhateverTheOrder holds that the order of the files changes nothing.
func TestSameWhateverTheOrder(t *testing.T) {
	s := drawn(t)
	a, b := filled(t, s, proforma.Options{}), filled(t, s, proforma.Options{})
	if err := a.DeleteSheet("Reader B"); err != nil {
		t.Fatal(err)
	}
	if err := b.DeleteSheet("Reader A"); err != nil {
		t.Fatal(err)
	}
	one, two := saved(t, a), saved(t, b)
	if diff := cmp.Diff(codes(collated(t, s, one, two)), codes(collated(t, s, two, one))); diff != "" {
		t.Errorf("(-one order +other):\n%s", diff)
	}
	if diff := cmp.Diff(collated(t, s, one, two).Results, collated(t, s, two, one).Results); diff != "" {
		t.Errorf("(-one order +other):\n%s", diff)
	}
}

// TestReserve sends out the first reserve case of a stratum in place of one
// that could not be read, and then one that nobody may use yet.
func TestReserve(t *testing.T) {
	s, p := drawn(t), pack(t)
	first := s.Reserve[0]
	f := filled(t, s, proforma.Options{})
	for _, sheet := range []string{"Reader A", "Reader B"} {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for i, cells := range rows {
			if m, ok := proforma.ParseMark(at(cells, 10)); ok {
				if c, _ := proforma.NewMarker(s).Case(m.Case); c.Stratum == first.Stratum && c.Rank == 1 {
					set(t, f, sheet, fmt.Sprint(colAnswer, i+1), "")
					set(t, f, sheet, fmt.Sprint(colEvidence, i+1), "")
				}
			}
		}
	}
	for number, want := range map[int]string{first.Number: "", first.Number + 1: "before another that comes first"} {
		c := collated(t, s, saved(t, f), saved(t, filled(t, s, proforma.Options{Reserve: []int{number}})))
		if c.Results.Coverage.Reserve != 1 || c.Results.Coverage.Read != 11 {
			t.Errorf("coverage %+v", c.Results.Coverage)
		}
		if text := faultText(c); !strings.Contains(text, want) || want == "" && strings.Contains(text, "reserve") {
			t.Errorf("reserve case %d: %s", number, text)
		}
	}
	var b bytes.Buffer
	if err := proforma.Write(&b, s, p, proforma.Options{Reserve: []int{1}}); err == nil || !strings.Contains(err.Error(), "not in the reserve") {
		t.Errorf("a drawn case as reserve gives %v", err)
	}
}
