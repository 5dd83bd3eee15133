package pages

import (
	"strings"
	"testing"

	"siequity/audit"
	"siequity/audit/report/release"
)

// TestAbsentColumnsAreOnesThatRulesAskFor holds that an export is not told to have the
// columns of other systems.
func TestAbsentColumnsAreOnesThatRulesAskFor(t *testing.T) {
	f := sampleFacts(t)
	column := func(source, name string, absent bool) audit.FieldCount {
		return audit.FieldCount{Source: source, File: source + ".csv", Field: name, Title: name, Records: 9, Absent: absent}
	}
	f.Result = &audit.Result{Fields: []audit.FieldCount{column("steis", "ethnicity", true), column("steis", "mnsi_ref", true), column("steis", "religion", true), column("steis", "report_72h_date", true),
		column("datix", "language", true), column("datix", "report_72h_date", true), column("datix", "imd", false), column("datix", "postcode", true), column("mnsi", "lsoa", true)}}
	m := maker{Release: &release.Release{Facts: f}}
	got := strings.Join(m.absent().Paragraphs, "; ")
	for i, want := range []string{"steis.csv (steis): ethnicity, report_72h_date", "datix.csv (datix): language", "mnsi.csv (mnsi): lsoa"} {
		if all := m.absent().Paragraphs; i >= len(all) || all[i] != want {
			t.Errorf("the columns are %q, want %q at %d", got, want, i)
		}
	}
}
