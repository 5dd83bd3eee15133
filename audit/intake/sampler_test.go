package intake

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/incidents"
)

// What somebody entered in the wrong column is shown by its shape.
func TestInspectShowsNobody(t *testing.T) {
	path := filepath.Join(t.TempDir(), "datix.csv")
	text := strings.Join([]string{"Ref,Incident date,Specialty,Severity,Location,Team,Category,Ethnicity,Interpreter used",
		`W1,14/05/2026,Obstetrics,Catastrophic 943 476 5919,"14 Acacia Avenue, M33 1AA",Mrs Amira Khan,Haemorrhage BB1 1AA,Pakistani,Shabana Khan fell`,
		"W2,2026-05-15,Obstetrics,Low,Delivery suite,Rosie team,Haemorrhage,White British,Yes",
		"W3,DOB 14/02/1991,Obstetrics,Low,87654321,Rosie team,Haemorrhage,Shabana Khan,Yes"}, "\n")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	found, _, err := Inspect(path, incidents.Statement{}, nil)
	if err != nil || len(found) != 1 {
		t.Fatal(found, err)
	}
	got := map[string]string{}
	for _, c := range found[0].Columns {
		got[c.Heading] = strings.Join(c.Samples, " | ")
	}
	want := map[string]string{"Ref": "A9", "Incident date": "14/05/2026 | 2026-05-15 | AAA 99/99/9999", "Specialty": "Obstetrics",
		"Severity": "Aaaaaaaaaaaa 999 999 9999 | Low", "Location": "99 Aaaaaa Aaaaaa, A99 9AA | Delivery suite | 99999999", "Team": "Aaa Aaaaa Aaaa | Rosie team",
		"Category": "Aaaaaaaaaaa AA9 9AA | Haemorrhage", "Ethnicity": "Pakistani | White British | Aaaaaaa Aaaa", "Interpreter used": "Aaaaaaa Aaaa aaaa | Yes"}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}
