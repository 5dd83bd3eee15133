package audit

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/audit/intake"
	"siequity/audit/organisation"
	"siequity/audit/register"
	"siequity/rules/masking"
)

func TestWithholdNames(t *testing.T) {
	g := &register.Registers{
		Training: []register.Training{{Organisation: "Eastmoor", StaffGroup: "Midwives", Row: 2}, {Organisation: "Eastmoor, DOB 14/02/1991", StaffGroup: "Jane Smith", Row: 3}},
		SOPs:     []register.SOP{{Organisation: "Eastmoor 943 476 5919", Row: 2}},
		Births:   []register.Births{{Organisation: "tel 07700 900123", Row: 4}},
	}
	found := withholdNames(g, intake.NewIdentifier(masking.New(masking.Options{})))
	want := &register.Registers{
		Training: []register.Training{{Organisation: "Eastmoor", StaffGroup: "Midwives", Row: 2}, {Organisation: organisation.Unstated, StaffGroup: otherStaff, Row: 3}},
		SOPs:     []register.SOP{{Organisation: organisation.Unstated, Row: 2}},
		Births:   []register.Births{{Organisation: organisation.Unstated, Row: 4}},
	}
	if d := cmp.Diff(want, g); d != "" {
		t.Error(d)
	}
	if len(found) != 4 {
		t.Errorf("got %d findings: %v", len(found), found)
	}
}
