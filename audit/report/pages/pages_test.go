package pages

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/audit"
	"siequity/audit/cases"
	"siequity/audit/count"
	"siequity/audit/disclosure"
	"siequity/audit/measure"
	"siequity/audit/record"
	"siequity/audit/report/layout"
	"siequity/audit/report/release"
	"siequity/rules/codes"
)

var update = flag.Bool("update", false, "write the golden files again")

// sampleFacts are an invented system of two trusts over three quarters, the last
// of them incomplete.
func sampleFacts(t *testing.T) release.Facts {
	t.Helper()
	set, err := audit.LoadRules(nil)
	if err != nil {
		t.Fatal(err)
	}
	b := measure.NewBook()
	fillRecords(b)
	fillCases(b)
	fillPopulation(b)
	o := codes.Options{Grouping: codes.GroupingFive}
	return release.Facts{Title: "Quality Assurance Panel pack", Organisation: "Larkfield system (invented)", System: "Larkfield system (invented)", Period: "2025/26-Q4, 2026/27-Q1", AsOf: "2026-08-15",
		Version: "test", Vintage: 2019, Options: o, Grouping: o.Describe(), Book: b, Set: set, Organisations: b.Organisations(), Periods: b.Periods(), Sources: b.Sources(), Vintages: []string{"2019"}}
}

var (
	trusts   = []string{"Brackenshire", "Larkfield"}
	quarters = []string{"2025/26-Q4", "2026/27-Q1", "2026/27-Q2"}
)

// fillRecords gives each measure of records a share that follows from its place
// in the list, so that ratings and changes of every kind come up.
func fillRecords(b *measure.Book) {
	for i, id := range []string{validCode, validOrZ, "equity/culture-considered", "equity/ethnicity-considered", "equity/language-considered", placeKnown, "equity/panel-recorded", "pmrt/valid-code", "pmrt/parents-told", "pmrt/parents-asked"} {
		for o, trust := range trusts {
			for q, quarter := range quarters {
				source := []string{"steis", "datix"}[o]
				if strings.HasPrefix(id, "pmrt/") {
					source = "pmrt"
				}
				at := measure.Place{Organisation: trust, Period: quarter, Source: source}
				tally := measure.Tally{Pass: 20 + 9*q + i, Fail: 2 * i, NotApplicable: o, Unknown: i % 3}
				b.Tally(measure.TallyKey{Measure: id, Place: at}, tally)
				if strings.HasSuffix(id, "-considered") {
					b.Tally(measure.TallyKey{Measure: id, Place: at, Split: count.BasisSplit(record.ByAnswer)}, measure.Tally{Pass: 5})
					b.Tally(measure.TallyKey{Measure: id, Place: at, Split: count.BasisSplit(record.ByText)}, measure.Tally{Pass: tally.Pass - 5})
					b.Tally(measure.TallyKey{Measure: id, Place: at, Split: count.LabelSplit(record.ExplicitlyNot)}, measure.Tally{Fail: 1})
				}
				b.Count(measure.CellKey{Table: count.TableEthnicityStatus, Place: at, Row: "valid", Column: source}, 20+q)
				b.Count(measure.CellKey{Table: count.TableIMDStatus, Place: at, Row: "matched", Column: source}, 18+q)
				b.Count(measure.CellKey{Table: count.TableFramework, Place: at, Row: []string{"si", "psirf"}[o], Column: "missing"}, 10-q+o)
				b.Count(measure.CellKey{Table: count.TableTeam, Place: at, Row: "Ward " + string(rune('A'+i%3)), Column: count.TeamRecords}, 10)
				b.Count(measure.CellKey{Table: count.TableTeam, Place: at, Row: "Ward " + string(rune('A'+i%3)), Column: count.TeamEthnicity}, i%4)
			}
		}
	}
	at := measure.Place{Organisation: trusts[0], Period: quarters[0], Source: "pmrt"}
	b.Count(measure.CellKey{Table: count.TableIMDStatus, Place: at, Row: "no_fixed_abode", Column: "pmrt"}, 3)
	b.Count(measure.CellKey{Table: count.TableIMDStatus, Place: at, Row: "outside_england", Column: "pmrt"}, 7)
	b.Count(measure.CellKey{Table: count.TableIMDStatus, Place: at, Row: "not_found", Column: "pmrt"}, 2)
	b.Count(measure.CellKey{Table: count.TableLeft, Place: at, Row: "outside the period", Column: "pmrt"}, 4)
	for i, v := range []string{"A", "B", "C", "D"} {
		b.Count(measure.CellKey{Table: count.SpreadTable("pmrt/grade-before-birth"), Place: at, Row: v, Column: "records"}, 9-2*i)
		b.Count(measure.CellKey{Table: count.SpreadTable("pmrt/grade-mother-after"), Place: at, Row: v, Column: "records"}, 7-i)
	}
	b.Tally(measure.TallyKey{Measure: "pmrt/review-started", Place: at}, measure.Tally{Pass: 6, Fail: 1, NotApplicable: 3})
	b.Tally(measure.TallyKey{Measure: "pmrt/review-started", Place: at, Split: count.YearSplit("year7")}, measure.Tally{Pass: 6, Fail: 1, NotApplicable: 2})
	b.Tally(measure.TallyKey{Measure: "pmrt/review-started", Place: at, Split: count.YearSplit("year7") + " " + count.NotDue}, measure.Tally{NotApplicable: 2})
}

