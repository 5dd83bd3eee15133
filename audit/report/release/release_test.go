package release

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/audit/cases"
	"siequity/audit/count"
	"siequity/audit/disclosure"
	"siequity/audit/measure"
	"siequity/audit/record"
	"siequity/audit/report/layout"
	"siequity/rules"
	"siequity/rules/codes"
)

// invented are facts of n random cases of several trusts and quarters: every case
// stands once in each table, as an audit counts it.
func invented(r *rand.Rand, n, trusts int) Facts {
	b := measure.NewBook()
	o := codes.Options{Grouping: codes.GroupingFive}
	groups := titles(EthnicityRows(o))
	for range n {
		at := measure.Place{Organisation: fmt.Sprintf("Trust %d", r.IntN(trusts)), Period: []string{"2026/27-Q1", "2026/27-Q2"}[r.IntN(2)]}
		group := groups[min(r.IntN(len(groups)), r.IntN(len(groups)))] // some groups are small
		countCase(b, at, r, group, key(IMDColumns(), r), key(HarmColumns(), r))
	}
	b.Count(measure.CellKey{Table: count.TableIMDStatus, Row: "no_fixed_abode", Column: "datix"}, 1+r.IntN(4))
	b.Count(measure.CellKey{Table: count.TableIMDStatus, Row: "matched", Column: "datix"}, 40)
	return Facts{Options: o, Grouping: o.Describe(), Book: b, Set: &rules.Set{}, Organisations: b.Organisations(), Periods: b.Periods(), Period: "all", AsOf: "2026-12-01"}
}

// countCase counts a case once in each table, as an audit does, of a random kind and
// with random findings.
func countCase(b *measure.Book, at measure.Place, r *rand.Rand, group, imd, harm string) {
	add := func(table, row, column string) {
		b.Count(measure.CellKey{Table: table, Place: at, Row: row, Column: column}, 1)
	}
	add(count.TableEthnicityIMD, group, imd)
	add(count.TableEthnicityHarm, group, harm)
	add(count.TableEthnicityReport, group, count.ReportingClass(harm))
	add(count.TableEthnicityKind, group, key(KindColumns(), r))
	add(count.TableIMDHarm, imd, harm)
	add(count.TableEthnicityTheme, group, "none")
	for _, d := range record.Dimensions() {
		add(count.TableConsidered+d.String(), group, key(ConsideredColumns(), r))
	}
}

func key(d measure.Dimension, r *rand.Rand) string { return d.Values[r.IntN(len(d.Values))].Key }

// TestShownReadsLikeOtherNumbers holds that a count that was looked at for
// disclosure is worded like every other, and a hidden one brings no number along.
func TestShownReadsLikeOtherNumbers(t *testing.T) {
	if got := Shown(disclosure.Shown{Text: "4500", Number: 4500, State: disclosure.Open}); got != Number(4500) {
		t.Errorf("shown as %+v, want %+v", got, Number(4500))
	}
	hidden := Shown(disclosure.Shown{Text: "[c]", State: disclosure.Primary})
	if hidden.IsNum || hidden.Text != "[c]" {
		t.Errorf("a hidden count is shown as %+v", hidden)
	}
}

// TestCodingTellsNothingMore holds that a small group cannot hide behind a line
// that the measures of coding give exactly: with one source and no links, "not
// stated" of the records is that of the cases.
func TestCodingTellsNothingMore(t *testing.T) {
	b := measure.NewBook()
	for group, counts := range map[string][2]int{"White": {20, 20}, "Mixed": {1, 1}, "Asian": {9, 11}, "Black": {4, 5}, cases.RowNotStated: {1, 2}} {
		for i, n := range counts {
			b.Count(measure.CellKey{Table: count.TableEthnicityIMD, Row: group, Column: IMDColumns().Values[i].Key}, n)
		}
	}
	b.Count(measure.CellKey{Table: count.TableEthnicityStatus, Row: "valid", Column: "datix"}, 71)
	b.Count(measure.CellKey{Table: count.TableEthnicityStatus, Row: "not_stated", Column: "datix"}, 3)
	o := codes.Options{Grouping: codes.GroupingFive}
	f := Facts{Options: o, Grouping: o.Describe(), Book: b, Set: &rules.Set{}, Sources: []string{"datix"}, Period: "all"}
	rel, err := New(context.Background(), f, disclosure.LT5())
	if err != nil {
		t.Fatal(err)
	}
	if !rel.Report().Safe {
		t.Errorf("the pack gives small counts away: %v", rel.Report())
	}
	hidden := 0
	for _, group := range []string{"White", "Mixed", "Asian", "Black", "Other"} {
		if rel.At(count.TableEthnicityIMD, group, "").State.Hidden() {
			hidden++
		}
	}
	if hidden == 1 {
		t.Error("one group alone is hidden, and the total less the others gives it")
	}
	if s := rel.At(count.TableEthnicityIMD, cases.RowNotStated, ""); s.State.Hidden() {
		t.Error("not stated is hidden though the page on coding says it, and may serve to hide another line")
	}
}

