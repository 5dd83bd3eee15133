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

// What no list of languages has may be a surname in the wrong column.
func TestLanguagesShowNoName(t *testing.T) {
	f := &field.Field{Name: "language", Kind: field.Text}
	show := newSampler()
	for text, want := range map[string]string{"Urdu": "Urdu", "Not recorded": "Not recorded", "Featherstone": "Aaaaaaaaaaaa", "Khan": "Aaaa"} {
		if got := show.sample(f, "First language", export.Cell{Text: []byte(text), Kind: export.Text}); got != want {
			t.Errorf("%q is shown as %q, want %q", text, got, want)
		}
	}
}