// fillCases gives every case the same cell in all tables of cases.
func fillCases(b *measure.Book) {
	groups := []struct {
		name string
		n    int
	}{{"White", 60}, {"Mixed", 5}, {"Asian", 31}, {"Black", 14}, {"Other", 3}, {cases.RowNotStated, 6}, {cases.RowNotKnown, 9}}
	harms := []string{"low", "none", "moderate", "low", "severe", "death", "missing"}
	classes := map[string]string{"low": "no or low harm", "none": "no or low harm", "moderate": "moderate harm", "severe": "severe harm or death", "death": "severe harm or death", "missing": "harm not known"}
	kinds := cases.Kinds()
	found := []string{count.ColumnEvidence, count.ColumnNoEvidence, count.ColumnNotAsked}
	for g, group := range groups {
		for i := range group.n {
			at := measure.Place{Organisation: trusts[i%2], Period: quarters[i%3]}
			imd, harm := []string{"1", "1", "2", "3", "2", "4", "5", "1", cases.ColumnNoIMD}[(i+g)%9], harms[(i*3+g)%7]
			add := func(table, row, column string) {
				b.Count(measure.CellKey{Table: table, Place: at, Row: row, Column: column}, 1)
			}
			add(count.TableEthnicityIMD, group.name, imd)
			add(count.TableEthnicityHarm, group.name, harm)
			add(count.TableEthnicityReport, group.name, classes[harm])
			add(count.TableEthnicityKind, group.name, kinds[i%len(kinds)])
			add(count.TableIMDHarm, imd, harm)
			add(count.TableEthnicityTheme, group.name, []string{"haemorrhage", "none", "preterm-birth"}[i%3])
			for d := range record.Dimensions() {
				add(count.TableConsidered+record.Dimensions()[d].String(), group.name, found[(i+d)%3])
			}
		}
	}
}

func fillPopulation(b *measure.Book) {
	for g, group := range []string{"White", "Mixed", "Asian", "Black", "Other", cases.RowNotStated} {
		for q := range 5 {
			b.Count(measure.CellKey{Table: count.TableBirths, Place: measure.Place{Organisation: trusts[q%2]}, Row: group, Column: fmt.Sprint(q + 1)}, 900/(g+1)-60*q/(g+1))
		}
		b.Count(measure.CellKey{Table: count.TableAttendees, Place: measure.Place{Organisation: trusts[0], Period: quarters[0]}, Row: group, Column: "attendees"}, 40/(g+1)-2)
	}
	for i, staff := range []string{"Midwives", "Obstetricians"} {
		at := measure.Place{Organisation: trusts[0], Period: quarters[1]}
		b.Tally(measure.TallyKey{Measure: "equity/training", Place: at}, measure.Tally{Pass: 80 - 50*i, Fail: 20})
		b.Tally(measure.TallyKey{Measure: "equity/training", Place: at, Split: count.StaffSplit(staff)}, measure.Tally{Pass: 80 - 50*i, Fail: 20})
	}
	b.Tally(measure.TallyKey{Measure: positiveEvents, Place: measure.Place{Organisation: trusts[1], Period: quarters[1]}}, measure.Tally{Pass: 3})
}

