package measure

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var (
	places = []Place{{"Larkfield", "2026/27-Q1", "steis"}, {"Larkfield", "2026/27-Q2", "datix"}, {"Brackenshire", "2026/27-Q1", "datix"}}
	rows   = Dimension{Name: "row", Values: []Value{{"a", "A"}, {"b", "B"}}}
	cols   = Dimension{Name: "col", Values: []Value{{"x", "X"}, {"y", "Y"}, {"z", "Z"}}}
)

// randomBook is a book of invented counts.
func randomBook(r *rand.Rand) *Book {
	b := NewBook()
	for range 40 {
		at := places[r.IntN(len(places))]
		b.Tally(TallyKey{Measure: []string{"m", "n"}[r.IntN(2)], Place: at, Split: []string{"", "basis=text"}[r.IntN(2)]}, Tally{r.IntN(9), r.IntN(9), r.IntN(3), r.IntN(3)})
		b.Count(CellKey{Table: []string{"t", "u"}[r.IntN(2)], Place: at, Row: []string{"a", "b"}[r.IntN(2)], Column: []string{"x", "y"}[r.IntN(2)]}, r.IntN(9))
	}
	return b
}

func TestAddingBooksIsExact(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		a, b, c := randomBook(r), randomBook(r), randomBook(r)
		sum := func(books ...*Book) *Book {
			out := NewBook()
			for _, x := range books {
				out.Add(x)
			}
			return out
		}
		left, right := sum(sum(a, b), c), sum(c, sum(b, a))
		if diff := cmp.Diff(left.Tallies(), right.Tallies()) + cmp.Diff(left.Cells(), right.Cells()); diff != "" {
			t.Fatalf("the order of adding matters:\n%s", diff)
		}
		for _, at := range append(places, Place{}, Place{Organisation: "Larkfield"}, Place{Source: "datix"}) {
			if got, want := left.Sum("m", at, ""), a.Sum("m", at, "").Plus(b.Sum("m", at, "")).Plus(c.Sum("m", at, "")); got != want {
				t.Fatalf("%+v: the sum of the books is %+v, of their sums %+v", at, got, want)
			}
		}
	}
}

func TestGridAddsUp(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 50 {
		g := randomBook(r).Grid("t", Place{}, rows, cols)
		byRow, byColumn := 0, 0
		for i := range g.Counts {
			sum := 0
			for _, n := range g.Counts[i] {
				sum += n
			}
			if sum != g.RowTotals[i] {
				t.Fatalf("row %d adds up to %d, its total is %d", i, sum, g.RowTotals[i])
			}
			byRow += g.RowTotals[i]
		}
		for _, n := range g.ColumnTotals {
			byColumn += n
		}
		if byRow != g.Total || byColumn != g.Total {
			t.Fatalf("rows add up to %d, columns to %d, the total is %d", byRow, byColumn, g.Total)
		}
		if h := g.WithoutEmptyColumns().WithoutEmptyRows(); h.Total != g.Total {
			t.Fatalf("dropping what is empty changed the total from %d to %d", g.Total, h.Total)
		}
	}
}

// TestGridLosesNothing holds that a value no dimension lists is shown at the end.
func TestGridLosesNothing(t *testing.T) {
	b := NewBook()
	b.Count(CellKey{Table: "t", Row: "b", Column: "x"}, 3)
	b.Count(CellKey{Table: "t", Row: "new", Column: "other"}, 4)
	b.Count(CellKey{Table: "t", Row: "elder", Column: "x"}, 1)
	g := b.Grid("t", Place{}, rows, cols)
	want := []Value{{"a", "A"}, {"b", "B"}, {"elder", "elder"}, {"new", "new"}}
	if diff := cmp.Diff(want, g.Rows.Values); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	if g.Total != 8 || g.Counts[3][3] != 4 {
		t.Errorf("total %d, counts %v", g.Total, g.Counts)
	}
	filled := g.WithoutEmptyRows("a")
	if len(filled.Rows.Values) != 4 || filled.Rows.Values[0].Key != "a" {
		t.Errorf("an empty row that was asked for is gone: %v", filled.Rows.Values)
	}
	if only := g.Where(func(row string) bool { return row == "b" }); only.Total != 3 || only.ColumnTotals[0] != 3 {
		t.Errorf("one row has total %d and columns %v", only.Total, only.ColumnTotals)
	}
}

func TestSplits(t *testing.T) {
	b := NewBook()
	for _, s := range []string{"", "staff=Midwives", "staff=Doctors", "staff=Midwives"} {
		b.Tally(TallyKey{Measure: "m", Split: s}, Tally{Pass: 1})
	}
	if diff := cmp.Diff([]string{"staff=Doctors", "staff=Midwives"}, b.Splits("m")); diff != "" {
		t.Error(diff)
	}
	if got := b.Sum("m", Place{}, ""); got.Pass != 1 {
		t.Errorf("the whole is %+v: its parts were added to it", got)
	}
}
