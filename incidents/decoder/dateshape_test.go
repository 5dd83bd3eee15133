package decoder_test

import (
	"testing"

	"siequity/incidents"
	"siequity/incidents/trial"
)

// What a cell of a date says is quoted only where it is like a date.
func TestUnreadableDates(t *testing.T) {
	const elsewhere = "this is no date, and is not shown, as it may identify somebody; look at cell B2 in the file"
	for cell, want := range map[string]string{
		"31/02/2026":                   `"31/02/2026" is a day that does not exist`,
		"13/13/2026":                   `"13/13/2026" would have month 13, as dates are read day first`,
		"not yet known":                `"not yet known" is not a date`,
		"early May 2026 approx":        `"early May 2026 approx" is not a date`,
		"2026-02-31 09:30":             `"2026-02-31 09:30" is a day that does not exist`,
		"Sarah Jones":                  elsewhere,
		"Khan":                         elsewhere,
		"Mrs Khan 07700 900123":        elsewhere,
		"943 476 5919":                 elsewhere,
		"2026-13-01":                   `"2026-13-01" would have month 13`,
		"1234567":                      elsewhere,
		"943.476.5919":                 elsewhere,
		"943/476/5919":                 elsewhere,
		"94/34/76/59/19":               elsewhere,
		"07700/900123":                 elsewhere,
		"943-476-5919":                 elsewhere,
		"12 Acacia Avenue, M15 4AB":    elsewhere,
		"1234 5678":                    elsewhere,
		"2045 1187":                    elsewhere,
		"2045/1187":                    elsewhere,
		"19345678":                     elsewhere,
		"20451187":                     elsewhere,
		"31022026":                     `"31022026" would have month 20`,
		"20260231":                     `"20260231" is a day that does not exist`,
		"DOB 01/02/1990":               "this date cannot be read, and is not shown, as it may be a date of birth; look at cell B2 in the file",
		"!!":                           `"!!" is not a date`,
		"a b c d e f g h i j k l m n ": elsewhere,
	} {
		text := "Datix ID,Incident date,Specialty,Severity,Approval status\nW1,\"" + cell + "\",Obstetrics,Low,Final\n"
		path := trial.Write(t, "datix.csv", text)
		var got string
		trial.Rows(t, trial.Reader(), path, 0, func(f incidents.Fault) {
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

// TestUnreadableDate holds what a finding may repeat of a cell that is no date.
func TestUnreadableDate(t *testing.T) {
	tests := []struct{ heading, cell, want string }{
		{"Incident date", "31/02/2026", "31/02/2026"},
		{"Incident date", "not yet known", "not yet known"},
		{"Incident date", "943 476 5919", ""},
		{"Incident date", "Mrs Examplename of 4 The Street rang", ""},
		{"Date of delivery", "31/02/2026", "31/02/2026"},
		{"Date of birth of baby", "31/02/2026", ""},
	}
	for _, tt := range tests {
		head := "Log No,Modified Date,CCG/CSU Name," + tt.heading + "\n"
		if tt.heading != "Incident date" {
			head = "MNSI ref,Referral criteria,Family consent," + tt.heading + "\n"
		}
		if got := faultTexts(t, head+"1,,,"+tt.cell+"\n"); got != tt.want {
			t.Errorf("%s %q: the finding says %q, want %q", tt.heading, tt.cell, got, tt.want)
		}
	}
}

// faultTexts gives what the faults of one export repeat of its cells.
func faultTexts(t *testing.T, text string) string {
	t.Helper()
	path := trial.Write(t, "export.csv", text)
	var out string
	trial.Rows(t, trial.Reader(), path, 0, func(f incidents.Fault) { out += f.Text })
	return out
}
