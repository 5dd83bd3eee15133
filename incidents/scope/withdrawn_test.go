package scope

import (
	"strings"
	"testing"

	"siequity/incidents"
)

func TestWithdrawal(t *testing.T) {
	tests := []struct {
		source string
		want   incidents.Left
		texts  string
	}{
		{"datix", incidents.Rejected, "Rejected|REJECT|Rejected - not an incident|Reject (duplicate)|Rejected by manager|Incident rejected|Not an incident|Rejected after review"},
		{"datix", incidents.Duplicate, "Duplicate|Duplicate of W123|DUPLICATE - merged|Closed as duplicate|Merged|Closed / duplicate"},
		{"datix", incidents.DeLogged, "Deleted|Void|Test record|Test|Cancelled|Withdrawn|Entered in error"},
		{"datix", incidents.Used, "|Finally approved (rejected by CQC)|Finally approved - rejected by CQC|Not rejected|Not a duplicate|Possible duplicate|Duplicate?|To be rejected|Awaiting rejection|Being reviewed|In-holding area|Unapproved|FA|Closed|Error|Test results filed|Removed from holding area|Not an SI"},
		{"steis", incidents.DeLogged, "De-logged|Delogged|De-log|De-logged (downgraded)|Downgraded|De-escalated|Not an SI|Withdrawn|Removed|Deleted|Cancelled|Stood down|Closed - delogged|SI de-logged by commissioner|De-logged 12/05/2026|No longer an SI"},
		{"steis", incidents.Used, "De-log requested|Awaiting de-log|De-log request submitted|Proposed for de-log|De-log rejected|De-log request declined|De-log not agreed|Ongoing|Stop the clock|Overdue|Not delogged"},
		{"mnsi", incidents.NotAccepted, "Not accepted|Declined|Family declined|Declined - no consent|Not progressed|Did not meet criteria|Doesn't meet criteria|Criteria not met|Not eligible|Returned to trust|Referral not accepted"},
		{"mnsi", incidents.Rejected, "Rejected|Rejected by MNSI|Referral rejected"},
		{"mnsi", incidents.Used, "Accepted|Triage|Closed|Not yet accepted|Awaiting family consent|Accepted - family declined interview?"},
		{"pmrt", incidents.Used, "Cancelled|Not eligible|Removed"},
	}
	for _, tt := range tests {
		for _, text := range strings.Split(tt.texts, "|") {
			if got := withdrawal(text, tt.source); got != tt.want {
				t.Errorf("%s status %q is read as %q, want %q", tt.source, text, got, tt.want)
			}
		}
	}
}

func TestRefusal(t *testing.T) {
	for text, want := range map[string]incidents.Left{"Yes": incidents.Used, "Y": incidents.Used, "": incidents.Used, "Pending": incidents.Used, "No": incidents.NotAccepted, "N": incidents.NotAccepted, "No - criteria not met": incidents.NotAccepted, "No (family declined)": incidents.NotAccepted,
		"No decision yet": incidents.Used, "N/A": incidents.Used, "Not known": incidents.Used, "Rejected": incidents.Rejected, "Not accepted": incidents.NotAccepted, "No - pending": incidents.Used} {
		if got := refusal(text, "mnsi"); got != want {
			t.Errorf("accepted %q is read as %q, want %q", text, got, want)
		}
	}
}
