package codes

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPostcode(t *testing.T) {
	tests := []struct {
		raw     string
		status  PostcodeStatus
		normal  string
		repairs []string
	}{
		{"LS1 4JL", PostcodeOK, "LS14JL", nil},
		{" ls1\u00a0 4jl.", PostcodeOK, "LS14JL", nil},
		{"LS1-4JL", PostcodeOK, "LS14JL", nil},
		{"EC1A 1BB", PostcodeOK, "EC1A1BB", nil},
		{"M1 1AE", PostcodeOK, "M11AE", nil},
		{"GIR 0AA", PostcodeOK, "GIR0AA", nil},
		{"S01 1AA", PostcodeOK, "S011AA", []string{"SO11AA"}},
		{"LSI 4JL", PostcodeInvalid, "", []string{"LS14JL"}},
		{"LS1 4JO", PostcodeOK, "LS14JO", nil},
		{"LS1 4J0", PostcodeInvalid, "", nil}, // O is not in use there: nothing to repair to
		{"W1A OAX", PostcodeInvalid, "", []string{"W1A0AX"}},
		{"B15", PostcodePartial, "B15", nil},
		{"B15 2", PostcodePartial, "B152", nil},
		{"ZZ99 3VZ", PostcodeNoFixedAbode, "", nil},
		{"zz993vz", PostcodeNoFixedAbode, "", nil},
		{"NF1 1AB", PostcodeNoFixedAbode, "", nil},
		{"No fixed abode", PostcodeNoFixedAbode, "", nil},
		{"ZZ99 3WZ", PostcodeAddressNotKnown, "", nil},
		{"Z99 3CZ", PostcodeAddressNotKnown, "", nil},
		{"ZZ99 3GZ", PostcodeOtherNation, "", nil},
		{"ZZ99 1WZ", PostcodeOtherNation, "", nil},
		{"ZZ99 6CZ", PostcodeOverseas, "", nil},
		{"BFPO 12", PostcodeOverseas, "", nil},
		{"BF1 3AA", PostcodeOverseas, "", nil},
		{"12345", PostcodeInvalid, "", nil},
		{"LŞ1 4JL", PostcodeInvalid, "", nil},
		{"lı1 4jl", PostcodeInvalid, "", nil},
		{"", PostcodeMissing, "", nil},
		{"N/A", PostcodeMissing, "", nil},
		{"-", PostcodeMissing, "", nil},
	}
	for _, tc := range tests {
		got := Postcode(tc.raw)
		want := PostcodeReading{Status: tc.status, Normal: tc.normal, Repairs: tc.repairs}
		if diff := cmp.Diff(want, PostcodeReading{Status: got.Status, Normal: got.Normal, Repairs: got.Repairs}); diff != "" {
			t.Errorf("%q: %s\n%s", tc.raw, got.Why, diff)
		}
	}
}

func TestUnusedInwardLettersAreWarnedOf(t *testing.T) {
	if got := Postcode("LS1 4JO"); got.Warning == "" {
		t.Error("no warning for a letter that is not in use")
	}
	if got := Postcode("LS1 4JL"); got.Warning != "" {
		t.Errorf("warning for a good postcode: %s", got.Warning)
	}
}

// TestRealPostcodes reads every postcode of a real directory extract, where it is at hand.
func TestRealPostcodes(t *testing.T) {
	dir := os.Getenv("SIEQUITY_DATA")
	if dir == "" {
		t.Skip("SIEQUITY_DATA is not set")
	}
	f, err := os.Open(filepath.Join(dir, "imd", "postcodes_trafford_lsoa.csv"))
	if err != nil {
		t.Skip(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		got := Postcode(strings.ToLower(row[0]))
		if want := strings.ReplaceAll(row[0], " ", ""); got.Status != PostcodeOK || got.Normal != want || got.Warning != "" {
			t.Fatalf("a real postcode came out as %s %q %s", got.Status, got.Normal, got.Warning)
		}
	}
	t.Logf("%d real postcodes", len(rows)-1)
}
