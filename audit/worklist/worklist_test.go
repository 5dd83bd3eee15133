package worklist_test

import (
	"bytes"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"siequity/audit/worklist"
)

// items gives a small list of three severities and teams, out of order.
func items() []worklist.Item {
	return []worklist.Item{
		{Key: "consider/language|datix:W3", Severity: "info", Rule: "consider/language", Title: "Language was not found", Record: "datix:W3", Team: "Triage", File: "datix.xlsx", Sheet: "Listing", Row: 9,
			Reason: "no evidence was found", Fix: "read the report", Dimension: "language", Label: "absent", Quote: "", Review: true},
		{Key: "ethnicity/valid|datix:W2", Severity: "must", Rule: "ethnicity/valid", Title: "Ethnic category is no code", Record: "datix:W2", Team: "Labour ward", File: "datix.xlsx", Sheet: "Listing", Row: 7,
			Column: "G", Heading: "Ethnicity", Value: "=1+1", Reason: "not a code", Fix: "ask again"},
		{Key: "ethnicity/valid|datix:W1", Severity: "must", Rule: "ethnicity/valid", Title: "Ethnic category is no code", Record: "datix:W1", Team: "Labour ward", File: "datix.xlsx", Sheet: "Listing", Row: 6,
			Column: "G", Heading: "Ethnicity", Value: "12", Reason: "not a code", Fix: "ask again"},
		{Key: "panel/external|steis:1", Severity: "should", Rule: "panel/external", Title: "No external member", Record: "steis:1", Reason: "none attended", Fix: "invite one"},
	}
}

func doc(change func(*worklist.Document)) worklist.Document {
	d := worklist.Document{Title: "Worklist", Organisation: "Eastmoor (invented)", Period: "2026/27-Q1", Items: slices.Values(items())}
	if change != nil {
		change(&d)
	}
	return d
}

// write writes a worklist into a file of the test.
func write(t *testing.T, d worklist.Document) (string, worklist.Tally) {
	t.Helper()
	var b bytes.Buffer
	tally, err := worklist.Write(&b, d)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "worklist.xlsx")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path, tally
}

