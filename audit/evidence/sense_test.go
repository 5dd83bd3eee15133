package evidence

import (
	"testing"

	"siequity/audit/record"
	"siequity/incidents"
	"siequity/rules/narrative"
)

// A word in another sense gives way to a mention of the thing itself, in whichever order
// the rows of a record come, and is known for what it is.
func TestOtherSense(t *testing.T) {
	lexicon, err := narrative.Load()
	if err != nil {
		t.Fatal(err)
	}
	e := NewEar(lexicon, true, 1)
	hear := func(text string) incidents.Heard { return e.Hear(0, []incidents.Part{{Name: "text", Text: text}}) }
	other, real := hear("Blood cultures were taken."), hear("Cultural background: see booking record.")
	if got := Unpack(other)[record.Culture]; got != (record.View{Label: record.Mentioned, Basis: record.ByText, Mention: record.InOtherSense}) {
		t.Errorf("blood cultures are %+v", got)
	}
	for _, joined := range []incidents.Heard{e.Join(other, real), e.Join(real, other)} {
		if got := Unpack(joined)[record.Culture]; got.Label != record.Mentioned || got.Mention != record.OfTheThing {
			t.Errorf("joined %+v", got)
		}
	}
}
