package recognition_test

import (
	"strings"
	"testing"

	"siequity/incidents"
	"siequity/incidents/export"
	"siequity/incidents/field"
	"siequity/incidents/recognition"
	"siequity/incidents/trial"
)

// open gives the only table of an export.
func open(t *testing.T, text string) *export.Table {
	t.Helper()
	f, err := export.Open(trial.Write(t, "export.csv", text))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f.Tables[0]
}

// What stands over the headings and under them stays with the sheet, and what
// siequity.yaml states is taken for sure.
func TestSheet(t *testing.T) {
	const list = "Ref,Incident date,Specialty,Severity,Ethnicity\nW1,01/04/2026,Obstetrics,Low,A\n"
	tests := []struct {
		name, text string
		stated     incidents.Statement
		source     string // "" for a table that is no export
		sure       string
		header     int
	}{
		{"headings first", list, incidents.Statement{}, "datix", "likely", 1},
		{"headings under titles", "Maternity incidents,,,,\nCriteria: all,,,,\n" + list, incidents.Statement{}, "datix", "likely", 3},
		{"a stated source", list, incidents.Statement{Source: "mnsi"}, "mnsi", "stated", 1},
		{"a cover sheet", "Prepared for,the board\nin,July\n", incidents.Statement{}, "", "", 0},
		{"a heading that siequity.yaml names is enough", "Sticker,Where\nW1,Ward 7\n", incidents.Statement{Source: "datix", Columns: field.Overrides{"Sticker": "datix_ref"}}, "datix", "stated", 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, table := trial.Reader(), open(t, tt.text)
			seen, err := recognition.Look(r, table, tt.stated)
			if err != nil {
				t.Fatal(err)
			}
			s := seen.Sheet(r, table, tt.stated, 4)
			if s == nil || tt.source == "" {
				if s != nil || tt.source != "" {
					t.Fatalf("got %v, want a sheet of %q", s, tt.source)
				}
				return
			}
			if s.Table.Source != tt.source || s.Sure != tt.sure || s.Header != tt.header || s.Number != 4 || len(s.Above) != tt.header-1 || len(s.Below) != 1 {
				t.Errorf("%s, %s, headings in row %d, number %d, %d rows above and %d below; want %s, %s, %d", s.Table.Source, s.Sure, s.Header, s.Number, len(s.Above), len(s.Below), tt.source, tt.sure, tt.header)
			}
		})
	}
}

func TestUnknownSource(t *testing.T) {
	_, err := recognition.Look(trial.Reader(), open(t, "Ref,Incident date\nW1,01/04/2026\n"), incidents.Statement{Source: "dateix"})
	if err == nil || !strings.Contains(err.Error(), `source "dateix" is not known; use one of steis, datix, lfpse, mnsi`) {
		t.Errorf("got %v", err)
	}
}

// Of two columns that claim to be the reference the one that holds references is it.
func TestFilledReference(t *testing.T) {
	r, table := trial.Reader(), open(t, "ID,Ref,Incident date,Specialty,Severity\n,W1,01/04/2026,Obstetrics,Low\n,W2,01/04/2026,Obstetrics,Low\n")
	seen, err := recognition.Look(r, table, incidents.Statement{})
	if err != nil {
		t.Fatal(err)
	}
	other := open(t, "ID,Ref,Incident date,Specialty,Severity\n7,,01/04/2026,Obstetrics,Low\n8,,01/04/2026,Obstetrics,Low\n")
	also, err := recognition.Look(r, other, incidents.Statement{})
	if err != nil {
		t.Fatal(err)
	}
	first, _ := seen.Sheet(r, table, incidents.Statement{}, 0).OwnHeading()
	second, _ := also.Sheet(r, other, incidents.Statement{}, 1).OwnHeading()
	if first != "Ref" || second != "ID" {
		t.Errorf("the references stand under %q and %q, want Ref and ID", first, second)
	}
}
