package footer

import "testing"

// Words that begin a footer also begin the names of places.
func TestFooterText(t *testing.T) {
	for _, text := range []string{"County Hospital", "Keyworth ward", "Summerhill", "Pageant ward", "Notley", "Endoscopy", "Sourceton", "Summary ward", "Nelson", "n", "12", "12 Keats ward", "Totnes"} {
		if footerText(text) {
			t.Errorf("%q was taken for a line under a table", text)
		}
	}
}