// fill changes cells of one sheet, found by record and heading, as a person would.
func fill(t *testing.T, path, sheet string, cells map[[2]string]string) {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	heads := rows[1]
	for where, text := range cells {
		row := slices.IndexFunc(rows, func(r []string) bool { return len(r) > 1 && r[1] == where[0] })
		cell, err := excelize.CoordinatesToCellName(slices.Index(heads, where[1])+1, row+1)
		if err != nil {
			t.Fatalf("%v: %v", where, err)
		}
		if err := f.SetCellStr(sheet, cell, text); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
}

// read reads a worklist that nothing need be kept of.
func read(path, password string) (map[worklist.Subject]worklist.Decision, []worklist.Fault, error) {
	earlier, err := worklist.Read(path, password)
	return earlier.Decisions, earlier.Faults, err
}

func rowsOf(t *testing.T, path, sheet string) [][]string {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestWriteSortsByWhatMatters(t *testing.T) {
	path, tally := write(t, doc(nil))
	var got []string
	for _, r := range rowsOf(t, path, "All")[2:] {
		got = append(got, r[0]+" "+r[1])
	}
	want := []string{"Must datix:W1", "Must datix:W2", "Should steis:1", "Info datix:W3"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(worklist.Tally{Items: 4, Must: 2, Should: 1, Info: 1}, tally); d != "" {
		t.Error(d)
	}
}

func TestSheetsOfTeams(t *testing.T) {
	path, _ := write(t, doc(nil))
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if d := cmp.Diff([]string{"Start here", "Lists", "All", "Labour ward", "Triage", "No team given"}, f.GetSheetList()); d != "" {
		t.Error(d)
	}
	if r := rowsOf(t, path, "Labour ward"); len(r) != 4 {
		t.Errorf("%d rows for a team of two items", len(r))
	}
}

func TestDecisionsComeBack(t *testing.T) {
	path, _ := write(t, doc(nil))
	fill(t, path, "All", map[[2]string]string{{"datix:W1", "Owner"}: "Digital midwife", {"datix:W1", "Status"}: "In  Progress"})
	fill(t, path, "Triage", map[[2]string]string{{"datix:W3", "Decision"}: "considered", {"datix:W3", "Note"}: "page 4"})
	got, faults, err := read(path, "")
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	want := map[worklist.Subject]worklist.Decision{
		{Key: "ethnicity/valid|datix:W1"}:   {Owner: "Digital midwife", Status: "in progress"},
		{Key: "consider/language|datix:W3"}: {Decision: "considered", Note: "page 4"},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// A second run carries decisions over; an edit of one sheet then wins over the
// text that the other sheet still has.
func TestSecondRun(t *testing.T) {
	key := worklist.Subject{Key: "ethnicity/valid|datix:W1"}
	old := map[worklist.Subject]worklist.Decision{key: {Owner: "A", Status: "open", Note: "n"}, {Key: "gone|x"}: {Status: "done"}}
	path, tally := write(t, doc(func(d *worklist.Document) { d.Decisions = old }))
	if tally.Carried != 1 || tally.Gone != 1 {
		t.Errorf("tally %+v", tally)
	}
	got, faults, err := read(path, "")
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	if d := cmp.Diff(old, got); d != "" {
		t.Fatal("unchanged:", d)
	}
	fill(t, path, "Labour ward", map[[2]string]string{{"datix:W1", "Status"}: "done", {"datix:W1", "Note"}: ""})
	got, faults, _ = read(path, "")
	if d := cmp.Diff(worklist.Decision{Owner: "A", Status: "done"}, got[key]); d != "" || len(faults) > 0 {
		t.Error(d, faults)
	}
}

// Two trusts may use one number. What is written beside the items of one is carried
// to hers alone; what names no trust, as in a list without that column, to all.
func TestTwoOrganisations(t *testing.T) {
	two := func(d *worklist.Document) {
		var all []worklist.Item
		for _, o := range []string{"Vale", "Moor"} {
			all = append(all, worklist.Item{Key: "rule|W1", Severity: "must", Rule: "rule", Record: "W1 of " + o, Organisation: o})
		}
		d.Items = slices.Values(all)
	}
	path, _ := write(t, doc(two))
	fill(t, path, "All", map[[2]string]string{{"W1 of Moor", "Status"}: "done"})
	moor := map[worklist.Subject]worklist.Decision{{Key: "rule|W1", Organisation: "Moor"}: {Status: "done"}}
	got, faults, err := read(path, "")
	if d := cmp.Diff(moor, got); d != "" || err != nil || len(faults) > 0 {
		t.Fatal(d, err, faults)
	}
	got[worklist.Subject{Key: "rule|W1", Organisation: "Dale"}] = worklist.Decision{Note: "of another trust"}
	path, tally := write(t, doc(func(d *worklist.Document) { two(d); d.Decisions = got }))
	if tally.Carried != 1 || tally.Gone != 1 {
		t.Errorf("tally %+v", tally)
	}
	if again, _, err := read(path, ""); err != nil || cmp.Diff(got, again) != "" {
		t.Error(err, cmp.Diff(got, again))
	}
	if _, tally := write(t, doc(func(d *worklist.Document) {
		two(d)
		d.Decisions = map[worklist.Subject]worklist.Decision{{Key: "rule|W1"}: {Status: "done"}}
	})); tally.Carried != 2 || tally.Gone != 0 {
		t.Errorf("tally without organisation %+v", tally)
	}
}

// A note that fills its cell is not cut either.
func TestLongNote(t *testing.T) {
	key, note := worklist.Subject{Key: "ethnicity/valid|datix:W1"}, strings.Repeat("long note ", 3250)
	path, tally := write(t, doc(func(d *worklist.Document) {
		d.Decisions = map[worklist.Subject]worklist.Decision{key: {Status: "done", Note: note}}
	}))
	if tally.Long != 1 || len(rowsOf(t, path, "Long texts")) != 3 {
		t.Errorf("%+v", tally)
	}
	got, faults, err := read(path, "")
	if err != nil || len(faults) > 0 || got[key].Status != "done" || !strings.HasPrefix(got[key].Note, "long note") {
		t.Error(err, faults, len(got[key].Note))
	}
}

// A reference with odd characters is still found again.
func TestOddKeys(t *testing.T) {
	odd := " rule|datix:W\x07 1\r\n "
	item := worklist.Item{Key: odd, Severity: "must", Rule: "rule", Record: "datix:W1"}
	path, _ := write(t, doc(func(d *worklist.Document) {
		d.Items, d.Decisions = slices.Values([]worklist.Item{item}), map[worklist.Subject]worklist.Decision{{Key: odd}: {Status: "done"}}
	}))
	got, _, err := read(path, "")
	if err != nil || len(got) != 1 {
		t.Fatal(err, got)
	}
	_, tally := write(t, doc(func(d *worklist.Document) { d.Items, d.Decisions = slices.Values([]worklist.Item{item}), got }))
	if tally.Carried != 1 || tally.Gone != 0 {
		t.Errorf("%+v", tally)
	}
}

func TestTwoSheetsDisagree(t *testing.T) {
	path, _ := write(t, doc(nil))
	fill(t, path, "All", map[[2]string]string{{"datix:W1", "Decision"}: "mended"})
	fill(t, path, "Labour ward", map[[2]string]string{{"datix:W1", "Decision"}: "not ours"})
	got, faults, err := read(path, "")
	if err != nil {
		t.Fatal(err)
	}
	d := got[worklist.Subject{Key: "ethnicity/valid|datix:W1"}]
	if d.Decision != "mended" || !strings.Contains(d.Note, "not ours") || !strings.Contains(d.Note, "decision: All: mended / Labour ward: not ours") {
		t.Errorf("decision %+v", d)
	}
	if len(faults) != 1 || faults[0].About != "ethnicity/valid|datix:W1" || faults[0].Column != "Decision" || !strings.Contains(faults[0].What, "All and Labour ward") {
		t.Errorf("faults %+v", faults)
	}
}

func TestWordsThatAreNoChoice(t *testing.T) {
	path, _ := write(t, doc(nil))
	fill(t, path, "All", map[[2]string]string{{"datix:W1", "Status"}: "nearly"})
	got, faults, _ := read(path, "")
	if len(faults) != 1 || faults[0].Text != "nearly" || faults[0].Column != "Status" || got[worklist.Subject{Key: "ethnicity/valid|datix:W1"}].Status != "nearly" {
		t.Errorf("%+v %+v", faults, got)
	}
}

func TestPassword(t *testing.T) {
	old := map[worklist.Subject]worklist.Decision{{Key: "ethnicity/valid|datix:W1"}: {Status: "done"}}
	path, _ := write(t, doc(func(d *worklist.Document) { d.Password, d.Decisions = "Lantern 7", old }))
	if b, _ := os.ReadFile(path); bytes.Contains(b, []byte("worksheet")) || !bytes.HasPrefix(b, []byte{0xD0, 0xCF}) {
		t.Error("the file is not encrypted")
	}
	got, _, err := read(path, "Lantern 7")
	if d := cmp.Diff(old, got); err != nil || d != "" {
		t.Error(err, d)
	}
	for _, wrong := range []string{"", "lantern 7"} {
		_, err := worklist.Read(path, wrong)
		var u *worklist.Unreadable
		if !errors.As(err, &u) || !strings.Contains(u.Error(), "password") || !strings.Contains(u.Remedy(), "password") || strings.Contains(u.Error(), filepath.Dir(path)) {
			t.Errorf("password %q: %v", wrong, err)
		}
	}
}

func TestSameBytes(t *testing.T) {
	var first []byte
	for range 8 {
		var b bytes.Buffer
		if _, err := worklist.Write(&b, doc(nil)); err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = b.Bytes()
		} else if !bytes.Equal(first, b.Bytes()) {
			t.Fatal("two worklists of one document differ")
		}
	}
}

func TestTextsSurvive(t *testing.T) {
	long := strings.Repeat("é😀", 20000)
	texts := []string{"=HYPERLINK(\"x\")", "+44", "-1", "@sum", "a & b < c > \"d\"", "_x000D_ stays", "two\r\nlines", " spaced ", "bell\x07 and nul\x00", "bad \xff byte", long}
	var list []worklist.Item
	for i, s := range texts {
		list = append(list, worklist.Item{Key: fmt.Sprint("k", i), Severity: "must", Rule: "r", Record: fmt.Sprintf("%02d", i), Value: s})
	}
	path, tally := write(t, doc(func(d *worklist.Document) { d.Items = slices.Values(list) }))
	rows := rowsOf(t, path, "All")
	at := slices.Index(rows[1], "What the cell holds")
	want := []string{texts[0], texts[1], texts[2], texts[3], texts[4], texts[5], "two\nlines", " spaced ", "bell␇ and nul␀", "bad \uFFFD byte"}
	for i, w := range want {
		if got := rows[i+2][at]; got != w {
			t.Errorf("%q became %q", w, got)
		}
	}
	head, _, _ := strings.Cut(rows[len(texts)+1][at], " [this text goes on")
	rest := head
	for _, r := range rowsOf(t, path, "Long texts")[2:] {
		rest += r[4]
	}
	if rest != long || tally.Long != 1 {
		t.Errorf("a text of %d bytes came back with %d; tally %+v", len(long), len(rest), tally)
	}
}

// many makes n items with a few hundred different texts, as an audit does.
func many(n, teams int) iter.Seq[worklist.Item] {
	return func(yield func(worklist.Item) bool) {
		for i := range n {
			rule := fmt.Sprintf("rule-%d", i%60)
			it := worklist.Item{Key: fmt.Sprintf("%s|datix:W%d", rule, i), Severity: []string{"should", "must", "info"}[i%3], Rule: rule, Title: "Something to mend " + rule, Record: fmt.Sprintf("datix:W%d", i),
				Case: fmt.Sprintf("case-%06d", i/2), Source: "datix", Organisation: "Eastmoor Hospitals NHS Trust", Team: fmt.Sprintf("Team %d", i%teams), File: "datix.xlsx", Sheet: "Listing", Row: i + 2,
				Column: "G", Heading: "Ethnicity", Value: fmt.Sprintf("value %d", i%200), Reason: "the ethnic category is not one of the national codes", Fix: "ask the woman and correct the record",
				Dimension: "language", Label: "mentioned", Quote: fmt.Sprintf("A telephone interpreter was used for visit %d and the family was told in their own language.", i)}
			if !yield(it) {
				return
			}
		}
	}
}

func TestManyTeams(t *testing.T) {
	path, _ := write(t, doc(func(d *worklist.Document) { d.Items = many(600, 50) }))
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	list := f.GetSheetList()
	if len(list) != 3+40+1 || list[len(list)-1] != "Other teams" {
		t.Errorf("%d sheets: %v", len(list), list)
	}
}

func BenchmarkWrite50k(b *testing.B) {
	for b.Loop() {
		var out bytes.Buffer
		if _, err := worklist.Write(&out, worklist.Document{Title: "Worklist", Items: many(50_000, 6)}); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(out.Len())/1e6, "MB")
	}
}

// TestPrintedBesideTheItem holds that what people enter is printed on the page of its
// item: one page wide, up to the last column to fill in.
func TestPrintedBesideTheItem(t *testing.T) {
	var b bytes.Buffer
	if _, err := worklist.Write(&b, worklist.Document{Items: slices.Values(items())}); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, sheet := range f.GetSheetList() {
		o, err := f.GetPageLayout(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if o.FitToWidth != nil && *o.FitToWidth > 1 || visible(t, f, sheet) && (o.Orientation == nil || *o.Orientation != "landscape") {
			t.Errorf("%s is printed %v pages wide, %v", sheet, o.FitToWidth, o.Orientation)
		}
	}
}

func visible(t *testing.T, f *excelize.File, sheet string) bool {
	t.Helper()
	is, err := f.GetSheetVisible(sheet)
	if err != nil {
		t.Fatal(err)
	}
	return is
}
