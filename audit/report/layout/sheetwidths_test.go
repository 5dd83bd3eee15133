package layout

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestNarrowed holds that a sheet of wide columns is printed in letters that can be
// read, and that one of narrow columns is left as it is.
func TestNarrowed(t *testing.T) {
	const limit = (paperLong - sides) * widest
	for _, widths := range [][]float64{
		{34, 48, 48, 48, 48, 48, 48},
		{34, 20, 30, 30, 13, 48, 20, 20, 20, 20, 20, 20},
		{34, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 18},
	} {
		got := narrowed(slices.Clone(widths))
		if pointsOf(got) > limit {
			t.Errorf("%v: %v are %.0f points together, more than %.0f", widths, got, pointsOf(got), limit)
		}
		if got[0] != widths[0] || slices.Min(got) < narrowest {
			t.Errorf("%v: %v has a narrowed first column or one too narrow to read", widths, got)
		}
	}
	for _, widths := range [][]float64{nil, {34}, {34, 48, 13, 10}, append([]float64{34}, slices.Repeat([]float64{13}, 40)...)} {
		if d := cmp.Diff(widths, narrowed(slices.Clone(widths)), cmp.Comparer(func(a, b float64) bool { return a == b })); d != "" {
			t.Errorf("changed (-want +got):\n%s", d)
		}
	}
}
