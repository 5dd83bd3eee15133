package masking_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/rules/masking"
)

// TestHomes holds homes that are a house's name and a village's only, dates with a shortened month, and sayings with a forename.
func TestHomes(t *testing.T) {
	m := masking.New(masking.Options{})
	for family, phrases := range map[string][]string{
		"villages that begin with a small word": {
			"Sent to the wrong village ({Pound Cottage, Over Wexfield}).", "Ambulance sent to {Mill Cottage, Under Barrow} by mistake.",
			"She was at {Cherry Tree Cottage, Out Newton} with no signal.", "Letter to {Hill Farm, Up Holland}, came back.", "Taxi sent to {Quarry Farm, near Askby}.",
			"Health visitor went to {The Forge, Over Compton}.", "{The Old Vicarage, Kirkby Over}, {ZZ4 6TH}",
		},
		"premises before a bracket": {"Crew went to the wrong house ({Tarn Cottage}).", "sent to the wrong house (no number).", "wrong house (Google Maps)."},
		"wards and bodies": {
			"Handed over to Rowan House, Over 30 women waited.", "Sent to ward (Willow Lodge).", "On Garden Suite (Cedar House).", "Moved to the lodge (Birch Lodge Unit).",
			"Cedar Lodge, the midwife led unit, was shut.", "Parked near Manor Farm.",
		},
		"shortened months":       {"DoB {14th Feb. 1996}", "DOB {3 Sept. 1991}", "born {3 Jan. 90}", "DOB: {Oct. 3, 1991}", "D.O.B. {third Dec. 1988}"},
		"months that end it all": {"Seen on 3 Jan. 12 women waited.", "Due 1 Sept. 40 beds.", "Panel met 4 Feb. 2024 was the last year."},
		"sayings":                {"She used aloe vera gel.", "No time for feng shui here.", "a tommy tippee bottle, a moses basket", "a marie curie nurse"},
		"nobody":                 {"'Mrs X, Asian, 32, P2'", "Midwife Unknown. Doctor Unknown.", "Mrs {X. Tarrant} rang."},
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
