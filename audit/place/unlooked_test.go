package place_test

import (
	"testing"

	"siequity/audit/audittest"
	"siequity/audit/measure"
)

// Postcodes that no file was given for are not known, and nobody's failure.
func TestWithoutLookups(t *testing.T) {
	const head = "Ref,Incident date,Specialty,Postcode"
	tests := []struct {
		name     string
		text     string
		want     measure.Tally
		unlooked bool
	}{
		{"postcodes", audittest.Lines(head, "W1,14/05/2026,Obstetrics,LS2 9JT", "W2,14/05/2026,Obstetrics,"), measure.Tally{Unknown: 2}, true},
		{"and a family of no fixed abode", audittest.Lines(head, "W1,14/05/2026,Obstetrics,LS2 9JT", "W2,14/05/2026,Obstetrics,ZZ99 3VZ"), measure.Tally{Unknown: 2}, true},
		{"areas", audittest.Lines("Ref,Incident date,Specialty,LSOA code", "W1,14/05/2026,Obstetrics,E01000001"), measure.Tally{Unknown: 1}, true},
		{"deciles beside them", audittest.Lines(head+",IMD 2019 decile (1 = most deprived)", "W1,14/05/2026,Obstetrics,LS2 9JT,3", "W2,14/05/2026,Obstetrics,LS2 9JT,", "W3,14/05/2026,Obstetrics,,"),
			measure.Tally{Pass: 1, Fail: 1, Unknown: 1}, true},
		{"nothing to look up", audittest.Lines(head, "W1,14/05/2026,Obstetrics,"), measure.Tally{Fail: 1}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := audittest.Run(t, nil, audittest.File{"datix.csv", tt.text})
			if got := r.Book.Sum("equity/deprivation-known", measure.Place{}, ""); got != tt.want {
				t.Errorf("counted %+v, want %+v", got, tt.want)
			}
			if got := r.Unlooked(); got != tt.unlooked {
				t.Errorf("unlooked %v", got)
			}
		})
	}
}
