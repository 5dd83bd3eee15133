package audit_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/audit"
	"siequity/audit/audittest"
)

func TestMessyExports(t *testing.T) {
	tests := []struct {
		name     string
		change   func(c *audit.Config)
		files    []audittest.File
		parts    string
		want     string
		findings string
	}{
		{"a StEIS release that is a sample", audittest.In("2026/27-Q1"), []audittest.File{{"steis.csv", audittest.Lines("StEIS - Data - Confidential", "", "Patient Safety Data Request", "",
			"\"Number of Incidents retrieved by the search strategy: 412\"", "Number of Incidents in Sample: 300", "",
			"Log No,Organisation reporting SI on STEIS,CCG/CSU Name,Status,Created on,Date of Incident:,Modified Date,Care Sector,Clinical Area:,Clinical Area: (Other):,Type of Incident,Description of what happened:,Internal Inverstigation Required",
			"2026/4821,VALE,Vale,Open,02/04/2026 09:11:10,01/04/2026,09/04/2026;10/03/2027,Acute,Obstetrics,,Maternity/Obstetric incident meeting SI criteria: mother only,A telephone interpreter was used at triage.,Yes",
			"StEIS 2026-04821,Vale,Vale,Open,02/04/2026 09:11:10,01/04/2026,11/12/2026,Acute,Obstetrics,,Maternity/Obstetric incident meeting SI criteria: mother only,,Yes",
			"2026/4822,VALE,Vale,De-logged,02/04/2026 09:11:10,01/05/2026,09/04/2026,Acute,Obstetrics,,Maternity/Obstetric incident,,Yes",
			"2026/4823,VALE,Vale,Open,02/04/2026 09:11:10,31/03/2026,,Acute,Obstetrics,,Maternity/Obstetric incident,,Yes",
			"2026/4824,VALE,Vale,Open,02/04/2026 09:11:10,,,Acute,Obstetrics,,Maternity/Obstetric incident,,Yes",
			"2026/4825,VALE,Vale,Open,02/04/2026 09:11:10,30/06/2026,,Acute,,,Pressure ulcer meeting SI criteria,,Yes")}},
			"left org date period eth con",
			audittest.Lines("steis:2026/4821 used VALE 2026-04-01 2026/27-Q1 field_absent absent absent considered:text",
				"steis:StEIS 2026-04821 left out: superseded VALE 2026-04-01 2026/27-Q1 field_absent absent absent absent",
				"steis:2026/4822 left out: withdrawn or de-logged VALE 2026-05-01 2026/27-Q1 field_absent absent absent absent",
				"steis:2026/4823 left out: outside the period VALE 2026-03-31 2025/26-Q4 field_absent absent absent absent",
				"steis:2026/4824 left out: no readable date, so the period is not known VALE   field_absent absent absent absent",
				"steis:2026/4825 left out: not maternity or neonatal VALE 2026-06-30 2026/27-Q1 field_absent absent absent absent"),
			"sheet/sample date/left-out"},
		{"a DATIX report", audittest.In("2026/27-Q1"), []audittest.File{{"datix.csv", "\ufeffIncidents in maternity\nCriteria: date between 01/04/2026 and 30/06/2026\n\n" + audittest.Lines(
			"Ref,Incident date,Reported,Reported by,Type,Category,Sub-category,Grade,Severity,Result,Location (exact),Specialty,Handler,Approval status,Ethnicity,First language",
			"W1,03/04/2026,04/04/2026,A Person,Patient,Maternity,Haemorrhage,High,Low (Minimal harm - extra observation),Harm,Labour ward,Obstetrics,B Person,Final,A - White British,English",
			"W2,46156,04/04/2026,A Person,Patient,Maternity,Haemorrhage,High,Catastrophic,Harm,Labour ward,Obstetrics,B Person,Rejected,Pakistani,Urdu",
			"W3,2026-05-14T09:30:00+01:00,04/04/2026,A Person,Patient,Maternity,Haemorrhage,High,Severe,Harm,Labour ward,Obstetrics,B Person,Duplicate,Pakistani,Urdu",
			"W4,14.5.26,04/04/2026,A Person,Patient,Maternity,Haemorrhage,High,wobbly,Harm,Labour ward,Obstetrics,B Person,Open,Not stated,Urdo",
			"W5,31/02/2026,04/04/2026,A Person,Patient,Maternity,Haemorrhage,High,None,Harm,Labour ward,Obstetrics,B Person,Open,,",
			"W6,14 May 2026,04/04/2026,A Person,Patient,Slips,Fall,High,None,Harm,Ward 7,Orthopaedics,B Person,Open,White\u00a0British,") +
			"Total,6\n"}},
			"left date harm eth lang",
			audittest.Lines("datix:W1 used 2026-04-03 low A/valid en/valid", "datix:W2 left out: rejected 2026-05-14 death J/valid ur/valid",
				"datix:W3 left out: duplicate 2026-05-14 severe J/valid ur/valid", "datix:W4 used 2026-05-14 unmapped Z/not_stated ur/valid",
				"datix:W5 left out: no readable date, so the period is not known  none missing missing",
				"datix:W6 left out: not maternity or neonatal 2026-05-14 none A/valid missing"),
			"date/left-out date/unreadable export/short-row"},
		{"raw columns of the DATIX database", nil, []audittest.File{{"extract.csv", audittest.Lines(
			"recordid,inc_dincident,inc_category,inc_severity,inc_specialty,rep_approved,inc_ethnicity,link_role,con_type,con_ethnicity,con_language",
			"101,2026-04-05 00:00:00,MATOBS,CATA,OBS,FA,A,EMPL,EMPC,B,en", "101,2026-04-05 00:00:00,MATOBS,CATA,OBS,FA,A,AFFECT,PATC,J,ur",
			"102,2026-04-05 00:00:00,MATOBS,HIGH,OBS,REJECT,A,AFFECT,PATC,,ur", "103,2026-04-05 00:00:00,MATOBS,MEDIUM,OBS,FA,,WITN,WITC,A,ur")}},
			"left harm eth lang",
			audittest.Lines("datix:101 used death conflict ur/valid", "datix:102 left out: rejected severe A/valid ur/valid", "datix:103 used moderate missing missing"), ""},
		{"LFPSE columns in DATIX", nil, []audittest.File{{"datix.csv", audittest.Lines(
			"recordid,inc_dincident,inc_specialty,rep_approved,inc_severity,lfpse_physical_harm,lfpse_psychological_harm,lfpse_patient_ethnicity,lfpse_patient_sequence",
			"1,01/04/2026,Maternity,Final,,1,,32,1", "2,01/04/2026,Maternity,Final,LOW,5,1,52,1", "3,01/04/2026,Maternity,Final,,4,,,1", "3,01/04/2026,Maternity,Final,,2,,11,2")}},
			"harm eth", audittest.Lines("datix:1 death J/valid", "datix:2 low 99/not_known", "datix:3 severe A/valid"), ""},
		{"LFPSE raw, harm running backwards", nil, []audittest.File{{"lfpse.csv", audittest.Lines(
			"Reference,Revision,EntityId,TaxonomyVersion,EventType,T005,L003,P007_AgeBracket,PhysicalHarm,PsychologicalHarm,PatientEthnicity,OccurredOrganisationCode,OutcomeType",
			"L1,1,1,5,1,2026-05-01T00:00:00Z,19,2,5,4,32,RXR,10", "L1,2,1,5,1,2026-05-01T00:00:00Z,19,2,3,4,34,RXR,10 {~@~} 9", "L1,2,2,5,1,2026-05-01T00:00:00Z,19,2,1,4,52,RXR,10",
			"L1,2,2,5,1,2026-05-01T00:00:00Z,19,2,1,4,52,RXR,10", "L2,1,1,4,1,2026-05-01,19,2,4,4,,RXR,", "L3,1,1,5,2,2026-05-01,19,2,4,4,,RXR,", "L4,1,1,5,1,2026-05-01,7,2,4,4,11,RXR,",
			"L5,1,1,5,1,2026-05-01,19 {~@~} 3,2,,1,11,RXR,")}},
			"left org harm eth",
			audittest.Lines("lfpse:L1 left out: superseded RXR none J/valid", "lfpse:L1 used RXR death R/valid", "lfpse:L1 left out: duplicate of lfpse:L1 RXR death 99/not_known", "lfpse:L2 used RXR low field_absent",
				"lfpse:L3 left out: not an incident (risk, outcome or good care) RXR low missing", "lfpse:L4 left out: not maternity or neonatal RXR low A/valid", "lfpse:L5 used RXR severe A/valid"), "harm/two-scales"},
		{"a list of deaths in other words, under a title", audittest.In("2026/27-Q1"), []audittest.File{{"deaths.csv", audittest.Lines("Perinatal deaths log,,,,,,,",
			"Case no,Baby DOB,DOD,Outcome,Gest,PMRT eligible?,If not why,Review commenced,Parents informed of review?,Ethnicity,Lang",
			"91234/1,30/03/2026,02/04/2026,SB,34+2,Y,,01/05/2026,Y,Pakistani,Urdu", "91234/2,30/03/2026,31/03/2026,SB,34+2,Y,,01/05/2026,Y,Pakistani,Urdu",
			"91235,30/03/2026,02/05/2026,NND,23,N,<22 weeks,,,Pakistani,Urdu", "91236,30/03/2026,02/05/2026,TOP,21,,,,,Z,", "91237,30/03/2026,30/06/2026,NND,28,,,,,99,")}},
			"left date period eth lang",
			audittest.Lines("pmrt:91234/1 used 2026-04-02 2026/27-Q1 J/valid ur/valid", "pmrt:91234/2 left out: outside the period 2026-03-31 2025/26-Q4 J/valid ur/valid",
				"pmrt:91235 left out: unsuitable for PMRT: <22 weeks 2026-05-02 2026/27-Q1 J/valid ur/valid", "pmrt:91236 left out: unsuitable for PMRT: termination 2026-05-02 2026/27-Q1 Z/not_stated missing",
				"pmrt:91237 used 2026-06-30 2026/27-Q1 99/not_known missing"), ""},
		{"one trust under several names, another with the same number", func(c *audit.Config) {
			c.Project.Organisations = map[string][]string{"Vale NHS Trust": {"RZZ", "Vale"}}
		}, []audittest.File{{"lmns.csv", audittest.Lines("Ref,Incident date,Specialty,Approval status,Trust", "1,01/05/2026,Maternity,Final,RZZ", "1,01/05/2026,Maternity,Final,vale nhs trust",
			"1,02/05/2026,Maternity,Final,Moor", "2,02/05/2026,Maternity,Final,MOOR", "3,02/05/2026,Maternity,Final,Moor")}},
			"org date case", audittest.Lines("datix:1 Vale NHS Trust 2026-05-01 case-0001", "datix:1 Moor 2026-05-02 case-0002", "datix:2 Moor 2026-05-02 case-0003", "datix:3 Moor 2026-05-02 case-0004"), ""},
		{"one number in the files of two trusts", func(c *audit.Config) { c.Inputs[0].Organisation, c.Inputs[1].Organisation = "Vale", "Moor" },
			[]audittest.File{{"vale.csv", audittest.Lines("Ref,Incident date,Specialty,Approval status", "1,01/05/2026,Maternity,Final")}, {"moor.csv", audittest.Lines("Ref,Incident date,Specialty,Approval status", "1,01/05/2026,Maternity,Final")}},
			"left org", audittest.Lines("datix:1 used Moor", "datix:1 used Vale"), "file/repeated"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := audittest.Run(t, tt.change, tt.files...)
			if diff := cmp.Diff(tt.want, audittest.Told(r, tt.parts)+"\n"); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if diff := cmp.Diff(tt.findings, audittest.FoundIDs(r)); diff != "" {
				t.Errorf("findings (-want +got)\n%s", diff)
			}
		})
	}
}
