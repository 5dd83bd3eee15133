package report

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestHistoryOfOthers holds that the counts of another trust are not compared with
// this one's, and that other sources are told.
func TestHistoryOfOthers(t *testing.T) {
	now := returnOf(1, "2026/27-Q2", quarters("Q2"), "A").Book()
	steis := returnOf(1, "2026/27-Q1", quarters("Q1"), "A")
	steis.Returns[0].Tallies[0].Source = "steis"
	for _, c := range []struct {
		name string
		past Submission
		want string
		ids  []string
	}{
		{"the same trust", returnOf(1, "2026/27-Q1", quarters("Q1"), "A"), "A Q1 1", nil},
		{"the system", returnOf(1, "2026/27-Q1", quarters("Q1"), "A", "B"), "A Q1 1", []string{"history/other-organisation"}},
		{"another trust", returnOf(1, "2026/27-Q1", quarters("Q1"), "B"), "none", []string{"history/other-organisation"}},
		{"another source", steis, "A Q1 1", []string{"history/other-source", "history/source-missing"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			past, found := ofThese(c.past.Book(), now)
			got := "none"
			if past != nil {
				got = counts(past)
			}
			if got != c.want {
				t.Errorf("%s is compared, want %s", got, c.want)
			}
			var ids []string
			for _, f := range found {
				ids = append(ids, f.ID)
			}
			if diff := cmp.Diff(c.ids, ids); diff != "" {
				t.Errorf("findings (-want +got)\n%s", diff)
			}
		})
	}
	if _, found := ofThese(now, returnOf(1, "2026/27-Q1", quarters("Q1"), "A", "B").Book()); len(found) != 1 || found[0].ID != "history/organisation-missing" {
		t.Errorf("a system whose history holds one trust gives %v", found)
	}
}
