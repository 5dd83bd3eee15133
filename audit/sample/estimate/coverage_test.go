package estimate_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"siequity/audit/sample"
	"siequity/audit/sample/estimate"
)

// stratum is a known one: its cases, how many are met, how many are drawn.
type stratum struct{ population, met, drawn int }

// answer draws from known strata and gives the readings.
func answer(rng *rand.Rand, strata []stratum) []estimate.Reading {
	var out []estimate.Reading
	for h, s := range strata {
		for _, i := range rng.Perm(s.population)[:s.drawn] {
			out = append(out, estimate.Reading{Stratum: h, In: true, Yes: i < s.met})
		}
	}
	return out
}

func frameOf(strata []stratum) (list []estimate.Stratum, share float64) {
	population, met := 0, 0
	for _, s := range strata {
		list = append(list, estimate.Stratum{Population: s.population})
		population += s.population
		met += s.met
	}
	return list, float64(met) / float64(population)
}

// TestCoverage draws thousands of samples from known populations and counts how
// often the 95% interval holds the true share. Exact intervals cover more, and
// may; nothing may cover less than 93%.
func TestCoverage(t *testing.T) {
	tests := []struct {
		name    string
		strata  []stratum
		nominal bool // not above 97% either
	}{
		{"one stratum", []stratum{{400, 120, 80}}, true},
		{"one small stratum", []stratum{{40, 12, 15}}, false},
		{"one rare mark", []stratum{{300, 6, 40}}, false},
		{"three in proportion", []stratum{{400, 100, 80}, {200, 90, 40}, {100, 60, 20}}, true},
		{"small strata", []stratum{{60, 20, 12}, {30, 12, 6}, {12, 6, 4}, {8, 3, 4}}, false},
		{"many small strata", []stratum{{20, 8, 4}, {20, 6, 4}, {18, 9, 4}, {16, 8, 4}, {25, 10, 5}, {15, 5, 3}, {30, 9, 6}, {24, 12, 5}}, false},
		{"five small strata", []stratum{{40, 16, 8}, {36, 15, 8}, {50, 20, 9}, {30, 12, 7}, {44, 20, 8}}, true},
		{"over-sampled group", []stratum{{900, 270, 60}, {60, 36, 40}}, true},
		{"certainty and the rest", []stratum{{25, 15, 25}, {500, 150, 60}}, true},
		{"large stratum read thinly, rare in it", []stratum{{1000, 50, 10}, {50, 25, 20}}, false},
		{"nearly all met", []stratum{{300, 285, 40}, {80, 72, 20}}, false},
		{"rare in every stratum", []stratum{{500, 10, 30}, {100, 4, 20}, {50, 1, 10}}, false},
		{"two of each", []stratum{{10, 4, 2}, {12, 5, 2}, {9, 6, 2}, {14, 7, 2}, {8, 3, 2}, {10, 5, 2}}, false},
	}
	const times = 3000
	for i, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			rng := rand.New(rand.NewPCG(20260701, uint64(i)))
			list, truth := frameOf(tt.strata)
			covered, width, mean := 0, 0.0, 0.0
			for range times {
				s := estimate.Of(list, answer(rng, tt.strata), 0.95)
				if s.Lower == nil {
					t.Fatalf("no interval: %+v", s)
				}
				if *s.Lower <= truth && truth <= *s.Upper {
					covered++
				}
				width += (*s.Upper - *s.Lower) / times
				mean += *s.Share / times
			}
			rate := float64(covered) / times
			t.Logf("covers %.1f%%, %.1f points wide; mean %.4f, true %.4f", 100*rate, 100*width, mean, truth)
			if rate < 0.93 || tt.nominal && rate > 0.97 {
				t.Errorf("the 95%% interval covers %.1f%%", 100*rate)
			}
			if mean-truth > 0.01 || truth-mean > 0.01 {
				t.Errorf("the estimate is %.4f on the average, the truth %.4f", mean, truth)
			}
		})
	}
}

