package report

import (
	"testing"

	"siequity/audit"
)

// An answer of No is not explained by what the text was read for.
func TestBasisWords(t *testing.T) {
	for want, v := range map[string]audit.View{
		"by the answer in the export": {Label: audit.ExplicitlyNot, Basis: audit.ByAnswer},
		"by a completed proforma":     {Label: audit.Mentioned, Basis: audit.ByReview},
		"unrelated sense":             {Label: audit.Mentioned, Basis: audit.ByText},
		"":                            {Label: audit.Absent, Basis: audit.ByText},
	} {
		if got := basisWords(v, "unrelated sense"); got != want {
			t.Errorf("%v: got %q, want %q", v, got, want)
		}
	}
}
