package measure

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"siequity/audit/stats/spc"
)

func TestOf(t *testing.T) {
	f := Of(Tally{Pass: 81, Fail: 182, NotApplicable: 7, Unknown: 5})
	// Newcombe & Altman (2000): 81 of 263 has the Wilson interval 25.5 to 36.6.
	if f.Denominator != 263 || math.Abs(f.Interval.Lower-25.5) > 0.06 || math.Abs(f.Interval.Upper-36.6) > 0.06 {
		t.Errorf("81 of 263 is %.1f%% (%.1f to %.1f) of %d", f.Percent, f.Interval.Lower, f.Interval.Upper, f.Denominator)
	}
	if Of(Tally{Unknown: 9}).Known() {
		t.Error("nobody was judged, and there is a percentage")
	}
}

func TestRates(t *testing.T) {
	g := Rates([]string{"White", "Asian", "Black", "Other", "Mixed"}, []int{40, 30, 1, 2, 0}, []int{10000, 4000, 90, 0, 300}, "White")
	if !g[0].Reference || g[0].Words != "reference" {
		t.Errorf("the reference is %+v", g[0])
	}
	if got := g[1].Ratio.Ratio.V; math.Abs(got-1.875) > 1e-9 {
		t.Errorf("30 in 4,000 against 40 in 10,000 is a ratio of %v", got)
	}
	if got := g[1].Excess.V; math.Abs(got-14) > 1e-9 {
		t.Errorf("excess %v, want 30 - 4000*40/10000 = 14", got)
	}
	if g[3].Words != "no births known for this group" {
		t.Errorf("a group without births says %q", g[3].Words)
	}
	for _, x := range g {
		if x.Adjusted.OK() && x.Ratio.P.OK() && x.Adjusted.V < x.Ratio.P.V {
			t.Errorf("%s: adjusting made p smaller", x.Key)
		}
	}
}

// TestWordsBeforeDigits holds that few events are words, not figures.
func TestWordsBeforeDigits(t *testing.T) {
	g := Rates([]string{"White", "Black"}, []int{2, 1}, []int{900, 300}, "White")
	if g[1].Words != "too few to compare: 3 events" {
		t.Errorf("three events in all say %q", g[1].Words)
	}
}

func TestNoReference(t *testing.T) {
	for _, x := range Rates([]string{"Asian", "Black"}, []int{9, 8}, []int{900, 300}, "White") {
		if x.Words != "nothing to compare with" || x.Ratio.Ratio.OK() {
			t.Errorf("%s without a reference: %q, ratio %+v", x.Key, x.Words, x.Ratio.Ratio)
		}
	}
}

// TestGapAfterDeprivation makes a gap that is deprivation alone: within each
// quintile the groups are alike, and more of one live in the deprived ones.
func TestGapAfterDeprivation(t *testing.T) {
	births, reference := []int{4000, 1000}, []int{1000, 4000}
	gap := GapAfterDeprivation("Asian", []int{80, 10}, births, []int{20, 40}, reference)
	if gap.Crude.Value.V < 1.4 {
		t.Errorf("crude ratio %v, want 1.5", gap.Crude.Value.V)
	}
	if got := gap.Fixed.Value.V; math.Abs(got-1) > 1e-9 {
		t.Errorf("after deprivation the ratio is %v, want 1", got)
	}
	if gap.Strata != 2 {
		t.Errorf("%d strata inform, want 2", gap.Strata)
	}
}

func TestChange(t *testing.T) {
	// Newcombe (1998), table II, method 10: 56/70 less 48/80 is 0.20 (0.0524 to 0.3339).
	e := Change(Figure{Numerator: 56, Denominator: 70}, Figure{Numerator: 48, Denominator: 80})
	if math.Abs(e.Value.V-20) > 1e-9 || math.Abs(e.Interval.Lower-5.24) > 0.01 || math.Abs(e.Interval.Upper-33.39) > 0.01 {
		t.Errorf("change %.2f (%.2f to %.2f)", e.Value.V, e.Interval.Lower, e.Interval.Upper)
	}
	if none := Change(Figure{}, Figure{Numerator: 4, Denominator: 5}); none.Value.OK() {
		t.Error("a change from nothing was worked out")
	}
}

func TestTrendOf(t *testing.T) {
	b := NewBook()
	var quarters []string
	for i := range 14 {
		q := fmt.Sprintf("%d/%02d-Q%d", 2022+i/4, (23+i/4)%100, i%4+1)
		quarters = append(quarters, q)
		pass := 40 + i%3
		if i == 13 {
			pass = 1 // the quarter that is not over must not pull the limits down
		}
		b.Tally(TallyKey{Measure: "m", Place: Place{Period: q}}, Tally{Pass: pass, Fail: 50 - pass})
	}
	last := quarters[13]
	trend := b.TrendOf("m", Place{}, quarters, func(q string) bool { return q == last })
	if trend.Chart != spc.FullXmR || !trend.Points[13].Incomplete {
		t.Fatalf("chart %v, last point %+v", trend.Chart, trend.Points[13])
	}
	if lower := trend.XmR.Limits.Lower; !lower.OK() || lower.V < 70 {
		t.Errorf("lower limit %+v: the incomplete quarter is in it", lower)
	}
	short := b.TrendOf("m", Place{}, quarters[:2], func(string) bool { return false })
	if short.Chart != spc.NoChart || !strings.Contains(short.Words, "too few") {
		t.Errorf("two quarters give chart %v: %s", short.Chart, short.Words)
	}
}

func TestRateText(t *testing.T) {
	g := Rates([]string{"White"}, []int{0}, []int{0}, "White")
	if s := RateText(g[0].Rate); strings.Contains(s, "NaN") || s == "" {
		t.Errorf("a rate without births reads %q", s)
	}
}
