package audit

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/audit/intake"
	"siequity/audit/organisation"
	"siequity/audit/register"
	"siequity/incidents"
	"siequity/rules/masking"
)

// A file that is no register is told, with the headings it has and no data, and is
// not taken for given.
func TestWrongRegisters(t *testing.T) {
	datix := "Datix ID,Incident date,Specialty,Severity,Approval status,Ethnicity\nW1,01/04/2026,Obstetrics,Low,Final,A\n"
	for name, tt := range map[string]struct{ register, text, want string }{
		"an export for a register":    {"training", datix, `found "Datix ID", "Incident date", "Specialty", "Severity"`},
		"an export for births":        {"births", datix, `not the register "Births"`},
		"a table of something else":   {"panel", "a,b,c\n1,2,3\n", "found a row of 3 cells, none of them a heading"},
		"rows of data without a head": {"actions", "Sarah,Quillfeather,Mrs Quillfeather\n", "none of them a heading"},
		"an empty file":               {"lessons", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "other.csv")
			if err := os.WriteFile(path, []byte(tt.text), 0o600); err != nil {
				t.Fatal(err)
			}
			r := audited(t, func(c *Config) { c.Project.Registers = map[string]string{tt.register: path} }, given{"datix.csv", datix})
			if len(r.Findings) != 1 || r.Registers.Given[tt.register] {
				t.Fatalf("given %v, findings %v", r.Registers.Given, r.Findings)
			}
			f := r.Findings[0]
			if !strings.HasPrefix(f.String(), "other.csv") || !strings.Contains(f.What, tt.want) || f.Hint == "" || strings.Contains(f.What+f.Hint, "Quillfeather") {
				t.Errorf("%s\nhint: %s", f, f.Hint)
			}
		})
	}
}

// One file given as two registers is wrong for both.
func TestOneFileForTwoRegisters(t *testing.T) {
	path := filepath.Join(t.TempDir(), "other.csv")
	if err := os.WriteFile(path, []byte("a,b,c\n1,2,3\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	r := audited(t, func(c *Config) { c.Project.Registers, c.Project.Births = map[string]string{"panel": path}, path },
		given{"datix.csv", "Datix ID,Incident date,Specialty,Severity,Approval status,Ethnicity\nW1,01/04/2026,Obstetrics,Low,Final,A\n"})
	if got := foundIDs(r); got != "register/no-heading register/no-heading" {
		t.Errorf("findings %s", got)
	}
}

// A heading under columns: that the file has not does nothing, which is told.
func TestIdleColumns(t *testing.T) {
	text := "Datix ID,Incident date,Specialty,Severity,Approval status,Ethnicity\nW1,01/04/2026,Obstetrics,Low,Final,A\n"
	stated := map[string]string{"Wrong heading": "datix_ref", "severity:": "harm"}
	r := audited(t, func(c *Config) { c.Inputs[0].Statement = incidents.Statement{Source: "datix", Columns: stated} }, given{"datix.csv", text})
	if got := foundIDs(r); got != "mapping/no-such-heading" || !strings.Contains(r.Findings[0].What, `"Wrong heading"`) {
		t.Errorf("findings %v", r.Findings)
	}
	both := func(c *Config) {
		for i := range c.Inputs {
			c.Inputs[i].Statement = incidents.Statement{Source: "datix", Columns: stated}
		}
	}
	r = audited(t, both, given{"a.csv", text}, given{"b.csv", "Datix ID,Wrong heading,Specialty,Severity,Ethnicity\nW1,W2,Obstetrics,Low,Final,A\n"})
	if got := foundIDs(r); strings.Contains(got, "no-such-heading") {
		t.Errorf("findings %s", got)
	}
}

func TestWithholdNames(t *testing.T) {
	g := &register.Registers{
		Training: []register.Training{{Organisation: "Eastmoor", StaffGroup: "Midwives", Row: 2}, {Organisation: "Eastmoor, DOB 14/02/1991", StaffGroup: "Jane Smith", Row: 3}},
		SOPs:     []register.SOP{{Organisation: "Eastmoor 943 476 5919", Row: 2}},
		Births:   []register.Births{{Organisation: "tel 07700 900123", Row: 4}},
	}
	found := withholdNames(g, intake.NewIdentifier(masking.New(masking.Options{})))
	want := &register.Registers{
		Training: []register.Training{{Organisation: "Eastmoor", StaffGroup: "Midwives", Row: 2}, {Organisation: organisation.Unstated, StaffGroup: otherStaff, Row: 3}},
		SOPs:     []register.SOP{{Organisation: organisation.Unstated, Row: 2}},
		Births:   []register.Births{{Organisation: organisation.Unstated, Row: 4}},
	}
	if d := cmp.Diff(want, g); d != "" {
		t.Error(d)
	}
	if len(found) != 4 {
		t.Errorf("got %d findings: %v", len(found), found)
	}
}
