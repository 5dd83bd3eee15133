package codes

import (
	"strings"
	"testing"
)

// The steps of a scale whose ends are words, and numbers with a comma of another country.
func TestIMDSteps(t *testing.T) {
	tests := []struct {
		heading, values string
		kind            IMDKind
		usable          bool
		raw             string
		decile, fifth   int
	}{
		{"IMD quintile", "Most deprived|2nd|3rd|4th|Least deprived", IMDQuintile, true, "Least deprived", 0, 5},
		{"IMD quintile", "Most deprived|2nd|3rd|4th|Least deprived", IMDQuintile, true, "2nd", 0, 2},
		{"Deprivation", "Most deprived|2nd|3rd|4th|Least deprived|Unknown", IMDQuintile, true, "Most deprived", 0, 1},
		{"Deprivation", "Most deprived|2|3|4|Least deprived", IMDQuintile, true, "4", 0, 4},
		{"Deprivation", "Most deprived|Second|Third|Least deprived", IMDUnknown, false, "Most deprived", 0, 0},
		{"Deprivation", "Most deprived|Average|Least deprived", IMDUnknown, false, "Most deprived", 0, 0},
		{"Deprivation", "Most deprived|2nd|3rd|4th|5th|6th|7th|8th|9th|Least deprived", IMDDecile, true, "Least deprived", 10, 5},
		{"IMD decile", "Most deprived|2nd|3rd|4th|5th|6th|7th|8th|9th|Least deprived", IMDDecile, true, "9th", 9, 5},
		{"IMD decile", "Most deprived|2nd|3rd|4th|Least deprived", IMDDecile, false, "2nd", 0, 0},
		{"IMD quintile", "Most deprived|3rd|Least deprived", IMDQuintile, true, "Most deprived", 0, 1},
		{"IMD decile", "0-10%|10-20%|90-100%", IMDDecile, true, "0-10%", 0, 0},
		{"IMD decile", "0-10% most deprived|10-20% most deprived|0-10% least deprived", IMDDecile, true, "10-20% most deprived", 2, 1},
		{"IMD decile", "1,0|2,0|9,0|10,0", IMDDecile, true, "1,0", 1, 1},
		{"IMD decile", "1,0|2,0|9,0|10,0", IMDDecile, true, "10,0", 10, 5},
		{"IMD rank", "1,204|32,844|15,000", IMDRank, true, "32,844", 10, 5},
		{"IMD decile", "1|2|10", IMDDecile, true, "2,5", 0, 0},
		{"IMD quintile", "1,0|5,0", IMDQuintile, true, "5,0", 0, 5},
	}
	for _, tt := range tests {
		counts := map[string]int{}
		for v := range strings.SplitSeq(tt.values, "|") {
			counts[v] = 10
		}
		c := ReadIMDColumn(counts, IMDOptions{Heading: tt.heading, Areas: 32844})
		if c.Kind != tt.kind || c.Usable() != tt.usable {
			t.Errorf("%s, %s: %q, usable %v; want %q, %v (%v %v)", tt.heading, tt.values, c.Kind, c.Usable(), tt.kind, tt.usable, c.Faults, c.Ask)
		}
		if v := c.Read(tt.raw); v.Decile != tt.decile || v.Quintile != tt.fifth {
			t.Errorf("%s, %s: %q is decile %d, quintile %d; want %d, %d (%s)", tt.heading, tt.values, tt.raw, v.Decile, v.Quintile, tt.decile, tt.fifth, v.Why)
		}
	}
}

// What is refused is asked about.
func TestPercentBandsAreAskedAbout(t *testing.T) {
	for _, heading := range []string{"IMD decile", "Deprivation"} {
		c := ReadIMDColumn(map[string]int{"0-10%": 3, "90-100%": 4}, IMDOptions{Heading: heading})
		if len(c.Ask)+len(c.Faults) == 0 {
			t.Errorf("%s: bands of percent are refused and nobody is told", heading)
		}
	}
}