// TestFewCasesStillOpen holds that a pack of eight cases opens, and that nobody reads
// from it of which group its single cases are.
func TestFewCasesStillOpen(t *testing.T) {
	b := measure.NewBook()
	for group, n := range map[string]int{"White": 5, "Asian": 1, cases.RowNotStated: 1, cases.RowNotKnown: 1} {
		b.Count(measure.CellKey{Table: count.TableEthnicityIMD, Row: group, Column: IMDColumns().Values[0].Key}, n)
	}
	b.Count(measure.CellKey{Table: count.TableEthnicityStatus, Row: "valid", Column: "datix"}, 8)
	o := codes.Options{Grouping: codes.GroupingFive}
	f := Facts{Options: o, Grouping: o.Describe(), Book: b, Set: &rules.Set{}, Sources: []string{"datix"}, Period: "all"}
	rel, err := New(context.Background(), f, disclosure.LT5())
	if err != nil {
		t.Fatal(err)
	}
	if s := rel.At(count.TableEthnicityIMD, "Asian", ""); s.State == disclosure.Open || !rel.Report().Safe {
		t.Errorf("one case of a group is shown as %+v; report %+v", s, rel.Report())
	}
	if len(f.Notices) != 0 {
		t.Error("the facts given were changed")
	}
	if rel, err = New(context.Background(), f, disclosure.Panel()); err != nil {
		t.Fatal(err)
	}
	if s := rel.At(count.TableEthnicityIMD, "Asian", ""); s.Text != "1" {
		t.Errorf("the panel's own pack shows %q, want 1", s.Text)
	}
}

// TestRandomPacksAreSafe protects invented systems under every profile, and then
// subtracts as a reader with a pencil would.
func TestRandomPacksAreSafe(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for i := range 6 {
		f := invented(r, 60+r.IntN(400), 1+i%4)
		for _, profile := range []disclosure.Profile{disclosure.LT5(), disclosure.NHSE(), disclosure.HES()} {
			rel, err := New(context.Background(), f, profile)
			if err != nil {
				t.Fatalf("pack %d, %s: %v", i, profile.Name, err)
			}
			if !rel.Report().Safe {
				t.Fatalf("pack %d, %s: %+v", i, profile.Name, rel.Report())
			}
			if profile.Name == "lt5" {
				subtract(t, rel)
			}
		}
	}
}

// subtract looks for lines with one unknown number beside a total that is shown.
func subtract(t *testing.T, rel *Release) {
	t.Helper()
	for _, table := range rel.Tables() {
		rows, columns, printed := rel.Labels(table.Name)
		if !printed || table.OneWay || table.Multi {
			continue
		}
		for _, row := range append(rows, "") {
			hidden, unspread := 0, 0
			for _, c := range columns {
				switch s := rel.At(table.Name, row, c); {
				case s.State.Hidden():
					hidden++
				case s.State == disclosure.Absent && rel.At(table.Name, "", c).Number > 0:
					unspread++ // a line of few whose total alone is printed: a reader knows of none of its cells
				}
			}
			if hidden == 1 && unspread == 0 && !rel.At(table.Name, row, "").State.Hidden() {
				t.Errorf("%s, %q: the one hidden number is the total less the others", table.Name, row)
			}
		}
	}
	for _, row := range rows(rel, count.TableEthnicityIMD) { // the trusts against the system
		hidden := 0
		for _, o := range rel.Organisations {
			if rel.At(ByOrganisation, row, o).State.Hidden() {
				hidden++
			}
		}
		if hidden == 1 && !rel.At(count.TableEthnicityIMD, row, "").State.Hidden() {
			t.Errorf("%q: one trust's number is the system's less the others'", row)
		}
	}
}

