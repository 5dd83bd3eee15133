package audit_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"siequity/audit"
	"siequity/audit/audittest"
	"siequity/incidents"
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
			r := audittest.Run(t, func(c *audit.Config) { c.Project.Registers = map[string]string{tt.register: path} }, audittest.File{"datix.csv", datix})
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
	r := audittest.Run(t, func(c *audit.Config) { c.Project.Registers, c.Project.Births = map[string]string{"panel": path}, path },
		audittest.File{"datix.csv", "Datix ID,Incident date,Specialty,Severity,Approval status,Ethnicity\nW1,01/04/2026,Obstetrics,Low,Final,A\n"})
	if got := audittest.FoundIDs(r); got != "register/no-heading register/no-heading" {
		t.Errorf("findings %s", got)
	}
}

// A heading under columns: that the file has not does nothing, which is told.
func TestIdleColumns(t *testing.T) {
	text := "Datix ID,Incident date,Specialty,Severity,Approval status,Ethnicity\nW1,01/04/2026,Obstetrics,Low,Final,A\n"
	stated := map[string]string{"Wrong heading": "datix_ref", "severity:": "harm"}
	r := audittest.Run(t, func(c *audit.Config) { c.Inputs[0].Statement = incidents.Statement{Source: "datix", Columns: stated} }, audittest.File{"datix.csv", text})
	if got := audittest.FoundIDs(r); got != "mapping/no-such-heading" || !strings.Contains(r.Findings[0].What, `"Wrong heading"`) {
		t.Errorf("findings %v", r.Findings)
	}
	both := func(c *audit.Config) {
		for i := range c.Inputs {
			c.Inputs[i].Statement = incidents.Statement{Source: "datix", Columns: stated}
		}
	}
	r = audittest.Run(t, both, audittest.File{"a.csv", text}, audittest.File{"b.csv", "Datix ID,Wrong heading,Specialty,Severity,Ethnicity\nW1,W2,Obstetrics,Low,Final,A\n"})
	if got := audittest.FoundIDs(r); strings.Contains(got, "no-such-heading") {
		t.Errorf("findings %s", got)
	}
}
