package audit_test

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"siequity/audit"
	"siequity/audit/intake"
	"siequity/audit/project"
	"siequity/audit/report"
	"siequity/incidents/scope"
)

// What identifies the invented women of the quarter. None of it may be written.
const (
	secretNHS      = "9434765919"
	secretPostcode = "AB12 3CD"
	secretBirth    = "17/02/1991"
	secretHospital = "K7654321"
	secretName     = "Zarqua"
	secretPhone    = "07700 900123"
	secretText     = "quadrangle" // a word of a narrative that shows nothing
)

// quarter writes an invented quarter in which every identifier also stands where
// it should not: in a narrative, in a date, in a category.
func quarter(t *testing.T, rows int) []intake.Input {
	t.Helper()
	var datix strings.Builder
	datix.WriteString("Ref,Incident date,Specialty,Approval status,Severity,Role,Ethnicity,First language,NHS number,Postcode,Date of birth,Hospital number,Patient name,Category,Description,Was culture considered?,StEIS number\n")
	roles := []string{"Mother", "Baby", "Midwife", "Patient"}
	labels := []string{"A - White British", "Pakistani", "Not stated", "", "Chinese", "Asian", "wibble", "Black African"}
	for i := range rows {
		narrative := fmt.Sprintf("%s %s of %s rang %s about the %s on %s. Ms %s spoke Urdu and a telephone interpreter was used; NHS %s.", strings.Repeat("Care was given as planned. ", 8),
			secretName, secretPostcode, secretPhone, secretText, secretBirth, secretName, secretNHS)
		fmt.Fprintf(&datix, "W%d,%02d/%02d/2026,Maternity,Final,Low,%s,%s,Urdu,%s,%s,%s,%s,%s Example,Maternity,%q,%s,2026/%d\n",
			i/2, i%27+1, i%3+4, roles[i%4], labels[i/2%8], secretNHS, secretPostcode, secretBirth, secretHospital, secretName, narrative, []string{"Yes", "No", "", "Considered - no impact"}[i%4], i/2)
	}
	fmt.Fprintf(&datix, "X1,%s,Maternity,Final,Low,Mother,Mrs %s NHS %s,Ms %s %s,%s,%s,%s,%s,x,Miss %s %s,x,Ms %s %s,\n", secretNHS, secretName, secretNHS, secretName, secretPhone, secretNHS, secretPostcode, secretBirth, secretHospital,
		secretName, secretPostcode, secretName, secretPhone)
	pmrt := "MBRRACE-UK ID,Type of death,Date of birth,Date of death,Suitable for PMRT,Reason not suitable,Mother's ethnicity,Mother's name,NHS number\n" +
		"91234/1,Stillbirth," + secretBirth + " x,02/05/2026,Yes,,Pakistani," + secretName + "," + secretNHS + "\n" +
		"91235,Neonatal death,30/04/2026,02/05/2026,No,Reviewed elsewhere - NHS number " + secretNHS + ",Pakistani," + secretName + "," + secretNHS + "\n"
	dir := t.TempDir()
	var inputs []intake.Input
	for name, text := range map[string]string{"datix.csv": datix.String(), "pmrt.csv": pmrt} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"datix.csv", "pmrt.csv"} {
		inputs = append(inputs, intake.Input{Path: filepath.Join(dir, name)})
	}
	return inputs
}

// outputs audits the quarter with so many workers and gives every file it writes,
// workbooks as the text in them, and the findings.
func outputs(t *testing.T, inputs []intake.Input, workers int) map[string]string {
	t.Helper()
	period, err := scope.ParsePeriod("all")
	if err != nil {
		t.Fatal(err)
	}
	r, err := audit.Run(context.Background(), audit.Config{Inputs: inputs, Period: period, Evidence: true, Workers: workers, Project: project.Project{Link: project.Link{Days: -1}}}, audit.Nobody{})
	if err != nil {
		t.Fatal(err)
	}
	p, err := report.NewPack(context.Background(), r, report.PackOptions{Disclosure: "panel", Worklist: true})
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	files := append(p.Files(), report.File{Name: "records.jsonl", Write: func(w io.Writer) error { return report.Records(w, r) }})
	for _, f := range files {
		var b bytes.Buffer
		if err := f.Write(&b); err != nil {
			t.Fatal(err)
		}
		out[f.Name] = b.String()
		if strings.HasSuffix(f.Name, ".xlsx") {
			out[f.Name] = unzipped(t, b.Bytes())
		}
	}
	for _, f := range r.Findings {
		out["findings"] += fmt.Sprintf("%+v\n", f)
	}
	return out
}

func unzipped(t *testing.T, data []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&b, r); err != nil {
			t.Fatal(err)
		}
		r.Close()
	}
	return b.String()
}

// TestNothingIdentifies greps everything that a run writes.
func TestNothingIdentifies(t *testing.T) {
	secrets := map[string]*regexp.Regexp{
		"an NHS number":             regexp.MustCompile(`943\s?476\s?5919`),
		"a postcode":                regexp.MustCompile(`(?i)AB12\s?3CD`),
		"a date of birth":           regexp.MustCompile(`17/02/1991|1991-02-17`),
		"a hospital number":         regexp.MustCompile(secretHospital),
		"a name":                    regexp.MustCompile(secretName),
		"a telephone number":        regexp.MustCompile(`07700\s?900123`),
		"a narrative beyond quotes": regexp.MustCompile(secretText),
	}
	for name, text := range outputs(t, quarter(t, 40), 2) {
		for what, secret := range secrets {
			if at := secret.FindStringIndex(text); at != nil {
				t.Errorf("%s holds %s: ...%s...", name, what, text[max(0, at[0]-120):min(len(text), at[1]+60)])
			}
		}
	}
}

// TestTimingDoesNotShow holds that every file is the same byte for byte, however
// many workers share the reading. The quarter is several blocks long.
func TestTimingDoesNotShow(t *testing.T) {
	inputs := quarter(t, 9000)
	want := outputs(t, inputs, 1)
	for _, workers := range []int{2, 5} {
		for name, text := range outputs(t, inputs, workers) {
			if text != want[name] {
				t.Errorf("%s differs between 1 and %d workers from %s", name, workers, firstDifference(text, want[name]))
			}
		}
	}
}

func firstDifference(a, b string) string {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("%q and %q", a[max(0, i-80):min(len(a), i+80)], b[max(0, i-80):min(len(b), i+80)])
		}
	}
	return "the end of the shorter"
}
