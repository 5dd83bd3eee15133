package record

import (
	"testing"

	"siequity/rules/codes"
	"siequity/rules/masking"
)

// The reason for a reading quotes the cell, and shows no more and no less of it than the cell as it is shown: a label
// that looks like a name to the masker is none, and a name stays hidden in lower case too.
func TestReasonShown(t *testing.T) {
	mask := masking.New(masking.Options{}).Mask
	tests := []struct{ raw, want string }{
		{"Pakastani", `label "Pakastani" means J: Asian or Asian British - Pakistani; spelling: "pakastani" read as "pakistani"`},
		{"Afro-Caribbean", `label "Afro-Caribbean" means M: Black or Black British - Caribbean`},
		{"Pakistani?", `the value says that "Pakistani" is in doubt`},
		{"Bangladeshy", `label "Bangladeshy" means K: Asian or Asian British - Bangladeshi; spelling: "bangladeshy" read as "bangladeshi"`},
		{"Martian", `"martian" is not a word of any ethnic category list`},
		{"Mary Smith", `"[masked]" is not a word of any ethnic category list`},
		{"Kowalski", `"[masked]" is not a word of any ethnic category list`},
		{"Smith, Mary", `"[masked]" is not a word of any ethnic category list`},
		{"White British (Mary Smith)", `"[masked]" is not a word of any ethnic category list`},
		{"A - Mary Smith", `code "A" stands beside "[masked]", which is no ethnic category: "[masked]" is not a word of any ethnic category list`},
		{"declined by Mary Smith", `"[masked]" says that she was asked and did not answer`},
		{`Mary "Mimi" Smith`, `"[masked]" is not a word of any ethnic category list`},
		{"", "the cell is blank"},
	}
	for _, tt := range tests {
		read := codes.Options{}.Ethnicity(tt.raw, codes.SchemeUnknown)
		e := Ethnicity{Raw: read.Raw, Status: read.Status, Why: read.Why}
		if got := e.Reason(mask); got != tt.want {
			t.Errorf("%q: %s, want %s", tt.raw, got, tt.want)
		}
		said := "ethnic category " + tt.raw + " is no code: " + read.Why
		if got, want := e.MaskIn(said, mask), "ethnic category "+mask(tt.raw)+" is no code: "+tt.want; got != want {
			t.Errorf("%q: in a message %s, want %s", tt.raw, got, want)
		}
	}
}
