package layout

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

func TestRounded(t *testing.T) {
	for _, c := range []struct {
		v         float64
		places    int
		thousands bool
		want      string
	}{
		{0, 0, true, "0"}, {999, 0, true, "999"}, {1000, 0, true, "1,000"}, {1234567.5, 1, true, "1,234,567.5"}, {-1234, 0, true, "-1,234"}, {-123, 0, true, "-123"},
		{12.25, 1, false, "12.3"}, {2.675, 2, true, "2.68"}, {0.05, 1, true, "0.1"}, {-0.01, 1, true, "0.0"}, {1.005, 2, true, "1.01"}, {99.95, 1, true, "100.0"},
	} {
		if got := rounded(c.v, c.places, c.thousands); got != c.want {
			t.Errorf("%v to %d places reads %s, want %s", c.v, c.places, got, c.want)
		}
	}
}

func TestSheetNames(t *testing.T) {
	pages := []Page{{Sheet: "Summary"}, {Sheet: "summary"}, {Sheet: "a/b:c"}, {Sheet: "History"}, {Sheet: "'quoted'"}, {}, {Sheet: "   "}, {Title: "Only a title"},
		{Sheet: "Ethnicity by deprivation quintile and trust"}, {Sheet: "Ethnicity by deprivation quintile and team"}, {Sheet: strings.Repeat("🙂", 20)}}
	want := []string{"Summary", "summary (2)", "a-b-c", "History (2)", "quoted", "Page 6", "Page 7", "Only a title",
		"Ethnicity by deprivation…", "Ethnicity by deprivation… (2)", strings.Repeat("🙂", 15) + "…"}
	got := sheetNames(pages)
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("page %d is named %q, want %q", i, got[i], want[i])
		}
	}
}

func FuzzSheetNames(f *testing.F) {
	f.Add("Summary", "summary")
	f.Add(strings.Repeat("x", 40), strings.Repeat("x", 41))
	f.Add("'", "[]*?/\\:")
	f.Fuzz(func(t *testing.T, a, b string) {
		names := sheetNames([]Page{{Sheet: a}, {Sheet: b}, {Sheet: a}})
		seen := map[string]bool{}
		for _, n := range names {
			if n == "" || len(utf16.Encode([]rune(n))) > 31 || strings.ContainsAny(n, `:\/?*[]`) || strings.Trim(n, "'") != n || seen[strings.ToLower(n)] {
				t.Errorf("%q of %q and %q", names, a, b)
			}
			seen[strings.ToLower(n)] = true
		}
	})
}

func FuzzSplit(f *testing.F) {
	f.Add("some words to split", 7)
	f.Add("🙂🙂🙂", 2)
	f.Fuzz(func(t *testing.T, s string, limit int) {
		s, limit = clean(s), 2+abs(limit)%50
		pieces := split(s, limit)
		for _, p := range pieces {
			if len(utf16.Encode([]rune(p))) > limit {
				t.Errorf("a piece of %d units of at most %d", len(utf16.Encode([]rune(p))), limit)
			}
		}
		if strings.Join(pieces, "") != s {
			t.Error("the pieces do not make the text")
		}
	})
}

func abs(n int) int {
	if n < 0 {
		return -(n + 1)
	}
	return n
}

func TestShades(t *testing.T) {
	n := func(v float64) Cell { return Cell{Text: rounded(v, 0, true), Number: v, IsNum: true} }
	table := &Table{Heat: true, Columns: []Column{{Kind: Label}, {Kind: Count}, {Kind: Count}, {Title: "Total", Kind: Count}}, Rows: []Row{
		{Cells: []Cell{Say("a"), n(0), n(10), n(10)}}, {Cells: []Cell{Say("b"), {Text: "c", Tone: Hidden, Number: 4, IsNum: true}, n(1000), n(1000)}},
		{Total: true, Cells: []Cell{Say("Total"), n(4), n(1010), n(1014)}}}}
	got := table.shades()
	want := map[[2]int]int{{0, 2}: 3, {1, 2}: 6}
	if len(got) != len(want) {
		t.Errorf("%v, want %v", got, want)
	}
	for k, v := range want {
		if got[k] != v {
			t.Errorf("cell %v has shade %d, want %d", k, got[k], v)
		}
	}
}

func TestRuns(t *testing.T) {
	for _, c := range []struct {
		of   []int
		want [][2]int
	}{{nil, nil}, {[]int{4}, [][2]int{{4, 4}}}, {[]int{2, 3, 4, 6, 8, 9}, [][2]int{{2, 4}, {6, 6}, {8, 9}}}} {
		if got := runs(c.of); !slices.Equal(got, c.want) {
			t.Errorf("%v: %v, want %v", c.of, got, c.want)
		}
	}
}

func TestSplitPage(t *testing.T) {
	p := Page{Title: "T", Blocks: []Block{&Table{Rows: make([]Row, 7)}}}
	got := splitPage(p, 3)
	if len(got) != 3 {
		t.Fatalf("%d pages, want 3", len(got))
	}
	total := 0
	for _, q := range got {
		total += len(q.Blocks[0].(*Table).Rows)
	}
	if total != 7 {
		t.Errorf("%d rows, want 7", total)
	}
}
