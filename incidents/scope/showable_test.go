package scope

import (
	"testing"

	"siequity/incidents"
	"siequity/incidents/field"
)

// A name in the column of the specialty is not shown, though several rows have it.
func TestScopeShowsNoNames(t *testing.T) {
	for text, want := range map[string]bool{
		"J Smith": false, "J. Smith": false, "Smith J": false, "Smith, J": false, "J S Smith": false, "JS Smith": false, "SMITH J": false, "j smith": false, "I Smith": false,
		"Xanthe Zorbly": false, "XANTHE ZORBLY": false, "Xanthe O'Zorbly-Smythe": false, "Jane Roe": false,
		"Wibble": true, "wibble wobble": true, "Ward 7": true, "Ward B": true, "A Block": true, "Kingfisher Suite": true, "Womens Services": true, "Women and Surgery": true, "Unlisted thing": true, "AMU": true,
		"L/W": true, "Jane": false, "Dr Roe": false,
	} {
		r := incidents.NewReader(nil)
		r.Identifies = func(text string, kind field.Kind) bool {
			return text == "Jane Roe" || kind == field.Reference && (text == "Jane" || text == "Dr Roe")
		}
		if got := showable(r, text, 2); got != want {
			t.Errorf("%q: shown %v, want %v", text, got, want)
		}
	}
}
