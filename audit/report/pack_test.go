package report

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/audit/demo"
	"siequity/audit/finding"
	"siequity/audit/project"
	"siequity/audit/report/layout"
)

func demoProject(t *testing.T) project.Project {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "demo")
	if err := demo.Write(dir); err != nil {
		t.Fatal(err)
	}
	p, err := project.Load(filepath.Join(dir, project.FileName))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// figures gives the lines of tables.csv by their place.
func figures(t *testing.T, m layout.Model) map[string]string {
	t.Helper()
	var b bytes.Buffer
	if err := layout.CSV(&b, m); err != nil {
		t.Fatal(err)
	}
	lines, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, l := range lines[1:] {
		key := strings.Join(append([]string{l[0]}, l[3:8]...), "|") + "|" + l[1]
		out[key] = l[8]
	}
	return out
}

// TestPackOfTheDemo makes the pack under every profile, and looks for anything of
// a single record in it.
func TestPackOfTheDemo(t *testing.T) {
	r := auditOf(t, demoProject(t))
	for _, profile := range project.Disclosures() {
		p, err := NewPack(t.Context(), r, PackOptions{Disclosure: profile})
		if err != nil {
			t.Fatalf("%s: %v", profile, err)
		}
		text := allText(p.Model())
		for _, rec := range r.Records {
			_, ref, _ := strings.Cut(rec.ID(), ":")
			if len(ref) > 4 && strings.Contains(text, ref) && !strings.Contains(ref, ".csv") {
				t.Fatalf("%s: the reference %s is on a page", profile, ref)
			}
		}
		if marked := p.Model().Marking != ""; marked != (profile == "panel") {
			t.Errorf("%s: marking %q", profile, p.Model().Marking)
		}
	}
}

func allText(m layout.Model) string {
	var s strings.Builder
	for _, p := range m.Pages {
		s.WriteString(strings.Join(p.Lead, "\n"))
		for _, b := range p.Blocks {
			switch b := b.(type) {
			case *layout.Text:
				s.WriteString(strings.Join(b.Paragraphs, "\n"))
			case *layout.Chart:
				s.WriteString(b.Alt)
			case *layout.Table:
				for _, row := range b.Rows {
					for _, c := range row.Cells {
						s.WriteString(c.Text + "\n")
					}
				}
			}
		}
	}
	return s.String()
}

// TestMergedPackReadsAlike holds that a merge of one submission shows the figures
// that the audit itself shows.
func TestMergedPackReadsAlike(t *testing.T) {
	r := auditOf(t, demoProject(t))
	own, err := NewPack(t.Context(), r, PackOptions{Disclosure: "panel"})
	if err != nil {
		t.Fatal(err)
	}
	merged, _, err := NewMergedPack(t.Context(), NewSubmission(r), r.Set, PackOptions{Disclosure: "panel"})
	if err != nil {
		t.Fatal(err)
	}
	want, got := figures(t, own.Model()), figures(t, merged.Model())
	for key := range want { // only an audit has its files
		if table, _, _ := strings.Cut(key, "|"); table == "fields" || table == "findings" || table == "ethnicity-unread" {
			delete(want, key)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-audit +merge)\n%s", diff)
	}
}

// TestHistoryGivesTrends audits one quarter with the submission of the quarter
// before.
func TestHistoryGivesTrends(t *testing.T) {
	p := demoProject(t)
	p.Period = "2025/26-Q4"
	path := filepath.Join(t.TempDir(), "earlier.json")
	var b bytes.Buffer
	if err := NewSubmission(auditOf(t, p)).Write(&b); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	p.Period, p.History = "2026/27-Q1", []string{path}
	pack, err := NewPack(t.Context(), auditOf(t, p), PackOptions{Disclosure: "lt5"})
	if err != nil {
		t.Fatal(err)
	}
	got := figures(t, pack.Model())
	quarters := map[string]bool{}
	for key := range got {
		if parts := strings.Split(key, "|"); parts[0] == "trends" {
			quarters[parts[4]] = true
		}
	}
	if diff := cmp.Diff(map[string]bool{"2025/26-Q4": true, "2026/27-Q1": true}, quarters); diff != "" {
		t.Errorf("quarters of the trends (-want +got)\n%s", diff)
	}
	if _, ok := got["ethnicity-quarter|ethnicity|White|quarter|2025/26-Q4|cases|"+pack.Model().Organisation]; ok {
		t.Error("cases of an earlier submission are in this pack's tables")
	}
}

// A submission that other rules judged is told: its trend compares two things.
func TestHistoryOfOtherRules(t *testing.T) {
	p := demoProject(t)
	p.Period = "2025/26-Q4"
	s := NewSubmission(auditOf(t, p))
	for _, version := range []string{s.Returns[0].Packs[0].Version, "0.9"} {
		s.Returns[0].Packs[0].Version = version
		s.Returns[0].ID = s.Returns[0].hash()
		path := filepath.Join(t.TempDir(), "earlier.json")
		var b bytes.Buffer
		if err := s.Write(&b); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		p.History = []string{path}
		r := auditOf(t, p)
		pack, err := NewPack(t.Context(), r, PackOptions{Disclosure: "panel"})
		if err != nil {
			t.Fatal(err)
		}
		told := slices.ContainsFunc(pack.told, func(f finding.Finding) bool { return f.ID == "history/rules" })
		if told != (version == "0.9") {
			t.Errorf("version %s: told %v", version, told)
		}
	}
}

func TestHistoryThatIsNotThere(t *testing.T) {
	p := demoProject(t)
	p.History = []string{filepath.Join(t.TempDir(), "gone.json")}
	_, err := NewPack(t.Context(), auditOf(t, p), PackOptions{Disclosure: "lt5"})
	if err == nil || !strings.Contains(err.Error(), "gone.json") {
		t.Errorf("a missing submission gives %v", err)
	}
}
