package source

import (
	"slices"
	"strings"
	"testing"

	"siequity/incidents/field"
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
		{"datix", "imd", "IMDDecile|IMD percentile|Deprivation percentile|IMD decile of LSOA|Deprivation rank|Deprivation score"},
		{"datix", "lsoa", "LSOA code (2011)|LSOA 2021 code|LSOA11CD|LSOA code (2021)|LSOA (2011)|Patient LSOA|Mother's LSOA code|lsoa21cd|LSOA code of residence|Lower Layer Super Output Area code|LSOA (for IMD)"},
		{"datix", "", "LSOA name|LSOA11NM|LSOA name (2011)|Lower layer super output area name|GP LSOA|LSOA population|Number of incidents|Incident location ID|Linked incident ref|MNSI notified|StEIS reported no|Incident category number|StEIS/Datix number|LFPSE no harm|Incident reported by ID"},
		{"datix", "organisation", "Site/Trust|Trust / site|Hospital/Trust|Organisation/Site|Site / organisation|Name of trust|Trust or site"},
		{"mnsi", "datix_ref", "Local incident no|Local incident number|Incident ref|Incident no.|Local ID|Trust incident ref|Local incident ID|Datix incident number|Incident reference number|Local ref no|Trust ref no|Local Datix no|Datix/local ref|Trust Datix number|Internal reference"},
		{"steis", "datix_ref", "Other references|Other reference|Local incident number|Local incident no|Incident ref|Trust incident no"},
		{"datix", "mnsi_ref", "HSIB/MNSI no|MNSI/HSIB no|MNSI case no|HSIB ID|MNSI ref no|HSIB / MNSI number"},
		{"datix", "steis_ref", "StEIS ref no|STEIS incident number|StEIS log ref|SUI/StEIS no|StEIS case number"},
		{"datix", "pmrt_ref", "PMRT case no|MBRRACE-UK no|PMRT ref no|MBRRACE/PMRT number"},
		{"datix", "lfpse_ref", "LFPSE ref no|LFPSE record number|LFPSE event no"},
	}
	for _, tt := range tests {
		table := tableOf(tt.source)
		for h := range strings.SplitSeq(tt.headings, "|") {
			cells := append(strings.Split(beside[tt.source], ","), h)
			m := table.Map(cells, nil)
			got := ""
			if c := m.Columns[len(cells)-1]; c.Field >= 0 {
				got = table.Fields[c.Field].Name
			}
			if got != tt.field {
				t.Errorf("%s: %q is taken for %q, want %q", tt.source, h, got, tt.field)
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
		table, got := tableOf(tt.source), ""
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

func tableOf(source string) field.Table {
	all := Tables()
	return all[slices.IndexFunc(all, func(t field.Table) bool { return t.Source == source })]
}
