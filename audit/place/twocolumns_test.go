package place_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/audit/audittest"
)

// Of two deprivation columns that of the run's edition goes first, and one that is blank
// gives way to the other.
func TestTwoColumns(t *testing.T) {
	const head = "Ref,Incident date,Specialty,"
	tests := []struct {
		name, heads string
		cells       []string
		want        string
	}{
		{"editions", "IMD 2025 decile (1 = most deprived),IMD 2019 decile (1 = most deprived)", []string{"1,9", ",9", "1,"}, "value_given/9/5/2019 value_given/9/5/2019 value_given/1/1/2025"},
		{"editions in order", "IMD 2019 decile (1 = most deprived),IMD 2025 decile (1 = most deprived)", []string{"9,1", "9,", ",1"}, "value_given/9/5/2019 value_given/9/5/2019 value_given/1/1/2025"},
		{"decile and quintile", "IMD decile (1 = most deprived),IMD quintile (1 = most deprived)", []string{"9,5", ",2", "9,", ","}, "value_given/9/5/2019 value_given/0/2/2019 value_given/9/5/2019 missing/0/0/2019"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			text := head + tt.heads + "\n"
			for i, c := range tt.cells {
				text += "W" + string(rune('1'+i)) + ",14/05/2026,Obstetrics," + c + "\n"
			}
			r := audittest.Run(t, nil, audittest.File{"datix.csv", text})
			var got []string
			for _, rec := range r.Records {
				got = append(got, audittest.ToldPart(r, rec, "imd"))
			}
			if d := cmp.Diff(tt.want, strings.Join(got, " ")); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
		})
	}
}
