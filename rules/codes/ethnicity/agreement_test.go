package ethnicity

import (
	"encoding/csv"
	"os"
	"testing"
)

// TestPublicLabels measures agreement with a file of labels read by hand: columns label, expected_code, status.
func TestPublicLabels(t *testing.T) {
	path := os.Getenv("SIEQUITY_LABELS")
	if path == "" {
		t.Skip("SIEQUITY_LABELS is not set")
	}
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
	miss, wrong := 0, 0
	for _, row := range rows[1:] {
		got := Read(row[0], Unknown, nil)
		code := got.Code
		switch got.Status {
		case Ambiguous:
			code = "AMBIGUOUS"
		case Invalid:
			code = "INVALID"
		case Missing:
			code, got.Status = "99", NotKnown
		}
		if code == row[1] && string(got.Status) == row[2] {
			continue
		}
		miss++
		mark := ""
		if got.Status == Valid {
			wrong++
			mark = "!!"
		}
		t.Logf("%s%q: want %s %s, got %s %s (%s) %s", mark, row[0], row[1], row[2], code, got.Status, got.Why, row[len(row)-1])
	}
	n := len(rows) - 1
	t.Logf("agreement %d of %d (%.1f%%), wrongly valid %d", n-miss, n, 100*float64(n-miss)/float64(n), wrong)
	if miss*100 > n {
		t.Errorf("agreement under 99%%")
	}
}
