package intake

import (
	"strings"
	"testing"

	"siequity/incidents/export"
	"siequity/incidents/field"
)

// A vague heading may be over names, whose shape alone is shown.
func TestVagueHeadingsShowNoName(t *testing.T) {
	f := &field.Field{Name: "person_role", Kind: field.Text, Last: []string{"Person involved"}}
	show := newSampler()
	if got := show.sample(f, "Person involved:", export.Cell{Text: []byte("Jane Featherstone"), Kind: export.Text}); strings.Contains(got, "Jane") {
		t.Errorf("a name is shown: %q", got)
	}
	if got := show.sample(f, "Role", export.Cell{Text: []byte("Patient"), Kind: export.Text}); got != "Patient" {
		t.Errorf("a role is not shown: %q", got)
	}
}
