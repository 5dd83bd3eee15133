package codes

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Which end 1 is, as headings say it. "?" stands for a heading that speaks of a direction which cannot be told: no
// value may be taken from its column.
func TestIMDHeadingDirection(t *testing.T) {
	tests := []struct{ says, headings string }{
		{"1 = most deprived", "IMD decile (1 = most deprived)|IMD Decile (where 1 is most deprived 10% of LSOAs)|IMD decile (most deprived = 1)|IMD decile (10 = least deprived)|" +
			"IMD decile (least deprived = 10)|IMD quintile, 5 is least deprived|IMD decile: 1 most deprived, 10 least deprived|IMD decile (most deprived 1 - least deprived 10)|" +
			"IMD decile most deprived 1 - 10 least deprived|IMD decile 1 (most deprived) to 10 (least deprived)|IMD decile 1-10, most to least deprived|IMD decile (1-10, 1 = most deprived)|" +
			"IMD decile (10 deciles; 1 = most deprived)|IMD_decile_1_most_deprived|IMD decile (1 = highest deprivation)|IMD decile (1 = highest level of deprivation)|IMD decile (high = least deprived)|" +
			"IMD decile - low = most deprived|IMD decile (lower number = more deprived)|IMD decile (1 = least affluent)|IMD decile (10 = most affluent)|IMD decile (10 = affluent)|IMD decile (1 = deprived)|" +
			"IMD rank (1 = most deprived, 32,844 = least deprived)|IMD decile 1=most 10=least|IMD decile (most to least deprived)|IMD decile (1 = poorest)|IMD decile (1st = most deprived)|" +
			"Most recent IMD decile (1 = most deprived)|IMD decile (10 = low deprivation)|IMD decile, lower super output area, 1 = most deprived|IMD decile (10=less deprived)"},
		{"1 = least deprived", "IMD decile (most deprived = 10)|IMD decile (least deprived = 1)|IMD decile (10 = highest deprivation)|IMD decile - high = most deprived|IMD quintile, 5 is most deprived|" +
			"IMD decile (10 = most deprived; 1 = least deprived)|IMD decile, least to most deprived|IMD decile 1 (least deprived) - 10 (most deprived)|IMD decile (higher = more deprived)|" +
			"IMD decile (1 = most affluent)|IMD decile (affluent = 1)|IMD decile (10 = least affluent)|IMD decile (1 = lowest deprivation)|IMD decile (lowest deprivation = 1)|IMD decile (low = less deprived)|" +
			"IMD decile (highest decile = most deprived)|IMD decile (1–10, 10 most deprived)|IMD decile (1 = richest)|IMD decile (10=more deprived)|IMD decile [10 -> most deprived]|IMD decile most deprived: 10"},
		{"?", "IMD decile (most deprived = 1, least deprived = 1)|IMD decile (1 = most deprived, 10 = most deprived)|IMD decile (most deprived)|IMD decile (reversed)|IMD decile, inverted|IMD decile (high to low)|" +
			"IMD decile (10 = highest)|IMD decile (1 = not most deprived)|IMD decile (0 = most deprived)|IMD decile (1 = most frobnicated)|IMD decile (5 = most deprived)|IMD quintile (10 = most deprived)|" +
			"IMD decile most deprived 20%|IMD decile (ascending)|IMD decile (1 = high)|IMD decile in most deprived fifth|IMD decile (1 to 10 most deprived)"},
		{"", "IMD|IMD decile|IMD decile (1-10)|IMDDecile|Rank_IMD_Decile_2015|Deprivation quintile|Most recent IMD decile|IMD decile 2019 v1|IMD decile at first booking|IMD (lower layer super output area)|Deprived area IMD decile|" +
			"IMD decile (1 of 10)|IMD04_DECILE"},
	}
	for _, tt := range tests {
		for h := range strings.SplitSeq(tt.headings, "|") {
			got := ReadIMDColumn(column(10, 50), IMDOptions{Heading: h})
			switch {
			case strings.Contains(h, "uintile"):
				got = ReadIMDColumn(column(5, 50), IMDOptions{Heading: h})
			case strings.Contains(h, "IMD rank"):
				got = ReadIMDColumn(column(30000, 30000), IMDOptions{Heading: h})
			}
			says := string(got.Direction)
			switch {
			case len(got.Faults) > 0:
				says = "?"
			case got.Assumed:
				says = ""
			}
			if says != tt.says {
				t.Errorf("%q says %q, want %q (%v)", h, says, tt.says, got.Faults)
			}
		}
	}
}

// What the user states stands whatever the heading says.
func TestIMDHeadingGivesWay(t *testing.T) {
	got := ReadIMDColumn(column(10, 50), IMDOptions{Heading: "IMD percentile (reversed)", Kind: IMDDecile, Direction: OneIsLeastDeprived})
	if !got.Usable() || got.Kind != IMDDecile || got.Direction != OneIsLeastDeprived {
		t.Errorf("%+v", got)
	}
}

// Groups of another size than a tenth or a fifth are not taken for national ranks, whose lowest numbers they look like.
func TestIMDOtherGroups(t *testing.T) {
	tests := []struct {
		heading string
		top     int
		want    string // the kind, and the word that the fault must hold
	}{
		{"IMD percentile", 99, "percentile"}, {"IMDPercentile", 10, "percentile"}, {"IMD centile (1 = most deprived)", 100, "centile"}, {"IMD vigintile", 20, "vigintile"},
		{"IMD ventile", 20, "ventile"}, {"IMD percentiles", 5, "percentile"}, {"IMD quartile", 4, "quartile"}, {"IMD decile (local)", 10, "local"}, {"IMD tertile", 3, "tertile"}, {"IMD decile from percentile", 10, "percentile"},
		{"IMD", 100, "100"}, {"IMD 2019", 20, "20"}, {"Deprivation", 57, "57"}, {"IMD rank", 100, "100"},
	}
	for _, tt := range tests {
		got := ReadIMDColumn(column(tt.top, 200), IMDOptions{Heading: tt.heading, Areas: 32844})
		if got.Usable() || len(got.Ask) > 0 && len(got.Faults) == 0 || !strings.Contains(strings.Join(got.Faults, "; "), tt.want) {
			t.Errorf("%q to %d: usable %v, faults %v", tt.heading, tt.top, got.Usable(), got.Faults)
		}
		if v := got.Read("1"); v.Status != IMDInvalid {
			t.Errorf("%q: a value was read: %+v", tt.heading, v)
		}
	}
}

// Words beside a number in a cell are read as those of a heading are.
func TestIMDWordsOfValues(t *testing.T) {
	deciles := IMDColumn{Kind: IMDDecile, Direction: OneIsMostDeprived}
	want := []string{"1 - least affluent given 1", "10 - most affluent given 10", "Highest deprivation decile given 1", "Lowest deprivation decile given 10", "Least affluent decile given 1", "Lowest decile invalid 0"}
	var got []string
	for _, w := range want {
		text := strings.Join(strings.Fields(w)[:len(strings.Fields(w))-2], " ")
		v := deciles.Read(text)
		got = append(got, fmt.Sprintf("%s %s %d", text, strings.TrimPrefix(string(v.Status), "value_"), v.Decile))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	c := ReadIMDColumn(with(column(9, 40), "1 - least affluent", "10 - most affluent"), IMDOptions{})
	if c.Direction != OneIsMostDeprived || c.Assumed {
		t.Errorf("labels by affluence: %+v", c)
	}
}
