package incidents

import (
	"strings"
	"testing"
)

// Headings that exports use for a field, beside the columns that make the source
// plain.
func TestHeadings(t *testing.T) {
	beside := map[string]string{
		"datix": "Approval status,Handler,Sub category,Specialty,Ethnicity",
		"steis": "CCG/CSU Name,Region - Geography,Legal Status of Patient,Type of Incident,Ethnic group",
		"lfpse": "Revision,Patient no.,L003 - Service Area,OT001 - Physical harm,PatientEthnicity",
		"mnsi":  "Referral criteria,Family consent,Accepted by MNSI,Ethnicity",
	}
	tests := []struct{ source, field, headings string }{
		{"datix", "datix_ref", "DCIQ ID|DCIQ reference|InPhase ID|Datix reference number|Datix Web No|IR1|IR1 number|Ulysses ID|W number|Form ID|Ref|Datix ID"},
		{"lfpse", "lfpse_ref", "Event reference|Record reference|Incident reference|Unique reference|LFPSE Unique ID|LFPSE incident ID|Reference"},
		{"steis", "steis_ref", "SUI ref|SI reference number|Log No"},
		{"mnsi", "mnsi_ref", "MNSI/HSIB ref|HSIB reference|MNSI ID|Ref"},
		{"datix", "harm", "Harm caused|Actual impact|Impact|Patient harm|Harm grading|Result/Harm|Severity"},
		{"steis", "harm", "Harm caused|Actual impact|Patient harm"},
		{"datix", "incident_date", "Date|Inc. date|When did the incident occur?|Date happened|Incident occurred on|Date of incident"},
		{"steis", "incident_date", "Date|Incident occurred on"},
		{"lfpse", "incident_date", "Date|Date happened"},
		{"datix", "imd", "IMDDecile"},
	}
	for _, tt := range tests {
		table := only(Tables(), tt.source)[0]
		for h := range strings.SplitSeq(tt.headings, "|") {
			cells := append(strings.Split(beside[tt.source], ","), h)
			m := table.Map(cells, nil)
			if c := m.Columns[len(cells)-1]; c.Field < 0 || table.Fields[c.Field].Name != tt.field {
				t.Errorf("%s: %q is not taken for %s", tt.source, h, tt.field)
			}
		}
	}
}

// A vague heading gives way to a plain one and is never counted twice.
func TestVagueHeadings(t *testing.T) {
	tests := []struct{ source, headings, vague, field string }{
		{"datix", "Ref,Date,Incident date,Severity", "Date", ""},
		{"datix", "Ref,Date,Date reported,Severity", "Date", "incident_date"},
		{"datix", "Ref,Incident date,Impact,Severity", "Impact", ""},
		{"mnsi", "MNSI ref,Date,Ethnicity", "Date", ""},
	}
	for _, tt := range tests {
		table, got := only(Tables(), tt.source)[0], ""
		m := table.Map(strings.Split(tt.headings, ","), nil)
		for _, c := range m.Columns {
			if c.Heading == tt.vague && c.Field >= 0 {
				got = table.Fields[c.Field].Name
			}
		}
		if got != tt.field || len(m.Clashes) > 0 {
			t.Errorf("%s in %q is taken for %q, with %d clashes; want %q", tt.vague, tt.headings, got, len(m.Clashes), tt.field)
		}
	}
}
