package codes

import "testing"

func TestNHSNumber(t *testing.T) {
	good := map[string]string{"943 476 5919": "9434765919", "9434765919": "9434765919", "943-476-5919": "9434765919", "9434765919.0": "9434765919"}
	for raw, want := range good {
		if got, ok := NHSNumber(raw); !ok || got != want {
			t.Errorf("%q: %q %v", raw, got, ok)
		}
	}
	for _, raw := range []string{"", "9434765918", "943476591", "94347659190", "0000000000", "1111111111", "943476591X", "not known"} {
		if got, ok := NHSNumber(raw); ok {
			t.Errorf("%q passed as %q", raw, got)
		}
	}
}

func TestLSOA(t *testing.T) {
	tests := map[string]Nation{"E01021988": England, " e01021988 ": England, "W01000001": Wales, "S01006506": Scotland, "95AA01S1": NorthernIreland,
		"N20000001": NorthernIreland, "L99999999": CrownDependency, "E0102198": "", "E02000001": "", "E0102198A": "", "": ""}
	for raw, want := range tests {
		if _, got, ok := LSOA(raw); got != want || ok != (want != "") {
			t.Errorf("%q: %q %v, want %q", raw, got, ok, want)
		}
	}
}

func TestODSCode(t *testing.T) {
	for raw, want := range map[string]bool{"RX9": true, "rqx7": true, "RZZ1": true, "RRK": true, "RXH01": true, "A81001": true, "QHL": true, "ABC": false, "Trust": false, "R": false, "RX-9": false, "1234": false, "": false} {
		if _, ok := ODSCode(raw); ok != want {
			t.Errorf("%q: %v, want %v", raw, ok, want)
		}
	}
}
