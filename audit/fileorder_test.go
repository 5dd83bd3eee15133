package audit_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/audit/intake"
)

// tellings are files of five sources, two of one, whose records contradict one
// another wherever they can: harm, organisation, quarter, group, deprivation,
// references that two records share, rows repeated in another file, twins.
var tellings = map[string]string{
	"b/datix.csv": "Ref,Incident date,Specialty,Trust,Severity,Ethnicity,IMD quintile,StEIS number,NHS number\n" +
		"W1,03/06/2026,Obstetrics,,Near miss,Pakistani,1,2026/5,\nW2,30/06/2026,Obstetrics,Vale,Low,Asian,2,2026/6,\nW3,05/06/2026,Obstetrics,Vale,Low,Chinese,3,,9434765919\n" +
		"W4,05/06/2026,Obstetrics,Vale,Low,Indian,4,2026/7,\nW5,01/05/2026,Obstetrics,Vale,Low,,5,,\n",
	"a/datix late.csv": "Ref,Incident date,Specialty,Trust,Severity,Ethnicity,IMD quintile,StEIS number,NHS number\n" +
		"W4,05/06/2026,Obstetrics,Vale,Severe,White British,5,2026/7,\nW5,01/05/2026,Obstetrics,Vale,Death,Irish,1,,\nW6,06/06/2026,Obstetrics,Vale,Low,Irish,1,,9434765919\n",
	"b/steis.csv": "Log No,Organisation reporting SI on STEIS,Date of Incident,Type of Incident,Ethnicity,Datix ref,Deprivation quintile,NHS number\n" +
		"2026/5,Moor,03/06/2026,Maternity/Obstetric incident,Black,,5,\n2026/6,Vale,01/07/2026,Maternity/Obstetric incident,Mixed,,4,\n2026/7,Vale,05/06/2026,Maternity/Obstetric incident,,W4,,9434765919\n",
	"c/lfpse.csv": "Reference,Revision,Patient no.,T005 - Event Date,L003 - Service Area,OT001 - Physical harm,CL021 - Reference Number (Optional)\n" +
		"LF00001,1,1,03/06/2026,Maternity,No physical harm,W1\nLF00002,1,1,05/06/2026,Maternity,,W4\n",
	"a/mnsi.csv": "MNSI reference,Incident date,Referral date,Family consent,Trust,Mother's ethnicity,Datix ref\nMI-012345,03/06/2026,04/06/2026,Y,Arden,Z,W1\n",
	"a/pmrt.csv": "PMRT case ID,Type of death,Date of birth,Date of death,Suitable for PMRT,Trust,Mother's ethnicity,Datix ref\n" +
		"91234/1,Stillbirth,05/06/2026,05/06/2026,Yes,Vale,Indian,W3\n91234/2,Stillbirth,05/06/2026,05/06/2026,Yes,Vale,Indian,W3\n91235,Stillbirth,05/06/2026,05/06/2026,Yes,Vale,Indian,W3\n",
}

// TestFileOrderDoesNotShow holds that every output is the same byte for byte in
// whatever order the files are given.
func TestFileOrderDoesNotShow(t *testing.T) {
	dir := t.TempDir()
	var inputs []intake.Input
	for name, text := range tellings {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		inputs = append(inputs, intake.Input{Path: path})
	}
	slices.SortFunc(inputs, func(a, b intake.Input) int { return strings.Compare(a.Path, b.Path) })
	want := outputs(t, inputs, 2)
	for _, turn := range []int{0, 1, 4} {
		given := append(slices.Clone(inputs[turn:]), inputs[:turn]...)
		if turn%2 == 0 {
			slices.Reverse(given)
		}
		got := outputs(t, given, 2)
		for name := range want {
			if d := cmp.Diff(want[name], got[name]); d != "" {
				t.Errorf("order %d, %s: %.600s", turn, name, d)
			}
		}
	}
}
