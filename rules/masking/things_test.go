package masking_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/rules/masking"
)

// TestThings holds what is called after a person, a firm or a place, and the houses that only their plural shows.
func TestThings(t *testing.T) {
	m := masking.New(masking.Options{})
	for family, phrases := range map[string][]string{
		"eponyms and products": {
			"top up without Bromage.", "in harness then Pavlik failed", "pressure with Kaltostat and gauze", "Repevax in place of Boostrix, both ok.", "Bartholin's abscess noted.",
			"36/40 by biometry.", "Aquacel and Inadine to the wound.", "cervical stitch (McDonald) at 14/40", "Seen by {Anna Moro}.",
		},
		"rulings":         {"Montgomery was cited in the sheet.", "Booked under {Montgomery}.", "Mrs {Montgomery} was cited.", "Seen by {Montgomery}."},
		"firms":           {"Lift firm (Otis) came late.", "Lift engineers (Kone) called.", "Her partner ({Otis}) came.", "wrong milk ({Begum}) given", "wrong chart ({Khan})", "Seen in clinic ({Otis Bell})."},
		"places after at": {"ambulance station at Weston was closed", "GP surgery at Hadley.", "staying at the house of {Leila}.", "the review at {Fatima}'s request"},
		"wards":           {"outside Seacole Ward. Then she left.", "outside Rowan Ward.", "{Helen Ward} rang.", "The ward called {Poppy} at 3."},
		"other cases":     {"Second this month, see DW-60117.", "see also TR-88123.", "Senior investigator's reference 24-0917.", "Patient ref {24-0917}.", "{Sara Holt}, {DR-558013}."},
		"houses": {
			"Sent to {9 The Paddocks, Little Orme} but woman moved.", "Letter to {12 The Hollies}.", "Home visit {14 The Poplars} day 5.", "Moved to {Flat 2, 6 The Beeches, Leeds}.",
			"Transferred to 9 The Trust beds.", "On day 9 The Mother called.", "Table 4 The Reviewers, by grade", "Sent to 2 The Midwives asked for a ruling.", "Moved to room 9 The Willows ward.",
			"3 The Steps, Actions",
		},
	} {
		t.Run(family, func(t *testing.T) {
			for _, phrase := range phrases {
				if diff := cmp.Diff(phrase, marked(m, phrase)); diff != "" {
					t.Errorf("(-want +got):\n%s", diff)
				}
			}
		})
	}
}
