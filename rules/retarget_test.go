package rules

import (
	"fmt"
	"testing"
)

// less is a pack with a measure of which less is better, and a change of its target.
const less = `pack: local
title: Rules of our own
version: "1"
tables:
  - id: local/waits
    title: Waits
    doc: By scheme year.
    key: scheme_year
    rows:
      - {key: year8, title: Year 8, from: 2026-04-01, to: 2027-03-31, target: 20, source: guidance}
      - {key: year7, title: Year 7, from: 2025-04-01, to: 2026-03-31, target: 30, source: guidance}
measures:
  - id: local/late
    title: Late
    doc: Of open actions.
    source: our policy
    register: {numerator: actions.overdue, denominator: actions.open}
    better: lower
    min_n: 1
    %s
targets:
  - {measure: equity/actions-overdue, target: 10}
`

// TestLessIsBetterAfterRetargeting holds that a new target keeps its measure's
// direction, and that amber lies on the worse side of it.
func TestLessIsBetterAfterRetargeting(t *testing.T) {
	set, err := load(t, fmt.Sprintf(less, "targets_from: local/waits"))
	if err != nil {
		t.Fatal(err)
	}
	retargeted, byYear := set.Measure("equity/actions-overdue").Target, set.Measure("local/late").Target
	if byYear.Value != 20 || byYear.Of != "Year 8" {
		t.Errorf("the newest year's target is %v of %q, want 20 of Year 8", byYear.Value, byYear.Of)
	}
	for _, c := range []struct {
		name   string
		target Target
		num    int
		want   RAG
	}{
		{"retargeted", retargeted, 10, Green}, {"retargeted", retargeted, 13, Amber}, {"retargeted", retargeted, 15, Amber}, {"retargeted", retargeted, 16, Red},
		{"by year", byYear, 20, Green}, {"by year", byYear, 24, Amber}, {"by year", byYear, 26, Red},
	} {
		if got := c.target.Rate(c.num, 100); got != c.want {
			t.Errorf("%s: %d of 100 against %s is %s, want %s", c.name, c.num, c.target, got, c.want)
		}
	}
	if retargeted.MinN != 1 {
		t.Errorf("a new target asks for %d cases, want the measure's own 1", retargeted.MinN)
	}
}
