package dates_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/audit/audittest"
)

// Deaths that their own dates contradict are one finding a sheet, with their rows.
func TestDeathBeforeBirth(t *testing.T) {
	r := audittest.Run(t, nil, audittest.File{"list.csv", audittest.Lines("MBRRACE ID,Date of birth,Date of death,Type of death,Gestation,Ethnicity",
		"90001/1,14/05/2026,13/05/2026,Neonatal death,abc,A", "90002/1,14/05/2026,13/05/2026,Stillbirth,38+1,A", "90003/1,14/05/2026,13/05/2026,Neonatal death,20-40 weeks,A")})
	var got []string
	for _, f := range r.Findings {
		if f.ID == "death/before-birth" || f.ID == "gestation/unreadable" {
			got = append(got, f.String())
		}
	}
	want := []string{
		"list.csv, row 2, column C: 2 dates of death of babies born alive lie before the date of birth (rows 2, 4)",
		"list.csv, row 2, column E: this gestation cannot be read; look at cell E2 in the file",
		"list.csv, row 4, column E: this gestation cannot be read; look at cell E4 in the file",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
