package estimate_test

import (
	"math"
	"strings"
	"testing"

	"siequity/audit/sample/estimate"
	"siequity/audit/stats/sampling"
)

// read makes readings from strata as package sampling has them.
func read(strata []sampling.Stratum) (list []estimate.Stratum, readings []estimate.Reading) {
	for h, s := range strata {
		list = append(list, estimate.Stratum{Name: string(rune('A' + h)), Population: s.Population})
		for i := range s.Sampled {
			readings = append(readings, estimate.Reading{Stratum: h, In: true, Yes: i < s.Marked})
		}
	}
	return list, readings
}

// TestAgainstTheReference compares with the stratified proportion that is held
// to R's survey package, wherever no stratum is smoothed.
func TestAgainstTheReference(t *testing.T) {
	for _, strata := range [][]sampling.Stratum{
		{{Population: 100, Sampled: 10, Marked: 3}, {Population: 50, Sampled: 10, Marked: 5}},
		{{Population: 900, Sampled: 60, Marked: 20}, {Population: 60, Sampled: 40, Marked: 25}, {Population: 12, Sampled: 12, Marked: 7}},
		{{Population: 100, Sampled: 30, Marked: 9}},
		{{Population: 100, Sampled: 30, Marked: 0}},
		{{Population: 100, Sampled: 30, Marked: 30}},
	} {
		want := sampling.StratifiedProportion(strata, 0.95)
		list, readings := read(strata)
		got := estimate.Of(list, readings, 0.95)
		if math.Abs(*got.Share-want.P.V) > 1e-12 || math.Abs(*got.Total-want.Total.V) > 1e-9 {
			t.Errorf("%v: share %v and total %v, want %v and %v", strata, *got.Share, *got.Total, want.P.V, want.Total.V)
		}
		if math.Abs(*got.Lower-want.Best.Lower) > 1e-10 || math.Abs(*got.Upper-want.Best.Upper) > 1e-10 || got.Method != want.Best.Method {
			t.Errorf("%v: %v to %v by %s, want %+v", strata, *got.Lower, *got.Upper, got.Method, want.Best)
		}
	}
}

// TestBoundByTrying tries every way in which two strata could hide cases.
func TestBoundByTrying(t *testing.T) {
	missed := func(population, drawn, d int) float64 {
		p := 1.0
		for i := range drawn {
			p *= float64(population-d-i) / float64(population-i)
		}
		return p
	}
	for _, s := range [][2][2]int{{{40, 6}, {25, 10}}, {{30, 2}, {30, 2}}, {{12, 11}, {9, 3}}, {{100, 3}, {10, 10}}, {{3, 2}, {4, 2}}} {
		most := 0
		for a := range s[0][0] - s[0][1] + 1 {
			for b := range s[1][0] - s[1][1] + 1 {
				if missed(s[0][0], s[0][1], a)*missed(s[1][0], s[1][1], b) >= 0.025 {
					most = max(most, a+b)
				}
			}
		}
		list, readings := read([]sampling.Stratum{{Population: s[0][0], Sampled: s[0][1]}, {Population: s[1][0], Sampled: s[1][1]}})
		got := estimate.Of(list, readings, 0.95)
		want := float64(most) / float64(s[0][0]+s[1][0])
		if math.Abs(*got.Upper-want) > 1e-12 || *got.Lower != 0 {
			t.Errorf("%v: up to %v, want %v", s, *got.Upper, want)
		}
		for i := range readings {
			readings[i].Yes = true
		}
		if all := estimate.Of(list, readings, 0.95); math.Abs(*all.Lower-(1-want)) > 1e-12 {
			t.Errorf("%v, all met: from %v, want %v", s, *all.Lower, 1-want)
		}
	}
}

func TestEdges(t *testing.T) {
	tests := []struct {
		name      string
		strata    []sampling.Stratum
		share     float64
		why, note string
		census    bool
	}{
		{"a census", []sampling.Stratum{{Population: 10, Sampled: 10, Marked: 4}, {Population: 6, Sampled: 6, Marked: 3}}, 7.0 / 16, sampling.WhyCensus, "", true},
		{"a stratum unseen joins the next", []sampling.Stratum{{Population: 10, Sampled: 0, Marked: 0}, {Population: 40, Sampled: 8, Marked: 4}}, 0.5, "", "nothing of the 10 cases", false},
		{"a single case joins the one before", []sampling.Stratum{{Population: 40, Sampled: 8, Marked: 4}, {Population: 10, Sampled: 1, Marked: 0}}, 4.0 / 9, "", "one case of the 10 cases", false},
		{"an only case", []sampling.Stratum{{Population: 40, Sampled: 8, Marked: 4}, {Population: 1, Sampled: 1, Marked: 1}}, 21.0 / 41, "", "", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			list, readings := read(tt.strata)
			got := estimate.Of(list, readings, 0.95)
			if got.Share == nil || math.Abs(*got.Share-tt.share) > 1e-12 || got.Why != tt.why || got.Census != tt.census {
				t.Errorf("%+v, want share %v, why %q", got, tt.share, tt.why)
			}
			if notes := strings.Join(got.Notes, "; "); !strings.Contains(notes, tt.note) || tt.note == "" && notes != "" {
				t.Errorf("notes %q, want %q", notes, tt.note)
			}
		})
	}
	list := []estimate.Stratum{{Population: 5}}
	for why, readings := range map[string][]estimate.Reading{
		"no case was read":                        nil,
		"no case that was read belongs here":      {{}},
		"a case that was read belongs":            {{Stratum: 3}},
		"more cases were read than the frame has": make([]estimate.Reading, 6),
	} {
		if got := estimate.Of(list, readings, 0.95); !strings.Contains(got.Why, why) || got.Share != nil {
			t.Errorf("%+v, want %q", got, why)
		}
	}
}
