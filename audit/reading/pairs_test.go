package reading_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/audit"
	"siequity/audit/audittest"
	"siequity/audit/cases"
	"siequity/incidents/field"
)

// A label and a code beside it are one answer: one alone speaks for both, and two that
// differ are a conflict, of which the group is kept where both are of one.
func TestLabelAndCode(t *testing.T) {
	tests := []struct{ label, code, want, group, row string }{
		{"Indian", "H", "H/valid", "Asian", "Asian"},
		{"Indian", "J", "conflict", "Asian", "Asian"},
		{"Indian", "A", "conflict", "", cases.RowNotKnown},
		{"", "K", "K/valid", "Asian", "Asian"},
		{"Indian", "", "H/valid", "Asian", "Asian"},
		{"Not known", "H", "H/valid", "Asian", "Asian"},
		{"Indian", "99", "H/valid", "Asian", "Asian"},
		{"Not stated", "A", "conflict", "", cases.RowNotKnown},
		{"Not stated", "Z", "Z/not_stated", "", cases.RowNotStated},
		{"Not stated", "", "Z/not_stated", "", cases.RowNotStated},
		{"Martian", "A", "A/valid", "White", "White"},
		{"", "", "missing", "", cases.RowNotKnown},
	}
	for _, tt := range tests {
		t.Run(tt.label+" "+tt.code, func(t *testing.T) {
			t.Parallel()
			for _, stated := range []bool{false, true} {
				heads, change := "Ethnic category,Ethnic category code", func(*audit.Config) {}
				if stated {
					heads = "Label of it,Code of it"
					change = func(c *audit.Config) {
						c.Inputs[0].Statement.Columns = field.Overrides{"Label of it": "ethnicity", "Code of it": "ethnicity"}
					}
				}
				r := audittest.Run(t, change, audittest.File{"datix.csv", audittest.Lines("Ref,Incident date,Specialty,"+heads, "W1,14/05/2026,Obstetrics,"+tt.label+","+tt.code)})
				rec := r.Records[0]
				if d := cmp.Diff([]string{tt.want, tt.group, tt.row}, []string{audittest.ToldPart(r, rec, "eth"), rec.Ethnicity.Group, r.View(1).Bucket}); d != "" {
					t.Errorf("stated %v (-want +got)\n%s", stated, d)
				}
			}
		})
	}
}

// A conflict within one record keeps the group that both answers are of, in the tables as
// in the list of records.
func TestConflictWithinAGroup(t *testing.T) {
	r := audittest.Run(t, nil, audittest.File{"datix.csv", audittest.Lines("recordid,inc_dincident,inc_specialty,inc_ethnicity,con_ethnicity",
		"101,01/05/2026,OBS,H,K", "102,02/05/2026,OBS,A,K")})
	var got []string
	for i, rec := range r.Records {
		got = append(got, string(rec.Ethnicity.Status)+" "+rec.Ethnicity.Group+" "+r.View(i+1).Bucket)
	}
	if d := cmp.Diff([]string{"conflict Asian Asian", "conflict  " + cases.RowNotKnown}, got); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}