func rows(rel *Release, table string) []string {
	out, _, _ := rel.Labels(table)
	return out
}

// TestOneCountOneText holds that a count shown on two pages reads the same.
func TestOneCountOneText(t *testing.T) {
	rel, err := New(context.Background(), invented(rand.New(rand.NewPCG(9, 10)), 300, 3), disclosure.LT5())
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range append(rows(rel, count.TableEthnicityIMD), "") {
		want := rel.At(count.TableEthnicityIMD, row, "").Text
		for _, table := range []string{count.TableEthnicityHarm, count.TableEthnicityKind, count.TableEthnicityReport, ByOrganisation, ByQuarter, count.TableConsidered + "culture"} {
			if got := rel.At(table, row, "").Text; got != want {
				t.Errorf("%q has %q in %s and %q by deprivation", row, got, table, want)
			}
		}
	}
	for _, o := range rel.Organisations {
		if got, want := rel.At(OrganisationTable(o), "White", "").Text, rel.At(ByOrganisation, "White", o).Text; got != want {
			t.Errorf("%s has %q White cases in its own table and %q beside the others", o, got, want)
		}
	}
}

func TestNumbersOfHiddenCells(t *testing.T) {
	f := invented(rand.New(rand.NewPCG(11, 12)), 200, 1)
	rel, err := New(context.Background(), f, disclosure.LT5())
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, row := range rows(rel, count.TableEthnicityIMD) {
		ref := disclosure.Ref{Table: count.TableEthnicityIMD, Row: row, Col: "1 (most deprived)"}
		if shown := rel.Plan().At(ref); shown.State.Hidden() {
			seen++
			if _, ok := rel.Numbers(ref, disclosure.Ref{Table: count.TableEthnicityIMD}); ok {
				t.Errorf("%s is hidden, and figures may be worked out from it", ref)
			}
		}
	}
	if seen == 0 {
		t.Skip("nothing was hidden in this column")
	}
}

// TestTableOfOtherCases holds that a table which does not count the same cases is
// left out: nobody could tell what it gives away beside the others.
func TestTableOfOtherCases(t *testing.T) {
	f := invented(rand.New(rand.NewPCG(13, 14)), 100, 1)
	f.Book.Count(measure.CellKey{Table: count.TableEthnicityKind, Row: "White", Column: cases.KindSI}, 1)
	rel, err := New(context.Background(), f, disclosure.LT5())
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := rel.Table(count.TableEthnicityKind); ok {
		t.Error("a table of one case more than the others is shown")
	}
	if rel.Grid(count.TableEthnicityKind) != nil {
		t.Error("it is laid out")
	}
}

func TestSixteenCategoriesFallBack(t *testing.T) {
	f := Facts{Options: codes.Options{Grouping: codes.GroupingSixteen}}
	groups := f.coarserRows()[0].Rows
	var labels []string
	for _, g := range groups {
		labels = append(labels, fmt.Sprintf("%s %d", g.Label, len(g.Of)))
	}
	want := []string{"White (all) 3", "Mixed (all) 4", "Asian (all) 4", "Black (all) 3", "Other (all) 2", "Not stated 1", "Not known or not valid 1"}
	if diff := cmp.Diff(want, labels); diff != "" {
		t.Errorf("coarser groups (-want +got):\n%s", diff)
	}
	if (Facts{Options: codes.Options{Grouping: codes.GroupingFive}}).coarserRows() != nil {
		t.Error("five groups have nothing coarser")
	}
}

