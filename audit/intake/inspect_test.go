package intake

import (
	"strings"
	"testing"

	"siequity/incidents/field"
)

// A vague heading may be over names, whose shape alone is shown.
func TestVagueHeadingsShowNoName(t *testing.T) {
	f := &field.Field{Name: "person_role", Kind: field.Text, Last: []string{"Person involved"}}
	if got := sampleOf(f, "Person involved:", "Jane Featherstone"); strings.Contains(got, "Jane") {
		t.Errorf("a name is shown: %q", got)
	}
	if got := sampleOf(f, "Role", "Patient"); got != "Patient" {
		t.Errorf("a role is not shown: %q", got)
	}
}
