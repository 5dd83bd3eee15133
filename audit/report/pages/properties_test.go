package pages

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	"siequity/audit/disclosure"
	"siequity/audit/report/layout"
	"siequity/audit/report/release"
)

// profiles are all ways to protect small numbers.
func profiles() []disclosure.Profile {
	return []disclosure.Profile{disclosure.Panel(), disclosure.LT5(), disclosure.NHSE(), disclosure.HES()}
}

func TestSheetNames(t *testing.T) {
	m := Make(sampleRelease(t, sampleFacts(t), disclosure.LT5()))
	seen, ids := map[string]bool{}, map[string]bool{}
	for _, p := range m.Pages {
		if n := utf8.RuneCountInString(p.Sheet); n == 0 || n > 31 || strings.ContainsAny(p.Sheet, `[]:*?/\`) {
			t.Errorf("sheet name %q cannot be used in a workbook", p.Sheet)
		}
		if seen[strings.ToLower(p.Sheet)] || ids[p.ID] {
			t.Errorf("sheet %q or page %q comes twice", p.Sheet, p.ID)
		}
		seen[strings.ToLower(p.Sheet)], ids[p.ID] = true, true
	}
	for _, b := range m.Pages[0].Blocks {
		if table, ok := b.(*layout.Table); ok && table.ID == "contents" {
			for _, r := range table.Rows {
				if !ids[r.Cells[0].Link] {
					t.Errorf("the contents lead to %q, which is no page", r.Cells[0].Link)
				}
			}
		}
	}
}

// TestTableIDs holds that a table of tables.csv is one table.
func TestTableIDs(t *testing.T) {
	seen := map[string]string{}
	for _, p := range Make(sampleRelease(t, sampleFacts(t), disclosure.LT5())).Pages {
		for _, b := range p.Blocks {
			if table, ok := b.(*layout.Table); ok {
				key := table.ID + " of " + table.Organisation
				if other, twice := seen[key]; twice {
					t.Errorf("tables on the pages %q and %q are both %s", other, p.ID, key)
				}
				seen[key] = p.ID
			}
		}
	}
}

// TestProtectedCells holds every cell of a protected table to what the plan says,
// and that no other number of a hidden cell is on the same line.
func TestProtectedCells(t *testing.T) {
	for _, profile := range profiles() {
		r := sampleRelease(t, sampleFacts(t), profile)
		tables := layoutTables(Make(r))
		checked := 0
		for _, published := range r.Tables() {
			table := tables[r.Grid(published.Name).ID+" of "+published.Organisation]
			if table == nil {
				t.Errorf("%s: %s is protected and on no page", profile.Name, published.Name)
				continue
			}
			checked += checkProtected(t, r, published, table)
		}
		if checked == 0 {
			t.Errorf("%s: no cell was checked", profile.Name)
		}
	}
}

func layoutTables(m layout.Model) map[string]*layout.Table {
	out := map[string]*layout.Table{}
	for _, p := range m.Pages {
		for _, b := range p.Blocks {
			if table, ok := b.(*layout.Table); ok {
				out[table.ID+" of "+table.Organisation] = table
			}
		}
	}
	return out
}

func checkProtected(t *testing.T, r *release.Release, published release.Table, table *layout.Table) (checked int) {
	t.Helper()
	rows, columns, printed := r.Labels(published.Name)
	if !printed {
		if len(table.Rows) > 0 {
			t.Errorf("%s is withdrawn and still has rows", published.Name)
		}
		return 0
	}
	if published.OneWay {
		columns = nil
	}
	if !published.Multi {
		columns = append(columns, "")
	}
	for i, label := range append(rows, "") {
		for j, c := range columns {
			cell, want := table.Rows[i].Cells[j+1], r.At(published.Name, label, c)
			checked++
			if want.State == disclosure.Absent {
				want.Text = release.NotPrinted
			}
			// Thousands are parted by commas on a page.
			if strings.ReplaceAll(cell.Text, ",", "") != want.Text {
				t.Errorf("%s, %q by %q: the page says %q and the plan %q", published.Name, label, c, cell.Text, want.Text)
			}
			if (want.State.Hidden() || want.State == disclosure.Absent) && (cell.IsNum || cell.Number != 0) {
				t.Errorf("%s, %q by %q: a hidden number stands behind the cell", published.Name, label, c)
			}
		}
	}
	return checked
}

// TestWording holds that silence is never called not considered, and that nobody
// is called anything but what the pages define.
func TestWording(t *testing.T) {
	for i, line := range strings.Split(strings.ToLower(dump(Make(sampleRelease(t, sampleFacts(t), disclosure.LT5())))), "\n") {
		rest := strings.ReplaceAll(strings.ReplaceAll(line, "stated not considered", ""), "never not considered", "")
		if strings.Contains(rest, "not considered") {
			t.Errorf("line %d: %q", i+1, line)
		}
		if strings.Contains(line, "nan") && strings.Contains(line, "| nan") || strings.Contains(line, "inf)") {
			t.Errorf("line %d prints a number that is none: %q", i+1, line)
		}
	}
}

// TestChartsRepeatShownFigures holds the alternative text of charts about groups to
// numbers that are printed.
func TestChartsRepeatShownFigures(t *testing.T) {
	r := sampleRelease(t, sampleFacts(t), disclosure.LT5())
	for _, p := range Make(r).Pages {
		for _, b := range p.Blocks {
			c, ok := b.(*layout.Chart)
			if !ok {
				continue
			}
			if c.Alt == "" || c.Title == "" || c.XTitle == "" || c.YTitle == "" {
				t.Errorf("chart %s lacks a title or words", c.ID)
			}
			if c.ID != "case-shares" && c.ID != "rates-all" {
				continue
			}
			for _, group := range c.X {
				if r.At("ethnicity-imd", group, "").State.Hidden() {
					t.Errorf("chart %s shows %s, whose number is hidden", c.ID, group)
				}
			}
		}
	}
}

func TestNoBirthsNoRates(t *testing.T) {
	f := sampleFacts(t)
	f.Book = without(f.Book, "births")
	text := dump(Make(sampleRelease(t, f, disclosure.LT5())))
	for _, want := range []string{"Counts are not rates", "Without births by ethnic group and deprivation there are no rates"} {
		if !strings.Contains(text, want) {
			t.Errorf("without births the pack does not say %q", want)
		}
	}
	if strings.Contains(text, "per 1,000 births (") || strings.Contains(text, "table rates-") {
		t.Error("there are rates without births")
	}
}

func TestEmptyBook(t *testing.T) {
	f := sampleFacts(t)
	f.Book = without(f.Book, "")
	f.Organisations, f.Periods, f.Sources = nil, nil, nil
	r, err := release.New(context.Background(), f, disclosure.LT5())
	if err != nil {
		t.Fatal(err)
	}
	if m := Make(r); len(m.Pages) < 10 {
		t.Errorf("an empty book gave %d pages", len(m.Pages))
	}
}

// TestNoLimitsOfFewPoints holds that a chart of three quarters has no limits: two
// or three points have no spread worth a line.
func TestNoLimitsOfFewPoints(t *testing.T) {
	charts := 0
	for _, p := range Make(sampleRelease(t, sampleFacts(t), disclosure.LT5())).Pages {
		for _, b := range p.Blocks {
			c, ok := b.(*layout.Chart)
			if !ok || !strings.HasPrefix(c.ID, "trend-") {
				continue
			}
			charts++
			for _, s := range c.Series {
				if s.Limit && s.Name != "Target" {
					t.Errorf("%s has the line %s", c.ID, s.Name)
				}
			}
			if last := c.Series[0].Points[2]; !last.Hollow {
				t.Errorf("%s: the incomplete quarter is not hollow", c.ID)
			}
		}
	}
	if charts == 0 {
		t.Error("there are no charts")
	}
}