func sampleRelease(t *testing.T, f release.Facts, profile disclosure.Profile) *release.Release {
	t.Helper()
	r, err := release.New(context.Background(), f, profile)
	if err != nil {
		t.Fatal(err)
	}
	if !r.Report().Safe {
		t.Fatalf("the sample is not safe: %+v", r.Report())
	}
	return r
}

// dump writes a model as text: what a reader sees, without its looks. Long tables
// of reference are cut.
func dump(m layout.Model) string {
	var s strings.Builder
	fmt.Fprintf(&s, "%s, %s, %s [%s]\n", m.Title, m.Organisation, m.Period, m.Marking)
	for _, p := range m.Pages {
		fmt.Fprintf(&s, "\n# %s (%s, sheet %q)\n", p.Title, p.ID, p.Sheet)
		for _, l := range p.Lead {
			fmt.Fprintf(&s, "> %s\n", l)
		}
		for _, b := range p.Blocks {
			dumpBlock(&s, b)
		}
	}
	return s.String()
}

func dumpBlock(s *strings.Builder, b layout.Block) {
	switch b := b.(type) {
	case *layout.Text:
		fmt.Fprintf(s, "\n## %s\n%s\n", b.Heading, strings.Join(b.Paragraphs, "\n"))
	case *layout.Facts:
		fmt.Fprintf(s, "\n## %s\n", b.Heading)
		for _, f := range b.Rows {
			fmt.Fprintf(s, "%s: %s\n", f.Label, f.Value)
		}
	case *layout.Chart:
		fmt.Fprintf(s, "\n## chart %s: %s\n%s\n", b.ID, b.Title, b.Alt)
		for _, n := range b.Notes {
			fmt.Fprintf(s, "note: %s\n", n)
		}
	case *layout.Table:
		dumpTable(s, b)
	}
}

func dumpTable(s *strings.Builder, t *layout.Table) {
	var titles []string
	for _, c := range t.Columns {
		titles = append(titles, c.Title)
	}
	fmt.Fprintf(s, "\n## table %s: %s\n| %s\n", t.ID, t.Title, strings.Join(titles, " | "))
	for i, r := range t.Rows {
		if i == 2 && (t.ID == "measures" || t.ID == "rules" || t.ID == "themes") {
			fmt.Fprintf(s, "| ...\n")
			break
		}
		var cells []string
		for _, c := range r.Cells {
			cells = append(cells, c.Text)
		}
		fmt.Fprintf(s, "| %s\n", strings.Join(cells, " | "))
	}
	for _, n := range t.Notes {
		fmt.Fprintf(s, "note: %s\n", n)
	}
}

func TestPagesGolden(t *testing.T) {
	got := dump(Make(sampleRelease(t, sampleFacts(t), disclosure.LT5())))
	path := filepath.Join("testdata", "pages.txt")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("pages changed; look at the difference, then run with -update (-want +got):\n%s", diff)
	}
}

// without copies a book but for one table; "" leaves out everything.
func without(b *measure.Book, table string) *measure.Book {
	out := measure.NewBook()
	if table == "" {
		return out
	}
	for _, e := range b.Tallies() {
		out.Tally(e.TallyKey, e.Tally)
	}
	for _, e := range b.Cells() {
		if e.Table != table {
			out.Count(e.CellKey, e.Count)
		}
	}
	return out
}
