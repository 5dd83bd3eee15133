package incidents

import "testing"

func TestRoleOf(t *testing.T) {
	tests := []struct {
		role string
		want Role
	}{
		{"", Unnamed}, {"PATC", Patient}, {"EMPC", Bystander}, {"Patient", Patient}, {"Mother", Mother}, {"Patient - Mother", Mother}, {"Baby", Baby},
		{"Staff member", Bystander}, {"Midwife", Bystander}, {"Partner", Bystander}, {"Person affected", Patient}, {"Neonate", Baby}, {"AFFECT", Patient},
		{"Mother's midwife", Bystander}, {"Birthing parent", Mother}, {"WITN", Bystander}, {"Twin 2", Baby}, {"Next of kin", Bystander}, {"Patient's relative", Bystander},
	}
	for _, tt := range tests {
		if got := roleOf(tt.role); got != tt.want {
			t.Errorf("roleOf(%q) = %d, want %d", tt.role, got, tt.want)
		}
	}
}
