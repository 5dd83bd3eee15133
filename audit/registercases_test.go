package audit_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/audit"
	"siequity/audit/audittest"
	"siequity/audit/measure"
	"siequity/audit/register"
)

const (
	steisHead   = "Log No,Organisation,Date of incident,Type of incident,Datix ref"
	datixHead   = "Ref,Incident date,Specialty,Trust,Learning response"
	pmrtHead    = "PMRT case ID,Type of death,Date of death,Suitable for PMRT,Trust,Datix ref"
	panelHead   = "Case reference,Meeting date,Attendee,Role,Organisation,Ethnicity,External,Attended"
	sharingHead = "Case reference,Organisation,Shared with LMNS,Shared with family,Language used with family,How shared with staff"
)

// withRegisters gives a run registers by name, each of a heading line and lines.
func withRegisters(t *testing.T, registers map[string]string) func(*audit.Config) {
	t.Helper()
	dir := t.TempDir()
	paths := map[string]string{}
	for name, text := range registers {
		paths[name] = filepath.Join(dir, name+".csv")
		if err := os.WriteFile(paths[name], []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return func(c *audit.Config) { c.Project.Registers = paths }
}

// tallied shows measures of an organisation as "passes of judged", and those not known.
func tallied(r *audit.Result, organisation string, ids ...string) string {
	var out []string
	for _, id := range ids {
		t := r.Book.Sum(id, measure.Place{Organisation: organisation}, "")
		s := fmt.Sprintf("%s %d of %d", strings.TrimPrefix(id, "equity/"), t.Pass, t.Pass+t.Fail)
		if t.Unknown > 0 {
			s += fmt.Sprintf(" (%d not known)", t.Unknown)
		}
		out = append(out, s)
	}
	return strings.Join(out, ", ")
}

var panelMeasures = []string{"equity/panel-recorded", "equity/panel-external", "equity/panel-ethnicity"}

// What is asked of a case is counted once of it, whichever of its records the register
// names and however many there are.
func TestRegistersByCase(t *testing.T) {
	steis := audittest.File{"steis.csv", audittest.Lines(steisHead, "2026/1,Alpha,04/05/2026,Maternity/Obstetric incident,W1", "2026/2,Alpha,05/05/2026,Maternity/Obstetric incident,W2")}
	datix := audittest.File{"datix.csv", audittest.Lines(datixHead, "W1,04/05/2026,Obstetrics,Alpha,PSII", "W2,05/05/2026,Obstetrics,Alpha,PSII")}
	pmrt := audittest.File{"pmrt.csv", audittest.Lines(pmrtHead, "91234,Stillbirth,04/05/2026,Yes,Alpha,W1")}
	for _, ref := range []string{"2026/1", "W1", "91234"} {
		t.Run(ref, func(t *testing.T) {
			t.Parallel()
			r := audittest.Run(t, withRegisters(t, map[string]string{
				"panel":   audittest.Lines(panelHead, ref+",01/06/2026,P01,Chair,Alpha,A,No,Yes", ref+",01/06/2026,P02,Midwife,elsewhere,H,Yes,Yes"),
				"sharing": audittest.Lines(sharingHead, ref+",Alpha,10/06/2026,Yes,,Huddle")}), steis, datix, pmrt)
			if r.Cases.Total != 2 {
				t.Fatalf("%d cases", r.Cases.Total)
			}
			got := tallied(r, "Alpha", append(panelMeasures, "equity/shared-with-lmns", "equity/shared-with-family", "equity/shared-with-staff")...)
			want := "panel-recorded 1 of 2, panel-external 1 of 1, panel-ethnicity 1 of 1, shared-with-lmns 1 of 2, shared-with-family 1 of 2, shared-with-staff 1 of 2"
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
			rule := -1
			asked := 0
			for i := range r.Set.Rules {
				if r.Set.Rules[i].ID == "equity/panel-recorded" {
					rule = i
				}
			}
			for _, rec := range r.Records {
				if r.Asks(rule, rec) {
					asked++
				}
			}
			if asked != 2 {
				t.Errorf("the worklist asks %d times of 2 cases", asked)
			}
		})
	}
}

// A number of two trusts is told by the organisation of the line, and without one by
// nothing.
func TestRegistersOfTwoTrusts(t *testing.T) {
	datix := audittest.File{"datix.csv", audittest.Lines(datixHead, "W1,04/05/2026,Obstetrics,Alpha,PSII", "W1,05/06/2026,Obstetrics,Beta,PSII", "W7,05/06/2026,Obstetrics,Beta,PSII")}
	line := func(ref, trust string) string { return ref + "," + trust + ",10/06/2026,Yes,,Huddle" }
	panel := func(ref, trust, external string) string {
		return ref + ",01/06/2026,P01,Chair," + trust + ",A," + external + ",Yes"
	}
	tests := []struct {
		name                             string
		panel, sharing                   []string
		alpha, beta, attendees, findings string
	}{
		{"named", []string{panel("W1", "Alpha", "No"), panel("W1", "Beta", "Yes")}, []string{line("W1", "Alpha")},
			"panel-recorded 1 of 1, shared-with-lmns 1 of 1", "panel-recorded 0 of 2, shared-with-lmns 0 of 2", "attendees-ethnicity 2 of 2", ""},
		{"not named", []string{panel("W1", "", "No")}, []string{line("W1", "")},
			"panel-recorded 0 of 1, shared-with-lmns 0 of 1", "panel-recorded 0 of 2, shared-with-lmns 0 of 2", "attendees-ethnicity 0 of 0", "register/several-records panel.csv:2 register/several-records sharing.csv:2"},
		{"a name that no export has", nil, []string{line("W1", "Gamma"), line("W7", "Gamma")},
			"shared-with-lmns 0 of 1", "shared-with-lmns 1 of 2", "attendees-ethnicity 0 of 0", "register/several-records sharing.csv:2"},
		{"another trust's", nil, []string{line("W7", "Alpha"), line("W99", "Alpha")},
			"shared-with-lmns 0 of 1", "shared-with-lmns 0 of 2", "attendees-ethnicity 0 of 0", "register/no-record sharing.csv:0 register/other-organisation sharing.csv:2"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			given := map[string]string{"sharing": audittest.Lines(append([]string{sharingHead}, tt.sharing...)...)}
			measures := []string{"equity/shared-with-lmns"}
			if tt.panel != nil {
				given["panel"] = audittest.Lines(append([]string{panelHead}, tt.panel...)...)
				measures = []string{"equity/panel-recorded", "equity/shared-with-lmns"}
			}
			r := audittest.Run(t, withRegisters(t, given), datix)
			for of, want := range map[string]string{"Alpha": tt.alpha, "Beta": tt.beta} {
				if d := cmp.Diff(want, tallied(r, of, measures...)); d != "" {
					t.Errorf("%s (-want +got)\n%s", of, d)
				}
			}
			if d := cmp.Diff(tt.attendees, tallied(r, "Alpha", "equity/attendees-ethnicity")); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
			if d := cmp.Diff(tt.findings, strings.Join(audittest.FindingsOf(r, "register/"), " ")); d != "" {
				t.Errorf("findings (-want +got)\n%s", d)
			}
		})
	}
}

// Lines about one case are put together: none undoes what another says, and a yes
// against a no is told.
func TestSharingLinesTogether(t *testing.T) {
	steis := audittest.File{"steis.csv", audittest.Lines(steisHead, "2026/1,Alpha,04/05/2026,Maternity/Obstetric incident,W1")}
	tests := []struct {
		name     string
		lines    []string
		want     string
		findings string
	}{
		{"a step each", []string{"2026/1,Alpha,10/06/2026,Yes,,", "2026/1,Alpha,,,,Safety huddle"}, "lmns pass, family pass, staff pass", ""},
		{"two dates", []string{"2026/1,Alpha,10/07/2026,Partly,,", "2026/1,Alpha,10/06/2026,Yes,,No"}, "lmns pass, family pass, staff fail", ""},
		{"a yes against a no", []string{"2026/1,Alpha,10/06/2026,Yes,,Huddle", "2026/1,Alpha,10/06/2026,No,,Huddle"}, "lmns pass, family pass, staff pass", "register/contradiction sharing.csv:3"},
		{"a no against a yes", []string{"2026/1,Alpha,10/06/2026,No,,No", "2026/1,Alpha,10/06/2026,Yes,,Huddle"}, "lmns pass, family pass, staff pass", "register/contradiction sharing.csv:2 register/contradiction sharing.csv:2"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := audittest.Run(t, withRegisters(t, map[string]string{"sharing": audittest.Lines(append([]string{sharingHead}, tt.lines...)...)}), steis)
			if d := cmp.Diff(tt.want, sharedVerdicts(r)); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
			if d := cmp.Diff(tt.findings, strings.Join(audittest.FindingsOf(r, "register/"), " ")); d != "" {
				t.Errorf("findings (-want +got)\n%s", d)
			}
		})
	}
}

