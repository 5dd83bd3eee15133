package layout

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Bars begin at nought and percentages run to 100, so that a small difference does not
// look like a great one.
func TestSpan(t *testing.T) {
	tests := []struct {
		name     string
		kind     ChartKind
		title    string
		values   []float64
		from, to *float64
	}{
		{"percentages near 100", Bars, "Records (%)", []float64{89, 100}, new(0.0), new(100.0)},
		{"small percentages", Bars, "Share (%)", []float64{6, 57}, new(0.0), new(100.0)},
		{"a trend of percentages", Lines, "Records (%)", []float64{84.2, 85}, new(0.0), new(100.0)},
		{"a funnel of percentages", Funnel, "Records (%)", []float64{84.2, 99}, new(0.0), new(100.0)},
		{"a trend of rates", Lines, "Cases per 1,000", []float64{84.2, 85}, nil, nil},
		{"counts", Bars, "Cases (number)", []float64{90, 95}, new(0.0), nil},
		{"below nought", Bars, "Difference (%)", []float64{-4, 90}, nil, nil},
	}
	for _, tt := range tests {
		c := &Chart{Kind: tt.kind, YTitle: tt.title, Series: []Series{{}}}
		for _, v := range tt.values {
			c.X = append(c.X, "1")
			c.Series[0].Points = append(c.Series[0].Points, Point{Value: v})
		}
		from, to := c.span()
		if d := cmp.Diff([]*float64{tt.from, tt.to}, []*float64{from, to}); d != "" {
			t.Errorf("%s: %s", tt.name, d)
		}
	}
}
