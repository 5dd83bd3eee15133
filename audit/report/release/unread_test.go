package release

import (
	"context"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/audit"
	"siequity/audit/disclosure"
	"siequity/audit/measure"
	"siequity/audit/record"
	"siequity/incidents"
	"siequity/rules"
	"siequity/rules/codes"
	"siequity/rules/masking"
)

func TestListable(t *testing.T) {
	mask := masking.New(masking.Options{})
	for raw, want := range map[string]string{
		"XX": "XX", " A1 ": "A1", "T": "T", "99": "99", "123": "123", "White or Asian": "White or Asian", "Asian/Black": "Asian/Black", "British": "British",
		"A or B": "A or B", "": OtherText, "Barrow": OtherText, "wife of vicar Barrow": OtherText, "White (Barrow)": OtherText, "Ng": OtherText, "ALI": OtherText,
		"patient declined to say, see note of midwife": OtherText, "1987": OtherText,
		"07700 900123": OtherText, "someone@example.org": OtherText, "943 476 5919": OtherText,
	} {
		if got := listable(raw, mask); got != want {
			t.Errorf("%q is shown as %q, want %q", raw, got, want)
		}
	}
}

// unreadFacts are facts of an audit whose records hold these values of ethnic
// category, none of which can be read.
func unreadFacts(values map[string]int) Facts {
	f := Facts{Options: codes.Options{Grouping: codes.GroupingFive}, Book: measure.NewBook(), Set: &rules.Set{}, Result: &audit.Result{}}
	for raw, n := range values {
		for range n {
			f.Result.Records = append(f.Result.Records, &record.Record{Record: &incidents.Record{}, Ethnicity: &record.Ethnicity{Raw: raw, Status: codes.EthnicityInvalid}})
		}
	}
	return f
}

// TestTextOfFewRecordsIsNotListed holds that what one record says in the place of an
// ethnic category, or a name however often it stands there, is no label of a page.
func TestTextOfFewRecordsIsNotListed(t *testing.T) {
	values := map[string]int{"wife of vicar Barrow": 1, "Barrow": 20, "White or Asian": 4, "XX": 6, "T": 9}
	for _, c := range []struct {
		profile disclosure.Profile
		want    []string
	}{
		{disclosure.Panel(), []string{"T", "XX", OtherText}}, {disclosure.LT5(), []string{"T", "XX", OtherText}},
		{disclosure.NHSE(), []string{"T", OtherText}}, {disclosure.HES(), []string{"T", OtherText}},
	} {
		rel, err := New(context.Background(), unreadFacts(values), c.profile)
		if err != nil {
			t.Fatal(err)
		}
		labels, _, _ := rel.Labels(Unread)
		if len(labels) == 0 {
			table, _ := rel.Table(Unread)
			labels = titles(table.Grid.Rows)
		}
		slices.Sort(labels[:len(labels)-1])
		if diff := cmp.Diff(c.want, labels); diff != "" {
			t.Errorf("%s lists (-want +got):\n%s", c.profile.Name, diff)
		}
	}
}
