package intake

import (
	"testing"

	"siequity/incidents/field"
	"siequity/rules/masking"
)

func TestIdentifies(t *testing.T) {
	ask := NewIdentifier(masking.New(masking.Options{}))
	tests := []struct {
		text string
		kind field.Kind
		want bool
	}{
		{"2026/10432", field.Reference, false},
		{"WEB48213", field.Reference, false},
		{"IN-2026-000123", field.Reference, false},
		{"DX1234567", field.Reference, false},
		{"91234/1", field.Reference, false},
		{"a1b2c3d4-e5f6-7890-abcd-ef0123456789", field.Reference, false},
		{"943 476 5919", field.Reference, true},
		{"9434765919", field.Reference, true},
		{"2026/4042, DOB 14/02/1991", field.Reference, true},
		{"14/02/1991", field.Reference, true},
		{"WEB48121 tel 07700 900123", field.Reference, true},
		{"LS2 9JT", field.Reference, true},
		{"Priyanka Featherstone", field.Reference, true},
		{"Eastmoor Hospitals NHS Trust", field.Text, false},
		{"Rowan Ward", field.Text, false},
		{"St Mary's", field.Text, false},
		{"Dr Patel's team", field.Text, false},
		{"William Harvey Birth Centre", field.Text, false},
		{"ED Majors", field.Text, false},
		{"AMU Rose", field.Text, false},
		{"Queen Mary", field.Text, false},
		{"Florence Nightingale", field.Text, false},
		{"PRIYANKA FEATHERSTONE", field.Text, true},
		{"KHAN Amira", field.Text, true},
		{"LEE Mary", field.Text, true},
		{"King Amira", field.Text, true},
		{"Prince Okafor", field.Text, true},
		{"Ed Featherstone", field.Text, true},
		{"Eastmoor NHS No: 9434765919", field.Text, true},
		{"Intrapartum of 12 Acacia Road LS2 9JT", field.Text, true},
		{"Mrs Priyanka Featherstone", field.Text, true},
		{"Priyanka Featherstone", field.Text, true},
		{"Triage, DOB 14/02/1991", field.Text, true},
		{"87654321", field.Text, true},
		{"876-543", field.Text, true},
		{"8765 4321.0", field.Text, true},
		{"87654", field.Text, false}, // a cost centre
		{"RX101", field.Text, false},
		{"Ward 123456", field.Text, false},
	}
	for _, tt := range tests {
		if got := ask(tt.text, tt.kind); got != tt.want {
			t.Errorf("%q (%v): got %v", tt.text, tt.kind, got)
		}
	}
}