// sharedVerdicts shows what the rules find of the sharing of the first record.
func sharedVerdicts(r *audit.Result) string {
	var out []string
	for i, o := range r.Outcomes(r.Records[0], nil) {
		if with, ok := strings.CutPrefix(r.Set.Rules[i].ID, "equity/shared-with-"); ok {
			out = append(out, with+" "+o.Verdict.String())
		}
	}
	return strings.Join(out, ", ")
}

// An untouched template turns nothing red: what it will hold is not known yet.
func TestEmptyRegister(t *testing.T) {
	datix := audittest.File{"datix.csv", audittest.Lines(datixHead, "W1,04/05/2026,Obstetrics,Alpha,PSII")}
	for _, name := range []string{"panel", "sharing"} {
		var b bytes.Buffer
		if err := register.Template(name, &b); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), name+".xlsx")
		if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		r := audittest.Run(t, func(c *audit.Config) { c.Project.Registers = map[string]string{name: path} }, datix)
		want := "panel-recorded 0 of 0 (1 not known), shared-with-lmns 0 of 0 (1 not known)"
		if d := cmp.Diff(want, tallied(r, "Alpha", "equity/panel-recorded", "equity/shared-with-lmns")); d != "" {
			t.Errorf("%s (-want +got)\n%s", name, d)
		}
		if d := cmp.Diff("register/empty "+name+".xlsx:0", strings.Join(audittest.FindingsOf(r, "register/"), " ")); d != "" {
			t.Errorf("%s findings (-want +got)\n%s", name, d)
		}
	}
}
