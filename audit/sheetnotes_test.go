package audit_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/audit/audittest"
	"siequity/audit/finding"
)

// Hidden rows are read, and told once a sheet. A hidden total is no row of the table.
func TestHiddenRows(t *testing.T) {
	row := func(style, ref string) string {
		return "<tr" + style + "><td>" + ref + "</td><td>01/04/2026</td><td>Obstetrics</td><td>Low</td><td>A</td></tr>"
	}
	hidden := ` style="display: none"`
	page := "<html><table><tr><th>Datix ID</th><th>Incident date</th><th>Specialty</th><th>Severity</th><th>Ethnicity</th></tr>" +
		row("", "1") + row(hidden, "2") + row("", "3") + row(hidden, "4") + "<tr" + hidden + "><td>Total</td><td></td><td></td><td></td><td>4</td></tr></table></html>"
	r := audittest.Run(t, nil, audittest.File{"filtered.xls", page})
	var got []finding.Finding
	for _, f := range r.Findings {
		if f.ID == "rows/hidden" {
			f.Hint = ""
			got = append(got, f)
		}
	}
	want := []finding.Finding{{ID: "rows/hidden", File: "filtered.xls", Row: 3, Times: 2, What: "rows hidden in the sheet, by hand or by a filter, were read too: 2, the first of them here"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if len(r.Records) != 4 {
		t.Errorf("%d records, want 4", len(r.Records))
	}
}
