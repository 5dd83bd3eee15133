package intake_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/audit"
	"siequity/audit/audittest"
	"siequity/audit/demo"
	"siequity/audit/intake"
	"siequity/incidents"
	"siequity/incidents/field"
)

// Columns that were not taken for any field are told of where their values matter, and by their headings alone.
func TestNotUsed(t *testing.T) {
	const datix = "Ref,Incident date,Specialty,Approval status,"
	tests := []struct{ name, heading, values, want string }{
		{"areas", "Neighbourhood code", "E01000001|E01000002|", "area codes: lsoa"},
		{"postcodes", "Home", "B15 2TT|LS1 4JL|", "postcodes: postcode"},
		{"ethnic labels", "Group", "White - British|Pakistani|Any other Asian background", "ethnic categories: ethnicity"},
		{"ethnic codes", "Self-described origin", "A|J|N", ""},
		{"numbers of StEIS", "Linked", "2026/10432|2026/10433", "numbers of StEIS (serious incidents): steis_ref"},
		{"numbers of MNSI", "External body", "MI-012345|TBC|MI-012346", "numbers of MNSI / HSIB tracker: mnsi_ref"},
		{"numbers of two systems", "StEIS/LFPSE number", "12345|67890", "references: steis_ref or lfpse_ref"},
		{"an answer about interpreters", "Interpreter booked", "Yes|No", "answers: interpreter_need or interpreter_used"},
		{"an answer about language", "Language line", "Y|N|Y", "answers: language_answer"},
		{"a baby's number of the system itself", "See also", "W123|W124", ""},
		{"days", "Seen on", "2026-04-01|2026/05/01", ""},
		{"another person's ethnicity", "Ethnicity of partner", "White British|Indian", ""},
		{"countries and languages", "Nationality", "Irish|Indian", ""},
		{"wards", "Bed", "W12|W13", ""},
		{"the hospital's postcode", "Hospital postcode", "B15 2TG|B15 2TG", ""},
		{"answers to another question", "Escalated", "Yes|No", ""},
		{"plain words", "Remark", "Seen|Not seen|Other|Unknown", ""},
		{"a name of an area", "LSOA name", "Invented 001A|Invented 001B", ""},
		{"the harm as first graded", "Initial level of harm", "Low|Moderate|No harm", "degrees of harm: harm"},
		{"the harm as reported", "Severity (reporter)", "Low|Severe", "degrees of harm: harm"},
		{"a harm that might have been", "Potential severity", "Low|Severe", ""},
		{"the gravity of an illness", "Pain scale", "Severe|Moderate", ""},
		{"a language", "Language at home visit", "Urdu|Polish|English", "languages: language"},
		{"a language of a leaflet for a partner", "Partner language", "Urdu|Polish", ""},
		{"a culture of blood", "Blood culture taken?", "Yes|No", ""},
		{"a culture, asked the wrong way round", "Culture not considered", "Yes|No", "answers: culture_answer"},
		{"tenths", "Derived deprivation (tenths)", "1|7|10", "deprivation: imd"},
		{"tenths of the practice", "GP practice deprivation tenths", "1|7|10", ""},
		{"a state", "Progress state", "Rejected|Being reviewed", "approvals: status"},
		{"a trust", "Trust involved", "Eastmoor NHS Foundation Trust|Westhaven NHS Trust", "organisations: organisation"},
		{"mostly blank", "Neighbourhood code", "||||||E01000001", "area codes: lsoa"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			export := datix + tt.heading + "\n"
			for v := range strings.SplitSeq(tt.values, "|") {
				export += "W1,01/05/2026,Maternity,Final," + v + "\n"
			}
			r := audittest.Run(t, nil, audittest.File{"a.csv", export})
			got := ""
			for _, f := range r.Findings {
				if f.ID == "mapping/not-used" {
					_, got, _ = strings.Cut(f.What, "\" (")
					got = strings.TrimSuffix(got, ")")
					for v := range strings.SplitSeq(tt.values, "|") {
						if v != "" && strings.Contains(f.What+f.Hint, v) {
							t.Errorf("the finding shows a value: %s", f.What)
						}
					}
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// One finding for a sheet names all such columns; a column that the user leaves out, or that has its own finding, is no matter.
func TestNotUsedOnce(t *testing.T) {
	export := audittest.Lines("Ref,Incident date,Specialty,Approval status,Home,Booked interpreter,Ethnicity,Ethnicity", "W1,01/05/2026,Maternity,Final,B15 2TT,Yes,Indian,Irish")
	r := audittest.Run(t, nil, audittest.File{"a.csv", export})
	var got []string
	for _, f := range r.Findings {
		if f.ID == "mapping/not-used" {
			got = append(got, f.Where()+": "+f.What+" | "+f.Hint)
		}
	}
	want := []string{`a.csv, row 1: columns are not used though their values look as if they matter: E "Home" (postcodes: postcode), F "Booked interpreter" (answers: interpreter_need or interpreter_used) | ` +
		`name the field of each under columns: in siequity.yaml, or ignore`}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	r = audittest.Run(t, func(c *audit.Config) {
		c.Inputs[0].Statement = incidents.Statement{Columns: field.Overrides{"Home": "ignore", "Booked interpreter": "interpreter_need"}}
	}, audittest.File{"a.csv", export})
	for _, f := range r.Findings {
		if f.ID == "mapping/not-used" {
			t.Error(f)
		}
	}
}

// Ordinary exports have nothing of the kind.
func TestNotUsedInOrdinaryExports(t *testing.T) {
	dir := t.TempDir()
	if err := demo.Write(dir); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(dir, "exports", "*"))
	if err != nil || len(files) == 0 {
		t.Fatal("no exports", err)
	}
	r := audittest.Run(t, func(c *audit.Config) {
		for _, f := range files {
			c.Inputs = append(c.Inputs, intake.Input{Path: f})
		}
	})
	for _, f := range r.Findings {
		if f.ID == "mapping/not-used" {
			t.Error(f)
		}
	}
}
