package intake_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/audit"
	"siequity/audit/audittest"
	"siequity/audit/intake"
)

func TestFileGivenTwice(t *testing.T) {
	const one = "Incident date,Specialty,Severity,Ethnicity\n01/04/2026,Obstetrics,Low,A\n02/04/2026,Obstetrics,Severe,B\n"
	other := strings.Replace(one, "Severe", "Medium", 1) // of the same size
	r := audittest.Run(t, nil, audittest.File{"a.csv", one}, audittest.File{"b.csv", one}, audittest.File{"c.csv", other}, audittest.File{"d.csv", one})
	if got, want := len(r.Records), 4; got != want {
		t.Errorf("%d records, want %d", got, want)
	}
	if diff := cmp.Diff([]string{"file/repeated b.csv:0", "file/repeated d.csv:0"}, audittest.FindingsOf(r, "file/")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for _, f := range r.Findings {
		if f.ID == "file/repeated" && !strings.Contains(f.What, "a.csv") {
			t.Errorf("%s does not name the file that is counted", f)
		}
	}
	if len(r.Inputs) != 4 || r.Inputs[1].SHA256 != r.Inputs[0].SHA256 || r.Inputs[1].Size == 0 {
		t.Error("the repeated file is not among the inputs with its fingerprint")
	}
}

// A third copy is counted for neither of two organisations again.
func TestFileGivenToOrganisations(t *testing.T) {
	const one = "Incident date,Specialty,Severity,Ethnicity\n01/04/2026,Obstetrics,Low,A\n"
	for stated, want := range map[string]string{
		"One One":         "One;file/repeated b.csv:0",
		"One Two":         "One Two;file/repeated b.csv:0",
		"One Two Two":     "One Two;file/repeated b.csv:0 file/repeated c.csv:0",
		"One Two One Two": "One Two;file/repeated b.csv:0 file/repeated c.csv:0 file/repeated d.csv:0",
		"- Two One":       "Two One;file/repeated a.csv:0 file/repeated c.csv:0",
		"One Two -":       "One Two;file/repeated b.csv:0 file/repeated c.csv:0",
	} {
		t.Run(stated, func(t *testing.T) {
			t.Parallel()
			var files []audittest.File
			for i := range strings.Fields(stated) {
				files = append(files, audittest.File{string(rune('a'+i)) + ".csv", one})
			}
			r := audittest.Run(t, func(c *audit.Config) {
				for i, o := range strings.Fields(stated) {
					c.Inputs[i].Organisation = strings.Trim(o, "-")
				}
			}, files...)
			var counted []string
			for _, rec := range r.Records {
				counted = append(counted, r.Organisations[rec.Organisation])
			}
			if got := strings.Join(counted, " ") + ";" + strings.Join(audittest.FindingsOf(r, "file/"), " "); got != want {
				t.Errorf("got %s, want %s", got, want)
			}
		})
	}
}

// A file that is left out takes no finding of another file with it, though that
// has the same name in another folder.
func TestRepeatedOfOneName(t *testing.T) {
	const one, extra = "Incident date,Specialty,Severity,Ethnicity\n01/04/2026,Obstetrics,Low,A\n", "Incident date,Specialty,Severity,Ethnicity,Language,First language\n01/04/2026,Obstetrics,Low,A,Urdu,Urdu\n"
	r := audittest.Run(t, func(c *audit.Config) {
		dir := filepath.Join(c.Project.Dir, "other")
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "b.csv"), []byte(extra), 0o600); err != nil {
			t.Fatal(err)
		}
		c.Inputs = append(c.Inputs, intake.Input{Path: filepath.Join(dir, "b.csv")})
	}, audittest.File{"a.csv", one}, audittest.File{"b.csv", one})
	if diff := cmp.Diff([]string{"file/repeated b.csv:0", "mapping/two-columns b.csv:1"}, audittest.FindingsOf(r, "file/", "mapping/")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// What siequity.yaml states of one of two is not lost.
func TestFileGivenTwiceStated(t *testing.T) {
	const one = "Incident date,Specialty,Severity,Ethnicity\n01/04/2026,Obstetrics,Low,A\n"
	state := func(c *audit.Config) { c.Inputs[1].Statement.Source = "lfpse" }
	r := audittest.Run(t, state, audittest.File{"a.csv", one}, audittest.File{"b.csv", one})
	if got := audittest.Told(r, ""); got != "lfpse:b.csv:2" {
		t.Errorf("records %s, want that of the file whose source is stated", got)
	}
}
