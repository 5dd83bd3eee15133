package deprivation

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestExplain(t *testing.T) {
	l := open(t, IMD2019, nil)
	inputs := []string{"ZY1 1AB", "ZYI 1AD", "E01033804", "ZZ99 3VZ", "ZY1 1AG", "ZY1"}
	got, err := l.Explain(context.Background(), inputs)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"IMD 2019: matched, decile 1, quintile 1 (1 = most deprived), rank 1 of 32844, by the LSOA 2011 of the postcode",
		"IMD 2025: matched, decile 9, quintile 5 (1 = most deprived), rank 30000 of 33755, by the LSOA 2021 of the postcode",
		"IMD 2019: repaired, decile 2, quintile 1 (1 = most deprived), rank 4000 of 32844, by the LSOA 2011 of the postcode; postcode no longer in use; postcode with a weak grid reference; postcode repaired: a letter and a digit had been confused",
		"IMD 2025: repaired, decile 2, quintile 1 (1 = most deprived), rank 5000 of 33755, by the LSOA 2021 of the postcode; postcode no longer in use; postcode with a weak grid reference; postcode repaired: a letter and a digit had been confused",
		"IMD 2019: ambiguous; the 2011 areas that became this one lie in different deciles; the LSOA code belongs to the other census than this vintage needs",
		"IMD 2025: lsoa_given, decile 1, quintile 1 (1 = most deprived), rank 2000 of 33755, by the LSOA 2021 code",
		"IMD 2019: no_fixed_abode; pseudo postcode",
		"IMD 2025: no_fixed_abode; pseudo postcode",
		"IMD 2019: outside_england (Wales)",
		"IMD 2025: outside_england (Wales)",
		"IMD 2019: partial",
		"IMD 2025: partial",
	}
	var words []string
	for _, a := range got {
		for _, p := range a.Places {
			words = append(words, p.Words())
		}
	}
	if d := cmp.Diff(want, words); d != "" {
		t.Error(d)
	}
	for _, a := range got {
		for _, in := range inputs {
			if how := strings.Join(a.How, " "); strings.Contains(how, in) && in != "ZZ99 3VZ" && in != "ZY1" {
				t.Errorf("answer %d prints what was asked: %s", a.Place, how)
			}
		}
	}
}

// No result, message or error of a run holds a postcode, spaced or not.
func TestNoPostcodeIsPrinted(t *testing.T) {
	l := open(t, IMD2019, nil)
	raw := []string{"ZY1 1AB", "ZY1 1AD", "ZY1 1AL", "ZY9 9ZZ", "ZYI 1AB", "ZY10 1AB"}
	answers, err := l.Explain(context.Background(), raw)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, a := range answers {
		b.WriteString(cmp.Diff(nil, a) + strings.Join(a.How, "\n"))
	}
	b.WriteString(cmp.Diff(ScanReport{}, l.Report()))
	for _, r := range raw {
		for _, form := range []string{r, strings.ReplaceAll(r, " ", "")} {
			if strings.Contains(strings.ToUpper(b.String()), form) {
				t.Errorf("a postcode was printed: %q", form)
			}
		}
	}
}

func TestRepairs(t *testing.T) {
	text := "pcds,ctry26cd,lsoa11cd\nZY1 1AB,E92000001,E01000001\nZY1O 1AB,E92000001,E01000002\nZY10 1AB,E92000001,E01000003\n" +
		"ZO2 1AB,E92000001,E01000001\nZY3 1AB,E92000001,E01000001\n"
	path := filepath.Join(t.TempDir(), "d.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	l := open(t, IMD2019, func(c *Config) { c.Postcodes = []string{path} })
	tests := []struct {
		raw    string
		status Status
		decile uint8
	}{
		{"ZYI 1AB", Repaired, 1},
		{"ZYL 1AB", Repaired, 1},
		{"ZY1 IAB", Repaired, 1},
		{"Z02 1AB", Repaired, 1},   // nought for O among the area letters
		{"ZY1O 1AB", Matched, 2},   // listed as written: not repaired
		{"ZY10 1AB", Matched, 3},   // listed as written
		{"ZYLO 1AB", Ambiguous, 0}, // both repaired forms are listed
		{"ZY3 1A8", Invalid, 0},    // the last two letters are never repaired
		{"ZY3 1O0", Invalid, 0},
		{"ZY4 IAB", Invalid, 0}, // a repaired form exists but is not listed
	}
	for _, tt := range tests {
		got := l.Postcode(resolve(t, l, tt.raw)[0])
		if got.Status != tt.status || got.Decile != tt.decile {
			t.Errorf("%q: %s, decile %d; want %s, %d", tt.raw, got.Status, got.Decile, tt.status, tt.decile)
		}
		if (got.Notes&NoteRepaired != 0) != (tt.status == Repaired) {
			t.Errorf("%q: notes %s", tt.raw, got.Notes)
		}
	}
}

func TestReadInputs(t *testing.T) {
	tests := []struct {
		name, text string
		column     int
		rows       []int
		texts      []string
	}{
		{"a list", "ZY1 1AB\nZY1 1AD\n", 1, []int{1, 2}, []string{"ZY1 1AB", "ZY1 1AD"}},
		{"a list with a heading", "Home postcode\nZY1 1AB\nE01000001\n", 1, []int{2, 3}, []string{"ZY1 1AB", "E01000001"}},
		{"an export", "Ref,Site,Area\n1,North,E01000001\n2,South,E01000002\n", 3, []int{2, 3}, []string{"E01000001", "E01000002"}},
	}
	for _, tt := range tests {
		path := filepath.Join(t.TempDir(), "in.csv")
		if err := os.WriteFile(path, []byte(tt.text), 0o600); err != nil {
			t.Fatal(err)
		}
		got, err := ReadInputs(path)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(Inputs{Column: tt.column, Rows: tt.rows, Texts: tt.texts}, got); d != "" {
			t.Errorf("%s: %s", tt.name, d)
		}
	}
	path := filepath.Join(t.TempDir(), "in.csv")
	if err := os.WriteFile(path, []byte("Ref,Site\n1,North\n2,South\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadInputs(path); err == nil {
		t.Error("a file without addresses was taken")
	}
}
