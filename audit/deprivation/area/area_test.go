package area

import "testing"

func TestParse(t *testing.T) {
	tests := []struct {
		code   string
		ok     bool
		nation Nation
		number int
		since  Census
	}{
		{"E01000001", true, England, 1, Census2001},
		{"e01000001", true, England, 1, Census2001},
		{"E01033000", true, England, 33000, Census2011},
		{"E01033768", true, England, 33768, Census2011},
		{"E01033769", true, England, 33769, Census2021},
		{"E01035762", true, England, 35762, Census2021},
		{"E01900001", true, England, 900001, UnknownCensus}, // of no census so far
		{"E99999999", true, England, 0, UnknownCensus},
		{"W01000005", true, Wales, 5, Census2001},
		{"S01006506", true, Scotland, 6506, Census2011},
		{"S01013482", true, Scotland, 13482, Census2021},
		{"95AA01S1", true, NorthernIreland, 0, UnknownCensus},
		{"N21000001", true, NorthernIreland, 1, UnknownCensus},
		{"L99999999", true, ChannelIslands, 0, UnknownCensus},
		{"M99999999", true, IsleOfMan, 0, UnknownCensus},
		{"E02000001", false, 0, 0, UnknownCensus}, // MSOA
		{"E09000001", false, 0, 0, UnknownCensus}, // district
		{"E0100001", false, 0, 0, UnknownCensus},
		{"E0100000A", false, 0, 0, UnknownCensus},
		{"", false, 0, 0, UnknownCensus},
		{"M15 4AB", false, 0, 0, UnknownCensus},
		{"Invented 001A", false, 0, 0, UnknownCensus},
	}
	for _, tt := range tests {
		c, ok := Parse([]byte(tt.code))
		if ok != tt.ok {
			t.Errorf("%q: ok %v", tt.code, ok)
			continue
		}
		if ok && (c.Nation() != tt.nation || c.Number() != tt.number || c.Since() != tt.since) {
			t.Errorf("%q: %s %d %d, want %s %d %d", tt.code, c.Nation(), c.Number(), c.Since(), tt.nation, tt.number, tt.since)
		}
	}
}
