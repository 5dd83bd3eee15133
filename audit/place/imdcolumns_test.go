package place_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/audit"
	"siequity/audit/audittest"
)

// areas writes an invented index: areas E01001000 and up, ranked in their order.
func areas(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("LSOA code (2011),Index of Multiple Deprivation (IMD) Rank,Index of Multiple Deprivation (IMD) Decile\n")
	for i := range 200 {
		rank := i*164 + 1
		fmt.Fprintf(&b, "E0100%04d,%d,%d\n", 1000+i, rank, decileOf(rank))
	}
	path := filepath.Join(t.TempDir(), "imd.csv")
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func decileOf(rank int) int { return (10*rank + 32843) / 32844 }

func TestDeprivationColumns(t *testing.T) {
	tests := []struct {
		name, heading  string
		values         []string
		want, findings string
	}{
		{"leftovers in a column of deciles", "IMD decile (1 = most deprived)", []string{"01 - Most deprived", "10", "3.0", "4.5", "", "-1", "11", "NFA", "Wales", "Overseas visitor"},
			"value_given/1/1/2019 value_given/10/5/2019 value_given/3/2/2019 invalid/0/0/2019 missing/0/0/2019 missing/0/0/2019 invalid/0/0/2019 no_fixed_abode/0/0/2019 outside_england/0/0/2019 overseas/0/0/2019", ""},
		{"words of hospital statistics", "IMD04_DECILE", []string{"More deprived 10-20%", "Less deprived 10-20%"}, "value_given/2/1/2019 value_given/9/5/2019", ""},
		{"quintiles turned round in words", "IMD quintile", []string{"5 (most deprived)", "1 (least deprived)", "2"}, "value_given/0/1/2019 value_given/0/5/2019 value_given/0/4/2019", ""},
		{"scores", "IMD score", []string{"45.32", "12.1"}, "ambiguous/0/0/2019 ambiguous/0/0/2019", "imd/unusable-column"},
		{"percentiles", "IMD percentile", []string{"99", "3", "NFA"}, "ambiguous/0/0/2019 ambiguous/0/0/2019 no_fixed_abode/0/0/2019", "imd/unusable-column"},
		{"turned round by the heading", "IMD decile (most deprived = 10)", []string{"10", "1"}, "value_given/1/1/2019 value_given/10/5/2019", ""},
		{"a direction that cannot be followed", "IMD decile (reversed)", []string{"10"}, "ambiguous/0/0/2019", "imd/unusable-column"},
		{"another vintage", "IMD 2025 decile (1 = most deprived)", []string{"2"}, "value_given/2/1/2025", "imd/other-vintage"},
		{"a vintage that nobody has here", "IMD 2015 decile (1 = most deprived)", []string{"2", "NFA"}, "ambiguous/0/0/2019 no_fixed_abode/0/0/2019", "imd/unknown-vintage"},
		{"a heading that proves nothing", "Rank_IMD_Decile_2015", []string{"02 - More deprived", "01 - Most deprived"}, "value_given/2/1/2019 value_given/1/1/2019", "imd/vintage-unproved"},
		{"score, rank and decile", "IMD score,IMD rank,\"IMD decile, 1 = most deprived\"", []string{"12.1,32000,10"}, "value_given/10/5/2019", "mapping/two-columns imd/unclear-column"},
		{"addresses in words", "Postcode", []string{"No fixed abode", "Not known", "ZZ99 3VZ", "ZZ99 6CZ", "B15", "Scotland", ""},
			"no_fixed_abode/0/0/2019 address_not_known/0/0/2019 no_fixed_abode/0/0/2019 overseas/0/0/2019 partial/0/0/2019 outside_england/0/0/2019 missing/0/0/2019", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			export := "Ref,Incident date,Specialty,Approval status," + tt.heading + "\n"
			for i, v := range tt.values {
				if !strings.Contains(tt.heading, ",") || strings.HasPrefix(tt.heading, "IMD decile") {
					v = "\"" + v + "\""
				}
				export += fmt.Sprintf("%d,01/05/2026,Maternity,Final,%s\n", i+1, v)
			}
			r := audittest.Run(t, nil, audittest.File{"datix.csv", export})
			var got []string
			for _, rec := range r.Records {
				got = append(got, audittest.ToldPart(r, rec, "imd"))
			}
			if diff := cmp.Diff(tt.want, strings.Join(got, " ")); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if diff := cmp.Diff(tt.findings, audittest.FoundIDs(r, "source/likely")); diff != "" {
				t.Errorf("findings (-want +got)\n%s", diff)
			}
		})
	}
}

// TestDirectionChecked holds that quintiles without words are turned round by the
// areas beside them, and that the question about them is then settled.
func TestDirectionChecked(t *testing.T) {
	export := "Ref,Incident date,Specialty,Approval status,IMD quintile,LSOA\n"
	for i := range 40 {
		quintile := (decileOf(i*5*164+1) + 1) / 2
		export += fmt.Sprintf("%d,01/05/2026,Maternity,Final,%d,E0100%04d\n", i+1, 6-quintile, 1000+i*5)
	}
	export += "41,01/05/2026,Maternity,Final,5,\n"
	table := areas(t)
	r := audittest.Run(t, func(c *audit.Config) { c.Project.IMD = []string{table} }, audittest.File{"datix.csv", export})
	if got, want := audittest.ToldPart(r, r.Records[40], "imd"), "value_given/0/1/2019"; got != want {
		t.Errorf("the last record is %s, want %s", got, want)
	}
	if got, want := audittest.FoundIDs(r, "source/likely"), "imd/column-checked"; got != want {
		t.Errorf("findings %s, want %s", got, want)
	}
}

// TestVintagesApart holds that a value of another index gives way to an area.
func TestVintagesApart(t *testing.T) {
	table := areas(t)
	r := audittest.Run(t, func(c *audit.Config) { c.Project.IMD = []string{table} }, audittest.File{"datix.csv", audittest.Lines("Ref,Incident date,Specialty,Approval status,IMD 2025 decile (1 = most),LSOA",
		"1,01/05/2026,Maternity,Final,9,E01001000", "2,01/05/2026,Maternity,Final,9,")})
	if got, want := audittest.Told(r, "imd"), "datix:1 lsoa_given/1/1/2019\ndatix:2 value_given/9/5/2025"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
