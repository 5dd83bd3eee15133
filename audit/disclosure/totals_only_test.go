package disclosure

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// knownLines is a pack of one table of which some rows and columns show their totals
// only, and those totals are known to everybody.
func knownLines(t Table, lines Lines) Pack {
	t.TotalsOnly = lines
	p := Pack{Tables: []Table{t}}
	counts := p.counts()
	rows, cols := Table{Name: t.Name + "-rows", Rows: lines.Rows, Whole: true}, Table{Name: t.Name + "-columns", Rows: lines.Cols, Whole: true}
	for _, l := range lines.Rows {
		rows.Counts = append(rows.Counts, []int{counts[Ref{t.Name, l, ""}]})
		p.Same = append(p.Same, Same{A: Ref{rows.Name, l, ""}, B: Ref{t.Name, l, ""}})
	}
	for _, l := range lines.Cols {
		cols.Counts = append(cols.Counts, []int{counts[Ref{t.Name, "", l}]})
		p.Same = append(p.Same, Same{A: Ref{cols.Name, l, ""}, B: Ref{t.Name, "", l}})
	}
	p.Tables = append(p.Tables, rows, cols)
	return p
}

func TestTotalsOnly(t *testing.T) {
	table := Table{Name: "t", Rows: []string{"a", "b", "not stated"}, Cols: []string{"x", "y", "z"},
		Counts: [][]int{{30, 21, 19}, {9, 12, 8}, {1, 1, 0}}}
	known := knownLines(table, Lines{Rows: []string{"not stated"}})
	plan := protect(t, known, LT5())
	if got := plan.At(Ref{"t", "not stated", ""}).Text; got != "2" {
		t.Errorf("the total is shown as %q, want 2", got)
	}
	for _, c := range table.Cols {
		if got := plan.At(Ref{"t", "not stated", c}); got.State != Absent || got.Text != "" {
			t.Errorf("%s is shown as %+v, want nothing", c, got)
		}
	}
	if use := plan.Derive(Ref{"t", "not stated", "x"}); use.Allowed {
		t.Error("a figure may be worked out from a count that is not printed")
	}
	if _, printed := plan.Form("t"); !printed {
		t.Error("the table is withdrawn, although the spread of two is not printed")
	}
	known.Tables[0].TotalsOnly = Lines{}
	if plan, _, err := Protect(context.Background(), known, LT5()); err == nil {
		if _, printed := plan.Form("t"); printed {
			t.Error("two small counts beside their known total are shown as protected")
		}
	}
}

// TestUnspreadCellsAreNoSmallSum holds that a line's total less what is printed of it
// does not tell of one, two or three cases in the cells that are not printed.
func TestUnspreadCellsAreNoSmallSum(t *testing.T) {
	for _, profile := range []Profile{LT5(), NHSE(), HES()} {
		for n := range runs(60, 600) {
			r := rand.New(rand.NewPCG(uint64(n), 5))
			table := randomTable(r, "t", 6, 5, 20+40*r.Float64())
			for i := range table.Rows {
				table.Counts[i][3], table.Counts[i][4] = r.IntN(3), r.IntN(2)
			}
			lines := Lines{Cols: []string{"c3", "c4"}}
			pack := knownLines(table, lines)
			plan := protect(t, pack, profile)
			if _, printed := plan.Form("t"); !printed {
				continue
			}
			for i, row := range table.Rows {
				left := table.Counts[i][3] + table.Counts[i][4]
				if low, high, told := leftOf(plan, row, table.Cols[:3]); told && profile.small(left) && low == high {
					t.Fatalf("%s, table %d, %s: the unprinted cells hold %d, which the line gives away", profile.Name, n, row, left)
				}
			}
		}
	}
}

// leftOf is what a reader with a pencil makes of the unprinted cells of a row.
func leftOf(plan Plan, row string, printed []string) (low, high int, told bool) {
	total := plan.At(Ref{"t", row, ""})
	if total.State.Hidden() {
		return 0, 0, false
	}
	low, high = plan.profile.behind(total.Number)
	for _, c := range printed {
		s := plan.At(Ref{"t", row, c})
		if s.State.Hidden() {
			return 0, 0, false
		}
		least, most := plan.profile.behind(s.Number)
		low, high = low-most, high-least
	}
	return max(low, 0), high, true
}

func TestAttackOnTotalsOnly(t *testing.T) {
	answers := 0
	for n := range runs(40, 2000) {
		r := rand.New(rand.NewPCG(uint64(n), 4))
		table := randomTable(r, "t", 7, 6, 8+40*r.Float64())
		for j := range table.Cols { // as few as a trust that codes well leaves
			table.Counts[5][j], table.Counts[6][j] = r.IntN(3)*r.IntN(2), r.IntN(3)
		}
		for i := range table.Rows {
			table.Counts[i][5] = r.IntN(2) * r.IntN(4)
		}
		pack := knownLines(table, Lines{Rows: []string{"r5", "r6"}, Cols: []string{"c5"}})
		plan := protect(t, pack, LT5())
		if _, printed := plan.Form("t"); !printed {
			continue
		}
		a := newAttacker(pack, plan)
		a.attack(t, fmt.Sprint("table ", n), 1)
		answers += a.answer
	}
	if answers < 500 {
		t.Errorf("only %d questions were answered", answers)
	}
}

func TestFaultsOfTotalsOnly(t *testing.T) {
	table := harm()
	table.TotalsOnly = Lines{Rows: []string{"c", "no such row"}, Cols: []string{"no such column"}}
	table.Coarser = []Grouping{{Rows: []Group{{"a", []string{"a"}}, {"others", []string{"b", "c"}}}}}
	_, _, err := Protect(context.Background(), Pack{Tables: []Table{table}}, LT5())
	for _, want := range []string{`no row of cells is called "no such row"`, `"c" shows its total only and cannot be merged`, `no column of cells is called "no such column"`} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the faults are %v, want %s", err, want)
		}
	}
}
