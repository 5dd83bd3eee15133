package codes

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// column spreads n rows over the values 1 to top.
func column(top, n int) map[string]int {
	counts := map[string]int{}
	for i := 0; i < n; i++ {
		counts[strconv.Itoa(i%top+1)]++
	}
	return counts
}

func with(counts map[string]int, more ...string) map[string]int {
	for _, m := range more {
		counts[m]++
	}
	return counts
}

func TestReadIMDColumn(t *testing.T) {
	tests := []struct {
		name      string
		counts    map[string]int
		o         IMDOptions
		kind      IMDKind
		direction IMDDirection
		assumed   bool
		usable    bool
	}{
		{"plain deciles", column(10, 50), IMDOptions{}, IMDDecile, OneIsMostDeprived, true, true},
		{"deciles with a stray 11", with(column(10, 100), "11", "0"), IMDOptions{}, IMDDecile, OneIsMostDeprived, true, true},
		{"short column of 1 to 5", column(5, 20), IMDOptions{}, IMDUnknown, OneIsMostDeprived, true, false},
		{"long column of 1 to 5", column(5, 60), IMDOptions{}, IMDQuintile, OneIsMostDeprived, true, true},
		{"short column, kind stated", column(5, 20), IMDOptions{Kind: IMDDecile}, IMDDecile, OneIsMostDeprived, true, true},
		{"short column, heading says", column(4, 9), IMDOptions{Heading: "IMD Decile"}, IMDDecile, OneIsMostDeprived, true, true},
		{"heading in one word", column(5, 9), IMDOptions{Heading: "IMDDecile"}, IMDDecile, OneIsMostDeprived, true, true},
		{"heading with rank and decile", column(10, 9), IMDOptions{Heading: "Rank_IMD_Decile_2015"}, IMDDecile, OneIsMostDeprived, true, true},
		{"heading says direction", column(5, 40), IMDOptions{Heading: "IMD Quintile (1 = most deprived)"}, IMDQuintile, OneIsMostDeprived, false, true},
		{"heading inverts", column(5, 40), IMDOptions{Heading: "IMD quintile, 5 is most deprived"}, IMDQuintile, OneIsLeastDeprived, false, true},
		{"ends labelled", with(column(10, 30), "1 - most deprived", "10 - least deprived"), IMDOptions{}, IMDDecile, OneIsMostDeprived, false, true},
		{"inverted quintile", with(column(5, 9), "5 (most deprived)"), IMDOptions{}, IMDQuintile, OneIsLeastDeprived, false, true},
		{"inverted, underscores", with(column(4, 9), "5_most_deprived"), IMDOptions{}, IMDQuintile, OneIsLeastDeprived, false, true},
		{"1 is least", with(column(5, 40), "1 - least deprived"), IMDOptions{}, IMDQuintile, OneIsLeastDeprived, false, true},
		{"two directions", map[string]int{"Quintile 1 - Most Deprived": 3, "Quintile 5 (most deprived)": 1}, IMDOptions{}, IMDQuintile, DirectionUnknown, false, false},
		{"deciles and quintiles", map[string]int{"Decile 3": 3, "Quintile 2": 1}, IMDOptions{}, IMDUnknown, OneIsMostDeprived, true, false},
		{"percentage bands", map[string]int{"More deprived 10-20%": 3, "Least deprived 10%": 1}, IMDOptions{}, IMDDecile, OneIsMostDeprived, false, true},
		{"scores", map[string]int{"23.412": 3, "8.1": 9}, IMDOptions{}, IMDScore, OneIsMostDeprived, false, false},
		{"ranks", map[string]int{"23412": 3, "811": 9, "32844": 1}, IMDOptions{}, IMDRank, OneIsMostDeprived, true, true},
		{"prefixed", map[string]int{"Q1": 3, "Q5": 9}, IMDOptions{}, IMDQuintile, OneIsMostDeprived, true, true},
		{"words only", map[string]int{"Most deprived": 3, "Least deprived": 1}, IMDOptions{}, IMDUnknown, OneIsMostDeprived, false, false},
		{"a flag, not a value", map[string]int{"Core20": 3}, IMDOptions{}, IMDUnknown, OneIsMostDeprived, false, false},
		{"only missing", map[string]int{"": 3, "Unknown": 9}, IMDOptions{}, IMDUnknown, OneIsMostDeprived, false, false},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			got := ReadIMDColumn(tc.counts, tc.o)
			have := fmt.Sprint(got.Kind, "|", got.Direction, "|", got.Assumed, "|", got.Usable())
			want := fmt.Sprint(tc.kind, "|", tc.direction, "|", tc.assumed, "|", tc.usable)
			if have != want {
				t.Errorf("got %s, want %s (%s %v %v)", have, want, got.Why, got.Ask, got.Faults)
			}
			if !got.Usable() && len(got.Ask)+len(got.Faults) == 0 && tc.name != "only missing" {
				t.Error("unusable, and nothing says why")
			}
		})
	}
}

