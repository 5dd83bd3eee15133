package ethnicity

import (
	"encoding/csv"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// labelRow is one row of a label file: what a careful reader makes of a label.
type labelRow struct {
	label, code, status, group string
}

func readLabels(t *testing.T, path string) []labelRow {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []labelRow
	for _, row := range rows[1:] {
		l := labelRow{label: row[0], code: row[1], status: row[2]}
		if len(row) > 3 {
			l.group = row[3]
		}
		out = append(out, l)
	}
	return out
}

func TestInventedLabels(t *testing.T) {
	rows := readLabels(t, "testdata/invented_labels.csv")
	if len(rows) < 300 {
		t.Fatalf("only %d rows", len(rows))
	}
	for _, row := range rows {
		got := Read(row.label, Unknown, nil)
		want := labelRow{row.label, row.code, row.status, row.group}
		have := labelRow{row.label, got.Code, string(got.Status), ""}
		if row.group != "" {
			have.group = string(got.Group)
		}
		if diff := cmp.Diff(want, have, cmp.AllowUnexported(labelRow{})); diff != "" {
			t.Errorf("%s\n(%s)", diff, got.Why)
		}
		if got.Why == "" {
			t.Errorf("%q: no reason given", row.label)
		}
	}
}

// TestPublicLabels measures agreement with labels read by hand from public code lists: columns label, expected_code,
// status. SIEQUITY_LABELS names another file of the same shape.
func TestPublicLabels(t *testing.T) {
	path := os.Getenv("SIEQUITY_LABELS")
	if path == "" {
		path = "../../../testdata/ethnicity_labels.csv"
	}
	rows := readLabels(t, path)
	misses, wrong := 0, 0
	for _, row := range rows {
		got := Read(row.label, Unknown, nil)
		if code, status := asListed(got); code != row.code || status != row.status {
			misses++
			t.Logf("%q: want %s %s, got %s %s (%s)", row.label, row.code, row.status, code, status, got.Why)
		}
		if got.Status == Valid && row.status != "valid" {
			wrong++
		}
	}
	t.Logf("agreement %d of %d (%.2f%%), wrongly valid %d", len(rows)-misses, len(rows), 100-100*float64(misses)/float64(len(rows)), wrong)
	// The public file is read in full; of others, people who wrote them may differ.
	if allowed := len(rows) * 3 / 100; misses > allowed || misses > 0 && os.Getenv("SIEQUITY_LABELS") == "" {
		t.Errorf("%d labels are read otherwise", misses)
	}
	if wrong > 0 {
		t.Error("a label that is no category came out valid")
	}
}

// asListed writes a reading as label files do, which count a blank as not known.
func asListed(r Reading) (code, status string) {
	switch r.Status {
	case Ambiguous:
		return "AMBIGUOUS", string(r.Status)
	case Invalid:
		return "INVALID", string(r.Status)
	case Missing:
		return "99", string(NotKnown)
	}
	return r.Code, string(r.Status)
}