// TestCoverageOfAGroup does the same for a group that cuts across strata that
// were drawn from unequally, with one case in five not read.
func TestCoverageOfAGroup(t *testing.T) {
	type unit struct{ in, yes bool }
	rng := rand.New(rand.NewPCG(7, 7))
	sizes, drawn := []int{500, 120, 60}, []int{70, 45, 40}
	strata := make([][]unit, len(sizes))
	list, group, met := []estimate.Stratum{}, 0.0, 0.0
	for h, size := range sizes {
		list = append(list, estimate.Stratum{Population: size})
		for range size {
			u := unit{rng.Float64() < 0.4+0.1*float64(h), rng.Float64() < 0.3+0.15*float64(h)}
			strata[h] = append(strata[h], u)
			if u.in {
				group++
				if u.yes {
					met++
				}
			}
		}
	}
	const times = 3000
	covered := 0
	for range times {
		var readings []estimate.Reading
		for h, units := range strata {
			for _, i := range rng.Perm(len(units))[:drawn[h]] {
				if rng.Float64() < 0.8 {
					readings = append(readings, estimate.Reading{Stratum: h, In: units[i].in, Yes: units[i].in && units[i].yes})
				}
			}
		}
		s := estimate.Of(list, readings, 0.95)
		if s.Lower != nil && *s.Lower <= met/group && met/group <= *s.Upper {
			covered++
		}
	}
	if rate := float64(covered) / times; rate < 0.93 || rate > 0.97 {
		t.Errorf("the 95%% interval of a group covers %.1f%%", 100*rate)
	}
}

// TestCoverageOfDraws makes draws as an audit does, by hashes of ids under a
// thousand and a half seeds, with a certainty stratum and an over-sampled group.
func TestCoverageOfDraws(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 3))
	var units []sample.Unit
	yes := map[string]bool{}
	met := 0
	for i := range 360 {
		u := sample.Unit{ID: fmt.Sprintf("datix:W%04d", i), Ethnicity: []string{"White", "White", "White", "Asian", "Black"}[i%5], Harm: []string{"low", "moderate", "death"}[min(2, i%9/4)]}
		if rng.Float64() < map[string]float64{"White": 0.3, "Asian": 0.5, "Black": 0.6}[u.Ethnicity] {
			yes[u.ID] = true
			met++
		}
		units = append(units, u)
	}
	design := sample.Design{
		ID: "q1", Date: "2026-07-01", Size: sample.Size{Cases: 120}, Least: 4, Strata: []sample.By{sample.ByEthnicity},
		Certain: []sample.Group{{By: sample.ByHarm, Any: []string{"death"}}},
		Boost:   []sample.Boost{{Group: sample.Group{By: sample.ByEthnicity, Any: []string{"Asian", "Black"}}, Factor: 2}},
	}
	truth, covered, mean := float64(met)/float64(len(units)), 0, 0.0
	const times = 1500
	for i := range times {
		design.Seed = fmt.Sprint("seed ", i)
		s, err := sample.Draw(units, design)
		if err != nil {
			t.Fatal(err)
		}
		var list []estimate.Stratum
		for _, h := range s.Strata {
			list = append(list, estimate.Stratum{Name: h.Name, Population: h.Population})
		}
		var readings []estimate.Reading
		for _, c := range s.Cases {
			readings = append(readings, estimate.Reading{Stratum: c.Stratum, In: true, Yes: yes[c.ID]})
		}
		e := estimate.Of(list, readings, 0.95)
		if *e.Lower <= truth && truth <= *e.Upper {
			covered++
		}
		mean += *e.Share / times
	}
	rate := float64(covered) / times
	t.Logf("covers %.1f%%; mean %.4f, true %.4f", 100*rate, mean, truth)
	if rate < 0.93 || rate > 0.97 || mean-truth > 0.005 || truth-mean > 0.005 {
		t.Errorf("the 95%% interval covers %.1f%%; mean %.4f, true %.4f", 100*rate, mean, truth)
	}
}
