package merge

import (
	"testing"

	"siequity/incidents"
)

func TestRoleOf(t *testing.T) {
	tests := []struct {
		role string
		want incidents.Role
	}{
		{"", incidents.Unnamed}, {"PATC", incidents.Patient}, {"EMPC", incidents.Bystander}, {"Patient", incidents.Patient}, {"Mother", incidents.Mother}, {"Patient - Mother", incidents.Mother}, {"Baby", incidents.Baby},
		{"Staff member", incidents.Bystander}, {"Midwife", incidents.Bystander}, {"Partner", incidents.Bystander}, {"Person affected", incidents.Patient}, {"Neonate", incidents.Baby}, {"AFFECT", incidents.Patient},
		{"Mother's midwife", incidents.Bystander}, {"Birthing parent", incidents.Mother}, {"WITN", incidents.Bystander}, {"Twin 2", incidents.Baby}, {"Next of kin", incidents.Bystander}, {"Patient's relative", incidents.Bystander},
	}
	for _, tt := range tests {
		if got := roleOf(tt.role); got != tt.want {
			t.Errorf("roleOf(%q) = %d, want %d", tt.role, got, tt.want)
		}
	}
}
