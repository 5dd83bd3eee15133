package evidence

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/audit/record"
	"siequity/incidents"
	"siequity/rules/narrative"
)

// Whichever worker heard a text, its own quote is found again: the number of a worker
// must not spill into the place on its shelf.
func TestShelves(t *testing.T) {
	lexicon, err := narrative.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, worker := range []int{0, 1, 255, 256, 300, MostWorkers - 1} {
		e := NewEar(lexicon, true, MostWorkers)
		hear := func(text string) incidents.Heard { return e.Hear(worker, []incidents.Part{{Name: "text", Text: text}}) }
		first, second := hear("A telephone interpreter was used throughout labour."), hear("The panel did not consider her ethnicity.")
		got := [2]string{}
		for i, h := range []incidents.Heard{first, second} {
			for _, quotes := range New(e).Of(&record.Record{Record: &incidents.Record{Heard: h}}).Quotes {
				for _, q := range quotes {
					got[i] += q.Text
				}
			}
		}
		if d := cmp.Diff([2]string{"A telephone interpreter was used throughout labour.", "The panel did not consider her ethnicity."}, got); d != "" {
			t.Errorf("worker %d (-want +got)\n%s", worker, d)
		}
		if Unpack(first)[record.LanguageDim].Label != record.ConsideredIt || Unpack(second)[record.EthnicityDim].Label != record.ExplicitlyNot {
			t.Errorf("worker %d: labels %v and %v", worker, Unpack(first), Unpack(second))
		}
	}
}
