package disclosure

import (
	"context"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// harm is a small table with two small counts.
func harm() Table {
	return Table{
		Name: "harm", Rows: []string{"a", "b", "c"}, Cols: []string{"x", "y", "z"},
		Counts: [][]int{{3, 12, 20}, {15, 8, 9}, {30, 11, 2}},
	}
}

// grid is what a plan prints of a two-way table, line by line.
func grid(plan Plan, t Table) []string {
	var out []string
	form, _ := plan.Form(t.Name)
	for _, row := range append(form.Rows, Group{}) {
		var line []string
		for _, col := range append(form.Cols, Group{}) {
			line = append(line, plan.At(Ref{t.Name, row.Label, col.Label}).Text)
		}
		out = append(out, strings.Join(line, " "))
	}
	return out
}

func TestProfiles(t *testing.T) {
	tests := map[string][]string{
		"panel": {"3 12 20 35", "15 8 9 32", "30 11 2 43", "48 31 31 110"},
		"lt5":   {"[c] [c] 20 35", "[c] 8 [c] 32", "30 [c] [c] 43", "48 31 31 110"},
		"nhse":  {"5 10 20 35", "15 10 * 30", "30 10 5 45", "50 30 30 110"},
		"hes":   {"* 10 20 35", "15 10 * 30", "30 10 * 45", "50 30 30 110"},
	}
	for name, want := range tests {
		profile, err := ProfileNamed(name)
		if err != nil {
			t.Fatal(err)
		}
		plan := protect(t, Pack{Tables: []Table{harm()}}, profile)
		if diff := cmp.Diff(want, grid(plan, harm())); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	if _, err := ProfileNamed("none"); err == nil || !strings.Contains(err.Error(), "panel, lt5, nhse, hes") {
		t.Errorf("an unknown profile gave %v", err)
	}
}

func TestDisplayAndWhatIsBehindIt(t *testing.T) {
	for _, p := range []Profile{LT5(), NHSE(), HES()} {
		for n := range 200 {
			if p.Display(n) == p.Symbol {
				continue
			}
			if low, high := p.behind(p.Number(n)); n < low || n > high {
				t.Errorf("%s shows %d as %d, read as %d to %d", p.Name, n, p.Number(n), low, high)
			}
		}
	}
}

func TestProfileFaults(t *testing.T) {
	tests := map[string]func(*Profile){
		"hides nothing": func(p *Profile) { p.Threshold = 1 },
		"no symbol":     func(p *Profile) { p.Symbol = "" },
		"to nought":     func(p *Profile) { p.Base = 100 },
		"is not small":  func(p *Profile) { p.SmallAs = 9 },
		"no threshold":  func(p *Profile) { p.Threshold, p.Base = 0, 5 },
	}
	for want, change := range tests {
		p := LT5()
		change(&p)
		_, _, err := Protect(context.Background(), Pack{Tables: []Table{harm()}}, p)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want %q, got %v", want, err)
		}
	}
}

func TestSharedTotalIsOneCount(t *testing.T) {
	imd := Table{
		Name: "imd", Rows: []string{"a", "b", "c"}, Cols: []string{"1", "2"},
		Counts: [][]int{{34, 1}, {20, 12}, {21, 22}},
	}
	pack := Pack{Tables: []Table{harm(), imd}}
	for _, row := range []string{"a", "b", "c", ""} {
		pack.Same = append(pack.Same, Same{Ref{Table: "harm", Row: row}, Ref{Table: "imd", Row: row}})
	}
	plan := protect(t, pack, LT5())
	for _, s := range pack.Same {
		if diff := cmp.Diff(plan.At(s.A), plan.At(s.B)); diff != "" {
			t.Errorf("%s and %s differ: %s", s.A, s.B, diff)
		}
	}
}

// TestQuartersOfAYear hides a quarter of which the half year and the year to
// date would otherwise tell.
func TestQuartersOfAYear(t *testing.T) {
	one := func(name string, n int) Table {
		return Table{Name: name, Rows: []string{"asian", "white"}, Counts: [][]int{{n}, {100 + n}}}
	}
	pack := Pack{Tables: []Table{one("q1", 3), one("q2", 9), one("half", 12), one("q3", 8), one("q4", 11), one("year", 31)}}
	pack.Tables[2].Counts[1][0], pack.Tables[5].Counts[1][0] = 212, 431
	for _, row := range []string{"asian", "white", ""} {
		at := func(t string) Ref { return Ref{Table: t, Row: row} }
		pack.Sums = append(pack.Sums,
			Sum{at("half"), []Ref{at("q1"), at("q2")}},
			Sum{at("year"), []Ref{at("half"), at("q3"), at("q4")}})
	}
	plan := protect(t, pack, LT5())
	hidden := 0
	for _, table := range pack.Tables {
		if plan.At(Ref{Table: table.Name, Row: "asian"}).State.Hidden() {
			hidden++
		}
	}
	if hidden < 2 {
		t.Errorf("%d of the asian counts are hidden, which tells the first quarter", hidden)
	}
}

func TestComplement(t *testing.T) {
	pack := func(events int, group bool) Pack {
		deaths := Table{Name: "deaths", Rows: []string{"a", "b", "c"}, Counts: [][]int{{events}, {20}, {30}}}
		women := Table{Name: "women", Rows: []string{"a", "b", "c"}, Counts: [][]int{{20}, {60}, {70}}}
		return Pack{Tables: []Table{deaths, women}, Complements: []Complement{
			{Ref{Table: "deaths", Row: "a"}, Ref{Table: "women", Row: "a"}, group},
		}}
	}
	tests := []struct {
		name   string
		events int
		group  bool
		hidden bool
	}{
		{"many did not", 12, false, false},
		{"two did not", 18, false, true},
		{"everybody, which tells nothing", 20, false, false},
		{"everybody, which tells of each", 20, true, true},
	}
	for _, tt := range tests {
		plan := protect(t, pack(tt.events, tt.group), LT5())
		hidden := plan.At(Ref{Table: "deaths", Row: "a"}).State.Hidden() || plan.At(Ref{Table: "women", Row: "a"}).State.Hidden()
		if hidden != tt.hidden {
			t.Errorf("%s: hidden %v", tt.name, hidden)
		}
	}
}

// TestPersonWhoKnowsTheirOwnCount has two small counts in a line, one of them
// a single person.
func TestPersonWhoKnowsTheirOwnCount(t *testing.T) {
	table := Table{Name: "t", Rows: []string{"a", "b", "c", "d"}, Counts: [][]int{{1}, {4}, {9}, {30}}}
	plan := protect(t, Pack{Tables: []Table{table}}, LT5())
	if s := plan.At(Ref{Table: "t", Row: "c"}); !s.State.Hidden() {
		t.Errorf("the third count reads %q", s.Text)
	}
}

func TestWholeTrustStaysExact(t *testing.T) {
	whole := Table{Name: "process", Rows: []string{"reviewed", "not"}, Counts: [][]int{{108}, {2}}, Whole: true}
	pack := Pack{Tables: []Table{harm(), whole}, Same: []Same{{Ref{Table: "harm"}, Ref{Table: "process"}}}}
	plan := protect(t, pack, HES())
	for r, want := range map[Ref]string{
		{Table: "process", Row: "not"}: "2", {Table: "process"}: "110", {Table: "harm"}: "110",
	} {
		if s := plan.At(r); s.Text != want || s.State != Open {
			t.Errorf("%s reads %q, %v", r, s.Text, s.State)
		}
	}
}

func TestTableThatNothingProtectsIsWithdrawn(t *testing.T) {
	deaths := Table{Name: "deaths", Rows: []string{"a", "b", "c"}, Counts: [][]int{{1}, {1}, {0}}}
	whole := Table{Name: "process", Rows: []string{"deaths"}, Counts: [][]int{{2}}, Whole: true}
	pack := Pack{
		Tables: []Table{harm(), deaths, whole},
		Same:   []Same{{Ref{Table: "deaths"}, Ref{Table: "process"}}},
	}
	plan := protect(t, pack, LT5())
	if _, printed := plan.Form("deaths"); printed {
		t.Error("the table is printed")
	}
	if s := plan.At(Ref{Table: "deaths", Row: "c"}); s.State != Absent {
		t.Errorf("a count of it reads %q", s.Text)
	}
	if sum := plan.Summary(); !sum.Tables[1].Withdrawn || sum.Tables[0].Withdrawn {
		t.Errorf("summary %+v", sum)
	}
}

func TestMergesBeforeHidingTooMuch(t *testing.T) {
	table := Table{
		Name: "t", Rows: []string{"a", "b", "c", "d"}, Cols: []string{"x", "y"},
		Counts: [][]int{{3, 2}, {4, 3}, {2, 4}, {60, 70}},
		Coarser: []Grouping{{Rows: []Group{
			{"others", []string{"a", "b", "c"}}, {"d", []string{"d"}},
		}}},
	}
	profile := LT5()
	profile.CollapseOver = 0.3
	plan := protect(t, Pack{Tables: []Table{table}}, profile)
	if diff := cmp.Diff([]string{"9 9 18", "60 70 130", "69 79 148"}, grid(plan, table)); diff != "" {
		t.Error(diff)
	}
	if s := plan.At(Ref{"t", "a", "x"}); s.State != Absent {
		t.Errorf("a merged category reads %q", s.Text)
	}
}

func TestFaultsComeTogether(t *testing.T) {
	table := harm()
	table.Counts[1][1] = -1
	table.Rows[2] = "a"
	_, _, err := Protect(context.Background(), Pack{Tables: []Table{table, {}}}, LT5())
	if err == nil {
		t.Fatal("no fault")
	}
	for _, want := range []string{`"a" comes twice`, "harm / b / y: -1", "no name"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q is missing in %v", want, err)
		}
	}
	pack := Pack{
		Tables: []Table{harm()},
		Sums:   []Sum{{Ref{"harm", "a", "x"}, []Ref{{"harm", "b", "x"}}}, {Ref{Table: "none"}, nil}},
		Same:   []Same{{Ref{"harm", "a", "x"}, Ref{"harm", "a", "y"}}},
	}
	_, _, err = Protect(context.Background(), pack, LT5())
	for _, want := range []string{"do not add up", "no table of the pack holds none", "differ"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q is missing in %v", want, err)
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err := Protect(ctx, Pack{Tables: []Table{harm()}}, LT5()); !errors.Is(err, ErrUnsafe) || !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// TestSameChoiceEveryTime: a choice that changed from run to run would tell by
// comparison.
func TestSameChoiceEveryTime(t *testing.T) {
	pack := stackedPack(rand.New(rand.NewPCG(9, 9)), "m", 3, 6, 5, 8)
	for _, p := range []Profile{LT5(), HES(), NHSE()} {
		first := protect(t, pack, p)
		for range 3 {
			if diff := cmp.Diff(first.shown, protect(t, pack, p).shown); diff != "" {
				t.Errorf("%s: %s", p.Name, diff)
			}
		}
	}
}

// TestLossAgainstOptimum measures the places hidden against the fewest that a
// bare criterion asks for.
func TestLossAgainstOptimum(t *testing.T) {
	hidden, fewest, compared := 0, 0, 0
	for n := range runs(40, 600) {
		r := rand.New(rand.NewPCG(uint64(n), 4))
		table := randomTable(r, "t", 8, 6, 5+40*r.Float64())
		best, err := Criterion{Threshold: 5, Lower: 1, Totals: true}.Fewest(context.Background(), table.Counts)
		if err != nil {
			continue
		}
		sum := protect(t, Pack{Tables: []Table{table}}, LT5()).Summary()
		hidden, fewest, compared = hidden+sum.Hidden, fewest+best.Small+best.Count, compared+1
	}
	if ratio := float64(hidden) / float64(fewest); ratio > 1.15 || compared < 20 {
		t.Errorf("hides %.3f of the optimum on %d tables", ratio, compared)
	} else {
		t.Logf("hides %.3f of the optimum on %d tables", ratio, compared)
	}
}
