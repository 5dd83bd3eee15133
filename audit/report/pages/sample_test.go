package pages

import (
	"strings"
	"testing"

	"siequity/audit/report/layout"
	"siequity/audit/report/release"
	"siequity/audit/sample/collate"
	"siequity/audit/sample/estimate"
)

// TestSampleKeepsItsCaveats holds that the page says all that collating says of how
// far the readers' answers reach.
func TestSampleKeepsItsCaveats(t *testing.T) {
	share := 0.5
	r := collate.Results{Draw: "q1", Coverage: collate.Coverage{Flags: []string{"no case of “White” was read; other strata stand for its 40 cases"}}, Notes: []string{"not recorded counts as not met"},
		Estimates: []collate.Estimate{{Text: "Was culture considered?", By: "all", Met: "yes", Share: estimate.Share{Read: 12, Cases: 10, Yes: 5, Share: &share, Weak: "fewer than 30 cases were read"}}},
		Agreement: []collate.Agreement{{Text: "Was culture considered?", Cases: 2, AC1: collate.Figure{Why: "too few: fewer than 10 cases were read twice"}}}}
	m := maker{Release: &release.Release{}}
	said := tableText(m.sampleShares(r)) + tableText(m.sampleAgreement(r))
	for _, want := range []string{"5 of 10", "Fewer than 30 cases were read", "No case of “White” was read; other strata stand for its 40 cases.", "Not recorded counts as not met.", "Too few: fewer than 10"} {
		if !strings.Contains(said, want) {
			t.Errorf("the page does not say %q:\n%s", want, said)
		}
	}
}

// tableText is all that a table says, cell by cell and note by note.
func tableText(t *layout.Table) string {
	var b strings.Builder
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			b.WriteString(c.Text + "\n")
		}
	}
	return b.String() + strings.Join(t.Notes, "\n")
}
