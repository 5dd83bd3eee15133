package narrative_test

import (
	"math"
	"strings"
	"testing"

	"siequity/rules/narrative"
)

// TestMeasured holds the printed accuracy to its counts: every narrative counted
// once in each dimension, and figures that follow from them.
func TestMeasured(t *testing.T) {
	a, err := narrative.Measured()
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range narrative.Dimensions() {
		n := 0
		for _, row := range a.Confusion[d] {
			for _, k := range row {
				n += k
			}
		}
		if n != a.Cases {
			t.Errorf("%s: %d narratives counted, want %d", d, n, a.Cases)
		}
		low, high := a.Interval(d, narrative.Considered)
		if f := a.F1(d, narrative.Considered); f < low || f > high {
			t.Errorf("%s: F1 %.3f lies outside its interval %.3f to %.3f", d, f, low, high)
		}
	}
	kept := 0
	for _, file := range []string{"tuned2", "unseen3", "unseen4", "unseen6", "unseen8", "unseen9", "unseen10", "unseen11", "unseen12"} {
		kept += len(readCases(t, "testdata/"+file+".jsonl"))
	}
	if kept != a.Cases {
		t.Errorf("%d narratives kept, want the %d that were measured", kept, a.Cases)
	}
}

// TestAccuracy checks the figures against a confusion worked out by hand.
func TestAccuracy(t *testing.T) {
	a := narrative.Accuracy{Cases: 10, Shown: 6, RightSentence: 6}
	a.Confusion[narrative.Culture] = [4][4]int{{3, 0, 0, 1}, {0, 2, 0, 0}, {}, {1, 0, 0, 3}}
	if f := a.F1(narrative.Culture, narrative.Considered); f != 0.75 {
		t.Errorf("F1 %v, want 0.75", f)
	}
	if m := a.MacroF1(narrative.Culture); math.Abs(m-(0.75+1+0.75)/3) > 1e-12 {
		t.Errorf("macro-F1 %v", m)
	}
	low, high := a.Interval(narrative.Culture, narrative.Considered) // Wilson, 3 of 4
	if math.Abs(low-0.3006) > 5e-4 || math.Abs(high-0.9544) > 5e-4 {
		t.Errorf("interval %.4f to %.4f, want 0.3006 to 0.9544", low, high)
	}
	for _, want := range []string{"10 invented narratives", "culture: 3 of 4 found, 3 of 4 finds right, F1 0.75 (95% interval 0.30 to 0.95)", "6 of 6"} {
		if !strings.Contains(a.String(), want) {
			t.Errorf("%q does not say %q", a, want)
		}
	}
}
