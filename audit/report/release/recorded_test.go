package release

import (
	"context"
	"math/rand/v2"
	"testing"

	"siequity/audit/cases"
	"siequity/audit/count"
	"siequity/audit/disclosure"
	"siequity/audit/measure"
	"siequity/rules"
	"siequity/rules/codes"
)

// shares are how often each value of a table comes, in parts of a hundred.
type shares []int

func (s shares) draw(r *rand.Rand) int {
	x := r.IntN(100)
	for i, part := range s {
		if x -= part; x < 0 {
			return i
		}
	}
	return 0
}

// wellCoded are facts of one trust's quarter: n cases of which about three in a
// hundred have no ethnic group.
func wellCoded(r *rand.Rand, n int) Facts {
	b, at := measure.NewBook(), measure.Place{Organisation: "Trust", Period: "2026/27-Q1"}
	groups := []string{"White", "Asian", "Black", "Other", "Mixed", cases.RowNotKnown, cases.RowNotStated}
	for range n {
		group := groups[shares{61, 20, 8, 4, 4, 2, 1}.draw(r)]
		imd := IMDColumns().Values[shares{35, 25, 20, 12, 8}.draw(r)].Key
		harm := HarmColumns().Values[shares{4, 6, 10, 30, 50}.draw(r)].Key
		countCase(b, at, r, group, imd, harm)
	}
	o := codes.Options{Grouping: codes.GroupingFive}
	return Facts{Options: o, Grouping: o.Describe(), Book: b, Set: &rules.Set{}, Organisations: b.Organisations(), Periods: b.Periods(), Period: "all"}
}

// TestWellCodedTrustKeepsItsTables holds that a trust does not lose its tables for
// recording nearly all: nine in ten tables could not be shown when the spread of a
// line of few was protected cell by cell.
func TestWellCodedTrustKeepsItsTables(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	all, lost := 0, 0
	for range 6 {
		rel, err := New(context.Background(), wellCoded(r, 200), disclosure.LT5())
		if err != nil {
			t.Fatal(err)
		}
		subtract(t, rel)
		for _, table := range rel.Tables() {
			if _, _, printed := rel.Labels(table.Name); table.Of == "cases" {
				all++
				if !printed {
					lost++
				}
			}
		}
	}
	if all < 50 || lost > all/4 {
		t.Errorf("%d of %d tables cannot be shown", lost, all)
	}
}

// TestCasesWithoutGroupAreCounted holds that their number is shown whatever it is,
// and how few of them spread is not, but for the panel's own eyes.
func TestCasesWithoutGroupAreCounted(t *testing.T) {
	f := wellCoded(rand.New(rand.NewPCG(5, 6)), 200)
	quintile := IMDColumns().Values[0].Title
	for _, profile := range []disclosure.Profile{disclosure.LT5(), disclosure.NHSE(), disclosure.HES(), disclosure.Panel()} {
		rel, err := New(context.Background(), f, profile)
		if err != nil {
			t.Fatal(err)
		}
		if got := rel.At(count.TableEthnicityIMD, cases.RowNotKnown, ""); got.State != disclosure.Open || got.Number == 0 {
			t.Errorf("%s: their number is shown as %+v", profile.Name, got)
		}
		spread := rel.At(count.TableEthnicityIMD, cases.RowNotKnown, quintile).State
		if own := profile.Name == "panel"; own != (spread == disclosure.Open) || !own && spread != disclosure.Absent {
			t.Errorf("%s: their spread has state %v", profile.Name, spread)
		}
	}
}

// TestNoDeprivationKnown holds that a trust whose export says nothing of deprivation
// keeps its tables: in the one column left, how cases without a group spread is no
// more than their number.
func TestNoDeprivationKnown(t *testing.T) {
	for _, n := range []int{12, 30, 200} {
		f := wellCoded(rand.New(rand.NewPCG(uint64(n), 10)), n)
		f.Book.Count(measure.CellKey{Table: count.TableEthnicityIMD, Row: cases.RowNotStated, Column: "1"}, 1)
		b := measure.NewBook()
		for _, e := range f.Book.Cells() {
			if e.Table == count.TableEthnicityIMD {
				e.Column = cases.ColumnNoIMD
			}
			if e.Table == count.TableEthnicityIMD || e.Table == count.TableEthnicityStatus {
				b.Count(e.CellKey, e.Count)
			}
		}
		f.Book = b
		rel, err := New(context.Background(), f, disclosure.LT5())
		if err != nil {
			t.Fatal(err)
		}
		if len(rel.Notices) > 0 {
			t.Errorf("%d cases: %q", n, rel.Notices)
		}
		if _, _, printed := rel.Labels(count.TableEthnicityIMD); !printed && n > 12 {
			t.Errorf("the table of %d cases is withdrawn", n)
		}
	}
}

// TestRecordedTotalsAreKnown holds that no group hides behind a number which the
// measures give exactly: with three of three hundred cases without a decile, and that
// said on another page, two groups of them would be 1 or 2 each.
func TestRecordedTotalsAreKnown(t *testing.T) {
	f := wellCoded(rand.New(rand.NewPCG(21, 22)), 300)
	for i, group := range []string{"White", "White", "Black"} {
		at := measure.Place{Organisation: "Trust", Period: "2026/27-Q1"}
		countCase(f.Book, at, rand.New(rand.NewPCG(23, uint64(i))), group, cases.ColumnNoIMD, "missing")
	}
	rel, err := New(context.Background(), f, disclosure.LT5())
	if err != nil {
		t.Fatal(err)
	}
	if !rel.Report().Safe {
		t.Errorf("the pack gives small counts away: %+v", rel.Report())
	}
	for _, c := range []struct{ table, column string }{{count.TableEthnicityIMD, "Not known"}, {count.TableEthnicityHarm, "Not recorded"}, {count.TableEthnicityReport, "Harm not known"}} {
		if _, _, printed := rel.Labels(c.table); !printed {
			continue
		}
		if s := rel.At(c.table, "", c.column); s.Text != "3" {
			t.Errorf("%s, %s: the total is shown as %q, and other pages say 3", c.table, c.column, s.Text)
		}
		if s := rel.At(c.table, "Black", c.column); s.State != disclosure.Absent {
			t.Errorf("%s, %s: their spread is shown as %q", c.table, c.column, s.Text)
		}
	}
}

// TestManyWithoutGroupAreSpread holds that a line long enough to protect itself is
// printed like those of the groups: panels look there for who is not asked.
func TestManyWithoutGroupAreSpread(t *testing.T) {
	f := wellCoded(rand.New(rand.NewPCG(7, 8)), 200)
	for table, column := range map[string]string{count.TableEthnicityIMD: "1", count.TableEthnicityHarm: "low",
		count.TableEthnicityReport: count.ReportingClass("low"), count.TableEthnicityKind: cases.KindSI} {
		f.Book.Count(measure.CellKey{Table: table, Row: cases.RowNotKnown, Column: column}, 60)
	}
	rel, err := New(context.Background(), f, disclosure.LT5())
	if err != nil {
		t.Fatal(err)
	}
	if s := rel.At(count.TableEthnicityIMD, cases.RowNotKnown, IMDColumns().Values[0].Title); s.State == disclosure.Absent {
		t.Error("the spread of more than sixty cases is not printed")
	}
}
