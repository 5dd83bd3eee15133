package organisation_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/audit"
	"siequity/audit/audittest"
	"siequity/audit/organisation"
	"siequity/audit/project"
)

// A column of more names than there are numbers gives no record to another's
// organisation.
func TestTooManyOrganisations(t *testing.T) {
	var b strings.Builder
	b.WriteString("Ref,Incident date,Specialty,Trust\n")
	const names = 66_000
	for i := range names {
		fmt.Fprintf(&b, "W%d,01/05/2026,Maternity,Moor %s\n", i+1, letters(i))
	}
	b.WriteString("V1,01/05/2026,Maternity,Vale\nV2,01/05/2026,Maternity,Vale\n")
	r := audittest.Run(t, func(c *audit.Config) { c.Evidence = false }, audittest.File{"datix.csv", b.String()})
	wrong, unstated := 0, 0
	for i, rec := range r.Records {
		want := "Vale"
		if i < names {
			want = "Moor " + letters(i)
		}
		switch got := r.Organisations[rec.Organisation]; {
		case got == organisation.Unstated && i < names:
			unstated++
		case got != want:
			wrong++
		}
	}
	if wrong > 0 || unstated < names-1<<16 || unstated > names-1<<16+4 {
		t.Errorf("%d records are of a wrong organisation, %d of none", wrong, unstated)
	}
	if d := cmp.Diff([]string{"organisation/too-many datix.csv:1"}, audittest.FindingsOf(r, "organisation/")); d != "" {
		t.Error(d)
	}
}

// letters writes a number in letters, so that it is no code.
func letters(n int) string {
	word := ""
	for range 4 {
		word = string(rune('a'+n%26)) + word
		n /= 26
	}
	return word
}

