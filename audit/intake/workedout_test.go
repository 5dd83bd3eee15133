package intake

import (
	"slices"
	"testing"
)

// TestWorkedOutOf holds that every column named is one that some export has, so that
// nobody is told of a field that is not there.
func TestWorkedOutOf(t *testing.T) {
	var known []string
	for _, table := range Tables() {
		for _, f := range table.Fields {
			known = append(known, f.Name)
		}
	}
	for _, name := range []string{"ethnicity_recorded", "language_tag", "imd_quintile", "culture_considered", "ethnicity_considered", "language_considered", "text_read"} {
		for _, column := range WorkedOutOf(name) {
			if !slices.Contains(known, column) {
				t.Errorf("%s is worked out of %s, which no export has", name, column)
			}
		}
	}
	if got := WorkedOutOf("harm"); !slices.Equal(got, []string{"harm"}) {
		t.Errorf("harm is worked out of %v", got)
	}
}
