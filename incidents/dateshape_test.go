package incidents

import (
	"os"
	"path/filepath"
	"testing"
)

// What a cell of a date says is quoted only where it is like a date.
func TestUnreadableDates(t *testing.T) {
	for cell, want := range map[string]string{
		"31/02/2026":                   `"31/02/2026" is a day that does not exist`,
		"13/13/2026":                   `"13/13/2026" would have month 13, as dates are read day first`,
		"not yet known":                `"not yet known" is not a date`,
		"early May 2026 approx":        `"early May 2026 approx" is not a date`,
		"2026-02-31 09:30":             `"2026-02-31 09:30" is a day that does not exist`,
		"Sarah Jones":                  "this cell has 2 words where a date should be",
		"Khan":                         "this cell has 1 word where a date should be",
		"Mrs Khan 07700 900123":        "this cell has 2 words and 11 digits where a date should be",
		"943 476 5919":                 "this cell has 10 digits where a date should be",
		"2026-13-01":                   `"2026-13-01" would have month 13`,
		"1234567":                      "this cell has 7 digits where a date should be",
		"943.476.5919":                 "this cell has 10 digits where a date should be",
		"943/476/5919":                 "this cell has 10 digits where a date should be",
		"94/34/76/59/19":               "this cell has 10 digits where a date should be",
		"07700/900123":                 "this cell has 11 digits where a date should be",
		"943-476-5919":                 "this cell has 10 digits where a date should be",
		"12 Acacia Avenue, M15 4AB":    "this cell has 4 words and 5 digits where a date should be",
		"DOB 01/02/1990":               "this date cannot be read; it is not shown, as it may be a date of birth",
		"!!":                           `"!!" is not a date`,
		"a b c d e f g h i j k l m n ": "this cell has 14 words where a date should be",
	} {
		path := filepath.Join(t.TempDir(), "datix.csv")
		text := "Datix ID,Incident date,Specialty,Severity,Approval status\nW1,\"" + cell + "\",Obstetrics,Low,Final\n"
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		var got string
		readFileFaults(t, NewReader(Tables()), path, 0, func(f Fault) {
			got = f.What
			if f.Text != "" {
				got = `"` + f.Text + `" ` + f.What
			}
		})
		if got != want {
			t.Errorf("%q: got %s\nwant %s", cell, got, want)
		}
	}
}