// One trust under its several names is one organisation; what cannot be known is asked.
func TestOrganisationNames(t *testing.T) {
	tests := []struct {
		name     string
		given    []string            // organisation of each record
		stated   map[string][]string // organisations: of siequity.yaml
		want     string              // organisation shown, and its records
		findings string
	}{
		{"forms of a foundation trust", []string{"Northmere NHS FT", "Northmere NHS Foundation Trust", "Northmere NHS Foundation Trust", "THE NORTHMERE N.H.S. FOUNDATION TRUST", "northmere foundation trust", "Northmere NHSFT", "Northmere FT"}, nil,
			"Northmere NHS Foundation Trust 7", ""},
		{"before and after", []string{"Northmere NHS Trust", "Northmere NHS Foundation Trust", "Northmere NHS Trust"}, nil, "Northmere NHS Trust 3", "organisation/renamed"},
		{"kept apart by the user", []string{"Northmere NHS Trust", "Northmere NHS FT"}, map[string][]string{"Northmere NHS Trust": nil, "Northmere NHS Foundation Trust": nil},
			"Northmere NHS Foundation Trust 1, Northmere NHS Trust 1", ""},
		{"stated in one form, written in another", []string{"northmere nhs ft", "RX1"}, map[string][]string{"Northmere NHS Foundation Trust": {"RX1"}}, "Northmere NHS Foundation Trust 2", ""},
		{"site of a trust", []string{"RX1", "RX101", "rx1", "RX1AA", "RX1"}, nil, "RX1 5", "organisation/site-code"},
		{"site of a trust that is stated", []string{"RX101", "Northmere NHS Trust"}, map[string][]string{"Northmere NHS Trust": {"RX1"}}, "Northmere NHS Trust 2", "organisation/site-code"},
		{"site without its trust", []string{"RX101", "RY2"}, nil, "RX101 1, RY2 1", ""},
		{"a site kept apart by the user", []string{"RX101", "RX1"}, map[string][]string{"RX101": nil}, "RX1 1, RX101 1", ""},
		{"words that are no codes", []string{"Royal", "ROY", "ROY24"}, nil, "ROY 2, Royal 1", "organisation/codes-and-names organisation/site-code"},
		{"codes and names", []string{"RX1", "Northmere NHS Trust", "RX1"}, nil, "Northmere NHS Trust 1, RX1 2", "organisation/codes-and-names"},
		{"other trusts", []string{"Northmere NHS Trust", "Southmere NHS Trust", "Northmere Partnership NHS Trust"}, nil, "Northmere NHS Trust 1, Northmere Partnership NHS Trust 1, Southmere NHS Trust 1", ""},
		{"punctuation", []string{"Women's & Children's NHS Trust", "Womens and Childrens NHS Trust"}, nil, "Women's & Children's NHS Trust 2", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			export := "Ref,Incident date,Specialty,Approval status,Trust\n"
			for i, o := range tt.given {
				export += fmt.Sprintf("W%d,01/05/2026,Maternity,Final,%s\n", i+1, o)
			}
			r := audittest.Run(t, func(c *audit.Config) { c.Project.Organisations = tt.stated }, audittest.File{"datix.csv", export})
			counts := map[string]int{}
			for _, rec := range r.Records {
				counts[r.Organisations[rec.Organisation]]++
			}
			var got []string
			for name, n := range counts {
				got = append(got, fmt.Sprint(name, " ", n))
			}
			slices.Sort(got)
			if diff := cmp.Diff(tt.want, strings.Join(got, ", ")); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(tt.findings, audittest.FoundIDs(r)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Two names that fold alike give the same organisation on every run, and a name
// that is shown comes before another's name for it.
func TestContestedNames(t *testing.T) {
	for range 20 {
		n := organisation.New(0, nil, project.Project{Organisations: map[string][]string{"Eastmoor NHS Trust": {"Moor", "Northmoor"}, "Westmoor NHS Trust": {"moor"}, "Northmoor": nil}})
		for name, want := range map[string]string{"moor": "Eastmoor NHS Trust", "MOOR": "Eastmoor NHS Trust", "Northmoor": "Northmoor"} {
			if got := n.Shown(name); got != want {
				t.Fatalf("%s is shown as %s, want %s", name, got, want)
			}
		}
	}
}

// What is said of organisations names them, with their records, and the way out.
func TestOrganisationFindings(t *testing.T) {
	r := audittest.Run(t, nil, audittest.File{"a.csv", audittest.Lines("Ref,Incident date,Specialty,Approval status,Trust", "W1,01/05/2026,Maternity,Final,RX1", "W2,01/05/2026,Maternity,Final,RX101",
		"W3,01/05/2026,Maternity,Final,Northmere NHS Trust", "W4,01/05/2026,Maternity,Final,Northmere NHS FT", "W5,01/05/2026,Maternity,Final,RX101")})
	var got []string
	for _, f := range r.Findings {
		got = append(got, f.ID+": "+f.What+" | "+f.Hint)
	}
	want := []string{
		`organisation/codes-and-names: the records name organisations by code and by name, and no code is matched with a name: RX1 (3 records); Northmere NHS FT (2 records) | write under organisations: in siequity.yaml which code is whose (name of the trust: [its code]); until then they count as different organisations, and local numbers of one are not linked with those of another`,
		`organisation/renamed: these names differ only in NHS Trust and NHS Foundation Trust, and count as one organisation: Northmere NHS FT, Northmere NHS Trust | if they are two, name each under organisations: in siequity.yaml, such as "Northmere NHS Trust": []`,
		`organisation/site-code: site codes count with the trust whose code they begin with: RX101 with RX1 (2 records) | if a site is an organisation of its own, name it under organisations: in siequity.yaml, such as RX101: []`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A name that may be a person's is counted and not shown, and a bare number is no
// organisation.
func TestOrganisationsNotShown(t *testing.T) {
	rows := []string{"Ref,Incident date,Specialty,Approval status,Trust"}
	for i, trust := range []string{"RX1", "87654321", "Dr Patel", "Holroyd", "Vale Hospital", "Moor", "Moor", "Moor", "Moor", "Moor"} {
		rows = append(rows, fmt.Sprintf("W%d,01/05/2026,Maternity,Final,%s", i, trust))
	}
	r := audittest.Run(t, nil, audittest.File{"a.csv", audittest.Lines(rows...)})
	const want = "the records name organisations by code and by name, and no code is matched with a name: RX1 (1 record); Moor (5 records); Vale Hospital (1 record); and 2 other names"
	for _, f := range r.Findings {
		if f.ID == "organisation/codes-and-names" && f.What != want {
			t.Errorf("got  %s\nwant %s", f.What, want)
		}
	}
	if got, want := audittest.FoundIDs(r), "organisation/codes-and-names label/identifies"; got != want {
		t.Errorf("findings %q, want %q", got, want)
	}
	if slices.Contains(r.Organisations, "87654321") {
		t.Error("a bare number is shown as an organisation")
	}
}

// A number shared through a third list is one trust's, however each export names the trust.
func TestOrganisationLinks(t *testing.T) {
	r := audittest.Run(t, func(c *audit.Config) {
		c.Project = project.Project{Dir: c.Project.Dir, Vintage: 2019, Link: project.Link{Days: -1}}
	},
		audittest.File{"datix.csv", audittest.Lines("Ref,Incident date,Specialty,Approval status,Trust", "W777,03/06/2026,Maternity,Final,Northmere NHS FT")},
		audittest.File{"pmrt.csv", audittest.Lines("PMRT case ID,Trust,Type of death,Date of death,Datix ref", "90001,Northmere NHS Foundation Trust,Stillbirth,03/06/2026,W777")})
	if r.Cases.Total != 1 {
		t.Errorf("%d cases, want 1", r.Cases.Total)
	}
}
