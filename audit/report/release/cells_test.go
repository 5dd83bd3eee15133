package release

import (
	"testing"

	"siequity/audit/measure"
	"siequity/rules"
)

// TestNoGreenOverTheUnknown holds that a share of the known is not rated where those
// not known could turn it.
func TestNoGreenOverTheUnknown(t *testing.T) {
	target := rules.Target{Set: true, Value: 95, Amber: 90, Better: rules.Higher, MinN: 5, MaxUnknown: rules.DefaultMaxUnknown}
	for _, c := range []struct {
		tally measure.Tally
		want  string
	}{
		{measure.Tally{Pass: 234, Unknown: 147}, NotRated}, {measure.Tally{Pass: 234}, "Green"}, {measure.Tally{Pass: 234, Unknown: 20}, "Green"},
		{measure.Tally{Pass: 20, Fail: 80, Unknown: 60}, "Red"}, {measure.Tally{Pass: 4, Unknown: 60}, "Too few"}, {measure.Tally{Unknown: 60}, NoCases},
	} {
		if got := RAG(target, measure.Of(c.tally)).Text; got != c.want {
			t.Errorf("%+v is rated %q, want %q", c.tally, got, c.want)
		}
	}
}
