package register_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"siequity/audit/register"
)

func BenchmarkBirths10k(b *testing.B) {
	var s strings.Builder
	s.WriteString("Organisation,Ethnicity,IMD quintile,Births\n")
	for i := range 10_000 {
		fmt.Fprintf(&s, "Trust %d,White,%d,%d\n", i/5, i%5+1, i%97)
	}
	path := filepath.Join(b.TempDir(), "births.csv")
	os.WriteFile(path, []byte(s.String()), 0o600)
	for b.Loop() {
		if g := register.Read(nil, path); len(g.Births) != 10_000 {
			b.Fatal(len(g.Births))
		}
	}
}
