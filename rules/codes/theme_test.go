package codes

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func demoThemes() []Theme {
	return []Theme{
		{ID: "haemorrhage", Title: "Haemorrhage", Include: []string{"haemorrhag*", "pph", "blood loss"}, Exclude: []string{"no haemorrhage", "intraventricular haemorrhage"}},
		{ID: "preterm-birth", Title: "Preterm birth", Include: []string{"preterm", "pre-term", "premature birth"}},
		{ID: "diabetes", Title: "Diabetes", Include: []string{"gdm", "gestational diabetes"}},
	}
}

func TestThemes(t *testing.T) {
	themes, faults := NewThemes(demoThemes())
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	tests := []struct {
		texts []string
		want  []ThemeMatch
	}{
		{[]string{"Postpartum haemorrhage >1500ml"}, []ThemeMatch{{"haemorrhage", "haemorrhag*"}}},
		{[]string{"PPH", "Missed GDM"}, []ThemeMatch{{"haemorrhage", "pph"}, {"diabetes", "gdm"}}},
		{[]string{"Missed GDM; P.P.H."}, []ThemeMatch{{"diabetes", "gdm"}}},
		{[]string{"No haemorrhage seen"}, nil},
		{[]string{"No haemorrhage at first, then haemorrhage in theatre"}, []ThemeMatch{{"haemorrhage", "haemorrhag*"}}},
		{[]string{"Intraventricular haemorrhage, pre-term"}, []ThemeMatch{{"preterm-birth", "pre-term"}}},
		{[]string{"pphx", "appreterm"}, nil},
		{[]string{"gestational", "diabetes"}, nil}, // a phrase does not run across two cells
		{nil, nil},
	}
	for _, tc := range tests {
		if diff := cmp.Diff(tc.want, themes.Match(tc.texts...)); diff != "" {
			t.Errorf("%q: %s", tc.texts, diff)
		}
	}
}

func TestThemeFaultsComeAllAtOnce(t *testing.T) {
	_, faults := NewThemes([]Theme{{Title: "no id", Include: []string{"x"}}, {ID: "a", Include: []string{"--"}}, {ID: "a"}})
	if len(faults) != 4 {
		t.Errorf("%d faults: %v", len(faults), faults)
	}
}
