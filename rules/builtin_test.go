package rules

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/rules/codes"
)

func builtin(t testing.TB) *Set {
	t.Helper()
	set, err := Load(testCatalogue(t), Builtin()...)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func TestBuiltinPacksLoadAndProve(t *testing.T) {
	for _, f := range builtin(t).Prove() {
		t.Errorf("%s:%d: %s: want %s, got %s (%s)", f.File, f.Line, f.Rule, f.Example.Want, f.Got.Verdict, f.Got.Why)
	}
}

// TestThemesFindWhatTheySay matches every theme against its own proof.
func TestThemesFindWhatTheySay(t *testing.T) {
	set := builtin(t)
	themes := matcher(t, set)
	for _, th := range set.Themes {
		for _, text := range th.Find {
			if !finds(themes, th.ID, text) {
				t.Errorf("%s does not find %q", th.ID, text)
			}
		}
		for _, text := range th.Miss {
			if finds(themes, th.ID, text) {
				t.Errorf("%s finds %q", th.ID, text)
			}
		}
	}
}

// TestThemesOfCategories reads categories as incident forms word them.
func TestThemesOfCategories(t *testing.T) {
	themes := matcher(t, builtin(t))
	for text, want := range map[string][]string{
		"Term admission to neonatal unit":                           {"neonatal-admission"},
		"Unplanned return to theatre":                               {"critical-care"},
		"Readmission of baby - jaundice":                            {"neonatal-admission", "jaundice-feeding"},
		"Readmission of mother - infected wound":                    {"sepsis", "readmission"},
		"Delay in category 1 caesarean":                             {"caesarean"},
		"Failure to escalate abnormal CTG":                          {"fetal-monitoring"},
		"Third/fourth degree perineal tear":                         {"perineal-trauma"},
		"Birthweight below 10th centile, not detected":              {"growth"},
		"Intraventricular haemorrhage, 25 weeks":                    nil,
		"Maternity/Obstetric incident meeting SI criteria: mother":  nil,
		"Treatment delay meeting SI criteria":                       nil,
		"Slips, trips and falls":                                    nil,
		"Previous caesarean, postpartum haemorrhage after VBAC":     {"haemorrhage"},
		"No interpreter, and fetal movements reduced":               {"reduced-movements", "communication"},
		"Persistent pulmonary hypertension of the newborn, cooling": {"brain-injury"},
	} {
		var got []string
		for _, m := range themes.Match(text) {
			got = append(got, m.ID)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", text, diff)
		}
	}
}

func matcher(t *testing.T, set *Set) *codes.Themes {
	t.Helper()
	var defs []codes.Theme
	for _, th := range set.Themes {
		defs = append(defs, codes.Theme{ID: th.ID, Title: th.Title, Include: th.Include, Exclude: th.Exclude})
	}
	themes, faults := codes.NewThemes(defs)
	for _, err := range faults {
		t.Error(err)
	}
	return themes
}

func finds(themes *codes.Themes, id, text string) bool {
	return slices.ContainsFunc(themes.Match(text), func(m codes.ThemeMatch) bool { return m.ID == id })
}

var update = flag.Bool("update", false, "rewrite packs/*.md")

// TestPagesAreUpToDate holds the manual in packs/*.md to the packs.
func TestPagesAreUpToDate(t *testing.T) {
	for _, p := range builtin(t).Pages() {
		file := filepath.Join("packs", p.Name)
		if *update {
			if err := os.WriteFile(file, []byte(p.Text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		old, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(p.Text, strings.ReplaceAll(string(old), "\r\n", "\n")); diff != "" {
			t.Errorf("%s is out of date; run go test ./rules -run Pages -update\n%s", file, diff)
		}
	}
}
