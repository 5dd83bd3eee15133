package decoder

import (
	"fmt"
	"testing"

	"siequity/incidents/export"
)

func TestBroken(t *testing.T) {
	for text, want := range map[string]bool{"#N/A": true, "#ref!": true, "#GETTING_DATA": true, "#DIV/0!": true, "#NAME?": true, "#SPILL!": true, "Err:504": true,
		"": false, "#": false, "###": false, "#12": false, "#team": false, "N/A": false, "#N/A - see notes": false, "#!": false} {
		if got := broken(export.Cell{Text: []byte(text), Kind: export.Text}, []byte(text)); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

// A column that is broken throughout takes no room for each cell, and a line under the
// table does not count.
func TestBrokenColumn(t *testing.T) {
	rows := "ID,Incident date,Specialty,Grade of harm,Ethnicity\n"
	for i := range 100 {
		rows += fmt.Sprintf("W%d,01/06/2026,Obstetrics,Low,#N/A\n", i)
	}
	s, chunks := decoded(t, rows+"Total,,,,#N/A\n")
	if c := chunks[0]; len(c.broken) > len(s.Mapping.Columns) || len(c.strayBroken) > 1 {
		t.Errorf("%d and %d entries are kept", len(c.broken), len(c.strayBroken))
	}
	TrimTail(chunks)
	if f := Settle(s, chunks); len(f) != 1 || f[0].Times != 100 || f[0].Row != 2 {
		t.Errorf("got %+v", f)
	}
}