func TestIMDValues(t *testing.T) {
	deciles := IMDColumn{Kind: IMDDecile, Direction: OneIsMostDeprived}
	quintiles := IMDColumn{Kind: IMDQuintile, Direction: OneIsMostDeprived}
	inverted := IMDColumn{Kind: IMDQuintile, Direction: OneIsLeastDeprived}
	ranks := IMDColumn{Kind: IMDRank, Direction: OneIsMostDeprived, areas: 32844}
	tests := []struct {
		raw    string
		column IMDColumn
		want   string // status decile quintile rank
	}{
		{"1", deciles, "value_given 1 1 0"}, {"10", deciles, "value_given 10 5 0"}, {"07", deciles, "value_given 7 4 0"},
		{"3.0", deciles, "value_given 3 2 0"}, {" 4 ", deciles, "value_given 4 2 0"}, {"Decile 5", deciles, "value_given 5 3 0"},
		{"1 - most deprived", deciles, "value_given 1 1 0"}, {"10 - Least deprived", deciles, "value_given 10 5 0"},
		{"decile_2", deciles, "value_given 2 1 0"}, {"3rd decile", deciles, "value_given 3 2 0"}, {"7/10", deciles, "value_given 7 4 0"},
		{"Most deprived 10%", deciles, "value_given 1 1 0"}, {"More deprived 10-20%", deciles, "value_given 2 1 0"},
		{"More deprived 40-50%", deciles, "value_given 5 3 0"}, {"Less deprived 40-50%", deciles, "value_given 6 3 0"},
		{"Less deprived 10-20%", deciles, "value_given 9 5 0"}, {"Least deprived 10%", deciles, "value_given 10 5 0"},
		{"0", deciles, "invalid 0 0 0"}, {"11", deciles, "invalid 0 0 0"}, {"2.5", deciles, "invalid 0 0 0"}, {"LS1 4JL", deciles, "invalid 0 0 0"},
		{"", deciles, "missing 0 0 0"}, {"-1", deciles, "missing 0 0 0"}, {"Unknown", deciles, "missing 0 0 0"}, {"#REF!", deciles, "missing 0 0 0"},
		{"#N/A", deciles, "missing 0 0 0"}, {"Missing_Unknown", deciles, "missing 0 0 0"}, {"-", deciles, "missing 0 0 0"},
		{"Data missing or out of range", deciles, "missing 0 0 0"},
		{"1", quintiles, "value_given 0 1 0"}, {"6", quintiles, "invalid 0 0 0"}, {"Quintile 1 - Most Deprived", quintiles, "value_given 0 1 0"},
		{"1 (most deprived)", quintiles, "value_given 0 1 0"}, {"Least deprived quintile", quintiles, "value_given 0 5 0"},
		{"2nd most deprived quintile", quintiles, "value_given 0 2 0"}, {"2nd least deprived quintile", quintiles, "value_given 0 4 0"},
		{"5th quintile (most deprived)", inverted, "value_given 0 1 0"}, {"0 to 10%", deciles, "invalid 0 0 0"}, {"Core20", deciles, "invalid 0 0 0"},
		{"Most deprived 20%", quintiles, "value_given 0 1 0"},
		{"5", inverted, "value_given 0 1 0"}, {"1", inverted, "value_given 0 5 0"}, {"5_most_deprived", inverted, "value_given 0 1 0"},
		{"1", ranks, "value_given 1 1 1"}, {"32844", ranks, "value_given 10 5 32844"}, {"3284", ranks, "value_given 1 1 3284"},
		{"3285", ranks, "value_given 2 1 3285"}, {"12,345", ranks, "value_given 4 2 12345"}, {"32845", ranks, "invalid 0 0 0"},
	}
	for _, tc := range tests {
		v := tc.column.Read(tc.raw)
		if got := fmt.Sprint(v.Status, v.Decile, " ", v.Quintile, " ", v.Rank); strings.ReplaceAll(got, "  ", " ") != tc.want && fmt.Sprintf("%s %d %d %d", v.Status, v.Decile, v.Quintile, v.Rank) != tc.want {
			t.Errorf("%q in %s: %s %d %d %d (%s), want %s", tc.raw, tc.column.Kind, v.Status, v.Decile, v.Quintile, v.Rank, v.Why, tc.want)
		}
	}
}

func TestDecileBoundaries(t *testing.T) {
	got := []int{Decile(0, 32844), Decile(1, 32844), Decile(3284, 32844), Decile(3285, 32844), Decile(32844, 32844), Decile(32845, 32844),
		Decile(3375, 33755), Decile(3376, 33755), Quintile(1), Quintile(2), Quintile(3), Quintile(10), Quintile(11), Quintile(0)}
	want := []int{0, 1, 1, 2, 10, 0, 1, 2, 1, 1, 2, 5, 0, 0}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestPublishedDeciles holds the formula against every published rank and decile, where the files are at hand.
func TestPublishedDeciles(t *testing.T) {
	dir := os.Getenv("SIEQUITY_DATA")
	if dir == "" {
		t.Skip("SIEQUITY_DATA is not set")
	}
	for _, name := range []string{"imd2015_lsoa11.csv", "imd2019_lsoa11.csv", "imd2025_lsoa21.csv"} {
		f, err := os.Open(filepath.Join(dir, "imd", name))
		if err != nil {
			t.Skip(err)
		}
		rows, err := csv.NewReader(f).ReadAll()
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		rank, decile := -1, -1
		for i, h := range rows[0] {
			h = strings.ToLower(h)
			if rank < 0 && strings.Contains(h, "rank") {
				rank = i
			}
			if decile < 0 && strings.Contains(h, "decile") {
				decile = i
			}
		}
		if rank < 0 || decile < 0 {
			t.Fatalf("%s: no rank and decile among %v", name, rows[0])
		}
		for _, row := range rows[1:] {
			r, _ := strconv.Atoi(row[rank])
			if d := strconv.Itoa(Decile(r, len(rows)-1)); d != row[decile] {
				t.Errorf("%s: rank %d of %d: decile %s, published %s", name, r, len(rows)-1, d, row[decile])
			}
			if _, nation, ok := LSOA(row[0]); !ok || nation != England {
				t.Errorf("%s: %q has not the shape of an English area", name, row[0])
			}
		}
	}
}
