package wording

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSheetError(t *testing.T) {
	for raw, want := range map[string]bool{"#N/A": true, " #ref! ": true, "#GETTING_DATA": true, "#DIV/0!": true, "#NAME?": true, "Err:504": true, "#N / A": true, "#VALUE!": true, "#num!": true, "#NULL!": true, "#SPILL!": true, "#CALC!": true, "#BLOCKED!": true, "#UNKNOWN!": true, "#FIELD!": true, "#CONNECT!": true, "#BUSY!": true, "#PYTHON!": true, "#ERROR!": true,
		"#unknown?": false, "#tbc!": false, "#refused!": false, "#REF?": false,
		"": false, "#": false, "###": false, "#12": false, "#team": false, "#see notes!": false, "N/A": false, "error": false, "Erratic": false, "#N/A - see notes": false} {
		if got := SheetError(raw); got != want {
			t.Errorf("%q: %v, want %v", raw, got, want)
		}
	}
}

func TestHoldsSheetError(t *testing.T) {
	for raw, want := range map[string]bool{"White - #VALUE!": true, "#N/A - see notes": true, "White #REF": true, "Asian (#SPILL!)": true, "#DIV/0!": true,
		"White": false, "#team": false, "#names": false, "#tbc!": false, "White #unknown": false, "": false} {
		if got := HoldsSheetError(raw); got != want {
			t.Errorf("%q: %v, want %v", raw, got, want)
		}
	}
}

func TestDoubtMarked(t *testing.T) {
	for raw, want := range map[string]bool{"?severe": true, "Severe?": true, "Severe (?)": true, "(? severe)": true, "Severe?? see notes": true, "?": true,
		"Severe": false, "": false, "Severe: ?PE": false, "Severe - query raised": false} {
		if got := DoubtMarked(raw); got != want {
			t.Errorf("%q: %v, want %v", raw, got, want)
		}
	}
}

func TestDoubt(t *testing.T) {
	tests := []struct {
		raw, doubt string
		rest       []string
	}{
		{"French, to be confirmed", "to be confirmed", []string{"french"}},
		{"possibly French", "possibly", []string{"french"}},
		{"not yet confirmed", "not yet confirmed", nil},
		{"likely to recover", "", []string{"likely", "to", "recover"}},
		{"likely", "likely", nil},
		{"French", "", []string{"french"}},
	}
	for _, tt := range tests {
		if got := Doubt(Words(tt.raw)); got != tt.doubt {
			t.Errorf("%q: doubt %q, want %q", tt.raw, got, tt.doubt)
		}
		if diff := cmp.Diff(tt.rest, WithoutDoubt(Words(tt.raw))); diff != "" {
			t.Errorf("%q: %s", tt.raw, diff)
		}
	}
}

func TestCutDoubt(t *testing.T) {
	for raw, want := range map[string]string{"J - tbc": "J", "Poss. White: Irish": "White: Irish", "French (to be confirmed)": "French", "I think A": "A", "TBC": "", "(not yet  confirmed) B/C": "B/C",
		"probably, possibly D": "D", "D not-sure": "D"} {
		if got, cut := CutDoubt(raw); got != want || !cut {
			t.Errorf("%q: %q, %v, want %q", raw, got, cut, want)
		}
	}
	for _, raw := range []string{"likely to recover", "J", "", "improbable", "likely to be confirmed"} {
		if got, cut := CutDoubt(raw); got != raw || cut {
			t.Errorf("%q: %q, %v", raw, got, cut)
		}
	}
}