func TestReferenceGroup(t *testing.T) {
	for _, c := range []struct {
		grouping     codes.Grouping
		chosen, want string
	}{
		{codes.GroupingFive, "", "White"}, {codes.GroupingFive, "Asian", "Asian"}, {codes.GroupingFive, "no such group", "White"},
		{codes.GroupingBAM, "", "All other groups"},
	} {
		f := Facts{Options: codes.Options{Grouping: c.grouping}, Reference: c.chosen}
		if got := f.ReferenceGroup(); got != c.want {
			t.Errorf("%s, chosen %q: %q, want %q", c.grouping, c.chosen, got, c.want)
		}
	}
	if got := (Facts{Options: codes.Options{Grouping: codes.GroupingSixteen}}).ReferenceGroup(); !strings.Contains(got, "British") {
		t.Errorf("of the sixteen categories %q is the reference", got)
	}
}

func TestIncompleteQuarters(t *testing.T) {
	f := Facts{Period: "2026-01-01..2026-08-31", AsOf: "2026-10-02, 2026-09-15"}
	for period, want := range map[string]bool{"2025/26-Q4": false, "2026/27-Q1": false, "2026/27-Q2": true, "2026/27-Q3": true, "": false} {
		if got := f.Incomplete(period); got != want {
			t.Errorf("%q: incomplete %v", period, got)
		}
	}
	f.Period = "all"
	if !f.Incomplete("2026/27-Q2") || f.Incomplete("2026/27-Q1") {
		t.Error("a quarter is incomplete until the first trust's export was made after it")
	}
}

func TestBirthsAlone(t *testing.T) {
	b := measure.NewBook()
	for _, k := range []struct {
		row, column string
		n           int
	}{{"White", "", 900}, {"Asian", "", 300}, {"", "1", 700}, {"", "5", 500}, {"", "", 1200}} {
		b.Count(measure.CellKey{Table: count.TableBirths, Row: k.row, Column: k.column}, k.n)
	}
	f := Facts{Options: codes.Options{Grouping: codes.GroupingFive}, Book: b, Set: &rules.Set{}}
	rel, err := New(context.Background(), f, disclosure.LT5())
	if err != nil {
		t.Fatal(err)
	}
	if got := rel.At(BirthsByGroup, "Asian", "").Text; got != "300" {
		t.Errorf("births of a group: %q", got)
	}
	if got := rel.At(BirthsByQuintile, "1 (most deprived)", "").Text; got != "700" {
		t.Errorf("births of a quintile: %q", got)
	}
}

func BenchmarkNew(b *testing.B) {
	f := invented(rand.New(rand.NewPCG(15, 16)), 400, 4)
	for b.Loop() {
		if _, err := New(context.Background(), f, disclosure.LT5()); err != nil {
			b.Fatal(err)
		}
	}
}

// TestNotesSayWhatTheTableShows holds that a legend is there for what stands in the
// table, and that exact totals are not called rounded.
func TestNotesSayWhatTheTableShows(t *testing.T) {
	numbers := func(cells ...layout.Cell) *layout.Table {
		return &layout.Table{Columns: []layout.Column{{Kind: layout.Count}, {Kind: layout.Count}}, Rows: []layout.Row{{Cells: cells}}}
	}
	hidden := func(s string) layout.Cell { return layout.Cell{Text: s, Tone: layout.Hidden} }
	for _, c := range []struct {
		profile disclosure.Profile
		table   *layout.Table
		want    []string
	}{
		{disclosure.LT5(), numbers(Number(13), Number(7)), nil},
		{disclosure.LT5(), numbers(Number(13), hidden("[c]")), []string{"[c]: hidden"}},
		{disclosure.HES(), numbers(Number(10), Number(15)), []string{"rounded numbers."}},
		{disclosure.HES(), numbers(Number(13), hidden("*")), []string{"*: hidden", "are exact."}},
		{disclosure.NHSE(), numbers(Number(13), Number(5)), []string{"are exact.", "5 also stands for a number from 1 to 7."}},
	} {
		rel, err := New(context.Background(), invented(rand.New(rand.NewPCG(15, 16)), 80, 1), c.profile)
		if err != nil {
			t.Fatal(err)
		}
		got := rel.SymbolNote(c.table)
		if len(got) != len(c.want) {
			t.Errorf("%s: the notes are %q, want %q", c.profile.Name, got, c.want)
			continue
		}
		for i, want := range c.want {
			if !strings.Contains(got[i], want) {
				t.Errorf("%s: the note is %q, want %q", c.profile.Name, got[i], want)
			}
		}
	}
}
