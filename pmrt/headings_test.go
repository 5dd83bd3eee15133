package pmrt

import (
	"strings"
	"testing"
)

// Headings that lists of deaths use for a field, beside the columns that make the source plain.
func TestHeadings(t *testing.T) {
	table := Table()
	beside := []string{"Date of death", "Type of death", "Gestation"}
	tests := []struct{ field, headings string }{
		{"suitable", "For PMRT?|For PMRT|Suitable for PMRT|For PMRT review|PMRT required?|Meets PMRT criteria|PMRT criteria met|Included in PMRT|Suitable for PMRT? (Y/N)|For review?|PMRT applicable"},
		{"suitable", "Reviewable in PMRT?|Reviewable|Within PMRT scope|PMRT supported|Case reviewable|In scope for PMRT|PMRT review required?"},
		{"gestation_at_death", "Gestation at death (w+d)"},
		{"", "Out of scope for PMRT|Not reviewable|Date of death review|Date death registered|Date of death certificate|Date of previous loss|Date of maternal death|Date of bereavement debrief after death"},
		{"unsuitable_reason", "Reason not for PMRT|Why not for PMRT"},
		{"pmrt_ref", "PMRT no|MBRRACE no.|PMRT ref no|MBRRACE-UK/PMRT ID"},
		{"datix_ref", "Local incident no|Incident ref|Datix no"},
		{"mnsi_ref", "HSIB/MNSI no"},
		{"", "PMRT?|PMRT|Not for PMRT|Excluded from PMRT"},
	}
	for _, tt := range tests {
		for h := range strings.SplitSeq(tt.headings, "|") {
			cells := append(beside[:len(beside):len(beside)], h)
			got := ""
			if c := table.Map(cells, nil).Columns[len(beside)]; c.Field >= 0 {
				got = table.Fields[c.Field].Name
			}
			if got != tt.field {
				t.Errorf("%q is taken for %q, want %q", h, got, tt.field)
			}
		}
	}
}
