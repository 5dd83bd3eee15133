package project

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestBegin shows that every beginning loads, and says what was found.
func TestBegin(t *testing.T) {
	blanks := []Blank{{"panel", "registers/panel.xlsx", "who sat on the panel"}, {"births", "registers/births.xlsx", "births: by group"}}
	tests := map[string]struct {
		begin Beginning
		want  Project
	}{
		"nothing found": {
			Beginning{Registers: blanks},
			Project{Inputs: []Input{{File: "exports/*"}}},
		},
		"exports and look-ups": {
			Beginning{Registers: blanks, IMD: []string{"File_7.csv"}, Postcodes: "ONSPD: May.zip",
				Exports: []FoundExport{{File: `exports/a "b" #1.csv`, Source: "datix", Why: "sure", Open: []string{"Our: question", "#"}}, {File: "c.csv", Source: "steis", Unnamed: true}}},
			Project{Inputs: []Input{{File: `exports/a "b" #1.csv`, Source: "datix"}, {File: "c.csv", Source: "steis"}}, IMD: []string{"File_7.csv"}, Postcodes: "ONSPD: May.zip"},
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := Parse(FileName, "", Begin(tt.begin))
			if err != nil {
				t.Fatal(err)
			}
			want := tt.want
			want.File, want.Period, want.Out, want.Disclosure, want.Reports = FileName, "all", "pack", "lt5", "reports"
			want.Registers, want.Link = map[string]string{}, Link{Days: -1}
			opts := cmp.FilterPath(func(p cmp.Path) bool { return p.Last().String() == ".Line" }, cmp.Ignore())
			if diff := cmp.Diff(empties(want), empties(got), opts); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// empties makes lists without entries one thing: a key left out and an empty
// list mean the same.
func empties(p Project) Project {
	for _, list := range []*[]string{&p.IMD, &p.Rules, &p.Terms, &p.History, &p.Scope.Terms, &p.Scope.Others, &p.Scope.Organisations} {
		if len(*list) == 0 {
			*list = nil
		}
	}
	return p
}
