package codes

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPlacementOfChinese(t *testing.T) {
	for _, tc := range []struct {
		o    Options
		want Group
	}{{Options{}, Other}, {Options{Chinese: ChineseNHS2001}, Other}, {Options{Chinese: ChineseCensus}, Asian}} {
		if got := tc.o.Ethnicity("Chinese", SchemeUnknown); got.Code != "R" || got.Group != tc.want || tc.o.GroupOf("R") != tc.want {
			t.Errorf("%q: %s in %s, want R in %s", tc.o.Chinese, got.Code, got.Group, tc.want)
		}
	}
}

func TestBuckets(t *testing.T) {
	var got []string
	for _, o := range []Options{{}, {Grouping: GroupingSixteen}, {Grouping: GroupingBAM}, {Grouping: GroupingBAM, Chinese: ChineseCensus}} {
		for _, raw := range []string{"Pakistani", "White", "Chinese", "Not stated"} {
			got = append(got, o.Bucket(o.Ethnicity(raw, SchemeUnknown)))
		}
	}
	want := []string{"Asian", "White", "Other", "",
		"Asian or Asian British - Pakistani", "", "Other Ethnic Groups - Chinese", "",
		"Black, Asian and Mixed", "All other groups", "All other groups", "",
		"Black, Asian and Mixed", "All other groups", "Black, Asian and Mixed", ""}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, o := range []Options{{}, {Grouping: GroupingSixteen}, {Grouping: GroupingBAM}} {
		rows := map[string]bool{}
		for _, b := range o.Buckets() {
			rows[b] = true
		}
		if b := o.Bucket(o.Ethnicity("J", SchemeUnknown)); !rows[b] {
			t.Errorf("bucket %q is not among %v", b, o.Buckets())
		}
	}
}

func TestOptionsCheckReportsAll(t *testing.T) {
	o := Options{Chinese: "asian", Grouping: "six", Local: map[string]string{"Ward A": "Q", "Half-half": "D", "HALF half": "E", "ok": "z"}}
	if faults := o.Check(); len(faults) != 4 {
		t.Errorf("%d faults: %v", len(faults), faults)
	}
	if faults := (Options{Local: map[string]string{"Ward A": "a"}}).Check(); len(faults) != 0 {
		t.Errorf("faults in good options: %v", faults)
	}
}

// TestPoliceLabels reads self-defined ethnicity as five police forces write it, where the files are at hand: every
// label is one of the 18+1, so each has a code.
func TestPoliceLabels(t *testing.T) {
	dir := os.Getenv("SIEQUITY_DATA")
	if dir == "" {
		t.Skip("SIEQUITY_DATA is not set")
	}
	files, _ := filepath.Glob(filepath.Join(dir, "incidents", "police_*.csv"))
	read := 0
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(f).ReadAll()
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		column := -1
		for i, h := range rows[0] {
			if h == "Self-defined ethnicity" {
				column = i
			}
		}
		for _, row := range rows[1:] {
			got := Options{}.Ethnicity(row[column], SchemeUnknown)
			if got.Status != EthnicityValid && got.Status != EthnicityNotStated && got.Status != EthnicityMissing {
				t.Errorf("%q: %s (%s)", row[column], got.Status, got.Why)
			}
			read++
		}
	}
	t.Logf("%d real rows", read)
}
