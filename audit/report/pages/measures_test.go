package pages

import (
	"testing"

	"siequity/audit"
	"siequity/audit/count"
	"siequity/audit/record"
)

// TestMeasuresAreThere holds the names of measures on the pages to the packs: a
// measure that is called otherwise would vanish from its page without a word.
func TestMeasuresAreThere(t *testing.T) {
	set, err := audit.LoadRules(nil)
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for i := range set.Measures {
		known[set.Measures[i].ID] = true
	}
	ids := []string{validCode, validOrZ, placeKnown, positiveEvents, "equity/panel-recorded", "equity/panel-external", "equity/panel-ethnicity", "equity/attendees-ethnicity", "equity/training",
		"equity/procedures-updated", "equity/actions-overdue", "equity/language-recorded", "equity/interpreter-need-recorded", "equity/shared-with-lmns", "equity/shared-in-time", "equity/shared-with-family",
		"equity/shared-with-staff", "pmrt/valid-code", "pmrt/parents-told", "pmrt/parents-asked", "pmrt/parents-replied", "pmrt/external-member", "pmrt/interpreter-issue", "si/learning-responses"}
	for _, e := range evidenceLines() {
		ids = append(ids, e.measure)
	}
	for id := range suggestions() {
		ids = append(ids, id)
	}
	for _, id := range ids {
		if !known[id] {
			t.Errorf("no pack has the measure %s", id)
		}
	}
	for _, d := range record.Dimensions() {
		if count.ConsiderationMeasure(set, d) == nil {
			t.Errorf("no measure is split by the basis of %s", d)
		}
	}
}
