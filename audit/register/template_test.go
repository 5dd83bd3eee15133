package register_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"siequity/audit/register"
)

// written writes a template into a folder of the test.
func written(t *testing.T, name string) string {
	t.Helper()
	var b bytes.Buffer
	if err := register.Template(name, &b); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), name+".xlsx")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestTemplatesReadBackEmpty(t *testing.T) {
	for _, f := range register.Forms() {
		t.Run(f.Name, func(t *testing.T) {
			g := register.Read(map[string]string{f.Name: written(t, f.Name)}, "")
			if len(g.Faults) != 1 || g.Faults[0].ID != "register/empty" || len(g.Notes) > 0 {
				t.Errorf("faults %+v, notes %v", g.Faults, g.Notes)
			}
			if g.Given[f.Name] || len(g.Files) != 1 || g.Files[0].Rows != 0 || len(g.Files[0].SHA256) != 64 || g.Files[0].Size == 0 {
				t.Errorf("given %v, files %+v", g.Given, g.Files)
			}
			empty := register.Registers{Given: g.Given, Files: g.Files, Faults: g.Faults}
			if d := cmp.Diff(&empty, g, cmpopts.EquateEmpty()); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestTemplateIsDeterministic(t *testing.T) {
	var first, second bytes.Buffer
	for range 5 {
		first.Reset()
		second.Reset()
		register.Template("panel", &first)
		register.Template("panel", &second)
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Fatal("two templates of one register differ")
		}
	}
}

func TestTemplateOfNothing(t *testing.T) {
	if err := register.Template("minutes", &bytes.Buffer{}); err == nil {
		t.Error("a register that does not exist has a template")
	}
}
