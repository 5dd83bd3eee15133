package layout

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Bars begin at nought, so that a small difference does not look like a great one.
func TestSpanOfBars(t *testing.T) {
	tests := []struct {
		name     string
		title    string
		values   []float64
		from, to *float64
	}{
		{"percentages near 100", "Records (%)", []float64{89, 100}, new(0.0), new(100.0)},
		{"small percentages", "Share (%)", []float64{6, 57}, new(0.0), nil},
		{"counts", "Cases (number)", []float64{90, 95}, new(0.0), nil},
		{"below nought", "Difference (%)", []float64{-4, 90}, nil, nil},
	}
	for _, tt := range tests {
		c := &Chart{YTitle: tt.title, Series: []Series{{}}}
		for _, v := range tt.values {
			c.Series[0].Points = append(c.Series[0].Points, Point{Value: v})
		}
		from, to := c.span()
		if d := cmp.Diff([]*float64{tt.from, tt.to}, []*float64{from, to}); d != "" {
			t.Errorf("%s: %s", tt.name, d)
		}
	}
}
