package count_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/audit/audittest"
	"siequity/audit/count"
	"siequity/audit/measure"
	"siequity/audit/record"
)

// A word in another sense and an answer of N/A are labelled mentioned and counted apart.
func TestMentions(t *testing.T) {
	r := audittest.Run(t, nil, audittest.File{"datix.csv", audittest.Lines("Ref,Incident date,Specialty,Learning response,Description,Was culture considered?",
		"W1,04/05/2026,Obstetrics,PSII,Blood cultures were taken.,",
		"W2,04/05/2026,Obstetrics,PSII,She has strong cultural beliefs. Blood cultures were taken.,",
		"W3,04/05/2026,Obstetrics,PSII,The form was signed.,N/A",
		"W4,04/05/2026,Obstetrics,PSII,Blood cultures were taken.,N/A",
		"W5,04/05/2026,Obstetrics,PSII,Blood cultures were taken.,No",
		"W6,04/05/2026,Obstetrics,PSII,The form was signed.,")})
	var got []string
	sum := func(name, split string) {
		got = append(got, fmt.Sprintf("%s %d", name, r.Book.Sum("equity/culture-considered", measure.Place{}, split).Fail))
	}
	sum("all", "")
	sum("mentioned", count.LabelSplit(record.Mentioned))
	sum("other sense", count.MentionSplit(record.InOtherSense))
	sum("not applicable", count.MentionSplit(record.NotApplicable))
	sum("stated", count.LabelSplit(record.ExplicitlyNot))
	if d := cmp.Diff([]string{"all 6", "mentioned 4", "other sense 1", "not applicable 2", "stated 1"}, got); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
	var sense []bool
	for _, rec := range r.Records {
		sense = append(sense, r.InOtherSense(rec, record.Culture))
	}
	if d := cmp.Diff([]bool{true, false, false, true, true, false}, sense); d != "" {
		t.Errorf("in another sense (-want +got)\n%s", d)
	}
}
